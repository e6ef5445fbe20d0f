// optviz player; sources 5ae62e39fdfa4acb0f09aee9717ab029374622a5e77e6f62f256e5777eb17b62
var Ks={f8:Float64Array,u2:Uint16Array,i1:Int8Array,i4:Int32Array};function bt(i){let t=i.slice().buffer,s=new DataView(t).getUint32(0,!0),e=new TextDecoder().decode(new Uint8Array(t,4,s)),r=JSON.parse(e,(n,o)=>Ii(o,t,4+s));return r.surface&&Ti(r.surface),r}function Ti(i){let t=(i.levels.length+1)/65534;i.heights=Float32Array.from(i.heights,s=>s===65535?NaN:s*t)}function Ii(i,t,s){if(!i||!Array.isArray(i.shape)||!(i.type in Ks))return i;let e=i,r=Ks[e.type],n=e.shape.reduce((o,a)=>o*a,1);return new r(t,s+e.at,n)}function yt({name:i,rule:t}){return i.startsWith(t)?i:`${i} (${t})`}function Ys(i,t){return i===1||i===-1&&Math.abs(t)===1/0?1:Math.pow(i,t)}function Js(i,t){if(i===t)return i+Math.LN2;let s=i-t;return s>0?i+Math.log1p(Math.exp(-s)):s<=0?t+Math.log1p(Math.exp(s)):s}function Xs(i){let t=Math.exp(-Math.abs(i));return(i<0?t:1)/(1+t)}var ws={power:Ys,logaddexp:Js,sigmoid:Xs},at={add:["a + b",(i,t)=>i+t,2],subtract:["a - b",(i,t)=>i-t,2],multiply:["a * b",(i,t)=>i*t,2],divide:["a / b",(i,t)=>i/t,2],negative:["-a",i=>-i,1],sqrt:["Math.sqrt(a)",Math.sqrt,1],absolute:["Math.abs(a)",Math.abs,1],sign:["Math.sign(a)",Math.sign,1],floor:["Math.floor(a)",Math.floor,1],maximum:["Math.max(a, b)",(i,t)=>Math.max(i,t),2],minimum:["Math.min(a, b)",(i,t)=>Math.min(i,t),2],power:["power(a, b)",Ys,2],exp:["Math.exp(a)",Math.exp,1],expm1:["Math.expm1(a)",Math.expm1,1],log:["Math.log(a)",Math.log,1],log1p:["Math.log1p(a)",Math.log1p,1],log2:["Math.log2(a)",Math.log2,1],log10:["Math.log10(a)",Math.log10,1],logaddexp:["logaddexp(a, b)",Js,2],sin:["Math.sin(a)",Math.sin,1],cos:["Math.cos(a)",Math.cos,1],tan:["Math.tan(a)",Math.tan,1],arcsin:["Math.asin(a)",Math.asin,1],arccos:["Math.acos(a)",Math.acos,1],arctan:["Math.atan(a)",Math.atan,1],arctan2:["Math.atan2(a, b)",Math.atan2,2],sinh:["Math.sinh(a)",Math.sinh,1],cosh:["Math.cosh(a)",Math.cosh,1],tanh:["Math.tanh(a)",Math.tanh,1],arcsinh:["Math.asinh(a)",Math.asinh,1],arccosh:["Math.acosh(a)",Math.acosh,1],arctanh:["Math.atanh(a)",Math.atanh,1],sigmoid:["sigmoid(a)",Xs,1],relu:["Math.max(a, 0)",i=>Math.max(i,0),1],hypot:["Math.hypot(a, b)",(i,t)=>Math.hypot(i,t),2],cbrt:["Math.cbrt(a)",Math.cbrt,1],less:["+(a < b)",(i,t)=>+(i<t),2],less_equal:["+(a <= b)",(i,t)=>+(i<=t),2],greater:["+(a > b)",(i,t)=>+(i>t),2],greater_equal:["+(a >= b)",(i,t)=>+(i>=t),2],equal:["+(a === b)",(i,t)=>+(i===t),2],not_equal:["+(a !== b)",(i,t)=>+(i!==t),2],logical_and:["+(a !== 0 && b !== 0)",(i,t)=>+(i!==0&&t!==0),2],logical_or:["+(a !== 0 || b !== 0)",(i,t)=>+(i!==0||t!==0),2],logical_not:["+(a === 0)",i=>+(i===0),1],where:["a !== 0 ? b : c",(i,t,s)=>i!==0?t:s,3]};function ht(i,t,s){if(s<8){let f=-0;for(let m=t;m<t+s;m++)f+=i[m];return f}if(s>128){let f=s>>1;return f-=f%8,ht(i,t,f)+ht(i,t+f,s-f)}let e=t+s-s%8,r=i[t],n=i[t+1],o=i[t+2],a=i[t+3],h=i[t+4],l=i[t+5],c=i[t+6],p=i[t+7];for(let f=t+8;f<e;f+=8)r+=i[f],n+=i[f+1],o+=i[f+2],a+=i[f+3],h+=i[f+4],l+=i[f+5],c+=i[f+6],p+=i[f+7];let u=r+n+(o+a)+(h+l+(c+p));for(let f=e;f<t+s;f++)u+=i[f];return u}var Qs="count",xt="sum",vt=class{run;constructor(t,s){let e=Li(t,s);this.encoded=t,this.inputs=t.inputs,this.at=new Map;let r=0;for(let[o,a]of Object.entries(t.outputs))this.at.set(o,r),r+=a.length;this.length=r,this.samples=e.length?e[0].length:0;let n=Oi()?Ri:Pi;this.run=n(t,e)}input(){return new Float64Array(this.inputs.length)}output(){return new Float64Array(this.length)}};function Li({inputs:i,constants:t,columns:s,code:e,outputs:r},n){let o=()=>{throw new Error("this is no program of optviz")},a=c=>{Array.isArray(c)||o()};[i,t,s,e,n].forEach(a);let h=s.map(c=>bs(c,n.length)?Float64Array.from(n[c]):o());i.every(c=>typeof c=="string")||o(),t.every(Number.isFinite)||o(),h.every(c=>c.length===h[0].length&&c.every(Number.isFinite))||o();let l=i.length+t.length+s.length;e.forEach(([c,...p],u)=>{let f=c===xt?1:Object.hasOwn(at,c)?at[c][2]:-1;(p.length!==f||!p.every(m=>bs(m,l+u)))&&o()});for(let c of Object.values(r))a(c),c.every(p=>bs(p,l+e.length))||o();return h}function bs(i,t){return Number.isInteger(i)&&Number(i)>=0&&Number(i)<t}function $i({inputs:i,constants:t,columns:s,code:e}){let r=i.length+t.length+s.length,n=Array.from({length:r},(h,l)=>l>=i.length+t.length),o=new Array(r).fill(0);for(let[h,...l]of e)n.push(h!==xt&&l.some(c=>n[c])),o.push(Math.max(0,...l.map(c=>o[c]))+(h===xt?1:0));let a=Math.max(0,...o);return{sampled:n,before:o,passes:a}}var lt=null;function Zs(){lt=!1}function Oi(){if(lt===null)try{lt=new Function("return true")()}catch{lt=!1}return lt}function te(i){let{inputs:t,constants:s,columns:e,code:r}=i,{sampled:n,before:o,passes:a}=$i(i),h=t.length+s.length+e.length,l=[];for(let c=0;c<=a;c++){let p=[],u=[];for(let g=0;g<r.length;g++){let w=h+g;r[g][0]===xt?o[w]===c+1&&u.push(w):!n[w]&&o[w]===c&&p.push(w)}let f=new Set(u.map(g=>r[g-h][1]));for(let g=h+r.length-1;g>=h;g--)if(!(!f.has(g)||!n[g]))for(let w of r[g-h].slice(1))f.add(w);let m=[...f].filter(g=>n[g]).sort((g,w)=>g-w);l.push({alone:p,each:m,sums:u})}return l}function Ri(i,t){let{inputs:s,constants:e,code:r,outputs:n}=i,o=s.length+e.length,a=o+t.length,h=m=>{let[g,...w]=r[m-a],[b,y,M]=w.map(I=>`v${I}`),A={a:b,b:y,c:M};return at[g][0].replace(/\b[abc]\b/g,I=>A[I])},l=s.map((m,g)=>`const v${g} = ${m===Qs?"count":`input[${g}]`};`);e.forEach((m,g)=>l.push(`const v${s.length+g} = ${Di(m)};`));let c=[];for(let{alone:m,each:g,sums:w}of te(i)){for(let y of m)l.push(`const v${y} = ${h(y)};`);if(!w.length)continue;let b=c.length;w.forEach(()=>c.push(new Float64Array(t.length?t[0].length:0))),l.push("for (let k = 0; k < count; k++) {");for(let y of g){let M=y<a?`columns[${y-o}][seen[k]]`:h(y);l.push(`const v${y} = ${M};`)}w.forEach((y,M)=>l.push(`terms[${b+M}][k] = v${r[y-a][1]};`)),l.push("}"),w.forEach((y,M)=>l.push(`const v${y} = sum(terms[${b+M}], 0, count);`))}Object.values(n).flat().forEach((m,g)=>l.push(`output[${g}] = v${m};`));let u=`return (input, output, seen, count) => {
${l.join(`
`)}
};`;return new Function("sum","columns","terms",...Object.keys(ws),u)(ht,t,c,...Object.values(ws))}function Di(i){return Object.is(i,-0)?"-0":String(i)}function Pi(i,t){let{inputs:s,constants:e,code:r,outputs:n}=i,o=s.length+e.length,a=o+t.length,h=new Float64Array(a+r.length);h.set(e,s.length);let l=s.indexOf(Qs),c=Object.values(n).flat(),p=f=>{let[m,g,w=0,b=0]=r[f-a],y=at[m][1];return()=>{h[f]=y(h[g],h[w],h[b])}},u=te(i).map(({alone:f,each:m,sums:g})=>({alone:f.map(p),columns:m.filter(w=>w<a),each:m.filter(w=>w>=a).map(p),sums:g,terms:g.map(()=>new Float64Array(t.length?t[0].length:0))}));return(f,m,g,w)=>{for(let b=0;b<s.length;b++)h[b]=f[b];l>=0&&(h[l]=w);for(let b of u){for(let y of b.alone)y();if(b.sums.length){for(let y=0;y<w;y++){for(let M of b.columns)h[M]=t[M-o][g[y]];for(let M of b.each)M();for(let M=0;M<b.sums.length;M++)b.terms[M][y]=h[Number(r[b.sums[M]-a][1])]}for(let y=0;y<b.sums.length;y++)h[b.sums[y]]=ht(b.terms[y],0,w)}}for(let b=0;b<c.length;b++)m[b]=h[c[b]]}}var ct=[.25,.5,1,2,4,8],Mt=class{time=0;steps=1;playing=!0;loop=!0;speed=1;#t=0;get step(){return Math.floor(this.time+1e-9)}get atEnd(){return this.time>=this.steps}advance(t){this.playing&&(this.atEnd?this.loop?(this.#t+=t)>=1.2&&this.seek(0):this.playing=!1:this.time=Math.min(this.steps,this.time+t*25*this.speed))}seek(t){this.time=Math.max(0,Math.min(this.steps,t)),this.#t=0}move(t){this.playing=!1,this.seek(t>0?this.step+t:Math.ceil(this.time-1e-9)+t)}toggle(){!this.playing&&this.atEnd&&this.seek(0),this.playing=!this.playing}shift(t){let s=ct.indexOf(this.speed)+t;this.speed=ct[Math.max(0,Math.min(ct.length-1,s))]}restart(){this.seek(0),this.playing=!0}fit(t){let s=this.atEnd&&this.steps>0;this.steps=t,this.time=s?t:Math.min(this.time,t)}};function d(i,t={},...s){let e=document.createElement(i);for(let[r,n]of Object.entries(t))e.setAttribute(r,n);return e.append(...s),e}function ut(i){let t=document.createElementNS("http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let s=document.createElementNS("http://www.w3.org/2000/svg","path");return s.setAttribute("d",i),t.append(s),t}var xs={restart:"M6 5h2.4v14H6zM19 5v14L9.5 12z",back:"M17 5v14L8 12zM6.2 5h2v14h-2z",play:"M7 4.5v15L20 12z",pause:"M6.5 5h4v14h-4zM13.5 5h4v14h-4z",forward:"M7 5v14l9-7zM15.8 5h2v14h-2z",loop:"M17 3l4 3.5L17 10V7.6H8A3.4 3.4 0 0 0 4.6 11v1H2.4v-1A5.6 5.6 0 0 1 8 5.4h9zM7 21l-4-3.5L7 14v2.4h9a3.4 3.4 0 0 0 3.4-3.4v-1h2.2v1a5.6 5.6 0 0 1-5.6 5.6H7z"},zi=new Map([[.25,"¼×"],[.5,"½×"]]),kt=class{constructor(t,s,e){this.clock=s;let r=h=>()=>{h(),e()};this.play=pt("Play","play"),this.loop=pt("Loop","loop"),this.scrub=d("input",{type:"range",min:"0",step:"1","aria-label":"Step"}),this.count=d("output",{class:"count"}),this.speed=d("select",{"aria-label":"Speed"});for(let h of ct){let l=zi.get(h)??`${h}×`;this.speed.append(d("option",{value:String(h)},l))}let n=pt("Restart","restart"),o=pt("Step back","back"),a=pt("Step forward","forward");n.addEventListener("click",r(()=>s.restart())),o.addEventListener("click",r(()=>s.move(-1))),a.addEventListener("click",r(()=>s.move(1))),this.play.addEventListener("click",r(()=>s.toggle())),this.loop.addEventListener("click",r(()=>s.loop=!s.loop)),this.speed.addEventListener("change",r(()=>s.speed=Number(this.speed.value))),this.scrub.addEventListener("input",r(()=>this.#t())),this.count.setAttribute("aria-live","off"),t.append(n,o,this.play,a,this.scrub,this.count,this.speed,this.loop)}#t(){this.clock.playing=!1,this.clock.seek(Number(this.scrub.value))}draw(){let{clock:t}=this,s=String(t.step);ys(this.scrub,"max",String(t.steps)),this.scrub.value!==s&&(this.scrub.value=s),ys(this.scrub,"aria-valuetext",`step ${s} of ${t.steps}`);let e=`${s} / ${t.steps}`;this.count.textContent!==e&&(this.count.textContent=e),this.scrub.style.setProperty("--done",`${100*t.time/t.steps}%`),this.speed.value!==String(t.speed)&&(this.speed.value=String(t.speed)),ys(this.loop,"aria-pressed",String(t.loop));let r=t.playing?"Pause":"Play";this.play.getAttribute("aria-label")!==r&&(se(this.play,r),this.play.replaceChildren(ut(t.playing?xs.pause:xs.play)))}};function pt(i,t){let s=d("button",{type:"button",class:t},ut(xs[t]));return se(s,i),s}function se(i,t){i.setAttribute("aria-label",t),i.title=t}function ys(i,t,s){i.getAttribute(t)!==s&&i.setAttribute(t,s)}var ee=`:host {
  display: block;
}

.player {
  --ink: var(--st-text-color, #31333f);
  --paper: var(--st-background-color, #ffffff);
  --panel: var(--st-secondary-background-color, #f0f2f6);
  --edge: var(--st-border-color, rgba(120, 130, 150, 0.3));
  --accent: var(--st-primary-color, #00829f);
  --wrong: color-mix(in srgb, #d32f2f 70%, var(--ink));
  --soft: color-mix(in srgb, var(--ink) 78%, var(--paper));
  container-type: inline-size;
  color: var(--ink);
  font-family: var(--st-font, system-ui, sans-serif);
  font-size: calc(14px * var(--scale, 1));
  line-height: 1.35;
}
.player:focus {
  outline: none;
}

.stage {
  display: grid;
  gap: 10px 18px;
  grid-template: "lesson" "views" "controls" "tools" "notice" "inspector" "legend" "chart" "story" "summary" / minmax(
      0,
      1fr
    );
}

.player * {
  box-sizing: border-box;
}

.lesson {
  grid-area: lesson;
}
.lesson[hidden] {
  display: none;
}
.lesson small {
  color: var(--soft);
}
.lesson h4 {
  margin: 0 0 4px;
  font-size: 1.35em;
}
.lesson p {
  margin: 0 0 6px;
  max-width: 90ch;
  font-size: 1.06em;
}
.lesson .notes {
  float: right;
  padding: 3px 10px;
  border: 1px solid var(--edge);
  border-radius: 8px;
  background: var(--paper);
  color: var(--soft);
  cursor: pointer;
}
.player:fullscreen .notes {
  display: none;
}
.lesson .question {
  font-weight: 600;
}
.lesson .answer,
.lesson .finding {
  border-left: 3px solid var(--accent);
  padding-left: 10px;
}
.lesson .choices {
  display: flex;
  flex-wrap: wrap;
  gap: 6px;
  margin-bottom: 6px;
}
.lesson .choices button {
  padding: 5px 12px;
  border: 1px solid var(--edge);
  border-radius: 8px;
  background: var(--paper);
  cursor: pointer;
}
.lesson .choices button:hover {
  border-color: var(--accent);
}
.lesson kbd {
  font: inherit;
  color: var(--soft);
}

.views {
  grid-area: views;
  display: flex;
  flex-wrap: wrap;
  gap: 10px;
  min-width: 0;
}
.view {
  position: relative;
  flex: 1 1 280px;
  min-width: 0;
  height: clamp(300px, 96cqw, 560px);
}
.view[hidden],
.inspector[hidden],
.help[hidden],
.caption[hidden],
.reading[hidden] {
  display: none;
}
.view > canvas {
  position: absolute;
  inset: 0;
  width: 100%;
  height: 100%;
}
.steered .trails {
  cursor: crosshair;
  touch-action: pan-y;
}

.start {
  position: absolute;
  width: 44px;
  height: 44px;
  margin: -22px;
  padding: 0;
  border: 0;
  border-radius: 50%;
  background: none;
  pointer-events: none;
}
.steered .start {
  cursor: grab;
  pointer-events: auto;
  touch-action: none;
}
.start::before {
  content: "";
  position: absolute;
  inset: 13px;
  border: 2px solid var(--ink);
  border-radius: 50%;
  box-shadow:
    0 0 0 2px var(--paper),
    inset 0 0 0 2px var(--paper);
}
.steered .start:active {
  cursor: grabbing;
}

.controls {
  grid-area: controls;
  display: flex;
  align-items: center;
  gap: 2px;
  flex-wrap: wrap;
}

button {
  font: inherit;
  color: inherit;
}

.controls button {
  display: grid;
  place-items: center;
  width: 38px;
  height: 38px;
  border: 0;
  border-radius: 50%;
  background: none;
  cursor: pointer;
}
.controls svg {
  width: 20px;
  height: 20px;
  fill: currentColor;
}
.controls button:hover {
  background: var(--panel);
}
.controls .play {
  background: var(--accent);
  color: var(--paper);
}
.controls .play:hover {
  filter: brightness(1.1);
  background: var(--accent);
}
.controls .loop[aria-pressed="false"] {
  opacity: 0.45;
}

.controls input {
  flex: 1 1 130px;
  min-width: 90px;
  height: 28px;
  margin: 0 8px;
  appearance: none;
  background: none;
  cursor: pointer;
}
.controls input::-webkit-slider-runnable-track {
  height: 4px;
  border-radius: 2px;
  background: linear-gradient(to right, var(--accent) var(--done, 0%), var(--edge) var(--done, 0%));
}
.controls input::-moz-range-track {
  height: 4px;
  border-radius: 2px;
  background: var(--edge);
}
.controls input::-moz-range-progress {
  height: 4px;
  border-radius: 2px;
  background: var(--accent);
}
.controls input::-webkit-slider-thumb {
  appearance: none;
  width: 14px;
  height: 14px;
  margin-top: -5px;
  border-radius: 50%;
  background: var(--accent);
}
.controls input::-moz-range-thumb {
  width: 14px;
  height: 14px;
  border: 0;
  border-radius: 50%;
  background: var(--accent);
}
.count {
  min-width: 72px;
  text-align: right;
  font-variant-numeric: tabular-nums;
}
.controls select {
  height: 32px;
  margin-left: 8px;
  padding: 0 4px;
  border: 1px solid var(--edge);
  border-radius: 6px;
  background: var(--paper);
  color: inherit;
  font: inherit;
}

.legend {
  grid-area: legend;
  display: grid;
  align-content: start;
  gap: 2px;
}
.head {
  display: flex;
  justify-content: space-between;
  padding: 0 8px;
  font-size: 0.86em;
  color: var(--soft);
}
.entry {
  display: grid;
  grid-template: "sample name value" auto "sample settings note" auto / 52px minmax(0, 1fr) auto;
  align-items: center;
  column-gap: 10px;
  padding: 3px 8px;
  border-radius: 8px;
}
.entry:hover {
  background: var(--panel);
}
.row {
  grid-area: 1 / 1 / -1 / -1;
  display: grid;
  grid-template: subgrid / subgrid;
  align-items: center;
  align-self: stretch;
  padding: 0;
  border: 0;
  background: none;
  text-align: left;
  cursor: pointer;
}
.row[aria-pressed="false"],
.row[aria-pressed="false"] ~ .settings {
  opacity: 0.42;
}
.legend .why {
  margin: 2px 8px 0;
  font-size: 0.86em;
  color: var(--soft);
}
.scrub {
  padding: 0 1px;
  text-decoration: underline dotted;
  text-underline-offset: 2px;
  cursor: ew-resize;
  touch-action: pan-y;
  user-select: none;
}
.scrub:hover {
  color: var(--accent);
}
.scrub input {
  width: 7em;
  padding: 0 2px;
  font: inherit;
}
.scrub input[aria-invalid] {
  outline: 2px solid currentcolor;
}
.row[aria-pressed="false"] .name {
  text-decoration: line-through;
}
.mark-key {
  display: flex;
  flex-wrap: wrap;
  gap: 2px 14px;
  padding: 1px 8px 0;
  font-size: 0.86em;
  color: var(--soft);
}
.mark-key[hidden] {
  display: none;
}
.mark-key .entry {
  display: inline-flex;
  align-items: center;
  gap: 6px;
}
.mark-key .mark {
  width: 28px;
  height: 21px;
}
.mark-key p {
  flex-basis: 100%;
  margin: 0;
}
.sample {
  grid-area: sample;
  width: 52px;
  height: 22px;
}
.name {
  grid-area: name;
  font-weight: 600;
}
.settings {
  grid-area: settings;
  z-index: 1;
  justify-self: start;
  max-width: 100%;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}
.origin {
  margin-left: 4px;
  font-weight: 400;
  font-style: italic;
}
.settings,
.note,
.origin {
  font-size: 0.86em;
  color: var(--soft);
}
.value {
  grid-area: value;
  text-align: right;
  font-variant-numeric: tabular-nums;
}
.note {
  grid-area: note;
  text-align: right;
}

.chart {
  grid-area: chart;
  display: flex;
  flex-direction: column;
  min-height: 190px;
}
.curves {
  position: relative;
  flex: 1;
  min-height: 160px;
}
.curves canvas {
  position: absolute;
  inset: 0;
  width: 100%;
  height: 100%;
  cursor: col-resize;
  touch-action: pan-y;
}
.reading {
  position: absolute;
  top: 6px;
  display: grid;
  gap: 1px;
  padding: 5px 9px;
  border: 1px solid var(--edge);
  border-radius: 6px;
  background: color-mix(in srgb, var(--paper) 90%, transparent);
  font-size: 0.8em;
  white-space: nowrap;
  pointer-events: none;
}
.reading span {
  display: flex;
  justify-content: space-between;
  gap: 12px;
}
.reading i {
  font-style: normal;
  font-variant-numeric: tabular-nums;
}

.tools {
  grid-area: tools;
  display: flex;
  flex-wrap: wrap;
  gap: 6px 18px;
  align-items: center;
}
.switches {
  display: flex;
  flex-wrap: wrap;
  gap: 4px;
}
.switches .enlarge {
  display: grid;
  place-items: center;
  padding: 2px 8px;
}
.enlarge svg {
  width: 16px;
  height: 16px;
  fill: currentColor;
}

.quantities {
  display: flex;
  flex-wrap: wrap;
  gap: 2px;
}
.player .quantities button {
  padding: 2px 8px;
}
.switches button,
.quantities button {
  padding: 2px 10px;
  border: 1px solid transparent;
  border-radius: 999px;
  background: none;
  font-size: 0.86em;
  color: var(--soft);
  cursor: pointer;
}
.switches button {
  border-color: var(--edge);
}
.switches button:hover,
.quantities button:hover {
  background: var(--panel);
}
.switches button[aria-pressed="true"] {
  border-color: var(--accent);
  color: var(--ink);
  background: color-mix(in srgb, var(--accent) 16%, var(--paper));
}
.quantities button[aria-pressed="true"] {
  border-color: var(--edge);
  color: var(--ink);
  background: var(--panel);
}

.caption {
  position: absolute;
  left: 56px;
  bottom: 50px;
  max-width: calc(100% - 80px);
  padding: 5px 10px;
  border-radius: 6px;
  background: var(--ink);
  color: var(--paper);
  pointer-events: none;
}

.inspector {
  grid-area: inspector;
  min-width: 0;
}
.choices {
  margin-bottom: 6px;
}
.choices select,
.controls select {
  color: inherit;
  font: inherit;
}
.choices select {
  padding: 3px 6px;
  border: 1px solid var(--edge);
  border-radius: 6px;
  background: var(--paper);
}
.rules {
  display: grid;
  gap: 12px;
}
.rule {
  overflow-x: auto;
  border: 1px solid var(--edge);
  border-radius: 8px;
  padding: 8px 12px;
}
.rule table {
  border-collapse: collapse;
  width: 100%;
  font-size: 0.95em;
}
.rule caption {
  text-align: left;
  font-weight: 600;
  padding-bottom: 4px;
}
.rule th {
  text-align: left;
  font-weight: 400;
}
.rule thead th {
  color: var(--soft);
  font-style: italic;
}
.rule td,
.rule th {
  padding: 4px 14px 4px 4px;
  vertical-align: middle;
  white-space: nowrap;
}
.rule tbody tr {
  border-top: 1px solid var(--edge);
}
.rule tr.active {
  background: color-mix(in srgb, var(--accent) 16%, var(--paper));
}
.rule .result {
  font-weight: 700;
}
.rule math {
  font-size: 1.05em;
}
.curvature {
  margin: 8px 0 0;
  font-size: 0.95em;
}
.source {
  margin: 6px 0 0;
  font-size: 0.85em;
  color: var(--soft);
}

.story {
  grid-area: story;
}
.story.outdated {
  opacity: 0.4;
}
.story[hidden] {
  display: none;
}
.story h5 {
  margin: 8px 0 4px;
  font-size: 1em;
  font-weight: 600;
}
.story ol {
  margin: 0;
  padding: 0;
  list-style: none;
  display: grid;
  gap: 4px;
}
.story button {
  display: grid;
  grid-template-columns: 1.3em 1fr;
  width: 100%;
  padding: 4px 8px;
  border: 0;
  border-radius: 8px;
  background: none;
  text-align: left;
  cursor: pointer;
}
.story button:hover {
  background: var(--panel);
}
.story .mark {
  font-weight: 700;
  color: var(--accent);
}
.story [data-holds="false"] .mark {
  color: var(--wrong);
}
.story small {
  display: block;
  padding: 0 8px 2px calc(8px + 1.3em);
  font-size: 0.86em;
  color: var(--soft);
}

.summary {
  grid-area: summary;
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
}

.help {
  position: absolute;
  inset: auto 12px 60px auto;
  z-index: 2;
  padding: 10px 18px 10px 8px;
  border: 1px solid var(--edge);
  border-radius: 8px;
  background: var(--paper);
  box-shadow: 0 6px 24px rgba(0, 0, 0, 0.18);
}
.help ul {
  margin: 0;
  padding-left: 20px;
}
.player {
  position: relative;
}

.player:fullscreen {
  padding: 18px 24px;
  overflow: auto;
  background: var(--paper);
}
.player:fullscreen .stage {
  min-height: calc(100vh - 36px);
  grid-template-rows: auto auto minmax(0, 1fr) auto auto auto auto;
}
.player:fullscreen .view {
  height: calc(100vh - 170px);
}
.asking .chart {
  visibility: hidden;
} /* curves tell how the race will end */
.teaching:fullscreen .view {
  height: calc(100vh - 430px);
  min-height: 280px;
}
.player:fullscreen :is(.settings, .origin, .story, [data-group="glyphs"]) {
  display: none;
}

.notice {
  grid-area: notice;
  margin: 0;
  padding: 8px 12px;
  border-left: 3px solid #d6293e;
  border-radius: 4px;
  background: var(--panel);
}
.notice[hidden] {
  display: none;
}

@container (min-width: 820px) {
  .stage {
    grid-template:
      "lesson lesson" auto
      "views legend" auto
      "views chart" minmax(190px, 1fr)
      "controls controls" auto
      "tools tools" auto
      "notice notice" auto
      "inspector inspector" auto
      "story story" auto
      "summary summary" auto / minmax(0, 1.7fr) minmax(290px, 1fr);
  }
  .view {
    height: clamp(420px, 54cqw, 600px);
  }
  /* Many entrants scroll beside the picture, so that the controls stay on the screen. */
  .player:not(:fullscreen) .stage:not(.many) .legend {
    max-height: max(345px, clamp(420px, 54cqw, 600px) - 200px);
    overflow-y: auto;
  }
  /* A lesson's words are of any length; the picture takes what they leave. */
  .teaching:fullscreen .stage:not(.many) {
    height: max(calc(100vh - 36px), 600px);
  }
  .teaching:fullscreen .stage:not(.many) .view {
    height: 100%;
  }
  .stage.many {
    grid-template:
      "lesson lesson" auto
      "views views" auto
      "controls controls" auto
      "tools tools" auto
      "notice notice" auto
      "legend chart" minmax(250px, auto)
      "inspector inspector" auto
      "story story" auto
      "summary summary" auto / minmax(290px, 1fr) minmax(0, 1.7fr);
  }
  .many .view {
    height: clamp(380px, 46cqw, 560px);
  }
}

:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}
`;var x={themes:{light:{ink:"#22262b",soft:"#5b6270",paper:"#ffffff",rim:[255,255,255,.8],contour:[40,60,90,.3],wall:[30,40,60,.12],edge:[40,60,90,.5],star:"#9aa3b0",areas:{diverged:{pattern:"lines",paper:"#d5d8de",ink:"#5b6270"},missed:{pattern:"dots",paper:"#ffffff",ink:"#aab1bd"},nowhere:{pattern:"lines",paper:"#ffffff",ink:"#a4abb6"}},ground:["#fff6d8","#f4f3e4","#e5eced","#d8e3ee","#cad8ea"],light:{level:1,contrast:.3,darkest:.76,brightest:1.05}},dark:{ink:"#f2f4f6",soft:"#b4bac6",paper:"#0e1117",rim:[14,17,23,.75],contour:[190,210,235,.3],wall:[255,255,255,.1],edge:[190,210,235,.5],star:"#8d97a6",areas:{diverged:{pattern:"lines",paper:"#3d434f",ink:"#b4bac6"},missed:{pattern:"dots",paper:"#0e1117",ink:"#5a6271"},nowhere:{pattern:"lines",paper:"#0e1117",ink:"#5b6472"}},ground:["#243b4a","#1d2f3e","#192634","#161e2a","#131720"],light:{level:1.3,contrast:.8,darkest:.8,brightest:1.75}}},sun:{direction:[-.5,.24,.832],wall:.5,tint:[1.15,1,.8]},box:{height:.55,base:-.035,wide:1.4142135623730951,tall:1.48,margin:[44,24,18,34],tick:5,gap:62,name:32,line:14},camera:{elevation:44.5,azimuth:225},captions:{linear:"height: loss, to scale",logarithmic:"height: roughly log(loss - minimum)"},trail:{width:2.2,rim:2,hidden:.22},head:{radius:6,rim:3.4},ring:{radius:9,width:2,rim:5},star:{radius:7,rim:2},minimum:{radius:5,rim:2,corners:[[0,1.4],[.4,.4],[1.4,0],[.4,-.4],[0,-1.4],[-.4,-.4],[-1.4,0],[-.4,.4]]},lowest:{radius:7,rim:2,corners:[[0,-.25],[.22,0],[.22,1.05],[1.75,1.75],[.22,2.45],[-.22,2.45],[-.22,0]]},valley:{width:2,rim:4.5,dash:[5,3]},type:{number:11,name:12,label:10},contours:{width:1,shortest:24,apart:6.4,steep:70,tries:[.5,.3,.7,.15,.85,.4,.6]}};function vs(i){let t=getComputedStyle(i),s=t.getPropertyValue("--paper").trim()||x.themes.light.paper,e=qi(s)<.4,{ink:r,soft:n,star:o,areas:a,ground:h,...l}=x.themes[e?"dark":"light"];return{dark:e,paper:s,ink:t.getPropertyValue("--ink").trim()||r,soft:n,star:o,areas:{...a,nowhere:{...a.nowhere,paper:s}},ground:h,rim:At(l.rim),contour:At(l.contour),wall:At(l.wall),edge:At(l.edge),font:t.fontFamily,scale:Number(t.getPropertyValue("--scale"))||1}}function At(i){return`rgba(${i.join()})`}function qi(i){let t=document.createElement("canvas").getContext("2d",{willReadFrequently:!0});t.fillStyle=i,t.fillRect(0,0,1,1);let[s,e,r]=t.getImageData(0,0,1,1).data;return(.2126*s+.7152*e+.0722*r)/255}function Et(i){let t=i.map(s=>[1,3,5].map(e=>parseInt(s.slice(e,e+2),16)));return Array.from({length:256},(s,e)=>{let r=e/255*(t.length-1),n=Math.min(t.length-2,Math.floor(r));return t[n].map((o,a)=>o+(t[n+1][a]-o)*(r-n))})}var E=class i{static finer=1;width=0;height=0;#t=0;constructor(t){this.canvas=t,this.context=t.getContext("2d")}fit(){let[t,s]=[this.canvas.clientWidth,this.canvas.clientHeight],e=(window.devicePixelRatio||1)*i.finer;return t===this.width&&s===this.height&&e===this.#t?!1:(Object.assign(this,{width:t,height:s}),this.#t=e,this.canvas.width=Math.max(1,Math.round(t*e)),this.canvas.height=Math.max(1,Math.round(s*e)),this.context.setTransform(e,0,0,e,0,0),!0)}clear(){this.context.clearRect(0,0,this.width,this.height)}twin(t=null){if(t&&t.canvas.width===this.canvas.width&&t.canvas.height===this.canvas.height)return t.clear(),t;let s=new i(document.createElement("canvas"));return s.canvas.width=this.canvas.width,s.canvas.height=this.canvas.height,Object.assign(s,{width:this.width,height:this.height}),s.context.setTransform(this.#t,0,0,this.#t,0,0),s}lay(t,s=this.width){let e=Math.max(0,Math.min(1,s/this.width)),[r,n]=[Math.round(t.canvas.width*e),t.canvas.height];if(r===0||n===0)return;let o=r/this.#t;this.context.drawImage(t.canvas,0,0,r,n,0,0,o,n/this.#t)}};var _i="⁰¹²³⁴⁵⁶⁷⁸⁹";function k(i,t=3){if(!Number.isFinite(i))return"–";let s=Math.abs(i);if(s===0||s>=.001&&s<1e4)return ie(String(Number(i.toPrecision(t))));let[e,r]=i.toExponential(t-1).split("e"),n=`10${Hi(Number(r))}`,o=ie(String(Number(e)));return o==="1"?n:o==="−1"?`−${n}`:`${o}·${n}`}function Hi(i){let t=[...String(Math.abs(i))].map(s=>_i[Number(s)]);return(i<0?"⁻":"")+t.join("")}function ie(i){return i.replace("-","−")}function St(i){let[t,s]=i.toExponential(5).split("e"),e=Number(s);if(e>=-4&&e<6)return String(Number(i.toPrecision(6)));let r=e<0?"-":"+";return`${Number(t)}e${r}${String(Math.abs(e)).padStart(2,"0")}`}function S([i,t],[s,e]){let r=(e-s)/(t-i);return Object.assign(n=>s+(n-i)*r,{invert:n=>i+(n-s)/r})}function ne([i,t],s){let e=S([Math.log10(i),Math.log10(t)],s);return Object.assign(r=>e(Math.log10(r)),{invert:r=>10**e.invert(r)})}function O([i,t],s){let e=(t-i)/Math.max(1,s),r=10**Math.floor(Math.log10(e)),n=[.5,1,2,5,10].map(h=>h*r),o=n.findIndex(h=>h>=e*(1-1e-9)),a=re(i,t,n[o]);for(;a.length<2&&o>0;)a=re(i,t,n[--o]);return a}function re(i,t,s){let e=Math.ceil(i/s-1e-9),r=Math.floor(t/s+1e-9);return Array.from({length:Math.max(0,r-e+1)},(n,o)=>(e+o)*s)}function oe([i,t],s){let e=Math.ceil(Math.log10(i)-1e-9),r=Math.floor(Math.log10(t)+1e-9),n=Math.max(1,Math.ceil((r-e+1)/Math.max(1,s))),o=[];for(let a=r;a>=e;a-=n)o.push(10**a);return o.reverse()}function _(i,t,s=k){return i.map(e=>({at:t(e),text:s(e)}))}function Q(i,t=x.type.number){return`${t*i.scale}px ${i.font}`}function C(i,t,s,e,r,{tick:n=0,grid:o=!1,gap:a=7,size:h}={}){let{left:l,top:c,right:p,bottom:u}=e,f=t==="below";i.font=Q(r,h),i.textAlign=f?"center":"right",i.textBaseline=f?"top":"middle";for(let{at:m,text:g}of s)i.fillStyle=r.wall,o&&f&&i.fillRect(m-.5,c,1,u-c),o&&!f&&i.fillRect(l,m-.5,p-l,1),i.fillStyle=r.soft,n&&f&&i.fillRect(m-.5,u,1,n),n&&!f&&i.fillRect(l-n,m-.5,n,1),f?i.fillText(g,m,u+a):i.fillText(g,l-a,m)}function Nt(i,{left:t,top:s,right:e,bottom:r},n){i.strokeStyle=n.soft,i.lineWidth=1,i.strokeRect(t,s,e-t,r-s)}function ae(i,[t,s],{left:e,top:r,right:n,bottom:o},a){i.fillStyle=a.ink,i.font=`italic ${Q(a,x.type.name)}`,i.textBaseline="alphabetic",i.textAlign="center",i.fillText(t,(e+n)/2,o+19+13*a.scale),i.textAlign="left",i.fillText(s,3,(r+o)/2+4)}function he(i,t,s){let[e,r,n]=[1/0,-1/0,-1/0];for(let l of i){n=Math.max(n,l[0]);for(let c=0;c<l.length;c++)Number.isFinite(l[c])&&(e=Math.min(e,l[c]),r=Math.max(r,l[c]))}let o=Math.max(t,e),a=Math.min(s,Math.max(n*1.15,Math.min(r,n*1.6))),h=.06*(a-o||1);return Number.isFinite(o+a)?[o-h,a+h]:[0,1]}function le(i,t){let[s,e]=[1/0,0];for(let n of i)for(let o=0;o<n.length;o++)n[o]>0&&(s=Math.min(s,n[o])),n[o]<=t&&(e=Math.max(e,n[o]));if(s===1/0)return[.1,10];if(!(s<e))return[s/10,s*10];let r=(e/s)**.05;return[s/r,e*r]}function ce(i){for(let t=0;t<i.length;t++)if(i[t]<=0)return!0;return!1}var D=x.trail.width,Tt=x.head.radius;function ue(i){return pe[i]??pe.circle}var pe={circle:Wi(),square:H([[-.85,-.85],[.85,-.85],[.85,.85],[-.85,.85]]),triangle:H([[0,-1.15],[1.05,.75],[-1.05,.75]]),diamond:H([[0,-1.25],[1,0],[0,1.25],[-1,0]]),plus:H(fe()),cross:H(fe().map(([i,t])=>[(i-t)*Math.SQRT1_2,(i+t)*Math.SQRT1_2])),star:H(Gi())};function Wi(){let i=new Path2D;return i.arc(0,0,.95,0,2*Math.PI),i}function H(i){let t=new Path2D;return i.forEach(([s,e])=>t.lineTo(s,e)),t.closePath(),t}function fe(){let[i,t]=[.38,1.15];return[[-i,-t],[i,-t],[i,-i],[t,-i],[t,i],[i,i],[i,t],[-i,t],[-i,i],[-t,i],[-t,-i],[-i,-i]]}function Gi(){return Array.from({length:10},(i,t)=>{let[s,e]=[Math.PI*t/5-Math.PI/2,t%2?.6:1.4];return[e*Math.cos(s),e*Math.sin(s)]})}function P(i,t,s,e,r,n,o){i.save(),i.translate(s,e),i.scale(r,r),i.lineWidth=x.head.rim/r,i.lineJoin="round",i.strokeStyle=o,i.fillStyle=n,i.stroke(ue(t)),i.fill(ue(t)),i.restore()}function N({style:i},t){return t.dark?i.dark:i.light}function z(i,t){return i.style.dash.map(s=>s*t)}var de={minimum:H(me(x.minimum.corners)),lowest:H(me(x.lowest.corners))};function me(i){return i.map(([t,s])=>[t,-s])}function U(i,t,s,e,r,n=1){let o=t?"lowest":"minimum",{radius:a,rim:h}=x[o];i.save(),i.translate(s,e),i.scale(a*n,a*n),i.lineWidth=2*h/a,i.lineJoin="round",i.strokeStyle=r.paper,i.fillStyle=t?r.ink:r.star,i.stroke(de[o]),i.fill(de[o]),i.restore()}function It({minima:i,lowest:t},s){for(let e=i.length/2-1;e>=0;e--)s(i[2*e],i[2*e+1],e<t)}function Z(i,t,s,e=1){let{width:r,rim:n,dash:o}=x.valley;i.save(),i.lineJoin="round";for(let[a,h,l]of[[n,s.rim,[]],[r,s.ink,o]]){i.beginPath();let c=!1;for(let p=0;p<t.length;p+=2){let u=!Number.isNaN(t[p]);u&&c?i.lineTo(t[p],t[p+1]):u&&i.moveTo(t[p],t[p+1]),c=u}i.lineWidth=a*e,i.strokeStyle=h,i.setLineDash(l.map(p=>p*e)),i.stroke()}i.restore()}var ji=[2,4],ge=100,we=2;function Ms(i,{limit:t}){return t?i.map(s=>({run:s,...t(s)})).filter(({value:s})=>Number.isFinite(s)&&s>0):[]}function be([i,t],s){let e=s.map(({value:r})=>r).filter(r=>r<t*ge&&r>i/ge);return[Math.min(i,...e.map(r=>r/we)),Math.max(t,...e.map(r=>r*we))]}function ye(i,t,s,{left:e,right:r,top:n,bottom:o},a){let h=12*a.scale,l=[];i.save(),i.font=Q(a),i.textAlign="right",i.textBaseline="bottom",i.lineJoin="round";let c=t.map(({run:p,value:u,words:f})=>({line:s(u),words:f,colour:N(p,a)})).filter(({line:p})=>p>n-4&&p<o);for(let{line:p,colour:u}of c)Ui(i,u,[e,r,p],a.scale);for(let{line:p,words:u,colour:f}of c){let m=l.filter(b=>Math.abs(b.line-p)<h).map(({from:b})=>b),g=Math.min(r,...m)-4,w=g-i.measureText(u).width-4;w<e||p-h<n||(l.push({line:p,from:w}),i.setLineDash([]),i.lineWidth=3,i.strokeStyle=a.paper,i.strokeText(u,g,p-1),i.fillStyle=f,i.fillText(u,g,p-1))}i.restore()}function Ui(i,t,[s,e,r],n){i.strokeStyle=t,i.lineWidth=1.2*n,i.setLineDash(ji.map(o=>o*n)),i.beginPath(),i.moveTo(s,r),i.lineTo(e,r),i.stroke()}var ks=[{id:"accuracy",label:"Accuracy",log:!1,values:({accuracy:i})=>i},{id:"log",label:"Loss, log",log:!0,values:({loss:i})=>i},{id:"linear",label:"Loss",log:!1,values:({loss:i})=>i},{id:"distance",label:"Distance",log:!0,values:({distance:i})=>i},{id:"gradient",label:"Gradient",log:!0,values:({grad:i})=>Vi(i)},{id:"sharpness",label:"Sharpness",title:"The largest eigenvalue of the full loss's Hessian at each iterate. Dashed: above it, the optimizer's steps grow on a quadratic. Rules that scale each coordinate have no such line; the inspector compares them step by step.",log:!0,signed:!0,known:({curvature:i})=>i!==void 0,values:({curvature:i})=>i?.sharpness??null,limit:({curvature:i})=>({value:i?.limit??NaN,words:i?.words??""})},{id:"rate-x",label:"Step",axis:0,log:!0,values:i=>xe(i,0)},{id:"rate-y",label:"Step",axis:1,log:!0,values:i=>xe(i,1)}];function Lt(i){return ks.filter(({log:t,values:s,known:e})=>e?i.runs.every(e):i.runs.map(n=>s(n)).every(n=>n&&!(t&&Bi(n,o=>o<0))))}function Bi(i,t){for(let s=0;s<i.length;s++)if(t(i[s]))return!0;return!1}function Vi(i){return Float64Array.from({length:i.length/2},(t,s)=>Math.hypot(i[2*s],i[2*s+1]))}function xe({state:i,hyper:t,loss:s},e){let{rate:r}=i;return r?Float64Array.from({length:s.length},(n,o)=>r[2*o+e]):new Float64Array(s.length).fill(t.lr)}var ve=1.7,Ki=18,Me={left:46,top:10,right:12,bottom:24},$t=class{quantity=ks[1];#t=!0;#s=Me;#e=S([0,1],[0,1]);#i=S([0,1],[0,1]);#r=null;#n=null;#o=!1;#h=[0,1];#a=new Map;#l=[];#c=[];#p=0;constructor(t,s){let e=d("canvas",{role:"img","aria-label":"The chosen quantity over the steps"});this.reading=d("div",{class:"reading",hidden:""}),t.append(e,this.reading),this.sheet=new E(e),this.surface=null,this.race=null;let r=n=>{n.buttons&1&&s(this.#e.invert(n.offsetX)),this.#A(n.offsetX)};e.addEventListener("pointerdown",r),e.addEventListener("pointermove",r),e.addEventListener("pointerleave",()=>this.reading.hidden=!0)}show(t,s){this.surface=t,this.race=s,this.refresh()}refresh(){this.#t=!0}draw(t,s,e){if(!this.race)return;(this.sheet.fit()||this.#t)&&this.#u(s,e);let r=this.#e(t);if(this.sheet.clear(),t>=this.race.steps){this.#g(this.sheet.context,e);for(let o of this.#l)this.#x(this.sheet.context,o,e,1)}else this.#o||this.#d(e),this.sheet.lay(this.#r),this.sheet.lay(this.#n,r);let{context:n}=this.sheet;n.fillStyle=e.soft,n.fillRect(r-.5,this.#s.top,1,this.sheet.height-this.#s.top-this.#s.bottom);for(let o of this.#l)this.#M(n,o,t,e)}#u(t,s){this.#t=this.#o=!1;let{width:e,height:r}=this.sheet,{runs:n,steps:o}=this.race;this.#l=n.filter(({name:l})=>!t.has(l)),this.#a=new Map(this.#l.map(l=>[l,this.quantity.values(l)??[]])),this.#s={...Me,left:28+18*s.scale,bottom:10+14*s.scale},this.#e=S([0,o],[this.#s.left,e-this.#s.right]),this.#c=Ms(this.#l,this.quantity),this.#h=this.#b();let a=this.quantity.signed&&this.#l.some(l=>ce(this.#f(l)));this.#p=a?Ki*s.scale:0;let h=[r-this.#s.bottom-this.#p,this.#s.top];this.#i=(this.quantity.log?ne:S)(this.#h,h)}#d(t){this.#o=!0,this.#r=this.sheet.twin(this.#r),this.#n=this.sheet.twin(this.#n),this.#g(this.#r.context,t);for(let s of this.#l)this.#x(this.#r.context,s,t,.28),this.#x(this.#n.context,s,t,1)}#b(){let{id:t,log:s}=this.quantity;if(t==="accuracy")return[0,1];let{low:e,high:r}=this.surface,n=this.#l.map(o=>this.#f(o));return s?be(le(n,t==="log"?r:1e12),this.#c):he(n,e,r)}get#m(){let{left:t,top:s,right:e,bottom:r}=this.#s;return{left:t,top:s,right:this.sheet.width-e,bottom:this.sheet.height-r}}#f(t){return this.#a.get(t)??[]}#g(t,s){let e=this.#h,r=this.#m,n=(r.bottom-this.#p-r.top)/34,a=this.quantity.log&&Math.log10(e[1]/e[0])>1.5?oe(e,n):O(e,n),h=_(a,this.#i,l=>this.#v(l));this.#p&&h.push({at:this.#w(0),text:"≤ 0"}),C(t,"left",h,r,s,{grid:!0}),C(t,"below",this.#y(t),r,s),ye(t,this.#c,this.#i,r,s)}#y(t){let{width:s}=this.sheet,e=this.race?.steps??1,r=1.6*t.measureText(String(e)).width;return[...O([0,e],(this.#e(e)-this.#e(0))/70).filter(Number.isInteger).filter(o=>this.#e(e)-this.#e(o)>r),e].map(o=>{let a=t.measureText(String(o)).width/2;return{at:Math.min(this.#e(o),s-a),text:String(o)}})}#x(t,s,e,r){let{width:n,height:o}=this.sheet;t.save(),t.beginPath(),t.rect(this.#s.left,this.#s.top-4,n-this.#s.left,o-this.#s.top-this.#s.bottom+8),t.clip(),t.globalAlpha=r,t.strokeStyle=N(s,e),t.lineWidth=ve*e.scale,t.lineJoin="round",t.setLineDash(z(s,ve*e.scale)),t.beginPath();let a=this.#f(s);for(let h=0;h<a.length;h++)Number.isFinite(a[h])&&t.lineTo(this.#e(h),this.#w(a[h]));t.stroke(),t.restore()}#v(t){return this.quantity.id==="accuracy"?`${Number((100*t).toFixed(1))} %`:k(t)}#k(t,s){let[e]=Ms([t],this.quantity);return e?` ${s>e.value?">":s<e.value?"<":"="} ${this.#v(e.value)}`:""}#A(t){let s=Math.round(this.#e.invert(t)),{steps:e}=this.race;if(this.reading.hidden=s<0||s>e,this.reading.hidden)return;let r=this.#l.map(o=>({run:o,value:this.#f(o)[s]})).filter(({value:o})=>Number.isFinite(o)).sort((o,a)=>a.value-o.value);this.reading.replaceChildren(d("b",{},`step ${s}`),...r.map(({run:o,value:a})=>d("span",{},`${o.name} `,d("i",{},this.#v(a)+this.#k(o,a)))));let n=t>this.sheet.width/2;this.reading.style.left=n?"auto":`${t+14}px`,this.reading.style.right=n?`${this.sheet.width-t+14}px`:"auto"}#w(t){return this.#p&&t<=0?this.#m.bottom-this.#p/3:Math.max(-9999,Math.min(9999,this.#i(t)))}#M(t,s,e,r){let n=this.#f(s),o=Math.floor(e),[a,h]=[n[o],n[Math.min(o+1,n.length-1)]];if(!Number.isFinite(a))return;let l=Number.isFinite(h)?this.#w(h):this.#w(a),c=this.#w(a)+(e-o)*(l-this.#w(a));if(c<this.#s.top-4||c>this.sheet.height-this.#s.bottom+4)return;let p=N(s,r);P(t,s.style.marker,this.#e(e),c,3.6*r.scale,p,r.paper)}};function ke(i,t,s,e){let r=x.contours.apart*s,n=[];for(let{path:o,text:a}of i)if(!(As(o)<r))for(let h of x.contours.tries){let l=Math.max(1,Math.floor(h*(o.length/2-1))),[c,p]=[o[2*l],o[2*l+1]];if(!(Math.min(c-t.left,t.right-c,p-t.top,t.bottom-p)<2*s||!(e(c,p)*s<1))&&!n.some(f=>Math.hypot(f.x-c,f.y-p)<r)){n.push({x:c,y:p,angle:Yi(o,l),text:a});break}}return n}function Yi(i,t){let s=Math.min(t+1,i.length/2-1),e=Math.atan2(i[2*s+1]-i[2*t-1],i[2*s]-i[2*t-2]),r=x.contours.steep*Math.PI/180,n=Math.floor((e-r)/Math.PI)+1;return e-n*Math.PI}function As(i){let t=0;for(let s=2;s<i.length;s+=2)t+=Math.hypot(i[s]-i[s-2],i[s+1]-i[s-1]);return t}function Ae(i,{left:t,top:s,right:e,bottom:r}){let n=Math.sqrt(i.length),[o,a]=[(e-t)/(n-1),(r-s)/(n-1)],h=l=>Math.max(1,Math.min(n-2,Math.round(l)));return(l,c)=>{let p=h((r-c)/a)*n+h((l-t)/o),[u,f]=[i[p+1]-i[p-1],i[p+n]-i[p-n]];return Math.hypot(u/(2*o),f/(2*a))}}function Ee(i,t,s,e){let r=i.getTransform().a,n=document.createElement("canvas");n.width=Math.max(1,Math.round((s.right-s.left)*r)),n.height=Math.max(1,Math.round((s.bottom-s.top)*r));let o=n.getContext("2d");o.imageSmoothingEnabled=!1,o.drawImage(Es(t),0,0,n.width,n.height),o.globalCompositeOperation="source-in",Ji(o,{...e,pattern:""}),o.globalCompositeOperation="source-atop",Se(o,e,r),i.drawImage(n,s.left,s.top,s.right-s.left,s.bottom-s.top)}function Ji(i,t,s=1){i.fillStyle=t.paper,i.fillRect(0,0,i.canvas.width,i.canvas.height),Se(i,t,s)}function Se(i,{pattern:t,ink:s},e){let{width:r,height:n}=i.canvas;if(i.beginPath(),t==="lines"){for(let o=-n;o<r;o+=5*e)i.moveTo(o,n),i.lineTo(o+n,0);i.strokeStyle=s,i.lineWidth=1.1*e,i.stroke()}if(t==="dots"){for(let[o,a]=[2.5*e,!1];o<n;o+=5*e,a=!a)for(let h=(a?5:2.5)*e;h<r;h+=5*e)i.rect(h-.6*e,o-.6*e,1.2*e,1.2*e);i.fillStyle=s,i.fill()}}function Es(i){let t=document.createElement("canvas");return t.width=i.width,t.height=i.height,t.getContext("2d").putImageData(i,0,0),t}function Te(i,t,s){let e=Xi(i,t,s),r=[];for(let[n,o]of e)o.length===1&&r.push(Ne(e,n));for(let n of e.keys())e.get(n)?.length&&r.push(Ne(e,n));return r.filter(n=>n.length>1).map(n=>n.flatMap(o=>Qi(i,t,s,o)))}function Xi(i,t,s){let e=new Map,r=(n,o)=>{e.set(n,[...e.get(n)??[],o]),e.set(o,[...e.get(o)??[],n])};for(let n=0;n<t-1;n++)for(let o=0;o<t-1;o++){let a=n*t+o,[h,l,c,p]=[i[a],i[a+1],i[a+t],i[a+t+1]],u=+(h>s)|+(l>s)<<1|+(p>s)<<2|+(c>s)<<3;if(u===0||u===15||Number.isNaN(h+l+c+p))continue;let[f,m,g,w]=[2*a,2*(a+t),2*a+1,2*a+3],b=(h+l+c+p)/4>s;if(u===5||u===10){u===5===b?(r(g,m),r(f,w)):(r(g,f),r(m,w));continue}let y=[];(u&1)!==(u>>1&1)&&y.push(f),(u>>1&1)!==(u>>2&1)&&y.push(w),(u>>2&1)!==(u>>3&1)&&y.push(m),(u>>3&1)!==(u&1)&&y.push(g),r(y[0],y[1])}return e}function Ne(i,t){let s=[t];for(let e=i.get(t)?.pop();e!==void 0;e=i.get(t)?.pop()){let r=i.get(e);r.splice(r.indexOf(t),1),s.push(e),t=e}return s}function Qi(i,t,s,e){let r=e>>1,n=r+(e&1?t:1),o=(s-i[r])/(i[n]-i[r]);return[r%t+(e&1?0:o),Math.floor(r/t)+(e&1?o:0)]}function Ie({context:i},t,s,e){let r=S(t.xlim,[e.left,e.right]),n=S(t.ylim,[e.bottom,e.top]);i.save(),i.beginPath(),i.rect(e.left,e.top,e.right-e.left,e.bottom-e.top),i.clip(),Zi(i,t,s,e),tr(i,t,s,e),i.restore(),Nt(i,e,s);let[o,a]=[O(t.xlim,(e.right-e.left)/70),O(t.ylim,(e.bottom-e.top)/50)];return C(i,"below",_(o,r),e,s,{tick:4}),C(i,"left",_(a,n),e,s,{tick:4}),ae(i,t.axes,e,s),ir(i,t,s,r,n),{x:r,y:n}}function Zi(i,{heights:t,levels:s},e,r){let n=Math.sqrt(t.length),o=Et(e.ground),a=new ImageData(n,n),h=new ImageData(n,n),l=!1;t.forEach((g,w)=>{let b=Math.max(0,Math.min(255,Math.round(255*g/(s.length+1)))),M=4*((n-1-Math.floor(w/n))*n+w%n);if(!Number.isNaN(g))return a.data.set([...o[b],255],M);h.data.set([0,0,0,255],M),l=!0});let[c,p]=[(r.right-r.left)/(n-1),(r.bottom-r.top)/(n-1)];i.imageSmoothingQuality="high";let[u,f]=[r.left-c/2,r.top-p/2];if(i.drawImage(Es(a),u,f,c*n,p*n),!l)return;let m={left:u,top:f,right:u+c*n,bottom:f+p*n};Ee(i,h,m,e.areas.nowhere)}function tr(i,{heights:t,levels:s},e,r){let n=Math.sqrt(t.length),[o,a]=[(r.right-r.left)/(n-1),(r.bottom-r.top)/(n-1)],h=(u,f)=>f%2?r.bottom-u*a:r.left+u*o,c=Array.from(s).flatMap((u,f)=>Te(t,n,f+1).map(m=>({path:m.map(h),text:k(u,4)}))).filter(({path:u})=>As(u)>=x.contours.shortest);i.strokeStyle=e.contour,i.lineWidth=x.contours.width,i.lineJoin="round";for(let{path:u}of c)sr(i,u);let p=x.type.label*e.scale;i.font=Q(e,x.type.label),i.textAlign="center",i.textBaseline="middle";for(let u of ke(c,r,p,Ae(t,r)))er(i,u,e)}function sr(i,t){i.beginPath();for(let s=0;s<t.length;s+=2)i.lineTo(t[s],t[s+1]);i.stroke()}function er(i,{x:t,y:s,angle:e,text:r},n){i.save(),i.translate(t,s),i.rotate(e),i.lineWidth=3.5,i.strokeStyle=n.dark?"rgba(24,36,50,0.9)":"rgba(240,243,242,0.92)",i.strokeText(r,0,0),i.fillStyle=n.soft,i.fillText(r,0,0),i.restore()}function ir(i,t,s,e,r){let n=t.valleys.map((o,a)=>(a%2?r:e)(o));Z(i,n,s),It(t,(o,a,h)=>U(i,h,e(o),r(a),s))}function Ot(i,t,s,e){let[r,n]=[0,1];for(let o of[0,1]){let[a,h]=[s[o],e[o]];if(h===0&&!(a>=i[o]&&a<=t[o]))return null;h!==0&&(r=Math.max(r,((h>0?i:t)[o]-a)/h),n=Math.min(n,((h>0?t:i)[o]-a)/h))}return r<=n?[r,n]:null}var Rt=60,Dt=class{last=0;points=new Float64Array(0);constructor(t,s,e){this.run=t,this.measure(s,e)}measure(t,s){let{run:e}=this;this.last=(e.ended??e.loss.length)-1,this.points.length<e.x.length&&(this.points=new Float64Array(e.x.length));for(let r=0;r<=this.last;r++)this.points[2*r]=t(e.x[2*r]),this.points[2*r+1]=s(e.x[2*r+1])}head(t){let s=Math.min(Math.floor(t),this.last),e=Math.min(s+1,this.last),r=Math.min(t,this.last)-s,n=o=>this.points[2*s+o]+r*(this.points[2*e+o]-this.points[2*s+o]);return[n(0),n(1)]}trace(t,s){let{points:e}=this,r=Math.min(Math.floor(s),this.last),n=$e(t.canvas);t.beginPath(),t.moveTo(e[0],e[1]);for(let h=1;h<=r;h++)Le(t,n,e[2*h-2],e[2*h-1],e[2*h],e[2*h+1]);let[o,a]=this.head(s);Le(t,n,e[2*r],e[2*r+1],o,a)}};function $e({clientWidth:i,clientHeight:t}){return[-Rt,-Rt,i+Rt,t+Rt]}function Le(i,t,s,e,r,n){if(Ss(t,s,e)&&Ss(t,r,n)){i.lineTo(r,n);return}let[o,a]=[r-s,n-e],h=Ot(t.slice(0,2),t.slice(2),[s,e],[o,a]);h&&(i.moveTo(s+h[0]*o,e+h[0]*a),i.lineTo(s+h[1]*o,e+h[1]*a))}function Ss([i,t,s,e],r,n){return r>=i&&r<=s&&n>=t&&n<=e}function Oe(i,t,s,e){let r=D*e.scale;i.lineJoin="round";for(let n of t)n.trace(i,s),i.setLineDash([]),i.lineWidth=r+x.trail.rim,i.strokeStyle=e.rim,i.stroke(),i.setLineDash(z(n.run,r)),i.lineWidth=r,i.strokeStyle=N(n.run,e),i.stroke();i.setLineDash([]);for(let n of t)rr(i,n,s,e)}function rr(i,t,s,e){let[r,n]=t.head(s);if(!Ss($e(i.canvas),r,n))return;let{style:o}=t.run,a=N({style:o},e);P(i,o.marker,r,n,Tt*e.scale,a,e.paper)}var Pt=class{#t=[];#s=!0;#e=S([0,1],[0,1]);#i=S([0,1],[0,1]);#r={left:0,top:0,right:1,bottom:1};constructor(t){let s=e=>t.querySelector(e);this.ground=new E(s(".ground")),this.trails=new E(s(".trails")),this.ring=s(".start"),this.surface=null,this.race=null}show(t,s){t!==this.surface&&(this.#s=!0),this.surface=t,this.race=s,this.#o()}refresh(){this.#s=!0}draw(t,s,e,r){if(!this.surface)return;(this.ground.fit()||this.#s)&&this.#n(e),this.trails.fit()&&this.#o();let{context:n}=this.trails,{left:o,top:a,right:h,bottom:l}=this.#r;this.trails.clear(),n.save(),n.beginPath(),n.rect(o,a,h-o,l-a),n.clip(),Oe(n,this.#t.filter(({run:c})=>!s.has(c.name)),t,e),r(n,{x:this.#e,y:this.#i}),n.restore()}place([t,s]){this.ring.style.left=`${this.#e(t)}px`,this.ring.style.top=`${this.#i(s)}px`}#n(t){this.#s=!1,this.ground.clear();let{width:s,height:e}=this.ground,{scale:r}=t,[n,o]=[28+18*r,e-18-22*r];this.#r={left:n,top:8,right:s-10,bottom:o};let a=this.surface,{x:h,y:l}=Ie(this.ground,a,t,this.#r);this.#e=h,this.#i=l,this.#o()}#o(){if(!this.race)return;let{runs:t}=this.race;if(t.length===this.#t.length&&t.every((s,e)=>s===this.#t[e].run))for(let s of this.#t)s.measure(this.#e,this.#i);else this.#t=t.map(s=>new Dt(s,this.#e,this.#i));this.place(this.race.start)}pointAt({clientX:t,clientY:s}){let e=this.trails.canvas.getBoundingClientRect(),{left:r,top:n,right:o,bottom:a}=this.#r,h=Math.max(r,Math.min(o,t-e.left)),l=Math.max(n,Math.min(a,s-e.top));return[this.#e.invert(h),this.#i.invert(l)]}};var Re=`.view3d {
  position: relative;
  overflow: hidden;
  cursor: grab;
  touch-action: pan-y;
  user-select: none;
}
.view3d:active {
  cursor: grabbing;
}
.view3d canvas {
  position: absolute;
  inset: 0;
  width: 100%;
  height: 100%;
  pointer-events: none;
}
/* Over the ring, which is drawn, behind hills as well. */
.start3d {
  position: absolute;
  width: 44px;
  height: 44px;
  margin: -22px;
  padding: 0;
  border: 0;
  border-radius: 50%;
  background: none;
  pointer-events: none;
}
.start3d[hidden] {
  display: none;
}
.steered .start3d {
  cursor: move;
  pointer-events: auto;
  touch-action: none;
}
`;var De="A line on which the curvature term of the loss's quadratic model is the same: half-axes along the Hessian's eigenvectors, as 1/√eigenvalue to each other, the longest always alike. Where the model has no such ellipse, lines along the eigenvectors, with arrows where the loss curves down.";function Pe({high:i,low:t,along:s},{x:e,y:r}){let n=Math.max(Math.abs(i),Math.abs(t));if(!(n>0))return{ellipse:[],lines:[]};let o=([p,u])=>[p*(e(1)-e(0)),u*(r(1)-r(0))],a=[o(s),o([-s[1],s[0]])];if(t>1e-12*n)return{ellipse:or(a,[1/Math.sqrt(i/n),1/Math.sqrt(t/n)]),lines:[]};let h=[i,t].map((p,u)=>({value:p,to:ar(a[u],44)})),c=Math.abs(t)<=1e-12*n?h.slice(1):h;return{ellipse:[],lines:c.map(({value:p,to:u})=>({to:u,down:p<-1e-12*n}))}}function ze(i,[t,s],{ellipse:e,lines:r}){let{context:n}=i;if(e.length){n.beginPath();for(let[o,a]of e)n.lineTo(t+o,s+a);n.closePath(),i.outline(1.6,[])}for(let{to:o,down:a}of r)for(let h of[1,-1]){let l=[t+h*o[0],s+h*o[1]];a?i.arrow([t,s],l,1,1.6):(n.beginPath(),n.moveTo(t,s),n.lineTo(...l),i.outline(1.6,[]))}}function or([i,t],[s,e]){let r=Array.from({length:72},(o,a)=>{let[h,l]=[s*Math.cos(2*Math.PI*a/72),e*Math.sin(2*Math.PI*a/72)];return[h*i[0]+l*t[0],h*i[1]+l*t[1]]}),n=Math.max(...r.map(o=>Math.hypot(...o)));return r.map(([o,a])=>[o*44/n,a*44/n])}function ar([i,t],s){let e=Math.hypot(i,t);return[i*s/e,t*s/e]}var hr="http://www.w3.org/1998/Math/MathML",lr={lr:"lr",mu:"μ",rho:"ρ",eps:"ε",beta1:"β₁",beta2:"β₂",rate:"α",E_g2:"E[g²]",E_dx2:"E[Δx²]",dx:"Δx",decay:"λ",psi:"ψ",rho_inf:"ρ∞",lr_t:"lrₜ",mu_next:"μ′",mu_product:"Πμ",v_max:"vₘₐₓ"},cr={if:0,"+":1,"-":1,neg:2,"*":3,"/":5,"^":4,sqrt:5,abs:5,sign:5,max:5},ur={"<":"<","<=":"≤",">":">",">=":"≥","==":"=","!=":"≠"};function v(i,...t){let s=document.createElementNS(hr,i);return s.append(...t),s}function tt(i){return i.endsWith("_hat")?`${tt(i.slice(0,-4))}̂`:lr[i]??i}function W(i){if(!i.endsWith("_hat"))return v("mi",tt(i));let t=v("mover",W(i.slice(0,-4)),v("mo","^"));return t.setAttribute("accent","true"),t}function L(i,t){if(typeof i=="number")return v("mn",String(i));if(typeof i=="string")return t(i);let[s,...e]=i,r=e.map((n,o)=>dr(n,s,o,t));switch(s){case"/":return v("mfrac",...e.map(n=>L(n,t)));case"sqrt":return v("msqrt",L(e[0],t));case"abs":return v("mrow",v("mo","|"),L(e[0],t),v("mo","|"));case"sign":case"max":return pr(s,e.map(n=>L(n,t)));case"if":return fr(e,t);case"^":return v("msup",r[0],L(e[1],t));case"neg":return v("mrow",v("mo","−"),r[0]);case"*":return v("mrow",r[0],v("mo","·"),r[1]);default:return v("mrow",r[0],v("mo",s==="-"?"−":"+"),r[1])}}function pr(i,t){let s=t.flatMap((e,r)=>r?[v("mo",","),e]:[e]);return v("mrow",v("mi",i),v("mo","("),...s,v("mo",")"))}function fr([[i,t,s],e,r],n){let o=v("mo",ur[i]),a=v("mrow",v("mtext","if "),L(t,n),o,L(s,n)),l=[[L(e,n),a],[L(r,n),v("mtext","otherwise")]].map(c=>v("mtr",...c.map(p=>v("mtd",p))));return v("mrow",v("mo","{"),v("mtable",...l))}function dr(i,t,s,e){let r=L(i,e);if(!Array.isArray(i))return r;let n=l=>cr[l],[o,a]=[n(i[0]),n(t)];return o<a||o===a&&t==="-"&&s===1?v("mrow",v("mo","("),r,v("mo",")")):r}function ft(i,t){if(typeof i=="number")return i;if(typeof i=="string")return t(i);if(i[0]==="if")return ft(mr(i[1],t)?i[2]:i[3],t);let[s,e]=i.slice(1).map(r=>ft(r,t));switch(i[0]){case"+":return s+e;case"-":return s-e;case"*":return s*e;case"/":return s/e;case"^":return s**e;case"neg":return-s;case"abs":return Math.abs(s);case"sign":return Math.sign(s);case"max":return Math.max(s,e);default:return Math.sqrt(s)}}function mr(i,t){if(!Array.isArray(i))return!1;let[s,e]=i.slice(1).map(r=>ft(r,t));switch(i[0]){case"<":return s<e;case"<=":return s<=e;case">":return s>e;case">=":return s>=e;case"==":return s===e;default:return s!==e}}function dt(i,t){return t(i)||Array.isArray(i)&&i.slice(1).some(s=>dt(s,t))}var zt=class{constructor(t,s,e){this.context=t,this.colour=s,this.theme=e}arrow(t,s,e=1,r=2.4){let n=Math.hypot(s[0]-t[0],s[1]-t[1]);if(!(n>.5))return;let[o,a]=[(s[0]-t[0])/n,(s[1]-t[1])/n],h=Math.min(9,n*.6);this.context.save(),this.context.globalAlpha=e,this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(...s),this.context.moveTo(s[0]-h*(o+.5*a),s[1]-h*(a-.5*o)),this.context.lineTo(...s),this.context.lineTo(s[0]-h*(o-.5*a),s[1]-h*(a+.5*o)),this.outline(r,[]),this.context.restore()}outline(t,s){let{context:e}=this;e.lineCap="round",e.lineJoin="round",e.setLineDash([]),e.lineWidth=t+2.5,e.strokeStyle=this.theme.rim,e.stroke(),e.setLineDash(s),e.lineWidth=t,e.strokeStyle=this.colour,e.stroke(),e.setLineDash([]),e.lineCap="butt"}};var st=class{constructor(t,s){this.run=t;let e=(t.ended??t.loss.length)-1;this.step=Math.max(0,Math.min(s,e-1)),this.exists=e>0}value(t,s,e=1/0){let{run:r,step:n}=this;if(t==="t")return n+1;if(t==="g")return r.grad[2*n+s];if(t in r.hyper)return r.hyper[t];let o=r.equations.findIndex(([l])=>l===t),a=e===1/0||o>=0&&o<e?n+1:n,h=t==="x"?r.x:r.state[t];return h?h[2*a+s]:NaN}pair(t,s){return[this.value(t,0,s),this.value(t,1,s)]}get measured(){let t=this.run.grad_at??this.run.x;return[t[2*this.step],t[2*this.step+1]]}get rate(){return"rate"in this.run.state?this.pair("rate"):[this.run.hyper.lr,this.run.hyper.lr]}};function B(i,t){if(t==="g")return"gradient";let s=i.equations.find(([r])=>r===t)?.[1]??0,e=i.equations.find(([r])=>r==="x")?.[1]??0;return gr(e,t,i.hyper)?"displacement":Ce(i,t)?t==="rate"||Ct(s,"sqrt")?"rate":Fe(i,t)?"square":Ct(s,"abs")?"size":"gradient":"factor"}function Ct(i,t){return dt(i,s=>Array.isArray(s)&&s[0]===t)}function Ce(i,t,s=[]){let e=i.equations.find(([n])=>n===t)?.[1]??0,r=[...s,t];return dt(e,n=>typeof n!="string"||r.includes(n)?!1:n==="g"||n in i.state&&Ce(i,n,r))}function gr(i,t,s){if(!Array.isArray(i)||i[0]!=="+")return!1;let e=i[2];return e===t||Array.isArray(e)&&e[0]==="*"&&e[1]in s&&e[2]===t}function Fe(i,t){let s=i.equations.find(([e])=>e===t)?.[1]??0;return dt(s,e=>Array.isArray(e)?e[0]==="^"&&e[2]===2:typeof e=="string"&&e!==t&&e in i.state&&Fe(i,e))}var Ns=[["gradient","gradient, downhill"],["memory","velocity or m"],["rate","step size per axis"],["look","look-ahead point"],["curvature","curvature",De]],wr=66,qe=40,Ft=class{constructor(t,s,e,r,n){this.context=t,this.run=s,this.scales=r,this.theme=n,this.update=new st(s,e),this.colour=N(s,n),this.strokes=new zt(t,this.colour,n)}draw(t){if(!this.update.exists)return;let s=this.#a(this.update.pair("x",0));t.has("curvature")&&this.run.curvature&&ze(this.strokes,s,Pe(this.run.curvature.at(this.update.step),this.scales)),t.has("rate")&&this.rate(s),t.has("look")&&this.run.grad_at&&this.lookAhead(s),t.has("gradient")&&this.gradient(this.#a(this.update.measured),this.update.pair("g")),t.has("memory")&&this.#t(s)}part(t,s){let e=this.#a(this.update.pair("x",0)),r=this.#a(this.update.pair("x"));if(this.run.grad_at&&this.lookAhead(e),t.kind==="measure")return this.gradient(this.#a(this.update.measured),this.update.pair("g"),s);if(t.kind==="ghost"||t.kind==="move")return this.#n(e,r,t.kind==="ghost"?s:1);this.gradient(this.#a(this.update.measured),this.update.pair("g"),1,.35),this.#s(e,t,s)}gradient(t,s,e=1,r=1){let[n,o]=this.#h([-s[0],-s[1]]),a=wr*e*Math.hypot(...s)/this.#o();this.strokes.arrow(t,[t[0]+n*a,t[1]+o*a],r)}rate(t,s=this.update.rate){let e=qe/Math.max(s[0],s[1]);Number.isFinite(e)&&(this.context.beginPath(),this.context.ellipse(t[0],t[1],Math.max(1,s[0]*e),Math.max(1,s[1]*e),0,0,7),this.strokes.outline(1.5,[4,3]))}lookAhead(t){let s=this.#a(this.update.measured);this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(...s),this.strokes.outline(1.5,[3,3]),this.context.beginPath(),this.context.arc(s[0],s[1],5,0,7),this.strokes.outline(2,[])}#t(t){let s=["m","v"].find(r=>r in this.run.state&&B(this.run,r)!=="square");if(!s)return;let e=this.update.pair(s);B(this.run,s)==="displacement"?this.#i(t,e):this.gradient(t,e)}#s(t,s,e){let[r]=this.run.equations[s.equation],n=this.#e(s,e);switch(B(this.run,r)){case"displacement":return this.#i(t,n);case"rate":return this.rate(t,n);case"square":return this.#r(t,n,r,Math.sqrt);case"size":return this.#r(t,n,r,o=>o);case"factor":return;default:return this.gradient(t,n)}}#e(t,s){let[e,r]=this.run.equations[t.equation],n=this.update.pair(e);if(t.kind==="compute"||!Array.isArray(r))return n;let o=this.update.pair(e,t.equation),a=[0,1].map(c=>ft(r[1],p=>this.update.value(p,c,t.equation))),[h,l]=t.kind==="decay"?[o,a]:[a,n];return[h[0]+s*(l[0]-h[0]),h[1]+s*(l[1]-h[1])]}#i(t,s){let e=this.update.pair("x",0);this.strokes.arrow(t,this.#a([e[0]+s[0],e[1]+s[1]]))}#r([t,s],e,r,n){let o=n(Math.max(...this.update.pair(r),...this.update.pair(r,0))),[a,h]=e.map(l=>qe*n(Math.max(0,l))/o);Number.isFinite(a+h)&&(this.context.beginPath(),this.context.moveTo(t-a,s),this.context.lineTo(t+a,s),this.context.moveTo(t,s-h),this.context.lineTo(t,s+h),this.strokes.outline(4,[]))}#n(t,s,e){let r=[t[0]+e*(s[0]-t[0]),t[1]+e*(s[1]-t[1])];this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(r[0],r[1]),this.strokes.outline(2,[2,3]),this.context.save(),this.context.globalAlpha=.5,P(this.context,this.run.style.marker,r[0],r[1],6,this.colour,this.theme.rim),this.context.restore()}#o(){let t=["g",...Object.keys(this.run.state).filter(s=>B(this.run,s)==="gradient")];return Math.max(...t.map(s=>Math.hypot(...this.update.pair(s))))||1}#h([t,s]){let{x:e,y:r}=this.scales,[n,o]=[t*(e(1)-e(0)),s*(r(1)-r(0))],a=Math.hypot(n,o)||1;return[n/a,o/a]}#a([t,s]){return[this.scales.x(t),this.scales.y(s)]}};function He({curvature:i,rule:t},s,e){if(!i)return"";let r=i.at(s),{high:n,low:o,along:a,against:h}=r;if(Number.isNaN(n))return`Curvature at step ${s}: the loss has no finite second derivatives here, or is at a border between two pieces.`;if(n===0&&o===0)return`Curvature at step ${s}: none, the loss is as a plane here.`;let c=`Curvature at step ${s}: ${e?"sharpness of the full loss":"sharpness"} ${k(n)}`;if(n<=0)return`${c}: the loss curves up in no direction, and down most along ${Ts(_e(a))} (eigenvalue ${k(o)}).`;let p=o<0?` Along ${Ts(_e(a))} the loss curves down (eigenvalue ${k(o)}).`:"";if(!h)return`${c}; ${br(t,e,i.words)}.${p}`;let{value:u,limit:f,scaled:m}=h,g=u>f?">":u<f?"<":"=",w=i.words===k(f)?k(f):`${i.words} = ${yr(f)}`,b=u>f?"grow":u<f?"die out":"neither grow nor die out",y=m?`; scaled by this step's rates it is ${k(u)}`:"";return`${c}${y} ${g} ${w}: on the local quadratic${m?" with these rates held":""}, steps along ${Ts(h.along)} ${b}.${p}`}function br(i,t,s){return t?"steps see minibatches, for which there is no simple limit":s?"this step's rates are no finite numbers that could scale it":`there is no simple limit for ${i}`}function yr(i){return i===1/0?"∞":k(i)}function _e([i,t]){return t>0?[t,-i]:[-t,i]}function Ts([i,t]){return`(${k(Number(i.toFixed(3)),3)}, ${k(Number(t.toFixed(3)),3)})`}var xr=5,Is="",vr=90,qt=class{chosen=["Adam",Is];#t=null;#s=["x","y"];#e=[];#i=-1/0;constructor(t,s){this.box=t,this.changed=s,this.selects=[0,1].map(r=>this.#r(r)),this.rules=d("div",{class:"rules"});let e=d("div",{class:"choices"},"Inspect ",this.selects[0]," beside ",this.selects[1]);t.append(e,this.rules)}get open(){return!this.box.hidden}get runs(){return this.#e.map(({run:t})=>t)}show(t,s){this.#t=t,this.#s=s;let e=t.runs.map(({name:r})=>r);e.includes(this.chosen[0])||(this.chosen[0]=e[e.length-1]),e.includes(this.chosen[1])||(this.chosen[1]=Is),this.selects.forEach((r,n)=>{let o=n?[Is,...e]:e;r.replaceChildren(...o.map(a=>d("option",{value:a},a||"none"))),r.value=this.chosen[n]}),this.#n()}draw(t,s,e){if(!(!this.open||s&&performance.now()-this.#i<vr)){this.#i=performance.now();for(let r of this.#e)r.draw(t,e)}}refresh(){this.#i=-1/0}#r(t){let e=d("select",{"aria-label":t?"Second inspected optimizer":"Inspected optimizer"});return e.addEventListener("change",()=>{this.chosen[t]=e.value,this.#n(),this.changed()}),e}#n(){let t=this.chosen.flatMap(s=>this.#t?.runs.find(e=>e.name===s)??[]);this.#e=[...new Set(t)].map(s=>new $s(s,this.#s,!!this.#t?.batches)),this.rules.replaceChildren(...this.#e.map(({root:s})=>s)),this.#i=-1/0}},$s=class{#t=[];constructor(t,s,e){this.run=t,this.minibatches=e,this.curvature=d("p",{class:"curvature"}),this.title=d("caption"),this.table=d("table",{},this.title,Mr(s)),this.rows=[this.#s(),...t.equations.map((o,a)=>this.#e(a))],this.table.append(d("tbody",{},...this.rows,this.#i()));let r="rate"in t.state?"α is the step size of each coordinate. ":"",n=d("p",{class:"source"},`${r}${t.source&&`Source: ${t.source}`}`);this.root=d("section",{class:"rule",tabindex:"0",role:"region","aria-label":`Rule of ${t.name}`},this.table,this.curvature,n)}draw(t,s){let e=new st(this.run,t),{settings:r}=this.run,n=yt(this.run);this.title.textContent=e.exists?`${n} (${r}): from step ${e.step} to step ${e.step+1}`:`${n} (${r}) ${this.run.ending?.words}: there is no update to show`;let o=e.exists?He(this.run,e.step,this.minibatches):"";this.curvature.textContent!==o&&(this.curvature.textContent=o),this.curvature.hidden=!o;for(let{node:a,name:h,axis:l,equation:c}of this.#t){let p=e.exists?kr(e,h,l,c):"–";a.textContent!==p&&(a.textContent=p)}this.rows.forEach((a,h)=>a.classList.toggle("active",h-1===s))}#s(){let t=this.run.grad_at?v("mrow",W("x"),v("mo","+"),v("mi","μ"),W("v")):W("x"),s=v("mrow",W("g"),v("mo","="),v("mo","∇"),v("mi","f"),v("mo","("),t,v("mo",")")),e=[0,1].map(r=>Ls(this.#r("g",r),"g",r));return d("tr",{},d("th",{scope:"row"},Os(s)),...e)}#e(t){let[s,e]=this.run.equations[t],r=v("mrow",W(s),v("mo","←"),L(e,W)),n=[0,1].map(o=>{let a=L(e,l=>this.#r(l,o,t)),h=this.#r(s,o);return h.setAttribute("class","result"),Ls(v("mrow",a,v("mo","="),h),s,o)});return d("tr",{},d("th",{scope:"row"},Os(r)),...n)}#i(){let t=[0,1].map(e=>Ls(this.#r("update",e),"update",e)),s=d("th",{scope:"row"},"update of x");return d("tr",{class:"outcome"},s,...t)}#r(t,s,e=1/0){let r=v("mn","0");return this.#t.push({node:r,name:t,axis:s,equation:e}),r}};function Mr(i){let t=["",...i].map(s=>d("th",{scope:"col"},s));return d("thead",{},d("tr",{},...t))}function kr(i,t,s,e){let r=e!==1/0,n=t==="update"?i.value("x",s)-i.value("x",s,0):i.value(t,s,e),o=k(n,xr);return r&&n<0?`(${o})`:o}function Ls(i,t,s){return d("td",{"data-quantity":t,"data-axis":String(s)},Os(i))}function Os(i){let t=v("math",i);return t.setAttribute("displaystyle","true"),t}var Rs=[{keys:[" "],say:"Space: play or pause",act:({clock:i})=>i.toggle()},{keys:["ArrowRight","ArrowLeft"],say:"← →: one step; with Shift ten",act:Er},{keys:["Home"],say:"Home: to the start",act:({clock:i})=>We(i,0)},{keys:["End"],say:"End: to the last step",act:({clock:i})=>We(i,i.steps)},{keys:["["],say:"[ : slower",act:({clock:i})=>i.shift(-1)},{keys:["]"],say:"] : faster",act:({clock:i})=>i.shift(1)},{keys:[..."123456789"],say:"1–9: show or hide an optimizer; answer a lesson's question",act:Ar},{keys:["l","L"],say:"L: loop",act:({clock:i})=>i.loop=!i.loop},{keys:["s","S"],say:"S: this step in slow motion",act:i=>i.slowly()},{keys:["i","I"],say:"I: inspector",act:i=>i.toggleInspector()},{keys:["f","F"],say:"F: full screen",act:i=>i.toggleFullScreen()},{keys:["PageDown","n","N"],say:"Page down, N: next step of a lesson",act:({lesson:i})=>i.turn(1)},{keys:["PageUp","p","P"],say:"Page up, P: the one before",act:({lesson:i})=>i.turn(-1)},{keys:["?"],say:"?: this list",act:i=>i.toggleHelp()}];function Ge(i,t){if(t.ctrlKey||t.metaKey||t.altKey)return!1;let s=Rs.find(({keys:e})=>e.includes(t.key));return s?(s.act(i,t),!0):!1}function Ar(i,{key:t}){i.lesson.asks?i.lesson.choose(Number(t)-1):i.toggleRun(Number(t)-1)}function Er({clock:i},t){i.move((t.key==="ArrowRight"?1:-1)*(t.shiftKey?10:1))}function We(i,t){i.playing=!1,i.seek(t)}var Sr="M4 4h7v2.4H6.4V11H4zM20 20h-7v-2.4h4.6V13H20zM4 20v-7h2.4v4.6H11V20zM20 4v7h-2.4V6.4H13V4z";function je(){let i=d("div",{class:"stage"},d("section",{class:"lesson","aria-label":"Lesson",hidden:""}),Nr(),d("div",{class:"legend",role:"group","aria-label":"Optimizers"}),d("div",{class:"controls",role:"group","aria-label":"Playback"}),d("div",{class:"chart"},d("div",{class:"quantities",role:"group","aria-label":"Chart"}),d("div",{class:"curves"})),d("p",{class:"notice",role:"status",hidden:""}),Tr(),d("div",{class:"inspector",hidden:""}),d("div",{class:"story",hidden:""}),d("p",{class:"summary"}));return d("div",{class:"player",tabindex:"-1",role:"region","aria-label":"Race of optimizers; press ? for the keys"},i,Ir())}function Nr(){let i=d("div",{class:"picture view","data-view":"above"},d("canvas",{class:"ground"}),d("canvas",{class:"trails",role:"img","aria-label":"The race on the surface, from above"}),d("span",{class:"start","aria-hidden":"true"}),d("output",{class:"caption","aria-live":"off",hidden:""}));return d("div",{class:"views"},i,d("div",{class:"space view","data-view":"space",hidden:""}),d("div",{class:"samples view","data-view":"samples",hidden:""}))}function Tr(){return d("div",{class:"tools"},d("div",{class:"switches","data-group":"views",role:"group","aria-label":"Views"}),d("div",{class:"switches","data-group":"glyphs",role:"group","aria-label":"Arrows and marks"}),d("div",{class:"switches","data-group":"more",role:"group","aria-label":"More"}))}function Ir(){let i=Rs.map(({say:t})=>d("li",{},t));return d("div",{class:"help",role:"note",hidden:""},d("ul",{},...i))}function Ds(i,t){let s=d("button",{type:"button","aria-pressed":"false"},i);return s.addEventListener("click",()=>t(s.getAttribute("aria-pressed")!=="true")),s}function Ue(i){let t=d("button",{type:"button",class:"enlarge",title:"Full screen (F)","aria-label":"Full screen"},ut(Sr));return t.addEventListener("click",i),t}var Lr=4,_t=class{#t=[];#s=!0;constructor(){this.root=d("div",{class:"mark-key"})}show(t){let s=$r(t);this.#t=[];let e=s.map(([n,o])=>{let a=d("canvas",{class:"mark","aria-hidden":"true"});return this.#t.push([n,new E(a)]),d("span",{class:"entry"},a,o)}),r=t.found?[d("p",{},t.found)]:[];this.root.replaceChildren(...e,...r),this.root.hidden=!e.length&&!r.length,this.refresh()}refresh(){this.#s=!0}draw(t){for(let[s,e]of this.#t){if(!e.fit()&&!this.#s)continue;e.clear();let{context:r,width:n,height:o}=e;s==="valley"?Z(r,[1,o/2,n-1,o/2],t):s==="lowest"?U(r,!0,n/2-4,o-Lr,t,.85):U(r,!1,n/2,o/2,t)}this.#s=!1}};function $r({minima:i,lowest:t,valleys:s,unlisted:e}){let r=i.length/2-t,n=[],a=`${!r&&!e&&!s.length?"":"lowest "}${t>1?"minima":"minimum"}${e?" found":""}`;return t&&n.push(["lowest",a]),r>0&&n.push(["minimum",`${t?"other ":""}${r>1?"minima":"minimum"}`]),s.length&&n.push(["valley","floor of a valley"]),n}var Or=100,Rr=1/20,Be=1/10,Ve=3,Dr=1e-12,Pr=12,zr=new Intl.NumberFormat("en",{maximumSignificantDigits:17,useGrouping:!1}),Cr={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10},Ht=class{#t=null;held=!1;constructor(t,s,e,r){this.spread=s,this.changed=r,this.value=e,this.root=d("span",{class:"scrub",role:"spinbutton",tabindex:"0","aria-label":t}),this.root.title="Drag it left or right, use the arrow keys (Shift: finer), or double-click to type",s!=="number"&&this.root.setAttribute("aria-valuemin","0"),s==="share"&&this.root.setAttribute("aria-valuemax","1"),this.show(e),this.root.addEventListener("pointerdown",n=>this.#s(n)),this.root.addEventListener("keydown",n=>this.#e(n)),this.root.addEventListener("dblclick",()=>this.#r())}show(t){if(this.value=t,this.#t)return;let s=St(t);this.root.textContent!==s&&(this.root.textContent=s),this.root.setAttribute("aria-valuenow",zr.format(t)),this.root.setAttribute("aria-valuetext",s)}#s(t){if(t.button!==0||this.#t)return;t.preventDefault(),t.stopPropagation(),this.root.focus({preventScroll:!0}),this.root.setPointerCapture(t.pointerId);let{clientX:s}=t,e=Ke(this.value,this.spread),r=!1;this.held=!0;let n=({clientX:a,shiftKey:h})=>{e=Ye(e+(a-s)/Or*(h?Be:1),this.spread),s=a,this.#i(Je(e,this.spread),!1),r=!0},o=()=>{this.root.removeEventListener("pointermove",n),this.held=!1,r&&this.changed(this.value,!0)};this.root.addEventListener("pointermove",n),this.root.addEventListener("lostpointercapture",o,{once:!0})}#e(t){if(this.#t)return;if(t.key==="Enter")return t.preventDefault(),t.stopPropagation(),this.#r();let s=Cr[t.key];if(!s)return;t.preventDefault(),t.stopPropagation();let e=this.value;for(let r=1;r<40&&this.value===e;r++){let n=Ke(e,this.spread)+s*Rr*(t.shiftKey?Be:1)*r;this.#i(Je(Ye(n,this.spread),this.spread),!0)}}#i(t,s){t!==this.value&&(this.show(t),this.changed(t,s))}#r(){if(this.#t)return;let t=this.root.getAttribute("aria-label")??"",s=d("input",{type:"text",inputmode:"decimal","aria-label":t,value:String(this.value)});this.#t=s,this.root.replaceChildren(s),s.select();let e=r=>{if(this.#t!==s)return;let n=Fr(s.value,this.spread);if(r&&n===null)return s.setAttribute("aria-invalid","true");this.#t=null,this.root.replaceChildren(),this.show(this.value),r&&n!==null&&this.#i(n,!0)};s.addEventListener("keydown",r=>{r.stopPropagation(),r.key==="Enter"&&e(!0),r.key==="Escape"&&e(!1),this.#t||this.root.focus()}),s.addEventListener("pointerdown",r=>r.stopPropagation()),s.addEventListener("blur",()=>{e(!0),e(!1)})}};function Ke(i,t){return t==="size"?Math.log10(Math.max(i,Dr)):t==="share"?-Math.log10(1-i):i}function Ye(i,t){return t==="share"?Math.max(0,Math.min(Pr,i)):t==="size"?Math.min(300,i):i}function Je(i,t){let s=r=>Number(r.toPrecision(Ve));if(t==="size")return s(10**i);if(t==="number")return s(i);let e=s(10**-i);return Number((1-e).toFixed(Ve-1-Math.floor(Math.log10(e))))}function Fr(i,t){let s=i.trim().replace(",","."),e=/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(s)?Number(s):NaN,r=t==="number"||e>=0&&(t==="size"||e<1);return Number.isFinite(e)&&r?e:null}var Wt=class{#t=[];#s=!0;#e=!1;constructor(t,s,e,r){this.list=t,this.hidden=s,this.changed=e,this.set=r,this.marks=new _t,this.why=d("p",{class:"why",hidden:""})}show({runs:t,engine:s},e,r){if(this.#e===r&&this.#i(t))this.#t.forEach((o,a)=>this.#r(o,t[a]));else{this.#e=r,this.#t=t.map((a,h)=>this.#n(a,h));let o=d("div",{class:"head"},d("span",{},"optimizer"),"loss at this step");this.list.replaceChildren(o,...this.#t.map(({entry:a})=>a),this.marks.root,this.why)}let n=s&&"why"in s?s.why:"";this.why.hidden=!n,mt(this.why,n&&`${n}. So settings are changed beside the race.`),this.marks.show(e),this.refresh()}#i(t){let s=({name:e,rule:r,style:n,hyper:o})=>JSON.stringify([e,r,n,Object.keys(o)]);return t.length===this.#t.length&&t.every((e,r)=>s(e)===s(this.#t[r].run))}#r(t,s){t.run=s;for(let[e,r]of t.scrubs)r.held||r.show(s.hyper[e]);t.scrubs.size||mt(t.settings,s.settings),Xe(t.row,s)}heldSettings(t){let e=[...this.#t.find(({run:r})=>r.name===t)?.scrubs??[]].filter(([,r])=>r.held);return Object.fromEntries(e.map(([r,{value:n}])=>[r,n]))}refresh(){this.#s=!0,this.marks.refresh()}draw(t,s,e){for(let{run:r,row:n,sheet:o,value:a,note:h,origin:l}of this.#t){(o.fit()||this.#s)&&qr(o,r,s);let{ended:c,ending:p,loss:u}=r,f=c!==null&&t>=c?p:null;mt(a,f?.loss||k(u[f?Number(c)-1:t],4)),mt(h,f?f.words:e(r)?"out of the picture":""),mt(l,r.origin),n.setAttribute("aria-pressed",String(!this.hidden.has(r.name)))}this.#s=!1,this.marks.draw(s)}#n(t,s){let e=d("canvas",{class:"sample","aria-hidden":"true"}),r=d("span",{class:"value"}),n=d("span",{class:"note"}),o=d("span",{class:"origin"},t.origin),a=d("span",{class:"name"},t.name," ",o),h=d("button",{type:"button",class:"row"},e,a,r,n),l=d("span",{class:"settings"}),c=this.#e?this.#o(t,s):new Map;[...c].forEach(([u,{root:f}],m)=>l.append(m?", ":"",`${t.symbols[u][0]} `,f)),c.size||(l.textContent=t.settings),Xe(h,t),h.addEventListener("click",()=>{let{name:u}=this.#t[s].run;this.hidden.delete(u)||this.hidden.add(u),this.changed()});let p=d("div",{class:"entry"},h,l);return{run:t,entry:p,row:h,settings:l,scrubs:c,sheet:new E(e),value:r,note:n,origin:o}}#o(t,s){return new Map(Object.entries(t.symbols).map(([e,[r,n]])=>{let o=`${t.name}: ${r===e?e:`${r}, ${e}`}`,a=(h,l)=>this.set(s,e,h,l);return[e,new Ht(o,n,t.hyper[e],a)]}))}};function Xe(i,t){i.title=`${yt(t)}: ${t.settings}
${t.origin}: ${t.origin_means}
Click to show or hide.`}function qr(i,t,s){let{context:e,width:r,height:n}=i,o=N(t,s);i.clear(),e.beginPath(),e.moveTo(1,n/2),e.lineTo(r-8,n/2),e.setLineDash(z(t,D)),e.lineWidth=D,e.strokeStyle=o,e.stroke(),e.setLineDash([]),P(e,t.style.marker,r-9,n/2,5.4,o,s.paper)}function mt(i,t){i.textContent!==t&&(i.textContent=t)}var _r=`
  :root { color-scheme: light dark; font: 18px/1.45 system-ui, sans-serif; }
  body { margin: 18px 22px; }
  h1 { font-size: 1.25em; margin: 0 0 10px; }
  p { margin: 0 0 12px; }
  b { display: block; font-size: 0.75em; opacity: 0.75; }
  time { float: right; font-variant-numeric: tabular-nums; opacity: 0.75; }
`,jt=class{#t=null;#s=0;#e=0;constructor(t){this.press=t}open(t,s,e){return this.#t=window.open("","optviz-notes","popup,width=460,height=560"),this.#t?(this.#s=Date.now(),clearInterval(this.#e),this.#e=setInterval(()=>this.#i(),1e3),this.#t.document.onkeydown=this.press,this.show(t,s,e),this.#t.focus(),!0):!1}show(t,s,e){if(!this.#t||this.#t.closed)return;if(!e)return this.#t.close();let{head:r,body:n}=this.#t.document;r.replaceChildren(d("title",{},"Notes"),d("style",{},_r)),n.replaceChildren(d("time",{}),d("small",{},t),d("h1",{},s),...Gt("",e.text),...Gt("Answer",e.answer),...Gt("Measured",e.measured),...Gt("Next",e.next)),this.#i()}#i(){if(!this.#t||this.#t.closed)return clearInterval(this.#e);let t=Math.floor((Date.now()-this.#s)/1e3),s=this.#t.document.querySelector("time");s&&(s.textContent=`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`)}};function Gt(i,t){return t?[d("p",{},...i?[d("b",{},i)]:[],t)]:[]}var Ut=class{content=null;constructor(t,s,e){this.box=t,this.tell=s,this.notes=new jt(e)}get asks(){return!!(this.content?.question&&!this.content.chosen)}show(t){let s=t?.id!==this.content?.id,e=JSON.stringify(t)===JSON.stringify(this.content);return this.content=t,this.box.hidden=!t,!t||e?!1:(this.box.replaceChildren(d("small",{},t.place),...this.#t(t),d("h4",{},t.heading),d("p",{},t.text),...this.#s(t)),s)}turn(t){this.content&&this.tell({turn:t})}choose(t){let s=this.content?.choices[t];this.asks&&s&&this.tell({answer:s})}#t({place:t,heading:s,notes:e}){if(this.notes.show(t,s,e),!e)return[];let r=d("button",{type:"button",class:"notes"},"Notes in a window");return r.addEventListener("click",()=>{this.notes.open(t,s,e)||(r.textContent="The browser allows no window")}),[r]}#s({question:t,choices:s,chosen:e,right:r,numbers:n,finding:o}){let a=o&&(!t||e)?[d("p",{class:"finding"},`Measured: ${o}`)]:[];if(!t)return a;let h=d("p",{class:"question"},t);if(e){let c=e===r?`Right: ${r}.`:`You said ${e}; it is ${r}.`;return[h,d("p",{class:"answer",role:"status"},`${c} ${n}`),...a]}let l=s.map((c,p)=>{let u=d("button",{type:"button"},d("kbd",{},String(p+1)),` ${c}`);return u.addEventListener("click",()=>this.choose(p)),u});return[h,d("div",{class:"choices"},...l)]}};var Hr=["scene","formula","room","lesson"],Wr=["view","t"],Gr=["embed","embed_options"];var jr=-1/0;addEventListener("popstate",()=>jr=performance.now());function Qe(i,t,s,e){let r=new URLSearchParams(location.search);Ur(i,r)&&((!s||r.has("view"))&&r.set("view",t),e?r.set("t",e):r.delete("t"),Vr(Br(i,[...Gr,...Wr],r),!1))}function Ur(i,t){let s=new URLSearchParams(i);return Hr.every(e=>(s.get(e)??"")===(t.get(e)??""))}function Br(i,t,s){let e=t.filter(r=>s.has(r)).map(r=>`${r}=${encodeURIComponent(s.get(r)??"").replaceAll("%2C",",")}`);return[i,...e].filter(Boolean).join("&")}function Vr(i,t){let s=location.pathname+(i?`?${i}`:"")+location.hash;if(s!==location.pathname+location.search+location.hash)try{history[t?"pushState":"replaceState"](history.state,"",s)}catch{}}var T={left:34,top:30,right:10,bottom:26},Bt=class{#t=!0;#s=S([0,1],[0,1]);#e=S([0,1],[0,1]);#i=null;#r=null;constructor(t){let s="The samples, this step's minibatch and the decision line of each optimizer";this.samples=new E(d("canvas")),this.lines=new E(d("canvas",{role:"img","aria-label":s})),t.append(this.samples.canvas,this.lines.canvas)}show(t,s){this.#i=t,this.#r=s,this.#t=!0}refresh(){this.#t=!0}draw(t,s,e){if(!this.#i?.samples||!this.#r)return;(this.samples.fit()||this.#t)&&this.#n(e),this.lines.fit(),this.lines.clear();let{context:r}=this.lines;this.#a(r,Math.floor(t),e),r.save(),r.beginPath(),r.rect(T.left,T.top,this.lines.width-T.left-T.right,this.lines.height-T.top-T.bottom),r.clip();for(let n of this.#r.runs)s.has(n.name)||this.#l(r,n,t,e);r.restore()}#n(t){this.#t=!1;let{context:s,width:e,height:r}=this.samples,{samples:n}=this.#i,{points:o,labels:a}=n,h=[0,1].map(l=>Kr(o,l));this.#s=S(h[0],[T.left,e-T.right]),this.#e=S(h[1],[r-T.bottom,T.top]),this.samples.clear(),this.#o(s,h,t),s.lineWidth=1.3,a.forEach((l,c)=>{Ze(s,this.#s(o[2*c]),this.#e(o[2*c+1]),3,l,t.soft,t.paper)}),this.#h(s,t)}#o(t,s,e){let{left:r,top:n}=T,o={left:r,top:n,right:this.samples.width-T.right,bottom:this.samples.height-T.bottom};C(t,"below",_(O(s[0],5),this.#s),o,e),C(t,"left",_(O(s[1],5),this.#e),o,e),Nt(t,o,e)}#h(t,s){t.textAlign="left",t.textBaseline="middle",t.fillStyle=s.ink;let e=T.left+6;for(let[r,n]of[[1,"label 1"],[0,"label 0"],[2,"this step's minibatch"]])r===2&&ti(t,e,T.top-14,s),Ze(t,e,T.top-14,3,r%2,s.soft,s.paper),t.fillStyle=s.ink,t.fillText(n,e+10,T.top-13),e+=26+t.measureText(n).width}#a(t,s,e){let{batches:r,steps:n}=this.#r,o=this.#i?.samples?.points;if(!r||!o)return;let a=r.length/n,h=Math.min(s,n-1);for(let l of r.subarray(h*a,(h+1)*a))ti(t,this.#s(o[2*l]),this.#e(o[2*l+1]),e)}#l(t,s,e,r){let n=Math.floor(e),o=Math.min(n+1,s.loss.length-1),[a,h]=[0,1].map(c=>{let[p,u]=[s.x[2*n+c],s.x[2*o+c]];return Number.isFinite(u)?p+(e-n)*(u-p):p}),l=100/Math.hypot(a,h);Number.isFinite(l)&&(t.beginPath(),t.moveTo(this.#s(-h*l),this.#e(a*l)),t.lineTo(this.#s(h*l),this.#e(-a*l)),t.setLineDash(z(s,D)),t.lineWidth=D*r.scale,t.strokeStyle=N(s,r),t.stroke(),t.setLineDash([]))}};function Kr(i,t){let s=Array.from(i).filter((o,a)=>a%2===t),[e,r]=[Math.min(...s),Math.max(...s)],n=.06*(r-e);return[e-n,r+n]}function Ze(i,t,s,e,r,n,o){i.beginPath(),i.arc(t,s,e,0,7),i.fillStyle=r?n:o,i.strokeStyle=n,i.fill(),i.stroke()}function ti(i,t,s,e){i.beginPath(),i.arc(t,s,7.5,0,7),i.lineWidth=2.4,i.strokeStyle=e.ink,i.stroke(),i.lineWidth=1.3}var si=x.box.line;function ei(i,t){if(t*i.length<2*si)return[];let s=Math.ceil(si/t),e=[1/0,[]];for(let r=s;r<s+3;r++)for(let n=0;n<Math.min(r,i.length);n++){let o=[];for(let l=n;l<i.length;l+=r)o.push(l);let h=o.reduce((l,c)=>l+Yr(i[c]),0)/o.length+(r-s)/2;h<e[0]&&(e=[h,o])}return e[1]}function Yr(i){let t=k(i);return t.length+(/^−?[0.]*(10*)?[⁻⁰-⁹¹²³]*$/.test(t)?0:4)}var G=x.box.height,Ps=1e-9,R=x.box.base,zs=x.sun.direction,Cs=x.sun.wall,et=x.sun.tint,Kt=600,Yt=5,Vt=class{constructor({heights:t,levels:s,xlim:e,ylim:r}){this.heights=t,this.n=Math.sqrt(t.length),this.levels=s,this.limits=[e,r];let[n,o]=Jr(t);this.low=n,this.rise=G/(o-n),this.slopes=Xr(t,this.n,this.rise)}cell(t,s){let[e,r]=this.limits[s];return(t-e)/(r-e)*(this.n-1)}side(t,s){return this.cell(t,s)/(this.n-1)-.5}ground(t,s){let{n:e,heights:r}=this,n=e-1+Ps;if(!(t>=-Ps&&s>=-Ps&&t<=n&&s<=n))return NaN;let o=Math.max(0,Math.min(Math.floor(t),e-2)),a=Math.max(0,Math.min(Math.floor(s),e-2)),[h,l,c]=[t-o,s-a,a*e+o],p=r[c]+h*(r[c+1]-r[c]),u=r[c+e]+h*(r[c+e+1]-r[c+e]);return this.z(p+l*(u-p))}z(t){return(t-this.low)*this.rise}};function Jr(i){let[t,s]=[1/0,-1/0];for(let e of i)e<t&&(t=e),e>s&&(s=e);return t<s?[t,s]:[0,1]}function Xr(i,t,s){let e=new Float32Array(2*t*t),r=(n,o,a,h)=>{let l=o||Number.isNaN(i[n-h])?0:h,c=a||Number.isNaN(i[n+h])?0:h,p=(l+c)/h||1;return(i[n+c]-i[n-l])/p*s*(t-1)};for(let n=0;n<t*t;n++){let[o,a]=[n%t,Math.floor(n/t)];e[2*n]=r(n,o===0,o===t-1,1),e[2*n+1]=r(n,a===0,a===t-1,t)}return Qr(e,t)}function Qr(i,t){let s=i.slice();for(let e=2*(t+1);e<2*(t*t-t-1);e++){let r=(e>>1)%t;if(r===0||r===t-1)continue;let n=4*i[e];for(let o of[2,2*t])n+=2*(i[e-o]+i[e+o]);for(let o of[2*t-2,2*t+2])n+=i[e-o]+i[e+o];Number.isNaN(n)||(s[e]=n/16)}return s}function gt({right:i,away:t}){let[s,e]=[0,1].map(r=>(zs[0]*i[r]+zs[1]*t[r])/zs[2]);return[s,e]}function Fs(i,{middle:t,contrast:s,darkest:e,brightest:r}){return Math.max(e,Math.min(r,t+s*(i-1)))}function ii(i,t,s){let e=gt(i);return Fs(Cs+.5*(t[0]*e[0]+t[1]*e[1]),s)}function ri({right:i,away:t},s){let[e,r,n]=[-1/0,1/0,[0,0]];for(let o of[0,1]){let[a,h]=[i[o]*s,t[o]||1e-12],l=Math.sign(h),c=(-.5*l-a)/h;r=Math.min(r,(.5*l-a)/h),!(c<e)&&(e=c,n=o?[0,-l]:[-l,0])}return e<r?{near:e,far:r,wall:n}:null}function ni(i){let{contour:t,light:s}=x.themes[i.dark?"dark":"light"],{level:e,...r}=s;return{paper:Float32Array.from(Et(i.ground).flat()),line:t.slice(0,3),strength:t[3],middle:e,...r}}var{tick:Jt,gap:oi,name:Zr}=x.box,tn=x.trail.hidden,Xt=class{#t=[];constructor(t,s,e,r,n){this.context=t,this.surface=s,this.terrain=e,this.camera=r,this.theme=n,this.front=[-Math.sign(r.away[0])||1,-Math.sign(r.away[1])||1];let o=e.rise*r.scale*r.cosine/n.scale;this.labelled=ei(s.levels,o)}drawBack(){let[t,s]=[-this.front[0]/2,-this.front[1]/2],{context:e,terrain:r,theme:n}=this;e.lineWidth=1,e.strokeStyle=n.wall;let o=this.labelled.map(a=>r.z(a+1));for(let a of[...o,G])this.#s([[t,-s,a],[t,s,a],[-t,s,a]]);for(let[a,h]of[[t,-s],[t,s],[-t,s]])this.#s([[a,h,R],[a,h,G]])}drawFront(t,s){this.#a(s),this.#e(t),this.#n(0),this.#n(1),this.#o(),this.#p(t)}#s(t){let{context:s,camera:e}=this;s.beginPath();for(let[r,n,o]of t)s.lineTo(e.x(r,n),e.y(r,n,o));s.stroke()}#e(t){let{context:s,theme:e}=this,[r,n]=[this.front[0]/2,this.front[1]/2];s.strokeStyle=e.edge,s.lineJoin="round",this.#s([[r,-n,R],[r,n,R],[-r,n,R]]);for(let[o,a]of[[r,-n],[r,n],[-r,n]])this.#s([[o,a,R],[o,a,this.#r(o,a)]]);for(let o of[r,-r])this.#i(a=>[o,a],t);for(let o of[n,-n])this.#i(a=>[a,o],t)}#i(t,s){let{n:e}=this.terrain,r=[];for(let n=0;n<e;n++){let[o,a]=t(n/(e-1)-.5),h=this.#r(o,a);s.clearance(o,a,h)>=0?r.push([o,a,h]):(this.#s(r),r=[])}this.#s(r)}#r(t,s){let e=this.terrain.n-1;return this.terrain.ground((t+.5)*e,(s+.5)*e)}#n(t){let{camera:s,surface:e,terrain:r}=this,{scale:n}=this.theme,o=this.front[1-t]/2,a=y=>t?[o,y]:[y,o],h=t?[2*o,0]:[0,2*o],[l,c]=sn(s.across(h[0],h[1]),-s.lift(h[0],h[1],0)),p=y=>{let[M,A]=a(y);return[s.x(M,A),s.y(M,A,R)]},[[u,f],[m,g]]=[p(-.5),p(.5)],w=Math.hypot(m-u,g-f)/n;if(w<oi)return;for(let y of O(t?e.ylim:e.xlim,w/oi)){let[M,A]=p(r.side(y,t));this.#h(M,A,l,c,k(y))}let b=Zr*n;this.#l(e.axes[t],(u+m)/2+l*b,(f+g)/2+c*b)}#o(){let{camera:t,surface:s,terrain:e}=this,r=[[-.5,-.5],[.5,-.5],[.5,.5],[-.5,.5]],n=r.map(([h,l])=>t.across(h,l)),[o,a]=r[n.indexOf(Math.min(...n))];for(let h of this.labelled)this.#h(t.x(o,a),t.y(o,a,e.z(h+1)),-1,0,k(s.levels[h]));this.labelled.length&&this.#l("loss",t.x(o,a)-14,t.y(o,a,G)-12*this.theme.scale)}#h(t,s,e,r,n){let{context:o,theme:a}=this;o.font=`${x.type.number*a.scale}px ${a.font}`;let{width:h}=o.measureText(n),[l,c]=[t+e*(Jt+4+h/2),s+r*(Jt+9*a.scale)];this.#c(n,l,c,h,a.soft)&&(o.strokeStyle=a.soft,o.beginPath(),o.moveTo(t,s),o.lineTo(t+e*Jt,s+r*Jt),o.stroke())}#a(t){let{context:s,theme:e}=this;s.font=`${x.type.number*e.scale}px ${e.font}`;let{width:r}=s.measureText(t),[n,o]=[6+r/2,9*e.scale];s.lineWidth=4,s.lineJoin="round",s.strokeStyle=e.rim,s.textAlign="center",s.textBaseline="middle",s.strokeText(t,n,o),this.#c(t,n,o,r,e.soft),s.lineWidth=1}#l(t,s,e){let{context:r,theme:n}=this;r.font=`italic ${x.type.name*n.scale}px ${n.font}`,this.#c(t,s,e,r.measureText(t).width,n.ink)}#c(t,s,e,r,n){let{context:o,theme:a}=this,[h,l]=[r/2+3,6*a.scale],[c,p,u,f]=[s-h,e-l,s+h,e+l];return this.#t.some(([m,g,w,b])=>m<u&&w>c&&g<f&&b>p)?!1:(this.#t.push([c,p,u,f]),o.textAlign="center",o.textBaseline="middle",o.fillStyle=n,o.fillText(t,s,e),!0)}#p(t){let{context:s,camera:e,terrain:r,theme:n}=this;this.#u(t),It(this.surface,(o,a,h)=>{let[l,c]=[r.side(o,0),r.side(a,1)],p=this.#r(l,c);Number.isNaN(p)||(s.globalAlpha=t.clearance(l,c,p)<0?tn:1,U(s,h,e.x(l,c),e.y(l,c,p),n,n.scale),s.globalAlpha=1)})}#u(t){let{context:s,camera:e,terrain:r,theme:n}=this,{valleys:o}=this.surface,a=[];for(let h=0;h<o.length;h+=2){let[l,c]=[r.side(o[h],0),r.side(o[h+1],1)],p=this.#r(l,c),u=Number.isNaN(p)||t.clearance(l,c,p)<0;a.push(...u?[NaN,NaN]:[e.x(l,c),e.y(l,c,p)])}Z(s,a,n,n.scale)}};function sn(i,t){let s=Math.hypot(i,t)||1;return[i/s,t/s]}var en=8,rn=12,nn=.6,on=x.box.margin,{wide:an,tall:hn}=x.box,qs=[0,0,G/2],it=(i,t,s)=>Math.max(t,Math.min(s,i)),ai=i=>i*Math.PI/180,Qt=class{home={...x.camera,zoom:1};view={...this.home};version=0;scale=1;right=[1,0];away=[0,1];sine=0;cosine=1;centre=[0,0];#t=qs;#s=[0,0];#e=[1,1];#i=1;reset(){this.#t=qs,this.view={...this.home},this.#r()}fit(t,s,e){this.#e=[t,s],this.#i=e,this.#r()}turn(t,s){this.view.azimuth=((this.view.azimuth+t)%360+360)%360,this.view.elevation=it(this.view.elevation+s,en,90),this.#r()}zoomAt(t,s=this.centre[0],e=this.centre[1]){let r=this.view.zoom;this.view.zoom=it(r*t,nn,rn),this.#r();let n=1-this.view.zoom/r;if(n<0&&this.move((s-this.centre[0])*n,(e-this.centre[1])*n),n>0){let o=r>1?it((this.view.zoom-1)/(r-1),0,1):0;this.#t=qs.map((a,h)=>a+o*(this.#t[h]-a))}this.#r()}move(t,s){let[e,r]=[-t/this.scale,s/this.scale],[n,o,a]=this.#t;this.#t=[it(n+e*this.right[0]+r*this.sine*this.away[0],-.5,.5),it(o+e*this.right[1]+r*this.sine*this.away[1],-.5,.5),it(a+r*this.cosine,0,G)],this.#r()}x(t,s){return this.centre[0]+this.scale*(this.across(t,s)-this.#s[0])}y(t,s,e){return this.centre[1]-this.scale*(this.lift(t,s,e)-this.#s[1])}across(t,s){return t*this.right[0]+s*this.right[1]}distance(t,s){return t*this.away[0]+s*this.away[1]}lift(t,s,e){return this.distance(t,s)*this.sine+e*this.cosine}get origin(){let[t,s]=this.centre;return[this.#s[0]-t/this.scale,this.#s[1]+s/this.scale]}#r(){let[t,s]=[ai(this.view.azimuth),ai(this.view.elevation)];this.right=[-Math.sin(t),Math.cos(t)],this.away=[-Math.cos(t),-Math.sin(t)],this.sine=Math.sin(s),this.cosine=Math.cos(s);let[e,r]=this.#e,[n,o,a,h]=on.map(m=>m*this.#i),[l,c]=[e-n-a,r-o-h];this.centre=[n+l/2,o+c/2],this.scale=Math.max(1,Math.min(l/an,c/hn))*this.view.zoom;let[p,u,f]=this.#t;this.#s=[this.across(p,u),this.lift(p,u,f)],this.version+=1}};var ln=2,cn=6,hi=.2,un=5,[Zt,rt,ts]=[0,1,2],ss=class{#t=[];#s=[];constructor(t,s){this.run=t,this.terrain=s,this.last=(t.ended??t.loss.length)-1;let e=NaN;for(let r=0;r<this.last;r++)e=this.#e(r,e)}#e(t,s){let e=this.terrain.n-1,[r,n]=this.#i(t),[o,a]=this.#i(t+1),h=Ot([0,0],[e,e],[r,n],[o-r,a-n]);if(!h)return s;let[l,c]=h,p=Math.hypot(o-r,a-n)*(c-l),u=Math.max(1,Math.ceil(p/ln));for(let f=s===t+l?1:0;f<=u;f++){let m=l+(c-l)*f/u,g=this.#r(r+m*(o-r),n+m*(a-n));this.#t.push(...g,t+m,f?rt:Zt)}return t+c}#i(t){let{x:s}=this.run;return[this.terrain.cell(s[2*t],0),this.terrain.cell(s[2*t+1],1)]}#r(t,s){let e=this.terrain.n-1;return[t/e-.5,s/e-.5,this.terrain.ground(t,s)]}lay(t,s){let e=this.#t;this.#s=[];let r=NaN;for(let n=0;n<e.length;n+=5){let[o,a,h,l]=[e[n],e[n+1],e[n+2],e[n+3]],c=s.clearance(o,a,h),p=e[n+4]===Zt||Number.isNaN(r+c);if(!p&&c<0!=r<0){let[u,f,m,g]=this.#n(n,r<0,s);this.#o(t.x(u,f),t.y(u,f,m),g,r<0?ts:rt)}if(!Number.isNaN(c)){let u=p?Zt:c<0?ts:rt;this.#o(t.x(o,a),t.y(o,a,h),l,u)}r=c}}#n(t,s,e){let r=this.#t,n=h=>[0,1,2,3].map(l=>r[t+l-5]+h*(r[t+l]-r[t+l-5])),[o,a]=[0,1];for(let h=0;h<un;h++){let[l,c,p]=n((o+a)/2);e.clearance(l,c,p)<0===s?o=(o+a)/2:a=(o+a)/2}return n((o+a)/2)}#o(t,s,e,r){let n=this.#s,o=n.length-4;if(o>=4&&r!==Zt&&n[o+3]===r){let[a,h]=[t-n[o-4],s-n[o-3]],[l,c]=[n[o]-n[o-4],n[o+1]-n[o-3]],p=Math.hypot(a,h),u=Math.abs(l*h-c*a)<hi*p&&l*a+c*h>0;(p<hi||p<cn&&u)&&(n.length=o)}n.push(t,s,e,r)}trace(t,s,e){let r=this.#s;t.beginPath();let n=!1;for(let o=4;o<r.length&&r[o-2]<s;o+=4){let a=r[o+3]===e;if(a){let h=Math.min(1,(s-r[o-2])/(r[o+2]-r[o-2]));n||t.moveTo(r[o-4],r[o-3]),t.lineTo(r[o-4]+h*(r[o]-r[o-4]),r[o-3]+h*(r[o+1]-r[o-3]))}n=a}}head(t){let s=Math.max(0,Math.min(Math.floor(t),this.last)),e=Math.min(t,this.last)-s,[r,n]=[this.#i(s),this.#i(Math.max(s,Math.min(s+1,this.last)))];return this.#r(r[0]+e*(n[0]-r[0]),r[1]+e*(n[1]-r[1]))}};function _s([i,t],s){let[e,r]=[s.cell(i,0),s.cell(t,1)];return[s.side(i,0),s.side(t,1),s.ground(e,r)]}var li=Math.SQRT1_2,pn=4,fn=30;function ci(i,t,s,e){let r=e.origin[0]+i/e.scale,n=e.origin[1]-t/e.scale,o=c=>[e.right[0]*r+e.away[0]*c,e.right[1]*r+e.away[1]*c],a=c=>{let[p,u]=o(c),f=s.n-1,m=s.ground((p+.5)*f,(u+.5)*f);return e.lift(p,u,m)-n},h=1/(pn*(s.n-1)),l=NaN;for(let c=-li;c<=li;c+=h){let p=a(c);if(l<0&&p>=0)return mn(o(dn(a,c-h,c)),s);if(Number.isNaN(l)&&p>=0)return null;l=p}return null}function dn(i,t,s){for(let e=0;e<fn;e++){let r=(t+s)/2;i(r)<0?t=r:s=r}return s}function mn([i,t],{limits:[s,e]}){return[s[0]+(i+.5)*(s[1]-s[0]),e[0]+(t+.5)*(e[1]-e[0])]}var V=Math.SQRT1_2,gn=1.5,wn=1.2,bn=-9,es=class{constructor(t,s){this.terrain=t,this.camera=s,this.side=Math.ceil(2*V*(t.n-1))+1,this.tops=new Float32Array(this.side**2);for(let e=0;e<this.side;e++)this.#t(e)}#t(t){let{terrain:s,camera:e,side:r,tops:n}=this,[o,a]=[s.n-1,2*V/(r-1)],h=t*a-V,[l,c]=[e.right[0]*h+.5,e.right[1]*h+.5],p=bn;for(let u=0;u<r;u++){let f=u*a-V,m=s.ground((l+e.away[0]*f)*o,(c+e.away[1]*f)*o),g=f*e.sine+m*e.cosine;g>p&&(p=g),n[t*r+u]=p}}clearance(t,s,e){let{camera:r,side:n,tops:o}=this,a=(n-1)/(2*V),h=(r.across(t,s)+V)*a,l=Math.max(0,(r.distance(t,s)+V)*a-gn),[c,p]=[Math.min(n-2,Math.floor(h)),Math.min(n-2,Math.floor(l))],[u,f,m]=[h-c,l-p,c*n+p],g=o[m]+f*(o[m+1]-o[m]),w=o[m+n]+f*(o[m+n+1]-o[m+n]);return r.lift(t,s,e)+wn/r.scale-(g+u*(w-g))}};var yn={ArrowLeft:[1,0],ArrowRight:[-1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},is=class{#t=new Map;#s=0;#e=!0;constructor(t,s,e){this.box=t,this.camera=s,this.changed=e,t.addEventListener("pointerdown",r=>this.#r(r)),t.addEventListener("pointermove",r=>this.#n(r));for(let r of["pointerup","pointercancel"])t.addEventListener(r,({pointerId:n})=>this.#t.delete(n));t.addEventListener("wheel",r=>this.#h(r),{passive:!1}),t.addEventListener("keydown",r=>this.#a(r)),t.addEventListener("dblclick",()=>this.#i())}#i(){this.camera.reset(),this.changed()}#r(t){t.button===0&&(this.box.focus({preventScroll:!0}),this.box.setPointerCapture(t.pointerId),this.#t.set(t.pointerId,t),this.#s=t.clientX,this.#e=t.pointerType!=="touch")}#n(t){let s=this.#t.get(t.pointerId);if(!s)return;let[e,r]=[t.clientX-s.clientX,t.clientY-s.clientY],{pointerId:n}=t,o=[...this.#t.values()].find(a=>a.pointerId!==n);if(o){let a=({clientX:u,clientY:f})=>Math.max(10,Math.hypot(u-o.clientX,f-o.clientY)),[h,l]=this.#o(t),[c,p]=this.#o(o);this.camera.move(e/2,r/2),this.camera.zoomAt(a(t)/a(s),(h+c)/2,(l+p)/2)}else this.#e||=Math.abs(t.clientX-this.#s)>8,this.camera.turn(-e*.45,this.#e?r*.45:0);this.#t.set(t.pointerId,t),this.changed()}#o({clientX:t,clientY:s}){let{left:e,top:r}=this.box.getBoundingClientRect();return[t-e,s-r]}#h(t){if(!t.ctrlKey&&!this.box.matches(":focus"))return;t.preventDefault();let s=t.deltaMode===1?16:1,e=Math.max(-240,Math.min(240,t.deltaY*s*(t.ctrlKey?5:1)));this.camera.zoomAt(Math.exp(-e/500),...this.#o(t)),this.changed()}#a(t){if(t.ctrlKey||t.metaKey||t.altKey)return;let s=yn[t.key];if(s)this.camera.turn(s[0]*5,s[1]*5);else if(t.key==="+"||t.key==="=")this.camera.zoomAt(1.2);else if(t.key==="-")this.camera.zoomAt(1/1.2);else if(t.key==="0")this.camera.reset();else return;t.preventDefault(),t.stopPropagation(),this.changed()}};var[F,K,Y,J]=[0,1,2,3],xn=.75,vn=1.25,X=class{name="Canvas 2-D";software=!0;#t=document.createElement("canvas");#s=this.#t.getContext("2d");#e=new ImageData(1,1);#i=new Float32Array(0);#r=new Float64Array(4);#n=new Float64Array(4);#o=new Float64Array(4);#h=-1;#a=0;#l=0;#c=1;terrain=null;show(t){this.terrain=t,this.#i=new Float32Array(3*t.n**2)}paint(t,s,{width:e,height:r,density:n,fine:o}){let a=o?2*n:n;this.#c=n,this.#p(Math.round(e*a),Math.round(r*n)),this.#u(t,s);for(let h=0;h<this.#e.width;h++)this.#l=h,this.#d(t,s,(h+.5)/a,o?xn:vn);return this.#s.putImageData(this.#e,0,0),this.#t}#p(t,s){if(this.#e.width===t&&this.#e.height===s){this.#e.data.fill(0);return}Object.assign(this.#t,{width:t,height:s}),this.#e=new ImageData(t,s)}#u(t,s){let{right:e,away:r,sine:n,cosine:o,scale:a}=t,h=gt(t),{slopes:l,heights:c,rise:p}=this.terrain,u=this.#i;for(let f=0;f<c.length;f++){let[m,g]=[l[2*f],l[2*f+1]],w=m*e[0]+g*e[1],b=m*r[0]+g*r[1],y=(1-m*h[0]-g*h[1])/Math.sqrt(1+m*m+g*g),M=Math.sqrt(w*w+b*b/(n*n))+1e-9;u[3*f]=c[f],u[3*f+1]=Fs(y,s);let A=p*a*Math.abs(1+b*o/n)/M;u[3*f+2]=Math.min(Kt,A)}}#d(t,s,e,r){let[n,o]=t.origin,a=n+e/t.scale,h=ri(t,a);if(!h)return;let{near:l,far:c}=h;this.#a=0,this.#h=-1;let p=this.terrain.n-1,u=Math.ceil((c-l)*p/r),f=t.scale*this.#c;for(let m=0;m<=u;m++){let g=l+(c-l)*m/u;this.#b((t.right[0]*a+t.away[0]*g+.5)*p,(t.right[1]*a+t.away[1]*g+.5)*p);let w=this.terrain.z(this.#n[K]),b=g*t.sine+w*t.cosine;if(this.#n[F]=this.#e.height+(b-o)*f,m===0?this.#m(t,s,h):this.#n[F]>this.#a&&this.#f(s),[this.#r,this.#n]=[this.#n,this.#r],this.#a>=this.#e.height)break}this.#g()}#b(t,s){let{n:e}=this.terrain,[r,n]=[this.#i,this.#n],o=Math.max(0,Math.min(e-2,Math.floor(t))),a=Math.max(0,Math.min(e-2,Math.floor(s))),[h,l,c,p]=[t-o,s-a,3*(a*e+o),3*e];for(let u=0;u<3;u++){let f=r[c+u]+h*(r[c+3+u]-r[c+u]),m=r[c+p+u]+h*(r[c+p+3+u]-r[c+p+u]);n[u+1]=f+l*(m-f)}}#m(t,s,{wall:e}){let[r,n]=[this.#r,this.#n],[o,a]=[n[Y],n[J]],{rise:h,low:l}=this.terrain,c=t.scale*t.cosine;r[K]=l+R/h,r[F]=n[F]-(n[K]-r[K])*h*c*this.#c,r[Y]=n[Y]=ii(t,e,s),r[J]=n[J]=c*h,n[F]>this.#a&&this.#f(s),[n[Y],n[J]]=[o,a]}#f({paper:t,line:s,strength:e}){let[r,n,o,a]=[this.#r,this.#n,this.#o,this.#c],[h,l]=[r[F],this.terrain.levels.length],c=n[F]-h,p=Math.min(n[F],this.#e.height);for(let u=Math.max(this.#a,h);u<p;){let f=Math.floor(u),m=Math.min(p,f+1);f!==this.#h&&this.#g(),this.#h=f;let g=((u+m)/2-h)/c,w=r[K]+g*(n[K]-r[K]),b=r[Y]+g*(n[Y]-r[Y])-1,y=r[J]+g*(n[J]-r[J]),M=Math.abs(w-Math.max(1,Math.min(l,Math.round(w))))*y,I=Math.max(0,Math.min(1,(.5-M)*a+.5))*e*Math.min(1,y/Yt)*(m-u),$=m-u-I,j=3*Math.max(0,Math.min(255,Math.round(255*w/(l+1))));o[0]+=$*(1+b*et[0])*t[j]+I*s[0],o[1]+=$*(1+b*et[1])*t[j+1]+I*s[1],o[2]+=$*(1+b*et[2])*t[j+2]+I*s[2],o[3]+=m-u,u=m}this.#a=Math.max(this.#a,n[F])}#g(){let[t,{data:s,width:e,height:r}]=[this.#o,this.#e],n=4*((r-1-this.#h)*e+this.#l);this.#h>=0&&t[3]>0&&(s[n]=t[0]/t[3],s[n+1]=t[1]/t[3],s[n+2]=t[2]/t[3],s[n+3]=255*t[3]),t[0]=t[1]=t[2]=t[3]=0}};var Hs=6,Mn=`#version 300 es
in vec3 place;
in vec3 slant;
uniform vec2 right, away, origin, size, angle;
uniform float scale, rise, low;
out float level;
out vec3 slope;
void main() {
  float z = (place.z - low) * rise;
  float far = dot(place.xy, away);
  vec2 seen = vec2(dot(place.xy, right), far * angle.x + z * angle.y);
  vec2 pixels = (seen - origin) * scale * vec2(1, -1);
  vec2 view = pixels / size * 2.0 - 1.0;
  gl_Position = vec4(view.x, -view.y, (far * angle.y - z * angle.x) / 3.0, 1);
  level = place.z;
  slope = slant;
}`,kn=`#version 300 es
precision highp float;
in float level;
in vec3 slope;
uniform highp vec2 right, away, angle;
uniform highp float scale, rise;
uniform vec2 sun;
uniform vec3 tones, line;
uniform float levels, density, strength, middle;
uniform sampler2D paper;
out vec4 colour;
void main() {
  bool wall = slope.z > 0.5;
  float bright = wall ? ${Cs} + 0.5 * dot(slope.xy, sun)
    : (1.0 - dot(slope.xy, sun)) * inversesqrt(1.0 + dot(slope.xy, slope.xy));
  float light = clamp(middle + tones.x * (bright - 1.0), tones.y, tones.z);
  float ahead = dot(slope.xy, away);
  float steep = length(vec2(dot(slope.xy, right), ahead / angle.x)) + 1e-9;
  float spread = rise * scale * (wall ? angle.y : abs(1.0 + ahead * angle.y / angle.x) / steep);
  spread = min(spread, ${Kt}.0);
  float beside = abs(level - clamp(round(level), 1.0, levels)) * spread;
  float drawn = strength * clamp((0.5 - beside) * density + 0.5, 0.0, 1.0);
  drawn *= min(1.0, spread / ${Yt}.0);
  vec3 ground = texture(paper, vec2(clamp(level / (levels + 1.0), 0.0, 1.0), 0.5)).rgb;
  colour = vec4(mix(ground * (1.0 + (light - 1.0) * vec3(${et})), line, drawn), 1);
}`;function ui(){let i=document.createElement("canvas").getContext("webgl2"),t=i?.getExtension("WEBGL_debug_renderer_info"),s=t?String(i?.getParameter(t.UNMASKED_RENDERER_WEBGL)):i?"WebGL2":"";return i?.getExtension("WEBGL_lose_context")?.loseContext(),/swiftshader|llvmpipe|softpipe|software|microsoft basic/i.test(s)?"":s}var rs=class{name="WebGL";software=!1;#t=document.createElement("canvas");#s=0;#e=null;#i=null;constructor(){if(this.gl=this.#t.getContext("webgl2",{antialias:!0}),!this.gl)throw new Error("no WebGL2");this.program=An(this.gl),this.gl.useProgram(this.program),this.gl.enable(this.gl.DEPTH_TEST),this.gl.bindTexture(this.gl.TEXTURE_2D,this.gl.createTexture()),this.corners=this.gl.createBuffer(),this.triangles=this.gl.createBuffer()}show(t){let{gl:s}=this,{corners:e,triangles:r}=En(t);this.#e=t,this.#s=r.length,s.bindBuffer(s.ARRAY_BUFFER,this.corners),s.bufferData(s.ARRAY_BUFFER,new Float32Array(e),s.STATIC_DRAW),s.bindBuffer(s.ELEMENT_ARRAY_BUFFER,this.triangles),s.bufferData(s.ELEMENT_ARRAY_BUFFER,new Uint32Array(r),s.STATIC_DRAW),["place","slant"].forEach((n,o)=>{let a=s.getAttribLocation(this.program,n);s.enableVertexAttribArray(a),s.vertexAttribPointer(a,3,s.FLOAT,!1,4*Hs,12*o)})}paint(t,s,{width:e,height:r,density:n}){let{gl:o}=this;if(o.isContextLost()||!this.#e)return null;let[a,h]=[Math.round(e*n),Math.round(r*n)],{width:l,height:c}=this.#t;return(l!==a||c!==h)&&Object.assign(this.#t,{width:a,height:h}),o.viewport(0,0,a,h),s!==this.#i&&this.#r(s),this.#n(t,this.#e,s,[e,r],n),o.clear(o.COLOR_BUFFER_BIT|o.DEPTH_BUFFER_BIT),o.drawElements(o.TRIANGLES,this.#s,o.UNSIGNED_INT,0),this.#t}#r(t){let{gl:s}=this;this.#i=t;let e=Uint8Array.from(t.paper,Math.round);s.pixelStorei(s.UNPACK_ALIGNMENT,1),s.texImage2D(s.TEXTURE_2D,0,s.RGB,256,1,0,s.RGB,s.UNSIGNED_BYTE,e),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_MIN_FILTER,s.LINEAR),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_WRAP_S,s.CLAMP_TO_EDGE)}#n(t,s,e,r,n){let{right:o,away:a,origin:h,scale:l}=t,{low:c,rise:p}=s,u=[e.contrast,e.darkest,e.brightest],{strength:f,middle:m}=e,g=s.levels.length,w={scale:l,rise:p,low:c,density:n,strength:f,middle:m,levels:g},b=e.line.map(I=>I/255),y=[t.sine,t.cosine],M={right:o,away:a,origin:h,size:r,angle:y,sun:gt(t),tones:u,line:b},{gl:A}=this;for(let[I,$]of Object.entries({...w,...M})){let j=A.getUniformLocation(this.program,I);typeof $=="number"?A.uniform1f(j,$):$.length===2?A.uniform2fv(j,$):A.uniform3fv(j,$)}}};function An(i){let t=i.createProgram(),s=[[i.VERTEX_SHADER,Mn],[i.FRAGMENT_SHADER,kn]];for(let[e,r]of s){let n=i.createShader(e);i.shaderSource(n,r),i.compileShader(n),i.getShaderParameter(n,i.COMPILE_STATUS)||console.warn(i.getShaderInfoLog(n)),i.attachShader(t,n)}if(i.linkProgram(t),!i.getProgramParameter(t,i.LINK_STATUS))throw new Error("the shaders do not link");return t}function En({n:i,heights:t,slopes:s,low:e,rise:r}){let n=[],o=[],a=(l,c,p,u)=>{[l,c,p,u].some(f=>Number.isNaN(n[Hs*f+2]))||o.push(l,c,p,c,u,p)},h=l=>l/(i-1)-.5;for(let l=0;l<i*i;l++){let[c,p]=[h(l%i),h(Math.floor(l/i))];n.push(c,p,t[l],s[2*l],s[2*l+1],0)}for(let l=0;l<i*(i-1);l++)l%i<i-1&&a(l,l+1,l+i,l+i+1);for(let[l,c]of[[-1,0],[1,0],[0,-1],[0,1]]){let p=n.length/Hs;for(let u=0;u<i;u++){let[f,m]=[l?l>0?i-1:0:u,c?c>0?i-1:0:u];for(let g of[e+R/r,t[m*i+f]])n.push(h(f),h(m),g,l,c,1);u&&a(p+2*u-2,p+2*u-1,p+2*u,p+2*u+1)}}return{corners:n,triangles:o}}var Gs=x.trail.hidden;function pi(i,t,s,e){let r=D*e.scale;i.lineJoin="round";for(let[n,o]of[[ts,Gs],[rt,1]]){i.globalAlpha=o;for(let a of t)a.trace(i,s,n),n===rt&&Ws(i,r+x.trail.rim,e.rim,[]),Ws(i,r,N(a.run,e),z(a.run,r))}i.setLineDash([])}function Ws(i,t,s,e){i.setLineDash(e),i.lineWidth=t,i.strokeStyle=s,i.stroke()}function fi(i,t,s,e,r,n){let a=t.map(l=>({trail:l,place:l.head(s)})).filter(({place:l})=>!Number.isNaN(l[2])),h=({place:[l,c]})=>r.distance(l,c);a.sort((l,c)=>h(c)-h(l));for(let{trail:l,place:[c,p,u]}of a){let{marker:f}=l.run.style;i.globalAlpha=n.clearance(c,p,u)<0?Gs:1;let m=Tt*e.scale,g=N(l.run,e);P(i,f,r.x(c,p),r.y(c,p,u),m,g,e.paper)}i.globalAlpha=1}function di(i,[t,s,e],r,n,o){if(!Number.isNaN(e)){i.globalAlpha=o.clearance(t,s,e)<0?Gs:1;for(let[a,h]of[[x.ring.rim,r.rim],[x.ring.width,r.ink]])i.beginPath(),i.arc(n.x(t,s),n.y(t,s,e),x.ring.radius*r.scale,0,2*Math.PI),Ws(i,a,h,[]);i.globalAlpha=1}}var Sn=140,Nn=8,Tn=16e5,mi=50,In="Arrow keys turn it, plus and minus zoom, 0 resets.",ns=class{#t=new Qt;#s=[];#e=null;#i=null;#r=null;#n=null;#o=null;#h=null;#a=-1;#l=!1;#c=!1;#p=!1;#u=1;#d=0;constructor(t,s,e="auto"){this.ground=new E(d("canvas")),this.front=new E(d("canvas")),t.classList.add("view3d"),t.tabIndex=0,t.setAttribute("role","application"),t.setAttribute("aria-label",`The race on the surface in three dimensions. ${In}`),this.ring=d("span",{class:"start3d","aria-hidden":"true"}),t.append(this.ground.canvas,this.front.canvas,this.ring),this.redraw=s,this.wanted=e,new is(t,this.#t,()=>this.#y())}get home(){return this.#t.home}set home(t){let{home:s,view:e}=this.#t;this.#t.home=t,["azimuth","elevation","zoom"].every(n=>e[n]===s[n])&&this.reset()}get view(){return{...this.#t.view}}reset(){this.#t.reset(),this.redraw()}get renderer(){return this.#o?this.#o.software?`${this.#o.name} (no WebGL)`:this.#o.name:""}get scaleName(){return x.captions[this.#e?.geometric===!1?"linear":"logarithmic"]}show(t,s){(t!==this.#e||!this.#r)&&(this.#r=new Vt(t),this.#n=null,this.#o??=Ln(this.wanted),this.#o.show(this.#r),this.refresh());let e=this.#r;this.#e=t,this.#i=s,this.#s=s.runs.map(r=>new ss(r,e)),this.#l=!1}refresh(){this.#c=!1,this.#h=null}draw(t,s,e){let r=[this.ground.fit(),this.front.fit()].includes(!0),{width:n,height:o}=this.ground;if(!this.#e||!this.#i||n<mi||o<mi)return;(r||!this.#h)&&this.#t.fit(n,o,e.scale);let a=this.#b();this.#h??=ni(e),this.#c||this.#m(a,this.#h,e);let{context:h}=this.front,l=this.#s.filter(({run:p})=>!s.has(p.name)),c=_s(this.#i.start,this.#r);this.front.clear(),pi(h,l,t,e),di(h,c,e,this.#t,a),fi(h,l,t,e,this.#t,a),this.place([this.#i.start[0],this.#i.start[1]])}get race(){return this.#i}get surface(){return this.#e}pointAt({clientX:t,clientY:s}){if(!this.#r)return null;let{left:e,top:r}=this.front.canvas.getBoundingClientRect();return ci(t-e,s-r,this.#r,this.#t)}place(t){if(!this.#r)return;let[s,e,r]=_s(t,this.#r);this.ring.hidden=Number.isNaN(r),!this.ring.hidden&&(this.ring.style.left=`${this.#t.x(s,e)}px`,this.ring.style.top=`${this.#t.y(s,e,r)}px`)}#b(){let t=this.#r;if((!this.#n||this.#a!==this.#t.version)&&(this.#a=this.#t.version,this.#n=new es(t,this.#t),this.#c=this.#l=!1),!this.#l)for(let s of this.#s)s.lay(this.#t,this.#n);return this.#l=!0,this.#n}#m(t,s,e){let{context:r,width:n,height:o}=this.ground,a=this.#r,h=new Xt(r,this.#e,a,this.#t,e);this.#c=!0,this.ground.clear(),h.drawBack(),r.drawImage(this.#f(a,s),0,0,n,o),h.drawFront(t,this.scaleName)}#f(t,s){let{canvas:e,width:r,height:n}=this.ground,o=this.#o??new X,a=e.width/r,h=Math.min(a,Math.sqrt(Tn/(r*n))),l=this.#p&&o.software,c=l?this.#u:o.software?h:a,p=performance.now(),u=o.paint(this.#t,s,{width:r,height:n,density:c,fine:!l});return l&&this.#g(Nn/(performance.now()-p),h),u||(this.#o=new X,this.#o.show(t),this.#f(t,s))}#g(t,s){let e=this.#u*Math.sqrt(t);e<this.#u&&(this.#u-=1/8),e>this.#u*1.4&&(this.#u+=1/8),this.#u=Math.max(1/2,Math.min(s,this.#u))}#y(){this.#p=!0,clearTimeout(this.#d),this.#d=window.setTimeout(()=>{this.#p=!1,this.#c&&=!this.#o?.software,this.redraw()},Sn),this.redraw()}};function Ln(i){let t=i==="WebGL"||i==="auto"&&ui()!=="";try{return t?new rs:new X}catch{return new X}}var q=[["above","From above"],["space","3-D"],["samples","Samples"]],gi=20,wi=3,os=class{#t={};#s=0;#e=1;#i=0;constructor(t,s,e){let r=n=>t.querySelector(`[data-view=${n}]`);this.boxes={above:r("above"),space:r("space"),samples:r("samples")},this.stage=t.querySelector(".stage"),this.topView=s,this.changed=e,this.space=new ns(this.boxes.space,e),this.samples=new Bt(this.boxes.samples)}show(t,s,e){if(this.topView.show(t,s),this.#t={space:[t,s],samples:[t,s]},!e)return;let[r,n]=s.camera;this.space.home={elevation:r,azimuth:n,zoom:1},this.space.reset();for(let[o]of q)this.boxes[o].hidden=!s.views.includes(o)}refresh(){this.#s=wi,this.topView.refresh(),this.space.refresh(),this.samples.refresh()}isOpen(t){return!this.boxes[t].hidden}toggle(t){this.boxes[t].hidden=!this.boxes[t].hidden,q.every(([s])=>!this.isOpen(s))&&(this.boxes.above.hidden=!1)}draw(t,s,e,r,n){let o=q.filter(([h])=>this.isOpen(h)).length;this.stage.classList.toggle("many",o>1);let a=h=>this.isOpen(h)&&r(this.boxes[h]);a("above")&&this.topView.draw(t,s,e,n),a("samples")&&this.#r("samples").draw(t,s,e),a("space")&&(this.#n()?this.#r("space").draw(t,s,e):this.changed())}#r(t){let s=this.#t[t];return s&&this[t].show(...s),delete this.#t[t],this[t]}outside({x:t},s){if(!this.topView.surface)return!1;let{xlim:e,ylim:r}=this.topView.surface,[n,o]=[t[2*s],t[2*s+1]];return!(n>=e[0]&&n<=e[1]&&o>=r[0]&&o<=r[1])}#n(){let t=performance.now(),s=t-this.#i;return this.#i=t,s>gi&&s<100?this.#e=Math.min(wi,this.#e+1):s<gi&&(this.#e=Math.max(1,this.#e-.02)),this.#s+=1,this.#s<Math.floor(this.#e)?!1:(this.#s=0,!0)}};var $n=400,On=2500;function bi(i){return q.map(([t])=>t).filter(t=>i.views.isOpen(t))}var as=class{#t="";#s=0;tell(t){let{race:s,clock:e,slow:r}=t;if(!s?.link)return;let n=bi(t),o=q.every(([c])=>n.includes(c)===s.views.includes(c)),a=e.atEnd&&!e.loop,h=e.playing||r.running||a?"":String(e.step),l=JSON.stringify([s.link,n,o,h]);l!==this.#t&&(this.#t=l,clearTimeout(this.#s),this.#s=setTimeout(()=>Qe(s.link.split("?")[1]??"",n.join(),o,h),$n))}};function Rn(i){let t=bi(i),s=i.race?.link??"";return`${s}${s.includes("?")?"&":"?"}view=${t.join()}&t=${i.clock.step}`}async function yi(i){let t=Rn(i);try{await navigator.clipboard.writeText(t)}catch{window.prompt("Copy this link",t);return}i.caption.hidden=!1,i.caption.textContent=`Copied: the link to step ${i.clock.step}`,setTimeout(()=>i.redraw(),On)}function xi(i,t,s){return i/2+s/2+Math.hypot(i/2-s/2,t)}function js(i,t,s){let[e,r,n]=[i/2+s/2,i/2-s/2,Math.hypot(i/2-s/2,t)],o=Math.atan2(t,r)/2,a=t===0&&r<0?[0,1]:[Math.cos(o),Math.sin(o)];return{high:e+n,low:e-n,along:a}}var hs=class{#t;#s=new Float64Array(3);constructor(t,s){this.program=t,this.all=s,this.#t=t.input()}at(t,s){let{inputs:e}=this.program;for(let r=0;r<e.length;r++)this.#t[r]=e[r]==="x"?t:s;return this.program.run(this.#t,this.#s,this.all,this.all.length),Number.isFinite(t+s)||this.#s.fill(NaN),this.#s}},ls=class{#t;#s;constructor(t,s){this.program=t,this.words=s,this.scaled=t.at.has("rates"),this.#t=t.input(),this.#s=t.output()}at({hyper:t,state:s},e){return this.program.inputs.forEach((r,n)=>{let[o,a,h]=r.split(".");this.#t[n]=o==="t"?e+1:o==="hyper"?t[a]:s[a][2*e+2+(h==="y"?1:0)]}),this.program.run(this.#t,this.#s,[],0),this.#s}},cs=class{#t=!0;#s=null;constructor(t,s,e){this.hessian=t,this.allowed=s,this.run=e}forget(){this.#t=!0}get sharpness(){let{x:t,loss:s}=this.run;if(this.#s??=new Float64Array(s.length),!this.#t)return this.#s;this.#t=!1;for(let e=0;e<s.length;e++){let[r,n,o]=this.hessian.at(t[2*e],t[2*e+1]);this.#s[e]=vi(xi(r,n,o))}return this.#s}get limit(){return this.allowed&&!this.allowed.scaled?vi(this.allowed.at(this.run,0)[0]):NaN}get words(){return this.allowed?.words??""}at(t){let{run:s,allowed:e}=this,[r,n,o]=this.hessian.at(s.x[2*t],s.x[2*t+1]),a=js(r,n,o);if(!Number.isFinite(a.high+a.low))return{high:NaN,low:NaN,along:[NaN,NaN],against:null};if(!e||t+1>=s.loss.length)return{...a,against:null};let[h,l,c]=e.at(s,t);return e.scaled?{...a,against:Dn([l,c],[r,n,o],h)}:{...a,against:{value:a.high,limit:h,along:a.along,scaled:!1}}}};function Dn([i,t],[s,e,r],n){let[o,a]=[Math.sqrt(i),Math.sqrt(t)],{high:h,along:l}=js(i*s,o*a*e,t*r),[c,p]=[o*l[0],a*l[1]],u=Math.hypot(c,p);return!Number.isFinite(h)||!(u>0)?null:{value:h,limit:n,along:[c/u,p/u],scaled:!0}}function vi(i){return Number.isFinite(i)?i:NaN}var nt="state.",Us="hyper.",Bs=class{constructor(t,s){this.program=t,this.input=t.input(),this.output=t.output();let e=o=>t.inputs.indexOf(o),{inputs:r,outputs:n}=t.encoded;this.looksAhead=n.grad_at.some((o,a)=>r[o]!==["x.x","x.y"][a]),this.x=e("x.x"),this.y=e("x.y"),this.t=e("t"),this.carried=s.flatMap(o=>{let a=Number(t.at.get(nt+o));return[[a,e(`${nt}${o}.x`)],[a+1,e(`${nt}${o}.y`)]]}),this.hyper=t.inputs.filter(o=>o.startsWith(Us)).map(o=>o.slice(Us.length)),this.hyperAt=this.hyper.map(o=>e(Us+o)),this.afterAt=Number(t.at.get("x")),this.gradAt=Number(t.at.get("grad")),this.whereAt=Number(t.at.get("grad_at")),this.states=[...t.at].flatMap(([o,a])=>o.startsWith(nt)?[[o.slice(nt.length),a]]:[])}},us=class{#t;#s;#e=new Float64Array(3);#i=new Float64Array(1);constructor(t){this.content=t;let s=t.programs.map(e=>new vt(e,t.columns));this.#s=s,this.loss=s[t.loss],this.accuracy=t.accuracy===null?null:s[t.accuracy],this.all=Uint16Array.from({length:this.loss.samples},(e,r)=>r),this.#t=t.rules.map(({programs:e,memory:r})=>e.map(n=>new Bs(s[n],Object.keys(r))))}bend(t){let{curvature:s}=this.content;if(!s)return;let e=new hs(this.#s[s.hessian],this.all);t.runs.forEach((r,n)=>{let o=s.limits[n];r.curvature=new cs(e,o&&new ls(this.#s[o.program],o.words),r)})}lossAt(t,s){return this.#r(this.loss,t,s)}#r(t,s,e){let{inputs:r}=t;for(let n=0;n<r.length;n++)r[n]!=="count"&&(this.#e[n]=r[n]==="x"?s:e);return t.run(this.#e,this.#i,this.all,t.samples),this.#i[0]}race(t,s){t.runs.forEach((e,r)=>this.run(t,r,s))}run(t,s,e){let r=t.runs[s],{memory:n}=this.content.rules[s],o=this.#t[s],{steps:a}=t,[h,l]=t.start;for(let u of o){for(let[f,m]of Object.entries(n))Pn(u,f,m);u.hyper.forEach((f,m)=>u.input[u.hyperAt[m]]=r.hyper[f])}o[0].looksAhead&&(r.grad_at??=new Float64Array(2*a));for(let[u,f]of Object.entries(r.state))f[0]=f[1]=n[u]??NaN;this.#o(r,0,h,l,this.lossAt(h,l),e);let c=null,p=o[0];for(let u=0;u<a;u++){let f=o.length===1?p:o[Math.min(Math.floor(u/this.content.lasts),o.length-1)],{input:m,output:g,program:w}=f;if(f!==p)for(let M=0;M<f.carried.length;M++)m[f.carried[M][1]]=p.input[p.carried[M][1]];p=f,f.x>=0&&(m[f.x]=h),f.y>=0&&(m[f.y]=l),f.t>=0&&(m[f.t]=u+1),this.#n(t,w,m,g,u),r.grad[2*u]=g[f.gradAt],r.grad[2*u+1]=g[f.gradAt+1],r.grad_at&&(r.grad_at[2*u]=g[f.whereAt],r.grad_at[2*u+1]=g[f.whereAt+1]),h=g[f.afterAt],l=g[f.afterAt+1];let b=this.lossAt(h,l),y=Number.isFinite(h)&&Number.isFinite(l)&&Number.isFinite(b);for(let M=0;M<f.carried.length;M++){let A=g[f.carried[M][0]];m[f.carried[M][1]]=A,y=y&&Number.isFinite(A)}if(!y){c=u+1;break}for(let M=0;M<f.states.length;M++){let[A,I]=f.states[M],$=r.state[A];$[2*u+2]=g[I],$[2*u+3]=g[I+1]}this.#o(r,u+1,h,l,b,e)}r.curvature?.forget(),r.ended=c,r.ending=c===null?null:Cn(c),c!==null&&zn(r,c)}#n({batches:t},s,e,r,n){if(!t)return s.run(e,r,this.all,s.samples);let{batch:o}=this.content,a=Math.ceil(s.samples/o),h=(n+1)%a===0?s.samples-(a-1)*o:o;s.run(e,r,t.subarray(n*o,n*o+h),h)}#o(t,s,e,r,n,o){if(t.x[2*s]=e,t.x[2*s+1]=r,t.loss[s]=n,t.accuracy&&this.accuracy&&(t.accuracy[s]=this.#r(this.accuracy,e,r)),!t.distance)return;let a=1/0;for(let h=0;h<o.length;h+=2)a=Math.min(a,Math.hypot(e-o[h],r-o[h+1]));t.distance[s]=a}};function Pn({program:i,input:t},s,e){for(let r of["x","y"]){let n=i.inputs.indexOf(`${nt}${s}.${r}`);n>=0&&(t[n]=e)}}function zn(i,t){for(let s of[i.x,...Object.values(i.state)])s.fill(NaN,2*t);for(let s of[i.loss,i.accuracy,i.distance])s?.fill(NaN,t);for(let s of[i.grad,i.grad_at])s?.fill(NaN,2*t)}function Cn(i){return{words:`ended at step ${i}`,explained:"",loss:""}}var ps=class i{constructor(t,s,e){this.race=t,this.surface=s,this.engine=e}static of(t,s){if(!t.engine||"why"in t.engine)return null;try{let e=new us(t.engine);return e.bend(t),new i(t,s,e)}catch{return null}}start([t,s]){return Number.isFinite(this.engine.lossAt(t,s))?(this.race.start[0]=t,this.race.start[1]=s,this.engine.race(this.race,this.surface.minima),!0):!1}set(t,s,e){let r=this.race.runs[t];r.hyper[s]=e,[r.origin,r.origin_means]=this.race.yours,r.settings=Object.entries(r.symbols).map(([n,[o]])=>`${o} ${St(r.hyper[n])}`).join(", "),this.engine.run(this.race,t,this.surface.minima)}};var fs=class{#t=0;#s=-1/0;next=null;constructor(t){this.send=t}get possible(){return this.send!==null}get open(){return performance.now()-this.#s<3e3}ask(t,s,e={}){if(this.send){if(this.open){this.next={start:t,settings:Fn(this.next?.settings??{},e)};return}this.next=null,this.#s=performance.now(),this.#t+=1,performance.mark("optviz: asked"),this.send({start:t,settings:e,serial:this.#t,surface:s})}}answered(t,s){this.#s=-1/0;let{next:e}=this;if(!e)return;e.start.every((n,o)=>n===s[o])&&!Object.keys(e.settings).length?this.next=null:this.ask(e.start,t.surface,e.settings)}};function Fn(i,t){let s={...i};for(let[e,r]of Object.entries(t))s[e]={...s[e],...r};return s}var qn=1.1;function _n(i){let s=[{kind:"measure",equation:-1,words:`The gradient g is measured ${i.grad_at?"at the look-ahead point x + μ v":"at x"}.`}];i.equations.forEach(([r,n],o)=>{let a=tt(r);r!=="x"&&(Array.isArray(n)&&"+-".includes(n[0])&&Wn(n[1],r)?(n[1]!==r&&s.push({kind:"decay",equation:o,words:`${a} fades: it keeps a share of itself.`}),s.push({kind:"add",equation:o,words:`${a} takes up the new gradient.`})):s.push({kind:"compute",equation:o,words:Hn(i,r)}))});let e=i.equations.length-1;return s.push({kind:"ghost",equation:e,words:"This is where the rule leads."}),s.push({kind:"move",equation:e,words:"All optimizers take the step."}),s}function Hn(i,t){let s=tt(t);if(t.endsWith("_hat"))return`${s} corrects ${tt(t.slice(0,-4))} for its start at zero.`;if(B(i,t)==="rate"){let e=i.equations.find(([n])=>n===t)?.[1]??0,r=Ct(e,"sqrt")?"a root":"a gradient's size";return`${s}, the step size of each coordinate, divides by ${r}.`}return`${s} is computed.`}function Wn(i,t){return i===t||Array.isArray(i)&&i[0]==="*"&&i[2]===t}var ds=class{run=null;step=0;#t=[];#s=0;get running(){return this.run!==null}get phase(){return this.#t[Math.min(this.#t.length-1,Math.floor(this.#s))]}get share(){let t=Math.min(1,this.#s%1*1.25);return t*t*(3-2*t)}begin(t,s){this.run=t,this.step=s,this.#t=_n(t),this.#s=0}stop(){this.run=null}advance(t){return this.#s+=t/qn,this.#s>=this.#t.length?(this.stop(),this.step+1):this.phase.kind==="move"?this.step+this.share:this.step}};var Gn=.01,jn={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},wt=class{constructor(t,s,e){this.view=t,this.ground=s,this.choose=e,this.handle=d("button",{type:"button",class:t.ring.className,"aria-label":`Start point${s?"":" in space"}: drag it, or use the arrow keys`,title:s?"Start: drag it, or click anywhere":"Start: drag it over the surface"}),this.ring=t.ring,this.possible=!1,this.#t()}allow(t){t!==this.possible&&(this.possible=t,this.view.ring.replaceWith(t?this.handle:this.ring),this.view.ring=t?this.handle:this.ring,this.view.ring.parentElement?.classList.toggle("steered",t))}#t(){this.handle.addEventListener("pointerdown",s=>this.#s(s,this.handle)),this.handle.addEventListener("keydown",s=>this.#e(s));let{ground:t}=this;t&&(t.addEventListener("pointerdown",s=>this.#s(s,t)),t.addEventListener("click",s=>{let{pointerType:e}=s;this.possible&&e==="touch"&&this.#i(this.view.pointAt(s),!0)}))}#s(t,s){if(!this.possible||t.button!==0||t.pointerType==="touch"&&s!==this.handle)return;t.preventDefault(),this.ground||t.stopPropagation(),this.handle.focus({preventScroll:!0}),s.setPointerCapture(t.pointerId);let e=({clientX:o,clientY:a},h)=>this.#i(this.view.pointAt({clientX:o,clientY:a}),h),r=o=>e(o,!1),n=o=>{s.removeEventListener("pointermove",r),e(o,!0)};s.addEventListener("pointermove",r),s.addEventListener("pointerup",n,{once:!0}),s!==this.handle&&e(t,!1)}#e(t){let s=jn[t.key],{race:e,surface:r}=this.view;if(!s||!e||!r)return;t.preventDefault(),t.stopPropagation();let n=([c,p])=>(p-c)*Gn,{xlim:o,ylim:a}=r,[h,l]=e.start;this.#i([h+s[0]*n(o),l+s[1]*n(a)],!0)}#i(t,s){let{race:e}=this.view;if(!e||!t&&!s)return;let[r,n]=t??e.start,{xlim:o,ylim:a}=this.view.surface,h=(c,[p,u])=>{let f=Math.max(0,3-Math.floor(Math.log10(u-p)));return Number(c.toFixed(f))},l=[h(r,o),h(n,a)];this.view.place(l),this.choose(l,s)}};var Un={true:["✓","measured, and so it is"],false:["✗","measured, and not so here"]},ms=class{constructor(t,s){this.list=t,this.show=s}outdate(t){t||this.tell([]),this.list.classList.toggle("outdated",t)}tell(t){this.list.classList.remove("outdated");let s=d("h5",{},"What there is to see"),e=t.map(r=>d("li",{},this.#t(r),...Bn(r)));this.list.hidden=t.length===0,this.list.replaceChildren(s,d("ol",{},...e))}#t(t){let s=t.holds?t.words:`Not so here: ${t.words}`,[e,r]=Un[t.holds?"true":"false"],n=d("span",{class:"mark",role:"img","aria-label":r,title:r},e),o=d("button",{type:"button","data-holds":String(t.holds)},n,s);return o.title=`Show it: step ${t.step}`,o.addEventListener("click",()=>this.show(t)),o}};function Bn({caption:i,agrees:t,own:s}){let e=[];return i&&t&&e.push(`Radford's caption: ${i}.`),i&&!t&&e.push(`Radford's caption says otherwise: ${i}.`),s&&e.push("Measured with the scene's own settings."),e.length?[d("small",{},e.join(" "))]:[]}function Vs(i,t){let[s,e]=t.start;return[`${i}, ${t.steps} steps from (${k(s)}, ${k(e)}).`,...t.runs.map(Vn)].join(" ")}function Vn({name:i,loss:t,distance:s,ending:e,x:r}){if(e)return`${i} ${e.words}.`;let n=t.length-1,o=`${i} ends at (${k(r[2*n])}, ${k(r[2*n+1])}) with loss ${k(t[n])}`;if(!s)return`${o}.`;let a=s.indexOf(Math.min(...s));return`${o}; it comes nearest to a minimum, ${k(s[a])} away, at step ${a}.`}var gs=class{glyphs=new Set;#t=[];constructor(t){this.player=t,this.quantities=t.root.querySelector(".quantities");for(let[s,e]of q)this.#i("views",e,()=>t.views.isOpen(s),()=>t.views.toggle(s));for(let[s,e,r]of Ns)this.#i("glyphs",e,()=>this.glyphs.has(s),()=>{this.glyphs.delete(s)||this.glyphs.add(s)},r);this.#i("more","Inspector",()=>t.inspector.open,()=>t.toggleInspector()),this.#i("more","Slow motion",()=>t.slow.running,()=>t.slowly()),this.#i("more","Copy link",()=>!1,()=>yi(t)),this.#i("more","Keys",()=>!this.#s.hidden,()=>t.toggleHelp()),this.#e("more").append(Ue(()=>t.toggleFullScreen()))}show(t,s,e){let{chart:r}=this.player;(s||!t.includes(r.quantity))&&(r.quantity=t[0]);let n=t.map(o=>{let{label:a,axis:h}=o,l=Ds(h===void 0?a:`${a} ${e.axes[h]}`,()=>{r.quantity=o,r.refresh(),this.player.redraw()});return l.dataset.quantity=o.id,o.title&&(l.title=o.title),l});this.quantities.replaceChildren(...n);for(let[o]of this.#t)o.dataset.needs==="samples"&&(o.hidden=!e.samples),o.dataset.needs==="curvature"&&(o.hidden=!this.player.race?.runs[0]?.curvature),o.dataset.needs==="link"&&(o.hidden=!this.player.race?.link)}showOnly(t){let{views:s,chart:e}=this.player;for(let[o]of q)t.includes(o)&&!s.isOpen(o)&&s.toggle(o);this.glyphs=new Set(Ns.map(([o])=>o).filter(o=>t.includes(`glyph-${o}`)));let n=(this.player.race?Lt(this.player.race):[]).find(({id:o})=>t.includes(o));n&&(e.quantity=n),e.refresh()}draw(){for(let[s,e]of this.#t)Mi(s,e());let{id:t}=this.player.chart.quantity;for(let s of this.quantities.children)Mi(s,s.dataset.quantity===t)}get#s(){return this.player.root.querySelector(".help")}#e(t){return this.player.root.querySelector(`[data-group=${t}]`)}#i(t,s,e,r,n){let o=Ds(s,()=>{r(),this.player.redraw()});n&&(o.title=n),s==="curvature"&&(o.dataset.needs="curvature"),s==="Samples"&&(o.dataset.needs="samples"),s==="Copy link"&&(o.dataset.needs="link"),this.#t.push([o,e]),this.#e(t).append(o)}};function Mi(i,t){let s=String(t);i.getAttribute("aria-pressed")!==s&&i.setAttribute("aria-pressed",s)}var Kn=.1,Yn="You have changed this race. What is written beside it is of the race as it was; reload the page to see that.",Jn=900,ki=new Map,ot=class{clock=new Mt;slow=new ds;#t=new as;hidden=new Set;race=null;#s=null;live=null;#e="no";#i=null;#r=0;#n=!1;#o=!0;#h=!1;#a=0;constructor(t,s){this.tell=o=>{},this.requests=new fs(s),this.root=je(),t.append(d("style",{},ee,Re),this.root);let e=()=>this.redraw(),r=o=>this.root.querySelector(o);this.topView=new Pt(this.root),this.views=new os(this.root,this.topView,e);let n=(o,a)=>this.#v(o,a);this.handles=[new wt(this.topView,this.topView.trails.canvas,n),new wt(this.views.space,null,n)],this.chart=new $t(r(".curves"),o=>this.#y(o)),this.controls=new kt(r(".controls"),this.clock,()=>this.#d()),this.inspector=new qt(r(".inspector"),e),this.legend=new Wt(r(".legend"),this.hidden,()=>this.#b(),(o,a,h,l)=>this.#k(o,a,h,l)),this.tools=new gs(this),this.story=new ms(r(".story"),o=>this.#x(o)),this.lesson=new Ut(r(".lesson"),o=>this.tell(o),o=>this.#u(o)),this.caption=r(".caption"),this.notice=r(".notice"),this.summary=r(".summary"),this.theme=vs(this.root),this.clock.playing=!matchMedia("(prefers-reduced-motion: reduce)").matches,this.#p(),requestAnimationFrame(o=>this.#m(o))}receive(t){performance.mark("optviz: received"),t.surface&&ki.set(t.surface.key,t.surface);let s=ki.get(t.race.surface);if(!s)return this.requests.ask(Ai(t.race),"");let e=this.race;this.race=t.race,this.#s=s,this.live=ps.of(t.race,s);let r=t.race.start.slice();this.#A();for(let h of this.handles)h.allow(this.requests.possible||this.live!==null);let n=e?.surface!==t.race.surface,o=!e||e.start.some((h,l)=>h!==t.race.start[l]);this.clock.fit(t.race.steps),(n||o)&&e&&this.clock.seek(0);let a=this.lesson.show(t.race.lesson);this.root.classList.toggle("asking",this.lesson.asks),(!e||a||n)&&t.race.at!==null&&this.#c(t.race.at),this.slow.stop(),this.views.show(s,t.race,n),this.chart.show(s,t.race),this.legend.show(t.race,s,this.live!==null&&!t.race.lesson),this.inspector.show(t.race,s.axes),this.tools.show(Lt(t.race),n,s),a&&this.#l(t.race.lesson),this.story.tell(t.race.story),this.#E(),this.summary.textContent=Vs(s.name,t.race),this.requests.answered(t.race,r),this.#M(),this.#h=!0,this.redraw()}#l(t){t&&(this.root.classList.add("teaching"),this.tools.showOnly([...t.shows,...this.race?.views??[]]),this.clock.playing=t.plays,this.hidden.clear())}#c(t){this.clock.playing=!1,this.clock.seek(t)}retheme(){this.theme=vs(this.root);for(let t of[this.views,this.chart,this.legend])t.refresh();this.redraw()}redraw(){this.#o=!0}toggleRun(t){let s=this.race?.runs[t]?.name;s&&(this.hidden.delete(s)||this.hidden.add(s),this.#b())}slowly(){if(this.slow.running)return this.slow.stop();let[t]=this.inspector.runs,s=t?(t.ended??t.loss.length)-1:0;!t||s<1||(this.clock.playing=!1,this.slow.begin(t,Math.min(this.clock.step,s-1)),this.hidden.delete(t.name),this.clock.seek(this.slow.step),this.redraw())}toggleInspector(){this.inspector.box.hidden=!this.inspector.box.hidden,this.redraw()}toggleHelp(){let t=this.root.querySelector(".help");t.hidden=!t.hidden}toggleFullScreen(){document.fullscreenElement?document.exitFullscreen():this.root.requestFullscreen().catch(()=>{})}#p(){new ResizeObserver(()=>this.redraw()).observe(this.root),this.root.addEventListener("keydown",t=>this.#u(t)),this.root.addEventListener("fullscreenchange",()=>{let t=this.root.matches(":fullscreen"),s=t?Math.max(1.25,Math.min(2.2,innerWidth/1e3)):1;this.root.style.setProperty("--scale",String(s)),t&&this.root.focus(),this.retheme()})}#u(t){let s=t.composedPath()[0];s.matches("select, input")||t.key===" "&&s.matches("button")||!Ge(this,t)||(t.preventDefault(),t.stopPropagation(),this.#d())}#d(){(this.clock.playing||this.clock.time!==this.slow.step)&&this.slow.stop(),this.redraw()}#b(){this.chart.refresh(),this.redraw()}#m(t){if(!this.root.isConnected&&this.#a)return;requestAnimationFrame(n=>this.#m(n));let s=Math.min(Kn,(t-this.#a)/1e3);this.#a=t;let{time:e,playing:r}=this.clock;this.slow.running&&(this.#o=!0),this.#r&&t>this.#r&&(this.#r=0,this.#o=!0),this.#e!=="no"?this.#M():this.slow.running?this.clock.seek(this.slow.advance(s)):this.clock.advance(s),(e!==this.clock.time||r!==this.clock.playing)&&(this.#o=!0),this.#o&&this.draw()}draw(){if(!this.race)return;this.#o=!1,this.#h&&performance.mark("optviz: drawn"),this.#h=!1;let{theme:t,hidden:s,clock:e,slow:r}=this,n=this.#e==="no"&&!this.#r?e.time:e.steps,o=Math.floor(n+1e-9),a=h=>this.#f(h);this.views.draw(n,s,t,a,(h,l)=>{for(let c of this.#g()){let p=new Ft(h,c,r.running?r.step:o,l,t);r.running?p.part(r.phase,r.share):p.draw(this.tools.glyphs)}}),this.#f(this.chart.sheet.canvas)&&this.chart.draw(n,s,t),this.legend.draw(o,t,h=>this.views.outside(h,o)),this.inspector.draw(r.running?r.step:o,e.playing,r.running?r.phase.equation:-2),this.controls.draw(),this.tools.draw(),this.#t.tell(this),this.caption.hidden=!r.running,r.running&&(this.caption.textContent=`${r.run?.name}: ${r.phase.words}`)}#f(t){if(this.#e!=="held"&&this.#r!==1/0)return!0;let{top:s,bottom:e}=t.getBoundingClientRect();return e>0&&s<innerHeight}#g(){return this.slow.run?[this.slow.run]:this.tools.glyphs.size?(this.inspector.open?this.inspector.runs:this.race?.runs??[]).filter(({name:s})=>!this.hidden.has(s)):[]}#y(t){this.clock.playing=!1,this.clock.seek(Math.round(t)),this.#d()}#x({step:t,shows:s}){this.tools.showOnly(s),this.#y(t),this.root.scrollIntoView({block:"nearest",behavior:"smooth"})}#v(t,s){let{race:e,live:r}=this;if(!e)return;this.#e=s?"let go":"held",this.#i=s?null:t;let n=t.every((o,a)=>o===e.start[a])&&(!r||!s);r?.start(t)&&this.#w(s),!n&&(s||!r)&&this.requests.ask(t,e.surface),this.redraw()}#k(t,s,e,r){let{race:n,live:o}=this;!n||!o||(o.set(t,s,e),this.#r=r?performance.now()+Jn:1/0,this.#w(r),r&&this.requests.ask(Ai(n),n.surface,{[n.runs[t].name]:{[s]:e}}))}#A(){let{race:t,live:s}=this;if(!t||!s)return;let{next:e}=this.requests,r=this.#i??e?.start;r&&r.some((n,o)=>n!==t.start[o])&&s.start(r),t.runs.forEach(({name:n,hyper:o},a)=>{let h={...e?.settings[n],...this.legend.heldSettings(n)};for(let[l,c]of Object.entries(h))l in o&&s.set(a,l,c)})}#w(t){let{race:s}=this;!s||!this.#s||(this.views.show(this.#s,s,!1),this.chart.refresh(),this.inspector.refresh(),this.story.outdate(this.requests.possible),this.#n||=!this.requests.possible,t&&(this.summary.textContent=Vs(this.#s.name,s),this.#E()),this.redraw())}#M(){this.#e!=="let go"||this.requests.open&&!this.live||(this.#e="no",this.clock.restart())}#E(){let t=(this.race?.runs??[]).flatMap(({ending:s})=>s?.explained||[]);this.#n&&t.push(Yn),this.notice.hidden=t.length===0,this.notice.textContent=t.join(" ")}};function Ai({start:i}){return[i[0],i[1]]}var Xn=2;function Ei(i){let t=s=>{document.documentElement.classList.toggle("paper",s),E.finer=s?Xn:1,i.retheme(),i.draw()};addEventListener("beforeprint",()=>t(!0)),addEventListener("afterprint",()=>t(!1))}function Si(){let i=document.querySelector("script[data-optviz-race]");i&&Qn(i)}async function Qn(i){Zs();let t=bt(await Zn(i.textContent??"")),s=document.querySelector("[data-optviz-place]");s.replaceChildren();let e=new ot(s,null);e.receive(t),window===window.top&&e.root.focus({preventScroll:!0}),matchMedia("(prefers-color-scheme: dark)").addEventListener("change",()=>e.retheme()),Ei(e)}async function Zn(i){let t=Uint8Array.from(atob(i),e=>e.charCodeAt(0)),s=new Blob([t]).stream().pipeThrough(new DecompressionStream("gzip"));return new Uint8Array(await new Response(s).arrayBuffer())}var Ni=new WeakMap;function hc({parentElement:i,data:t,setStateValue:s,setTriggerValue:e}){let r=s?o=>s("chosen",o):null,n=Ni.get(i)??{player:new ot(i,r),data:null};if(Ni.set(i,n),n.player.requests.send=r,n.player.tell=o=>e("lesson",o),n.data===t)return n.player.retheme();n.data=t,n.player.receive(bt(t))}Si();export{hc as mount};
