// optviz player; sources c3f690d01d34f862863d500f4980f81af4621b67f3babc41cedddd9c08432935
var ge={f8:Float64Array,u2:Uint16Array,i1:Int8Array,i4:Int32Array};function Et(o){let t=o.slice().buffer,s=new DataView(t).getUint32(0,!0),e=new TextDecoder().decode(new Uint8Array(t,4,s)),i=JSON.parse(e,(n,r)=>Mo(r,t,4+s));return i.surface&&vo(i.surface),i}function vo(o){let t=(o.levels.length+1)/65534;o.heights=Float32Array.from(o.heights,s=>s===65535?NaN:s*t)}function Mo(o,t,s){if(!o||!Array.isArray(o.shape)||!(o.type in ge))return o;let e=o,i=ge[e.type],n=e.shape.reduce((r,a)=>r*a,1);return new i(t,s+e.at,n)}function At({name:o,rule:t}){return o.startsWith(t)?o:`${o} (${t})`}function we(o,t){return o===1||o===-1&&Math.abs(t)===1/0?1:Math.pow(o,t)}function ye(o,t){if(o===t)return o+Math.LN2;let s=o-t;return s>0?o+Math.log1p(Math.exp(-s)):s<=0?t+Math.log1p(Math.exp(s)):s}function be(o){let t=Math.exp(-Math.abs(o));return(o<0?t:1)/(1+t)}var zs={power:we,logaddexp:ye,sigmoid:be},ut={add:["a + b",(o,t)=>o+t,2],subtract:["a - b",(o,t)=>o-t,2],multiply:["a * b",(o,t)=>o*t,2],divide:["a / b",(o,t)=>o/t,2],negative:["-a",o=>-o,1],sqrt:["Math.sqrt(a)",Math.sqrt,1],absolute:["Math.abs(a)",Math.abs,1],sign:["Math.sign(a)",Math.sign,1],floor:["Math.floor(a)",Math.floor,1],maximum:["Math.max(a, b)",(o,t)=>Math.max(o,t),2],minimum:["Math.min(a, b)",(o,t)=>Math.min(o,t),2],power:["power(a, b)",we,2],exp:["Math.exp(a)",Math.exp,1],expm1:["Math.expm1(a)",Math.expm1,1],log:["Math.log(a)",Math.log,1],log1p:["Math.log1p(a)",Math.log1p,1],log2:["Math.log2(a)",Math.log2,1],log10:["Math.log10(a)",Math.log10,1],logaddexp:["logaddexp(a, b)",ye,2],sin:["Math.sin(a)",Math.sin,1],cos:["Math.cos(a)",Math.cos,1],tan:["Math.tan(a)",Math.tan,1],arcsin:["Math.asin(a)",Math.asin,1],arccos:["Math.acos(a)",Math.acos,1],arctan:["Math.atan(a)",Math.atan,1],arctan2:["Math.atan2(a, b)",Math.atan2,2],sinh:["Math.sinh(a)",Math.sinh,1],cosh:["Math.cosh(a)",Math.cosh,1],tanh:["Math.tanh(a)",Math.tanh,1],arcsinh:["Math.asinh(a)",Math.asinh,1],arccosh:["Math.acosh(a)",Math.acosh,1],arctanh:["Math.atanh(a)",Math.atanh,1],sigmoid:["sigmoid(a)",be,1],relu:["Math.max(a, 0)",o=>Math.max(o,0),1],hypot:["Math.hypot(a, b)",(o,t)=>Math.hypot(o,t),2],cbrt:["Math.cbrt(a)",Math.cbrt,1],less:["+(a < b)",(o,t)=>+(o<t),2],less_equal:["+(a <= b)",(o,t)=>+(o<=t),2],greater:["+(a > b)",(o,t)=>+(o>t),2],greater_equal:["+(a >= b)",(o,t)=>+(o>=t),2],equal:["+(a === b)",(o,t)=>+(o===t),2],not_equal:["+(a !== b)",(o,t)=>+(o!==t),2],logical_and:["+(a !== 0 && b !== 0)",(o,t)=>+(o!==0&&t!==0),2],logical_or:["+(a !== 0 || b !== 0)",(o,t)=>+(o!==0||t!==0),2],logical_not:["+(a === 0)",o=>+(o===0),1],where:["a !== 0 ? b : c",(o,t,s)=>o!==0?t:s,3]};function pt(o,t,s){if(s<8){let f=-0;for(let d=t;d<t+s;d++)f+=o[d];return f}if(s>128){let f=s>>1;return f-=f%8,pt(o,t,f)+pt(o,t+f,s-f)}let e=t+s-s%8,i=o[t],n=o[t+1],r=o[t+2],a=o[t+3],h=o[t+4],l=o[t+5],c=o[t+6],u=o[t+7];for(let f=t+8;f<e;f+=8)i+=o[f],n+=o[f+1],r+=o[f+2],a+=o[f+3],h+=o[f+4],l+=o[f+5],c+=o[f+6],u+=o[f+7];let p=i+n+(r+a)+(h+l+(c+u));for(let f=e;f<t+s;f++)p+=o[f];return p}var xe="count",St="sum",Nt=class{run;constructor(t,s){let e=ko(t,s);this.encoded=t,this.inputs=t.inputs,this.at=new Map;let i=0;for(let[n,r]of Object.entries(t.outputs))this.at.set(n,i),i+=r.length;this.length=i,this.samples=e.length?e[0].length:0,this.run=(...n)=>{this.run=(Ao()?So:To)(t,e),this.run(...n)}}input(){return new Float64Array(this.inputs.length)}output(){return new Float64Array(this.length)}};function ko({inputs:o,constants:t,columns:s,code:e,outputs:i},n){let r=()=>{throw new Error("this is no program of optviz")},a=c=>{Array.isArray(c)||r()};[o,t,s,e,n].forEach(a);let h=s.map(c=>Rs(c,n.length)?Float64Array.from(n[c]):r());o.every(c=>typeof c=="string")||r(),t.every(Number.isFinite)||r(),h.every(c=>c.length===h[0].length&&c.every(Number.isFinite))||r();let l=o.length+t.length+s.length;e.forEach(([c,...u],p)=>{let f=c===St?1:Object.hasOwn(ut,c)?ut[c][2]:-1;(u.length!==f||!u.every(d=>Rs(d,l+p)))&&r()});for(let c of Object.values(i))a(c),c.every(u=>Rs(u,l+e.length))||r();return h}function Rs(o,t){return Number.isInteger(o)&&Number(o)>=0&&Number(o)<t}function Eo({inputs:o,constants:t,columns:s,code:e}){let i=o.length+t.length+s.length,n=Array.from({length:i},(h,l)=>l>=o.length+t.length),r=new Array(i).fill(0);for(let[h,...l]of e)n.push(h!==St&&l.some(c=>n[c])),r.push(Math.max(0,...l.map(c=>r[c]))+(h===St?1:0));let a=Math.max(0,...r);return{sampled:n,before:r,passes:a}}var ft=null;function ve(){ft=!1}function Ao(){if(ft===null)try{ft=new Function("return true")()}catch{ft=!1}return ft}function Me(o){let{inputs:t,constants:s,columns:e,code:i}=o,{sampled:n,before:r,passes:a}=Eo(o),h=t.length+s.length+e.length,l=[];for(let c=0;c<=a;c++){let u=[],p=[];for(let g=0;g<i.length;g++){let w=h+g;i[g][0]===St?r[w]===c+1&&p.push(w):!n[w]&&r[w]===c&&u.push(w)}let f=new Set(p.map(g=>i[g-h][1]));for(let g=h+i.length-1;g>=h;g--)if(!(!f.has(g)||!n[g]))for(let w of i[g-h].slice(1))f.add(w);let d=[...f].filter(g=>n[g]).sort((g,w)=>g-w);l.push({alone:u,each:d,sums:p})}return l}function So(o,t){let{inputs:s,constants:e,code:i,outputs:n}=o,r=s.length+e.length,a=r+t.length,h=d=>{let[g,...w]=i[d-a],[b,y,x]=w.map(N=>`v${N}`),E={a:b,b:y,c:x};return ut[g][0].replace(/\b[abc]\b/g,N=>E[N])},l=s.map((d,g)=>`const v${g} = ${d===xe?"count":`input[${g}]`};`);e.forEach((d,g)=>l.push(`const v${s.length+g} = ${No(d)};`));let c=[];for(let{alone:d,each:g,sums:w}of Me(o)){for(let y of d)l.push(`const v${y} = ${h(y)};`);if(!w.length)continue;let b=c.length;w.forEach(()=>c.push(new Float64Array(t.length?t[0].length:0))),l.push("for (let k = 0; k < count; k++) {");for(let y of g){let x=y<a?`columns[${y-r}][seen[k]]`:h(y);l.push(`const v${y} = ${x};`)}w.forEach((y,x)=>l.push(`terms[${b+x}][k] = v${i[y-a][1]};`)),l.push("}"),w.forEach((y,x)=>l.push(`const v${y} = sum(terms[${b+x}], 0, count);`))}Object.values(n).flat().forEach((d,g)=>l.push(`output[${g}] = v${d};`));let p=`return (input, output, seen, count) => {
${l.join(`
`)}
};`;return new Function("sum","columns","terms",...Object.keys(zs),p)(pt,t,c,...Object.values(zs))}function No(o){return Object.is(o,-0)?"-0":String(o)}function To(o,t){let{inputs:s,constants:e,code:i,outputs:n}=o,r=s.length+e.length,a=r+t.length,h=new Float64Array(a+i.length);h.set(e,s.length);let l=s.indexOf(xe),c=Object.values(n).flat(),u=f=>{let[d,g,w=0,b=0]=i[f-a],y=ut[d][1];return()=>{h[f]=y(h[g],h[w],h[b])}},p=Me(o).map(({alone:f,each:d,sums:g})=>({alone:f.map(u),columns:d.filter(w=>w<a),each:d.filter(w=>w>=a).map(u),sums:g,terms:g.map(()=>new Float64Array(t.length?t[0].length:0))}));return(f,d,g,w)=>{for(let b=0;b<s.length;b++)h[b]=f[b];l>=0&&(h[l]=w);for(let b of p){for(let y of b.alone)y();if(b.sums.length){for(let y=0;y<w;y++){for(let x of b.columns)h[x]=t[x-r][g[y]];for(let x of b.each)x();for(let x=0;x<b.sums.length;x++)b.terms[x][y]=h[Number(i[b.sums[x]-a][1])]}for(let y=0;y<b.sums.length;y++)h[b.sums[y]]=pt(b.terms[y],0,w)}}for(let b=0;b<c.length;b++)d[b]=h[c[b]]}}var dt=[.25,.5,1,2,4,8],Tt=class{time=0;steps=1;playing=!0;loop=!0;speed=1;#t=0;get step(){return Math.floor(this.time+1e-9)}get atEnd(){return this.time>=this.steps}advance(t){this.playing&&(this.atEnd?this.loop?(this.#t+=t)>=1.2&&this.seek(0):this.playing=!1:this.time=Math.min(this.steps,this.time+t*25*this.speed))}seek(t){this.time=Math.max(0,Math.min(this.steps,t)),this.#t=0}move(t){this.playing=!1,this.seek(t>0?this.step+t:Math.ceil(this.time-1e-9)+t)}toggle(){!this.playing&&this.atEnd&&this.seek(0),this.playing=!this.playing}shift(t){let s=dt.indexOf(this.speed)+t;this.speed=dt[Math.max(0,Math.min(dt.length-1,s))]}restart(){this.seek(0),this.playing=!0}fit(t){let s=this.atEnd&&this.steps>0;this.steps=t,this.time=s?t:Math.min(this.time,t)}};function m(o,t={},...s){let e=document.createElement(o);for(let[i,n]of Object.entries(t))e.setAttribute(i,n);return e.append(...s),e}function B(o){let t=document.createElementNS("http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let s=document.createElementNS("http://www.w3.org/2000/svg","path");return s.setAttribute("d",o),t.append(s),t}var Ds={restart:"M6 5h2.4v14H6zM19 5v14L9.5 12z",back:"M17 5v14L8 12zM6.2 5h2v14h-2z",play:"M7 4.5v15L20 12z",pause:"M6.5 5h4v14h-4zM13.5 5h4v14h-4z",forward:"M7 5v14l9-7zM15.8 5h2v14h-2z",loop:"M17 3l4 3.5L17 10V7.6H8A3.4 3.4 0 0 0 4.6 11v1H2.4v-1A5.6 5.6 0 0 1 8 5.4h9zM7 21l-4-3.5L7 14v2.4h9a3.4 3.4 0 0 0 3.4-3.4v-1h2.2v1a5.6 5.6 0 0 1-5.6 5.6H7z"},Lo=new Map([[.25,"¼×"],[.5,"½×"]]),Lt=class{constructor(t,s,e){this.clock=s;let i=h=>()=>{h(),e()};this.play=mt("Play","play"),this.loop=mt("Loop","loop"),this.scrub=m("input",{type:"range",min:"0",step:"1","aria-label":"Step"}),this.count=m("output",{class:"count"}),this.speed=m("select",{"aria-label":"Speed"});for(let h of dt){let l=Lo.get(h)??`${h}×`;this.speed.append(m("option",{value:String(h)},l))}let n=mt("Restart","restart"),r=mt("Step back","back"),a=mt("Step forward","forward");n.addEventListener("click",i(()=>s.restart())),r.addEventListener("click",i(()=>s.move(-1))),a.addEventListener("click",i(()=>s.move(1))),this.play.addEventListener("click",i(()=>s.toggle())),this.loop.addEventListener("click",i(()=>s.loop=!s.loop)),this.speed.addEventListener("change",i(()=>s.speed=Number(this.speed.value))),this.scrub.addEventListener("input",i(()=>this.#t())),this.count.setAttribute("aria-live","off"),t.append(n,r,this.play,a,this.scrub,this.count,this.speed,this.loop)}#t(){this.clock.playing=!1,this.clock.seek(Number(this.scrub.value))}draw(){let{clock:t}=this,s=String(t.step);Ps(this.scrub,"max",String(t.steps)),this.scrub.value!==s&&(this.scrub.value=s),Ps(this.scrub,"aria-valuetext",`step ${s} of ${t.steps}`);let e=`${s} / ${t.steps}`;this.count.textContent!==e&&(this.count.textContent=e),this.scrub.style.setProperty("--done",`${100*t.time/t.steps}%`),this.speed.value!==String(t.speed)&&(this.speed.value=String(t.speed)),Ps(this.loop,"aria-pressed",String(t.loop));let i=t.playing?"Pause":"Play";this.play.getAttribute("aria-label")!==i&&(ke(this.play,i),this.play.replaceChildren(B(t.playing?Ds.pause:Ds.play)))}};function mt(o,t){let s=m("button",{type:"button",class:t},B(Ds[t]));return ke(s,o),s}function ke(o,t){o.setAttribute("aria-label",t),o.title=t}function Ps(o,t,s){o.getAttribute(t)!==s&&o.setAttribute(t,s)}var Ee=`:host {
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

.start,
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
.steered .start,
.steered .start3d {
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
.start.beyond::before {
  border-style: dashed;
}
.start.beyond:not(:focus) {
  visibility: hidden;
}

.zoombox {
  position: absolute;
  border: 1.5px dashed var(--ink);
  background: color-mix(in srgb, var(--paper) 25%, transparent);
  box-shadow: 0 0 0 1px var(--paper);
  pointer-events: none;
}

.zoom {
  position: absolute;
  top: 16px;
  right: 18px;
  display: flex;
  flex-direction: column;
  gap: 4px;
}
.zoom[hidden],
.zoom > [hidden] {
  display: none;
}
.zoom > button {
  width: 28px;
  height: 28px;
  padding: 0;
  border: 1px solid var(--line, currentColor);
  border-radius: 6px;
  background: var(--paper);
  color: var(--ink);
  font-size: 16px;
  line-height: 1;
  opacity: 0.85;
}
.zoom svg {
  width: 18px;
  height: 18px;
  fill: currentColor;
  vertical-align: middle;
}
.zoom > button:hover,
.zoom > button:focus-visible {
  opacity: 1;
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
.switches .icon {
  display: grid;
  place-items: center;
  padding: 2px 8px;
}
.switches .icon svg {
  width: 16px;
  height: 16px;
  fill: currentColor;
}
.switches .icon[aria-disabled="true"] {
  opacity: 0.4;
  cursor: default;
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
`;var v={themes:{light:{ink:"#22262b",soft:"#5b6270",paper:"#ffffff",rim:[255,255,255,.8],contour:[40,60,90,.3],wall:[30,40,60,.12],edge:[40,60,90,.5],star:"#9aa3b0",areas:{diverged:{pattern:"lines",paper:"#d5d8de",ink:"#5b6270"},missed:{pattern:"dots",paper:"#ffffff",ink:"#aab1bd"},nowhere:{pattern:"lines",paper:"#ffffff",ink:"#a4abb6"}},ground:["#fff6d8","#f4f3e4","#e5eced","#d8e3ee","#cad8ea"],light:{level:1,contrast:.3,darkest:.76,brightest:1.05}},dark:{ink:"#f2f4f6",soft:"#b4bac6",paper:"#0e1117",rim:[14,17,23,.75],contour:[190,210,235,.3],wall:[255,255,255,.1],edge:[190,210,235,.5],star:"#8d97a6",areas:{diverged:{pattern:"lines",paper:"#3d434f",ink:"#b4bac6"},missed:{pattern:"dots",paper:"#0e1117",ink:"#5a6271"},nowhere:{pattern:"lines",paper:"#0e1117",ink:"#5b6472"}},ground:["#243b4a","#1d2f3e","#192634","#161e2a","#131720"],light:{level:1.3,contrast:.8,darkest:.8,brightest:1.75}}},sun:{direction:[-.5,.24,.832],wall:.5,tint:[1.15,1,.8]},box:{height:.55,base:-.035,wide:1.4142135623730951,tall:1.48,margin:[44,24,18,34],tick:5,gap:62,name:32,line:14},camera:{elevation:44.5,azimuth:225},captions:{linear:"height: loss, to scale",logarithmic:"height: roughly log(loss - minimum)"},trail:{width:2.2,rim:2,hidden:.22},head:{radius:6,rim:3.4},ring:{radius:9,width:2,rim:5},star:{radius:7,rim:2},minimum:{radius:5,rim:2,corners:[[0,1.4],[.4,.4],[1.4,0],[.4,-.4],[0,-1.4],[-.4,-.4],[-1.4,0],[-.4,.4]]},lowest:{radius:7,rim:2,corners:[[0,-.25],[.22,0],[.22,1.05],[1.75,1.75],[.22,2.45],[-.22,2.45],[-.22,0]]},valley:{width:2,rim:4.5,dash:[5,3]},type:{number:11,name:12,label:10},contours:{width:1,shortest:24,apart:6.4,steep:70,tries:[.5,.3,.7,.15,.85,.4,.6]}};function Cs(o){let t=getComputedStyle(o),s=t.getPropertyValue("--paper").trim()||v.themes.light.paper,e=$o(s)<.4,{ink:i,soft:n,star:r,areas:a,ground:h,...l}=v.themes[e?"dark":"light"];return{dark:e,paper:s,ink:t.getPropertyValue("--ink").trim()||i,soft:n,star:r,areas:{...a,nowhere:{...a.nowhere,paper:s}},ground:h,rim:Ot(l.rim),contour:Ot(l.contour),wall:Ot(l.wall),edge:Ot(l.edge),font:t.fontFamily,scale:Number(t.getPropertyValue("--scale"))||1}}function Ot(o){return`rgba(${o.join()})`}function $o(o){let t=document.createElement("canvas").getContext("2d",{willReadFrequently:!0});t.fillStyle=o,t.fillRect(0,0,1,1);let[s,e,i]=t.getImageData(0,0,1,1).data;return(.2126*s+.7152*e+.0722*i)/255}function It(o){let t=o.map(s=>[1,3,5].map(e=>parseInt(s.slice(e,e+2),16)));return Array.from({length:256},(s,e)=>{let i=e/255*(t.length-1),n=Math.min(t.length-2,Math.floor(i));return t[n].map((r,a)=>r+(t[n+1][a]-r)*(i-n))})}var S=class o{static finer=1;width=0;height=0;#t=0;constructor(t){this.canvas=t,this.context=t.getContext("2d")}fit(){let[t,s]=[this.canvas.clientWidth,this.canvas.clientHeight],e=(window.devicePixelRatio||1)*o.finer;return t===this.width&&s===this.height&&e===this.#t?!1:(Object.assign(this,{width:t,height:s}),this.#t=e,this.canvas.width=Math.max(1,Math.round(t*e)),this.canvas.height=Math.max(1,Math.round(s*e)),this.context.setTransform(e,0,0,e,0,0),!0)}clear(){this.context.clearRect(0,0,this.width,this.height)}twin(t=null){if(t&&t.canvas.width===this.canvas.width&&t.canvas.height===this.canvas.height)return t.clear(),t;let s=new o(document.createElement("canvas"));return s.canvas.width=this.canvas.width,s.canvas.height=this.canvas.height,Object.assign(s,{width:this.width,height:this.height}),s.context.setTransform(this.#t,0,0,this.#t,0,0),s}lay(t,s=this.width){let e=Math.max(0,Math.min(1,s/this.width)),[i,n]=[Math.round(t.canvas.width*e),t.canvas.height];if(i===0||n===0)return;let r=i/this.#t;this.context.drawImage(t.canvas,0,0,i,n,0,0,r,n/this.#t)}};var zo="⁰¹²³⁴⁵⁶⁷⁸⁹";function k(o,t=3){if(!Number.isFinite(o))return"–";let s=Math.abs(o);if(s===0||s>=.001&&s<1e4)return Ae(String(Number(o.toPrecision(t))));let[e,i]=o.toExponential(t-1).split("e"),n=`10${Ro(Number(i))}`,r=Ae(String(Number(e)));return r==="1"?n:r==="−1"?`−${n}`:`${r}·${n}`}function Ro(o){let t=[...String(Math.abs(o))].map(s=>zo[Number(s)]);return(o<0?"⁻":"")+t.join("")}function Ae(o){return o.replace("-","−")}function $t(o){let[t,s]=o.toExponential(5).split("e"),e=Number(s);if(e>=-4&&e<6)return String(Number(o.toPrecision(6)));let i=e<0?"-":"+";return`${Number(t)}e${i}${String(Math.abs(e)).padStart(2,"0")}`}function A([o,t],[s,e]){let i=(e-s)/(t-o);return Object.assign(n=>s+(n-o)*i,{invert:n=>o+(n-s)/i})}function Ne([o,t],s){let e=A([Math.log10(o),Math.log10(t)],s);return Object.assign(i=>e(Math.log10(i)),{invert:i=>10**e.invert(i)})}function R([o,t],s){let e=(t-o)/Math.max(1,s),i=10**Math.floor(Math.log10(e)),n=[.5,1,2,5,10].map(h=>h*i),r=n.findIndex(h=>h>=e*(1-1e-9)),a=Se(o,t,n[r]);for(;a.length<2&&r>0;)a=Se(o,t,n[--r]);return a}function Se(o,t,s){let e=Math.ceil(o/s-1e-9),i=Math.floor(t/s+1e-9);return Array.from({length:Math.max(0,i-e+1)},(n,r)=>(e+r)*s)}function Te([o,t],s){let e=Math.ceil(Math.log10(o)-1e-9),i=Math.floor(Math.log10(t)+1e-9),n=Math.max(1,Math.ceil((i-e+1)/Math.max(1,s))),r=[];for(let a=i;a>=e;a-=n)r.push(10**a);return r.reverse()}function K(o,t,s=k){return o.map(e=>({at:t(e),text:s(e)}))}function Y(o,t=v.type.number){return`${t*o.scale}px ${o.font}`}function _(o,t,s,e,i,{tick:n=0,grid:r=!1,gap:a=7,size:h}={}){let{left:l,top:c,right:u,bottom:p}=e,f=t==="below";o.font=Y(i,h),o.textAlign=f?"center":"right",o.textBaseline=f?"top":"middle";for(let{at:d,text:g}of s)o.fillStyle=i.wall,r&&f&&o.fillRect(d-.5,c,1,p-c),r&&!f&&o.fillRect(l,d-.5,u-l,1),o.fillStyle=i.soft,n&&f&&o.fillRect(d-.5,p,1,n),n&&!f&&o.fillRect(l-n,d-.5,n,1),f?o.fillText(g,d,p+a):o.fillText(g,l-a,d)}function zt(o,{left:t,top:s,right:e,bottom:i},n){o.strokeStyle=n.soft,o.lineWidth=1,o.strokeRect(t,s,e-t,i-s)}function Le(o,[t,s],{left:e,top:i,right:n,bottom:r},a){o.fillStyle=a.ink,o.font=`italic ${Y(a,v.type.name)}`,o.textBaseline="alphabetic",o.textAlign="center",o.fillText(t,(e+n)/2,r+19+13*a.scale),o.textAlign="left",o.fillText(s,3,(i+r)/2+4)}function Oe(o,t,s){let[e,i,n]=[1/0,-1/0,-1/0];for(let l of o){n=Math.max(n,l[0]);for(let c=0;c<l.length;c++)Number.isFinite(l[c])&&(e=Math.min(e,l[c]),i=Math.max(i,l[c]))}let r=Math.max(t,e),a=Math.min(s,Math.max(n*1.15,Math.min(i,n*1.6))),h=.06*(a-r||1);return Number.isFinite(r+a)?[r-h,a+h]:[0,1]}function Ie(o,t){let[s,e]=[1/0,0];for(let n of o)for(let r=0;r<n.length;r++)n[r]>0&&(s=Math.min(s,n[r])),n[r]<=t&&(e=Math.max(e,n[r]));if(s===1/0)return[.1,10];if(!(s<e))return[s/10,s*10];let i=(e/s)**.05;return[s/i,e*i]}function $e(o){for(let t=0;t<o.length;t++)if(o[t]<=0)return!0;return!1}var P=v.trail.width,Rt=v.head.radius;function ze(o){return Re[o]??Re.circle}var Re={circle:Po(),square:G([[-.85,-.85],[.85,-.85],[.85,.85],[-.85,.85]]),triangle:G([[0,-1.15],[1.05,.75],[-1.05,.75]]),diamond:G([[0,-1.25],[1,0],[0,1.25],[-1,0]]),plus:G(Pe()),cross:G(Pe().map(([o,t])=>[(o-t)*Math.SQRT1_2,(o+t)*Math.SQRT1_2])),star:G(Do())};function Po(){let o=new Path2D;return o.arc(0,0,.95,0,2*Math.PI),o}function G(o){let t=new Path2D;return o.forEach(([s,e])=>t.lineTo(s,e)),t.closePath(),t}function Pe(){let[o,t]=[.38,1.15];return[[-o,-t],[o,-t],[o,-o],[t,-o],[t,o],[o,o],[o,t],[-o,t],[-o,o],[-t,o],[-t,-o],[-o,-o]]}function Do(){return Array.from({length:10},(o,t)=>{let[s,e]=[Math.PI*t/5-Math.PI/2,t%2?.6:1.4];return[e*Math.cos(s),e*Math.sin(s)]})}function D(o,t,s,e,i,n,r){o.save(),o.translate(s,e),o.scale(i,i),o.lineWidth=v.head.rim/i,o.lineJoin="round",o.strokeStyle=r,o.fillStyle=n,o.stroke(ze(t)),o.fill(ze(t)),o.restore()}function T({style:o},t){return t.dark?o.dark:o.light}function C(o,t){return o.style.dash.map(s=>s*t)}var De={minimum:G(Ce(v.minimum.corners)),lowest:G(Ce(v.lowest.corners))};function Ce(o){return o.map(([t,s])=>[t,-s])}function X(o,t,s,e,i,n=1){let r=t?"lowest":"minimum",{radius:a,rim:h}=v[r];o.save(),o.translate(s,e),o.scale(a*n,a*n),o.lineWidth=2*h/a,o.lineJoin="round",o.strokeStyle=i.paper,o.fillStyle=t?i.ink:i.star,o.stroke(De[r]),o.fill(De[r]),o.restore()}function Pt({minima:o,lowest:t},s){for(let e=o.length/2-1;e>=0;e--)s(o[2*e],o[2*e+1],e<t)}function it(o,t,s,e=1){let{width:i,rim:n,dash:r}=v.valley;o.save(),o.lineJoin="round";for(let[a,h,l]of[[n,s.rim,[]],[i,s.ink,r]]){o.beginPath();let c=!1;for(let u=0;u<t.length;u+=2){let p=!Number.isNaN(t[u]);p&&c?o.lineTo(t[u],t[u+1]):p&&o.moveTo(t[u],t[u+1]),c=p}o.lineWidth=a*e,o.strokeStyle=h,o.setLineDash(l.map(u=>u*e)),o.stroke()}o.restore()}var Co=[2,4],Fe=100,_e=2;function Fs(o,{limit:t}){return t?o.map(s=>({run:s,...t(s)})).filter(({value:s})=>Number.isFinite(s)&&s>0):[]}function qe([o,t],s){let e=s.map(({value:i})=>i).filter(i=>i<t*Fe&&i>o/Fe);return[Math.min(o,...e.map(i=>i/_e)),Math.max(t,...e.map(i=>i*_e))]}function He(o,t,s,{left:e,right:i,top:n,bottom:r},a){let h=12*a.scale,l=[];o.save(),o.font=Y(a),o.textAlign="right",o.textBaseline="bottom",o.lineJoin="round";let c=t.map(({run:u,value:p,words:f})=>({line:s(p),words:f,colour:T(u,a)})).filter(({line:u})=>u>n-4&&u<r);for(let{line:u,colour:p}of c)Fo(o,p,[e,i,u],a.scale);for(let{line:u,words:p,colour:f}of c){let d=l.filter(b=>Math.abs(b.line-u)<h).map(({from:b})=>b),g=Math.min(i,...d)-4,w=g-o.measureText(p).width-4;w<e||u-h<n||(l.push({line:u,from:w}),o.setLineDash([]),o.lineWidth=3,o.strokeStyle=a.paper,o.strokeText(p,g,u-1),o.fillStyle=f,o.fillText(p,g,u-1))}o.restore()}function Fo(o,t,[s,e,i],n){o.strokeStyle=t,o.lineWidth=1.2*n,o.setLineDash(Co.map(r=>r*n)),o.beginPath(),o.moveTo(s,i),o.lineTo(e,i),o.stroke()}var _s=[{id:"accuracy",label:"Accuracy",log:!1,values:({accuracy:o})=>o},{id:"log",label:"Loss, log",log:!0,values:({loss:o})=>o},{id:"linear",label:"Loss",log:!1,values:({loss:o})=>o},{id:"distance",label:"Distance",log:!0,values:({distance:o})=>o},{id:"gradient",label:"Gradient",log:!0,values:({grad:o})=>qo(o)},{id:"sharpness",label:"Sharpness",title:"The largest eigenvalue of the full loss's Hessian at each iterate. Dashed: above it, the optimizer's steps grow on a quadratic. Rules that scale each coordinate have no such line; the inspector compares them step by step.",log:!0,signed:!0,known:({curvature:o})=>o!==void 0,values:({curvature:o})=>o?.sharpness??null,limit:({curvature:o})=>({value:o?.limit??NaN,words:o?.words??""})},{id:"rate-x",label:"Step",axis:0,log:!0,values:o=>We(o,0)},{id:"rate-y",label:"Step",axis:1,log:!0,values:o=>We(o,1)}];function Dt(o){return _s.filter(({log:t,values:s,known:e})=>e?o.runs.every(e):o.runs.map(n=>s(n)).every(n=>n&&!(t&&_o(n,r=>r<0))))}function _o(o,t){for(let s=0;s<o.length;s++)if(t(o[s]))return!0;return!1}function qo(o){return Float64Array.from({length:o.length/2},(t,s)=>Math.hypot(o[2*s],o[2*s+1]))}function We({state:o,hyper:t,loss:s},e){let{rate:i}=o;return i?Float64Array.from({length:s.length},(n,r)=>i[2*r+e]):new Float64Array(s.length).fill(t.lr)}var Be=1.7,Ho=18,Ge={left:46,top:10,right:12,bottom:24},Ct=class{quantity=_s[1];#t=!0;#s=Ge;#e=A([0,1],[0,1]);#i=A([0,1],[0,1]);#o=null;#n=null;#r=!1;#a=[0,1];#h=new Map;#l=[];#c=[];#u=0;constructor(t,s){let e=m("canvas",{role:"img","aria-label":"The chosen quantity over the steps"});this.reading=m("div",{class:"reading",hidden:""}),t.append(e,this.reading),this.sheet=new S(e),this.surface=null,this.race=null;let i=n=>{n.buttons&1&&s(this.#e.invert(n.offsetX)),this.#k(n.offsetX)};e.addEventListener("pointerdown",i),e.addEventListener("pointermove",i),e.addEventListener("pointerleave",()=>this.reading.hidden=!0)}show(t,s){this.surface=t,this.race=s,this.refresh()}refresh(){this.#t=!0}draw(t,s,e){if(!this.race)return;(this.sheet.fit()||this.#t)&&this.#p(s,e);let i=this.#e(t);if(this.sheet.clear(),t>=this.race.steps){this.#w(this.sheet.context,e);for(let r of this.#l)this.#x(this.sheet.context,r,e,1)}else this.#r||this.#d(e),this.sheet.lay(this.#o),this.sheet.lay(this.#n,i);let{context:n}=this.sheet;n.fillStyle=e.soft,n.fillRect(i-.5,this.#s.top,1,this.sheet.height-this.#s.top-this.#s.bottom);for(let r of this.#l)this.#E(n,r,t,e)}#p(t,s){this.#t=this.#r=!1;let{width:e,height:i}=this.sheet,{runs:n,steps:r}=this.race;this.#l=n.filter(({name:l})=>!t.has(l)),this.#h=new Map(this.#l.map(l=>[l,this.quantity.values(l)??[]])),this.#s={...Ge,left:28+18*s.scale,bottom:10+14*s.scale},this.#e=A([0,r],[this.#s.left,e-this.#s.right]),this.#c=Fs(this.#l,this.quantity),this.#a=this.#m();let a=this.quantity.signed&&this.#l.some(l=>$e(this.#f(l)));this.#u=a?Ho*s.scale:0;let h=[i-this.#s.bottom-this.#u,this.#s.top];this.#i=(this.quantity.log?Ne:A)(this.#a,h)}#d(t){this.#r=!0,this.#o=this.sheet.twin(this.#o),this.#n=this.sheet.twin(this.#n),this.#w(this.#o.context,t);for(let s of this.#l)this.#x(this.#o.context,s,t,.28),this.#x(this.#n.context,s,t,1)}#m(){let{id:t,log:s}=this.quantity;if(t==="accuracy")return[0,1];let{low:e,high:i}=this.surface,n=this.#l.map(r=>this.#f(r));return s?qe(Ie(n,t==="log"?i:1e12),this.#c):Oe(n,e,i)}get#g(){let{left:t,top:s,right:e,bottom:i}=this.#s;return{left:t,top:s,right:this.sheet.width-e,bottom:this.sheet.height-i}}#f(t){return this.#h.get(t)??[]}#w(t,s){let e=this.#a,i=this.#g,n=(i.bottom-this.#u-i.top)/34,a=this.quantity.log&&Math.log10(e[1]/e[0])>1.5?Te(e,n):R(e,n),h=K(a,this.#i,l=>this.#v(l));this.#u&&h.push({at:this.#y(0),text:"≤ 0"}),_(t,"left",h,i,s,{grid:!0}),_(t,"below",this.#b(t),i,s),He(t,this.#c,this.#i,i,s)}#b(t){let{width:s}=this.sheet,e=this.race?.steps??1,i=1.6*t.measureText(String(e)).width;return[...R([0,e],(this.#e(e)-this.#e(0))/70).filter(Number.isInteger).filter(r=>this.#e(e)-this.#e(r)>i),e].map(r=>{let a=t.measureText(String(r)).width/2;return{at:Math.min(this.#e(r),s-a),text:String(r)}})}#x(t,s,e,i){let{width:n,height:r}=this.sheet;t.save(),t.beginPath(),t.rect(this.#s.left,this.#s.top-4,n-this.#s.left,r-this.#s.top-this.#s.bottom+8),t.clip(),t.globalAlpha=i,t.strokeStyle=T(s,e),t.lineWidth=Be*e.scale,t.lineJoin="round",t.setLineDash(C(s,Be*e.scale)),t.beginPath();let a=this.#f(s);for(let h=0;h<a.length;h++)Number.isFinite(a[h])&&t.lineTo(this.#e(h),this.#y(a[h]));t.stroke(),t.restore()}#v(t){return this.quantity.id==="accuracy"?`${Number((100*t).toFixed(1))} %`:k(t)}#M(t,s){let[e]=Fs([t],this.quantity);return e?` ${s>e.value?">":s<e.value?"<":"="} ${this.#v(e.value)}`:""}#k(t){let s=Math.round(this.#e.invert(t)),{steps:e}=this.race;if(this.reading.hidden=s<0||s>e,this.reading.hidden)return;let i=this.#l.map(r=>({run:r,value:this.#f(r)[s]})).filter(({value:r})=>Number.isFinite(r)).sort((r,a)=>a.value-r.value);this.reading.replaceChildren(m("b",{},`step ${s}`),...i.map(({run:r,value:a})=>m("span",{},`${r.name} `,m("i",{},this.#v(a)+this.#M(r,a)))));let n=t>this.sheet.width/2;this.reading.style.left=n?"auto":`${t+14}px`,this.reading.style.right=n?`${this.sheet.width-t+14}px`:"auto"}#y(t){return this.#u&&t<=0?this.#g.bottom-this.#u/3:Math.max(-9999,Math.min(9999,this.#i(t)))}#E(t,s,e,i){let n=this.#f(s),r=Math.floor(e),[a,h]=[n[r],n[Math.min(r+1,n.length-1)]];if(!Number.isFinite(a))return;let l=Number.isFinite(h)?this.#y(h):this.#y(a),c=this.#y(a)+(e-r)*(l-this.#y(a));if(c<this.#s.top-4||c>this.sheet.height-this.#s.bottom+4)return;let u=T(s,i);D(t,s.style.marker,this.#e(e),c,3.6*i.scale,u,i.paper)}};function ot(o,t,s,e){let[i,n]=[0,1];for(let r of[0,1]){let[a,h]=[s[r],e[r]];if(h===0&&!(a>=o[r]&&a<=t[r]))return null;h!==0&&(i=Math.max(i,((h>0?o:t)[r]-a)/h),n=Math.min(n,((h>0?t:o)[r]-a)/h))}return i<=n?[i,n]:null}function je(o,t,s,e){let i=v.contours.apart*s,n=[];for(let{path:r,text:a}of o)if(!(qs(r)<i))for(let h of v.contours.tries){let l=Math.max(1,Math.floor(h*(r.length/2-1))),[c,u]=[r[2*l],r[2*l+1]];if(!(Math.min(c-t.left,t.right-c,u-t.top,t.bottom-u)<2*s||!(e(c,u)*s<1))&&!n.some(f=>Math.hypot(f.x-c,f.y-u)<i)){n.push({x:c,y:u,angle:Wo(r,l),text:a});break}}return n}function Wo(o,t){let s=Math.min(t+1,o.length/2-1),e=Math.atan2(o[2*s+1]-o[2*t-1],o[2*s]-o[2*t-2]),i=v.contours.steep*Math.PI/180,n=Math.floor((e-i)/Math.PI)+1;return e-n*Math.PI}function qs(o){let t=0;for(let s=2;s<o.length;s+=2)t+=Math.hypot(o[s]-o[s-2],o[s+1]-o[s-1]);return t}function Ue(o,{left:t,top:s,right:e,bottom:i}){let n=Math.sqrt(o.length),[r,a]=[(e-t)/(n-1),(i-s)/(n-1)],h=l=>Math.max(1,Math.min(n-2,Math.round(l)));return(l,c)=>{let u=h((i-c)/a)*n+h((l-t)/r),[p,f]=[o[u+1]-o[u-1],o[u+n]-o[u-n]];return Math.hypot(p/(2*r),f/(2*a))}}function Hs(o,t,s,e){let i=R(o,t),n=i.length>1?i[1]-i[0]:o[1]-o[0],r=Math.floor(Math.log10(n)+1e-9),a=Math.max(...i.map(Math.abs)),h=Math.floor(Math.log10(a/n))+2;if(h<=4&&r>=-3)return{marks:K(i,s,p=>k(p,Math.max(3,h))),note:""};let l=h<=4?0:i[Math.floor(i.length/2)],c=i.map(p=>{let f=String(Math.round((p-l)/10**r));return{at:s(p),text:f.replace("-","−")}}),u=l===0?"":`${l.toFixed(Math.max(0,Math.min(100,-r))).replace("-","−")} + `;return{marks:c,note:`${e||"value"} = ${u}n · ${k(10**r)}`}}function Ve(o,t,s,e){let i=o.getTransform().a,n=document.createElement("canvas");n.width=Math.max(1,Math.round((s.right-s.left)*i)),n.height=Math.max(1,Math.round((s.bottom-s.top)*i));let r=n.getContext("2d");r.imageSmoothingEnabled=!1,r.drawImage(Ws(t),0,0,n.width,n.height),r.globalCompositeOperation="source-in",Bo(r,{...e,pattern:""}),r.globalCompositeOperation="source-atop",Ke(r,e,i),o.drawImage(n,s.left,s.top,s.right-s.left,s.bottom-s.top)}function Bo(o,t,s=1){o.fillStyle=t.paper,o.fillRect(0,0,o.canvas.width,o.canvas.height),Ke(o,t,s)}function Ke(o,{pattern:t,ink:s},e){let{width:i,height:n}=o.canvas;if(o.beginPath(),t==="lines"){for(let r=-n;r<i;r+=5*e)o.moveTo(r,n),o.lineTo(r+n,0);o.strokeStyle=s,o.lineWidth=1.1*e,o.stroke()}if(t==="dots"){for(let[r,a]=[2.5*e,!1];r<n;r+=5*e,a=!a)for(let h=(a?5:2.5)*e;h<i;h+=5*e)o.rect(h-.6*e,r-.6*e,1.2*e,1.2*e);o.fillStyle=s,o.fill()}}function Ws(o){let t=document.createElement("canvas");return t.width=o.width,t.height=o.height,t.getContext("2d").putImageData(o,0,0),t}function Ft(o,t,s,e=(i,n)=>(s-o[i])/(o[n]-o[i])){let i=Go(o,t,s),n=[];for(let[r,a]of i)a.length===1&&n.push(Ye(i,r));for(let r of i.keys())i.get(r)?.length&&n.push(Ye(i,r));return n.filter(r=>r.length>1).map(r=>r.flatMap(a=>jo(t,e,a)))}function Go(o,t,s){let e=new Map,i=(n,r)=>{e.set(n,[...e.get(n)??[],r]),e.set(r,[...e.get(r)??[],n])};for(let n=0;n<t-1;n++)for(let r=0;r<t-1;r++){let a=n*t+r,[h,l,c,u]=[o[a],o[a+1],o[a+t],o[a+t+1]],p=+(h>s)|+(l>s)<<1|+(u>s)<<2|+(c>s)<<3;if(p===0||p===15||Number.isNaN(h+l+c+u))continue;let[f,d,g,w]=[2*a,2*(a+t),2*a+1,2*a+3],b=(h+l+c+u)/4>s;if(p===5||p===10){p===5===b?(i(g,d),i(f,w)):(i(g,f),i(d,w));continue}let y=[];(p&1)!==(p>>1&1)&&y.push(f),(p>>1&1)!==(p>>2&1)&&y.push(w),(p>>2&1)!==(p>>3&1)&&y.push(d),(p>>3&1)!==(p&1)&&y.push(g),i(y[0],y[1])}return e}function Ye(o,t){let s=[t];for(let e=o.get(t)?.pop();e!==void 0;e=o.get(t)?.pop()){let i=o.get(e);i.splice(i.indexOf(t),1),s.push(e),t=e}return s}function jo(o,t,s){let e=s>>1,i=e+(s&1?o:1),n=t(e,i);return[e%o+(s&1?0:n),Math.floor(e/o)+(s&1?n:0)]}function Xe({context:o},t,s,e){let i=A(t.xlim,[e.left,e.right]),n=A(t.ylim,[e.bottom,e.top]);return o.save(),o.beginPath(),o.rect(e.left,e.top,e.right-e.left,e.bottom-e.top),o.clip(),Uo(o,t,s,e),Vo(o,t,s,e),o.restore(),Bs(o,t,s,e),Xo(o,t,s,e,i,n),{x:i,y:n}}function Bs(o,t,s,e){let{left:i,top:n,right:r,bottom:a}=e;zt(o,e,s);let h=Hs(t.xlim,(r-i)/70,A(t.xlim,[i,r]),t.axes[0]),l=Hs(t.ylim,(a-n)/50,A(t.ylim,[a,n]),t.axes[1]);_(o,"below",h.marks,e,s,{tick:4}),_(o,"left",l.marks,e,s,{tick:4}),Le(o,t.axes,e,s);let c=v.type.number*s.scale;o.font=Y(s),o.textAlign="left",o.textBaseline="alphabetic",[h.note,l.note].filter(Boolean).forEach((u,p)=>{Je(o,{x:i+8,y:n+(p+1)*1.5*c,angle:0,text:u},s)})}function Uo(o,{heights:t,levels:s},e,i){let n=Math.sqrt(t.length),r=It(e.ground),a=new ImageData(n,n),h=new ImageData(n,n),l=!1;t.forEach((g,w)=>{let b=Math.max(0,Math.min(255,Math.round(255*g/(s.length+1)))),x=4*((n-1-Math.floor(w/n))*n+w%n);if(!Number.isNaN(g))return a.data.set([...r[b],255],x);h.data.set([0,0,0,255],x),l=!0});let[c,u]=[(i.right-i.left)/(n-1),(i.bottom-i.top)/(n-1)];o.imageSmoothingQuality="high";let[p,f]=[i.left-c/2,i.top-u/2];if(o.drawImage(Ws(a),p,f,c*n,u*n),!l)return;let d={left:p,top:f,right:p+c*n,bottom:f+u*n};Ve(o,h,d,e.areas.nowhere)}function Vo(o,{heights:t,levels:s,lines:e},i,n){let r=Ko(s),a=Math.sqrt(t.length),[h,l]=[(n.right-n.left)/(a-1),(n.bottom-n.top)/(a-1)],c=(d,g)=>g%2?n.bottom-d*l:n.left+d*h,p=Array.from(s).flatMap((d,g)=>(e?e[g]:Ft(t,a,g+1)).map(w=>({path:w.map(c),text:k(d,r)}))).filter(({path:d})=>qs(d)>=v.contours.shortest);o.strokeStyle=i.contour,o.lineWidth=v.contours.width,o.lineJoin="round";for(let{path:d}of p)Yo(o,d);let f=v.type.label*i.scale;o.font=Y(i,v.type.label),o.textAlign="center",o.textBaseline="middle";for(let d of je(p,n,f,Ue(t,n)))Je(o,d,i)}function Ko(o){let t=4;for(let s=1;s<o.length;s++){let e=Math.ceil(Math.log10(Math.abs(o[s])/(o[s]-o[s-1])))+1;t=Math.max(t,Math.min(16,e))}return t}function Yo(o,t){o.beginPath();for(let s=0;s<t.length;s+=2)o.lineTo(t[s],t[s+1]);o.stroke()}function Je(o,{x:t,y:s,angle:e,text:i},n){o.save(),o.translate(t,s),o.rotate(e),o.lineWidth=3.5,o.strokeStyle=n.dark?"rgba(24,36,50,0.9)":"rgba(240,243,242,0.92)",o.strokeText(i,0,0),o.fillStyle=n.soft,o.fillText(i,0,0),o.restore()}function Xo(o,t,s,e,i,n){it(o,Jo(t.valleys,i,n,e),s),Pt(t,(r,a,h)=>{let[l,c]=[i(r),n(a)];l>=e.left-1&&l<=e.right+1&&c>=e.top-1&&c<=e.bottom+1&&X(o,h,l,c,s)})}function Jo(o,t,s,{left:e,top:i,right:n,bottom:r}){let a=[],h=!1;for(let l=2;l<o.length;l+=2){let[c,u,p,f]=[t(o[l-2]),s(o[l-1]),t(o[l]),s(o[l+1])],[d,g]=[p-c,f-u],w=Number.isNaN(d+g)?null:ot([e,i],[n,r],[c,u],[d,g]);if(!w){h=!1;continue}(!h||w[0]>0)&&a.push(NaN,NaN,c+w[0]*d,u+w[0]*g),a.push(c+w[1]*d,u+w[1]*g),h=w[1]===1}return a}function Ze(o,t){let s=0,e=()=>{let i=performance.now()+5,n=o.next();for(;!n.done&&performance.now()<i;)n=o.next();n.done?t(n.value):s=window.setTimeout(e)};return s=window.setTimeout(e),()=>clearTimeout(s)}function Gs(o){let t=o.next();for(;!t.done;)t=o.next();return t.value}var ti=22250738585072014e-324;function si(o,t,s){let e=o.filter(c=>!Number.isNaN(c)).sort(),[i,n]=[e[0],e[e.length-1]],r=Math.min(i,...t),a=t.length>0||Zo(o,Math.sqrt(o.length),i);!a&&s<=r&&n-s>30*(r-s)&&([a,r]=[!0,s]);let h=a?Qo(e,r):Qe(e);h.length<8&&(a=!1,h=Qe(e).filter(c=>c>r));let l=Math.max(1,Math.abs(i),Math.abs(n));return h.length<2&&(h=[n+l,n+2*l]),{levels:h,low:r,geometric:a}}function ei({levels:o,low:t,geometric:s}){return s?en(o,t):sn(o)}function Zo(o,t,s){for(let e=1;e<t-1;e++)for(let i=1;i<t-1;i++)if(o[e*t+i]<=s)return!0;return!1}function ii(o){return Math.max(1e-12*Math.max(Math.abs(o[0]),Math.abs(o[o.length-1])),ti)}function Qe(o){let[t,s]=[o[0],o[o.length-1]];if(s-t<=ii(o))return[];let e=Math.floor(Math.log10((s-t)/18));for(let i of[1,2,5,10]){let n=+`${i}e${e}`,[r,a]=[Math.ceil(t/n),Math.floor(s/n)];if(!(a-r+1>18&&i<10))return Array.from({length:Math.max(0,a-r+1)},(h,l)=>(r+l)*n)}return[]}function Qo(o,t){let s=ii(o),e=Array.from(o,f=>f-t).filter(f=>f>s);if(!e.length)return[];let i=5e-4*(e.length-1),n=Math.floor(i),r=e[Math.min(n+1,e.length-1)],a=e[n]+(i-n)*(r-e[n]),h=e[e.length-1],l=[];for(let f of[[1,2,5],[1,3],[1]]){l=[];for(let d=Math.floor(Math.log10(a));d<=Math.ceil(Math.log10(h));d++)for(let g of f)l.push(+`${g}e${d}`);if(l=l.filter(d=>d>=a&&d<h),l.length<=18)break}let c=Math.max(1,Math.ceil(l.length/18)),u=l.filter((f,d)=>(l.length-1-d)%c===0);return[...new Set(u.map(f=>tn(t+f,f)))].filter(f=>f>t).sort((f,d)=>f-d)}function tn(o,t){let s=Math.floor(Math.log10(t)+1e-9),e=t<1.5*+`1e${s}`?1-s:-s;if(e>100)return o;if(e>=0)return Number(o.toFixed(e));let i=+`1e${-e}`;return Math.round(o/i)*i}function sn(o){let t=(o[o.length-1]-o[0])/(o.length-1);return s=>Number.isNaN(s)?NaN:Math.max(0,Math.min(o.length+1,1+(s-o[0])/t))}function en(o,t){let s=Array.from(o,i=>Math.log(Math.max(i-t,ti)));s.push(2*s[s.length-1]-s[s.length-2]);let e=Math.exp(s[0]);return i=>{if(Number.isNaN(i))return NaN;let n=Math.max(i-t,0);if(n<e)return n/e;let r=Math.log(n),a=0;for(;a<s.length-2&&r>s[a+1];)a++;return a+1+Math.min(1,Math.max(0,(r-s[a])/(s[a+1]-s[a])))}}function oi(o,t,s,e){let[i,n,r,a]=[1,s,0,t],h=s/(s-t);for(let l=0;l<60;l++){let c=i+h*(r-i),u=o(c),p=u>0==n>0,[f,d]=p?[i,n]:[r,a];if(p||([r,a]=[i,n]),[i,n]=[c,u],u===0)return c;let g=Math.abs(n)<Math.abs(a)?i:r,w=e/Math.abs(r-i);if(w>.5)return g;let[b,y]=[(i-r)/(f-r),(n-a)/(d-a)],x=y*y<b&&(1-y)*(1-y)<1-b,E=n/(a-n)*(d/(a-d))+(f-i)/(r-i)*(n/(d-n))*(a/(d-a));h=x?Math.max(w,Math.min(1-w,E)):.5}return i}var ni=1e300,on=1e-9;function*ri(o,{xlim:t,ylim:s},e,i,n){let r=([w,b],y)=>w+(b-w)*y/(i-1),a=new Float64Array(i*i),h=!0;for(let w=0;w<i;w++){let b=r(s,w);for(let y=0;y<i;y++){let x=o(r(t,y),b),E=Math.abs(x)<ni;a[w*i+y]=E?x:NaN,E&&(h=!1)}yield}if(h)return{heights:new Float32Array(i*i).fill(NaN),levels:new Float64Array(0),geometric:!1,lines:null};let l=[],c=1/0;for(let w=0;w<e.length;w+=2){let[b,y]=[e[w],e[w+1]],x=o(b,y);Math.abs(x)<ni&&(c=Math.min(c,x),b>=t[0]&&b<=t[1]&&y>=s[0]&&y<=s[1]&&l.push(x))}let u=si(a,l,c),{levels:p,geometric:f}=u,g={heights:Float32Array.from(a,ei(u)),levels:Float64Array.from(p),geometric:f,lines:null};if(!n)return g;g.lines=[];for(let w of p){let b=(y,x)=>{let[E,N,O]=[y%i,Math.floor(y/i),x-y>1];return oi(me=>o(r(t,O?E:E+me),r(s,O?N+me:N))-w,a[y]-w,a[x]-w,on*(i-1))};g.lines.push(Ft(a,i,w,b)),yield}return g}var j=161,nn=41,rn=30,an=1.5,_t=class{#t=null;#s=null;#e=()=>{};constructor(t){this.finer=t}of(t,s,e){if(this.#t&&e===this.#s)return this.#t;this.forget();let i=(h,l)=>ri(s,e,[...t.minima,...t.valleys],h,l),n=h=>(this.#s=e,this.#t={...t,...e,...h},this.#t),r=rn/hn(s,e);if(r>an*j*j)return n(Gs(i(j,!0)));this.#e=Ze(i(j,!0),h=>{n(h),this.finer()});let a=Math.max(nn,Math.min(j,Math.floor(Math.sqrt(r))));return n(Gs(i(a,!1)))}forget(){this.#e(),this.#t=null}};function hn(o,{xlim:t,ylim:s}){let e=performance.now();for(let i=0;i<j;i++)o(t[0]+(t[1]-t[0])*i/j,s[0]);return(performance.now()-e)/j}var qt=60,Ht=class{last=0;points=new Float64Array(0);constructor(t,s,e){this.run=t,this.measure(s,e)}measure(t,s){let{run:e}=this;this.last=(e.ended??e.loss.length)-1,this.points.length<e.x.length&&(this.points=new Float64Array(e.x.length));for(let i=0;i<=this.last;i++)this.points[2*i]=t(e.x[2*i]),this.points[2*i+1]=s(e.x[2*i+1])}head(t){let s=Math.min(Math.floor(t),this.last),e=Math.min(s+1,this.last),i=Math.min(t,this.last)-s,n=r=>this.points[2*s+r]+i*(this.points[2*e+r]-this.points[2*s+r]);return[n(0),n(1)]}trace(t,s){let{points:e}=this,i=Math.min(Math.floor(s),this.last),n=hi(t.canvas);t.beginPath(),t.moveTo(e[0],e[1]);for(let h=1;h<=i;h++)ai(t,n,e[2*h-2],e[2*h-1],e[2*h],e[2*h+1]);let[r,a]=this.head(s);ai(t,n,e[2*i],e[2*i+1],r,a)}};function hi({clientWidth:o,clientHeight:t}){return[-qt,-qt,o+qt,t+qt]}function ai(o,t,s,e,i,n){if(js(t,s,e)&&js(t,i,n)){o.lineTo(i,n);return}let[r,a]=[i-s,n-e],h=ot(t.slice(0,2),t.slice(2),[s,e],[r,a]);h&&(o.moveTo(s+h[0]*r,e+h[0]*a),o.lineTo(s+h[1]*r,e+h[1]*a))}function js([o,t,s,e],i,n){return i>=o&&i<=s&&n>=t&&n<=e}function li(o,t,s,e){let i=P*e.scale;o.lineJoin="round";for(let n of t)n.trace(o,s),o.setLineDash([]),o.lineWidth=i+v.trail.rim,o.strokeStyle=e.rim,o.stroke(),o.setLineDash(C(n.run,i)),o.lineWidth=i,o.strokeStyle=T(n.run,e),o.stroke();o.setLineDash([]);for(let n of t)ln(o,n,s,e)}function ln(o,t,s,e){let[i,n]=t.head(s);if(!js(hi(o.canvas),i,n))return;let{style:r}=t.run,a=T({style:r},e);D(o,r.marker,i,n,Rt*e.scale,a,e.paper)}var Wt=class{whole={xlim:[0,1],ylim:[0,1]};seen=this.whole;open({xlim:t,ylim:s}){this.whole={xlim:[...t],ylim:[...s]},this.seen=this.whole}get zoomed(){return this.seen!==this.whole}reset(){this.seen=this.whole}zoom([t,s],e){let{xlim:i,ylim:n}=this.seen,r=F(i)/F(this.whole.xlim),a=Math.max(Math.min(this.#s,r),r/e);if(a>=1)return this.reset();let h=(l,[c,u])=>[l-(l-c)/r*a,l+(u-l)/r*a];this.#e({xlim:h(t,i),ylim:h(s,n)})}fit(t){let{xlim:s,ylim:e}=this.whole,i=t.filter(([f,d])=>f>=s[0]&&f<=s[1]&&d>=e[0]&&d<=e[1]);if(!i.length)return;let n=f=>[Math.min(...f),Math.max(...f)],[r,a]=n(i.map(([f])=>f)),[h,l]=n(i.map(([,f])=>f)),[c,u]=[F(s),F(e)],p=1.4*Math.max((a-r)/c,(l-h)/u);this.#t([(r+a)/2,(h+l)/2],p||F(this.seen.xlim)/c/4)}enclose([[t,s],[e,i]]){let{xlim:n,ylim:r}=this.whole,a=Math.max(Math.abs(e-t)/F(n),Math.abs(i-s)/F(r));this.#t([(t+e)/2,(s+i)/2],a)}#t([t,s],e){let i=Math.max(this.#s,e);if(i>=1)return this.reset();let n=(r,a)=>{let h=F(a)*i/2;return[r-h,r+h]};this.#e({xlim:n(t,this.whole.xlim),ylim:n(s,this.whole.ylim)})}get#s(){let{xlim:t,ylim:s}=this.seen,[e,i]=[F(this.whole.xlim),F(this.whole.ylim)];return Math.max(1e-12,1e-13*Math.max(...t.map(Math.abs))/e,1e-13*Math.max(...s.map(Math.abs))/i)}pan(t,s){if(!this.zoomed)return;let{xlim:e,ylim:i}=this.seen;this.#e({xlim:[e[0]+t,e[1]+t],ylim:[i[0]+s,i[1]+s]})}#e({xlim:t,ylim:s}){this.seen={xlim:ci(t,this.whole.xlim),ylim:ci(s,this.whole.ylim)}}};function F([o,t]){return t-o}function ci([o,t],s){let e=Math.max(0,s[0]-o)+Math.min(0,s[1]-t);return[o+e,t+e]}var Bt=class{viewport=new Wt;lossAt=null;#t=new _t(()=>{this.#n=!0,this.changed()});#s=!1;#e=null;#i=this.viewport.seen;#o=[];#n=!0;#r=A([0,1],[0,1]);#a=A([0,1],[0,1]);#h={left:0,top:0,right:1,bottom:1};constructor(t,s){this.changed=s;let e=i=>t.querySelector(i);this.ground=new S(e(".ground")),this.trails=new S(e(".trails")),this.ring=e(".start"),this.surface=null,this.race=null}show(t,s){t!==this.surface&&(this.#n=!0,this.#t.forget(),this.viewport.open(t)),!this.lossAt&&this.viewport.zoomed&&(this.#n=!0,this.viewport.reset()),this.surface=t,this.race=s,this.#u()}refresh(){this.#n=!0}moved(){this.#s=!0,this.#t.forget()}get seen(){return this.viewport.seen}draw(t,s,e,i){if(!this.surface)return;this.ground.fit()||this.#n?this.#l(e):this.#s&&this.#c(e),this.trails.fit()&&this.#u();let{context:n}=this.trails,{left:r,top:a,right:h,bottom:l}=this.#h;this.trails.clear(),n.save(),n.beginPath(),n.rect(r,a,h-r,l-a),n.clip(),li(n,this.#o.filter(({run:c})=>!s.has(c.name)),t,e),i(n,{x:this.#r,y:this.#a}),n.restore()}place([t,s]){let[e,i]=[this.#r(t),this.#a(s)],n=this.#h,r=e>=n.left&&e<=n.right&&i>=n.top&&i<=n.bottom,a=this.viewport.zoomed&&!r;this.ring.classList.toggle("beyond",a),this.ring.style.left=`${a?Math.max(n.left,Math.min(n.right,e)):e}px`,this.ring.style.top=`${a?Math.max(n.top,Math.min(n.bottom,i)):i}px`}#l(t){this.#n=this.#s=!1,this.ground.clear();let{width:s,height:e}=this.ground,{scale:i}=t,[n,r]=[28+18*i,e-18-22*i];this.#h={left:n,top:8,right:s-10,bottom:r};let{lossAt:a,seen:h,surface:l}=this,c=l,u=this.viewport.zoomed&&a?this.#t.of(c,a,h):c,{x:p,y:f}=Xe(this.ground,u,t,this.#h);this.#e=null,this.#i=this.seen,this.#r=p,this.#a=f,this.#u()}#c(t){this.#s=!1;let{context:s}=this.ground;this.#e||(this.#e=this.ground.twin(),this.#e.lay(this.ground));let{left:e,top:i,right:n,bottom:r}=this.#h,{xlim:a,ylim:h}=this.seen;this.#r=A(a,[e,n]),this.#a=A(h,[r,i]);let l=this.#i,[c,u]=[this.#r(l.xlim[0]),this.#r(l.xlim[1])],[p,f]=[this.#a(l.ylim[1]),this.#a(l.ylim[0])],d=this.#e.canvas.width/this.#e.width,[g,w]=[n-e,r-i];this.ground.clear(),s.save(),s.beginPath(),s.rect(e,i,g,w),s.clip();let{canvas:b}=this.#e;s.drawImage(b,e*d,i*d,g*d,w*d,c,p,u-c,f-p),s.restore(),Bs(s,{...this.surface,xlim:a,ylim:h},t,this.#h),this.#u()}#u(){if(!this.race)return;let{runs:t}=this.race;if(t.length===this.#o.length&&t.every((s,e)=>s===this.#o[e].run))for(let s of this.#o)s.measure(this.#r,this.#a);else this.#o=t.map(s=>new Ht(s,this.#r,this.#a));this.place(this.race.start)}get frame(){return this.#h}get perPixel(){let{left:t,top:s,right:e,bottom:i}=this.#h,{xlim:n,ylim:r}=this.seen;return[(n[1]-n[0])/(e-t),(r[1]-r[0])/(i-s)]}pointAt({clientX:t,clientY:s}){let e=this.trails.canvas.getBoundingClientRect(),{left:i,top:n,right:r,bottom:a}=this.#h,h=Math.max(i,Math.min(r,t-e.left)),l=Math.max(n,Math.min(a,s-e.top)),{xlim:c,ylim:u}=this.seen;return[A(c,[i,r]).invert(h),A(u,[a,n]).invert(l)]}};var ui=`.view3d {
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
/* Over the ring, which is drawn, behind hills as well; laid out as the one from above. */
.start3d[hidden] {
  display: none;
}
.steered .start3d {
  cursor: move;
}
`;var un=["steps","seed","batch","parameter"];function Us({start:o,steps:t,seed:s,batch:e,parameter:i,runs:n}){let r=n.map(({key:a,name:h,hyper:l})=>({rule:a,name:h,settings:{...l}}));return{start:[o[0],o[1]],steps:t,seed:s,batch:e,parameter:i,entrants:r}}function gt(o,t){let s={};t.start.some((e,i)=>e!==o.start[i])&&(s.start=t.start);for(let e of un)t[e]!==o[e]&&Object.assign(s,{[e]:t[e]});return pn(o.entrants,t.entrants)?(t.entrants.forEach(({name:e,settings:i},n)=>{let r=o.entrants[n].settings,a=Object.entries(i).filter(([h,l])=>l!==r[h]);a.length&&((s.settings??={})[e]=Object.fromEntries(a))}),s):{...s,entrants:t.entrants}}function pi(o,{settings:t,...s}){let e={...o,...s};if(!t)return e;let i=e.entrants.map(n=>({...n,settings:{...n.settings,...t[n.name]}}));return{...e,entrants:i}}function pn(o,t){let s=(e,i)=>e.name===i.name&&e.rule===i.rule;return o.length===t.length&&o.every((e,i)=>s(e,t[i]))}var fn=100,Gt=class{#t=[];#s=-1;clear(){this.#t=[],this.#s=-1}get place(){return this.#s}cut(t){this.#t.length=Math.min(this.#t.length,t+1),this.#s=this.#t.length-1}keep(t){let s=this.#t[this.#s];s&&!Object.keys(gt(s,t)).length||(this.#t=[...this.#t.slice(0,this.#s+1),t].slice(-fn),this.#s=this.#t.length-1)}has(t){return this.#s+t in this.#t}go(t){return this.has(t)?(this.#s+=t,this.#t[this.#s]):null}};var jt=class{#t=0;#s=-1/0;constructor(t){this.send=t}get possible(){return this.send!==null}get open(){return performance.now()-this.#s<3e3}ask(t,s){this.send&&(this.#s=performance.now(),this.#t+=1,performance.mark("optviz: asked"),this.send({...t,serial:this.#t,surface:s}))}answered(){this.#s=-1/0}};var dn=["steps","seed","batch"],fi=900,Ut=class{#t="no";#s=0;#e=null;#i=null;#o={};#n=new Gt;own=!1;constructor(t,s){this.player=t,this.requests=new jt(s)}get possible(){return this.requests.possible||this.player.live!==null}get held(){return this.#t==="held"||this.#s===1/0}get whole(){return this.#t!=="no"||this.#s>0}get choosing(){return this.#t!=="no"}canGo(t){return this.#n.has(t)}askWhole(t){this.requests.ask({start:[t.start[0],t.start[1]]},"")}get#r(){let t=this.requests.open?this.#i:this.#e;return t&&this.player.race?gt(t,this.#a()):{}}#a(){return pi(Us(this.player.race),this.#o)}receive(t,s){let e=this.#r;s();let i=this.player.race,n=t?.family===i.family;n||this.#n.clear(),this.#e=Us(i),this.#o={},n&&this.#u(e),this.requests.answered(),this.#n.keep(this.#a()),this.held||this.#c()}start(t,s){let{race:e,live:i}=this.player;if(!e)return;this.#t=s?"let go":"held";let n=i?.start(t)??!1;this.#o=n||i&&!s?{}:{start:t},n&&this.#p(s),s?this.#l():i||this.#c(),this.player.redraw()}set(t,s,e,i){let{live:n}=this.player;n&&(n.set(t,s,e),this.changed(i))}changed(t){this.#s=t?performance.now()+fi:1/0,this.#p(t),t&&this.#l()}go(t){let s=this.held?null:this.#n.go(t);s&&(this.#u(gt(this.#a(),s)),this.#s=performance.now()+fi,this.#p(!0),this.#c())}pass(t){return this.#t!=="no"&&this.#h(),!this.#s||t<=this.#s?!1:(this.#s=0,!0)}#h(){this.#t!=="let go"||this.requests.open&&!this.player.live||(this.#t="no",this.player.clock.restart())}#l(){this.#n.keep(this.#a()),this.#c()}#c(){let{race:t}=this.player,s=this.#r;!t||!this.requests.possible||this.requests.open||!Object.keys(s).length||(this.#i=this.#a(),this.requests.ask(s,t.surface))}#u(t){let{race:s,live:e}=this.player;if(!s)return;let{start:i,settings:n={},...r}=t;if(this.#o=e?r:t,!!e){for(let a of dn){let h=r[a];h!=null&&(e.put(a,h),delete r[a])}i&&!e.start(i)&&(this.#o={...this.#o,start:i}),s.runs.forEach(({name:a},h)=>{for(let[l,c]of Object.entries(n[a]??{}))e.set(h,l,c)})}}get standing(){let{race:t,clock:s}=this.player;if(!t)return null;let{time:e,playing:i}=s;return{start:[t.start[0],t.start[1]],time:e,playing:i,own:this.own,place:this.#n.place}}goBack({start:t,time:s,playing:e,own:i,place:n}){let{race:r,clock:a,story:h}=this.player;r&&(this.start(t,!0),this.#t="no",this.#n.cut(n),Object.assign(a,{time:s,playing:e}),this.own=i,this.player.tellEndings(),!i&&!this.requests.possible&&h.tell(r.story))}#p(t){this.own||=!this.requests.possible,this.player.changed(t)}};var di="A line on which the curvature term of the loss's quadratic model is the same: half-axes along the Hessian's eigenvectors, as 1/√eigenvalue to each other, the longest always alike. Where the model has no such ellipse, lines along the eigenvectors, with arrows where the loss curves down.";function mi({high:o,low:t,along:s},{x:e,y:i}){let n=Math.max(Math.abs(o),Math.abs(t));if(!(n>0))return{ellipse:[],lines:[]};let r=([u,p])=>[u*(e(1)-e(0)),p*(i(1)-i(0))],a=[r(s),r([-s[1],s[0]])];if(t>1e-12*n)return{ellipse:mn(a,[1/Math.sqrt(o/n),1/Math.sqrt(t/n)]),lines:[]};let h=[o,t].map((u,p)=>({value:u,to:gn(a[p],44)})),c=Math.abs(t)<=1e-12*n?h.slice(1):h;return{ellipse:[],lines:c.map(({value:u,to:p})=>({to:p,down:u<-1e-12*n}))}}function gi(o,[t,s],{ellipse:e,lines:i}){let{context:n}=o;if(e.length){n.beginPath();for(let[r,a]of e)n.lineTo(t+r,s+a);n.closePath(),o.outline(1.6,[])}for(let{to:r,down:a}of i)for(let h of[1,-1]){let l=[t+h*r[0],s+h*r[1]];a?o.arrow([t,s],l,1,1.6):(n.beginPath(),n.moveTo(t,s),n.lineTo(...l),o.outline(1.6,[]))}}function mn([o,t],[s,e]){let i=Array.from({length:72},(r,a)=>{let[h,l]=[s*Math.cos(2*Math.PI*a/72),e*Math.sin(2*Math.PI*a/72)];return[h*o[0]+l*t[0],h*o[1]+l*t[1]]}),n=Math.max(...i.map(r=>Math.hypot(...r)));return i.map(([r,a])=>[r*44/n,a*44/n])}function gn([o,t],s){let e=Math.hypot(o,t);return[o*s/e,t*s/e]}var wn="http://www.w3.org/1998/Math/MathML",yn={lr:"lr",mu:"μ",rho:"ρ",eps:"ε",beta1:"β₁",beta2:"β₂",rate:"α",E_g2:"E[g²]",E_dx2:"E[Δx²]",dx:"Δx",decay:"λ",psi:"ψ",rho_inf:"ρ∞",lr_t:"lrₜ",mu_next:"μ′",mu_product:"Πμ",v_max:"vₘₐₓ"},bn={if:0,"+":1,"-":1,neg:2,"*":3,"/":5,"^":4,sqrt:5,abs:5,sign:5,max:5},xn={"<":"<","<=":"≤",">":">",">=":"≥","==":"=","!=":"≠"};function M(o,...t){let s=document.createElementNS(wn,o);return s.append(...t),s}function nt(o){return o.endsWith("_hat")?`${nt(o.slice(0,-4))}̂`:yn[o]??o}function U(o){if(!o.endsWith("_hat"))return M("mi",nt(o));let t=M("mover",U(o.slice(0,-4)),M("mo","^"));return t.setAttribute("accent","true"),t}function I(o,t){if(typeof o=="number")return M("mn",String(o));if(typeof o=="string")return t(o);let[s,...e]=o,i=e.map((n,r)=>kn(n,s,r,t));switch(s){case"/":return M("mfrac",...e.map(n=>I(n,t)));case"sqrt":return M("msqrt",I(e[0],t));case"abs":return M("mrow",M("mo","|"),I(e[0],t),M("mo","|"));case"sign":case"max":return vn(s,e.map(n=>I(n,t)));case"if":return Mn(e,t);case"^":return M("msup",i[0],I(e[1],t));case"neg":return M("mrow",M("mo","−"),i[0]);case"*":return M("mrow",i[0],M("mo","·"),i[1]);default:return M("mrow",i[0],M("mo",s==="-"?"−":"+"),i[1])}}function vn(o,t){let s=t.flatMap((e,i)=>i?[M("mo",","),e]:[e]);return M("mrow",M("mi",o),M("mo","("),...s,M("mo",")"))}function Mn([[o,t,s],e,i],n){let r=M("mo",xn[o]),a=M("mrow",M("mtext","if "),I(t,n),r,I(s,n)),l=[[I(e,n),a],[I(i,n),M("mtext","otherwise")]].map(c=>M("mtr",...c.map(u=>M("mtd",u))));return M("mrow",M("mo","{"),M("mtable",...l))}function kn(o,t,s,e){let i=I(o,e);if(!Array.isArray(o))return i;let n=l=>bn[l],[r,a]=[n(o[0]),n(t)];return r<a||r===a&&t==="-"&&s===1?M("mrow",M("mo","("),i,M("mo",")")):i}function wt(o,t){if(typeof o=="number")return o;if(typeof o=="string")return t(o);if(o[0]==="if")return wt(En(o[1],t)?o[2]:o[3],t);let[s,e]=o.slice(1).map(i=>wt(i,t));switch(o[0]){case"+":return s+e;case"-":return s-e;case"*":return s*e;case"/":return s/e;case"^":return s**e;case"neg":return-s;case"abs":return Math.abs(s);case"sign":return Math.sign(s);case"max":return Math.max(s,e);default:return Math.sqrt(s)}}function En(o,t){if(!Array.isArray(o))return!1;let[s,e]=o.slice(1).map(i=>wt(i,t));switch(o[0]){case"<":return s<e;case"<=":return s<=e;case">":return s>e;case">=":return s>=e;case"==":return s===e;default:return s!==e}}function yt(o,t){return t(o)||Array.isArray(o)&&o.slice(1).some(s=>yt(s,t))}var Vt=class{constructor(t,s,e){this.context=t,this.colour=s,this.theme=e}arrow(t,s,e=1,i=2.4){let n=Math.hypot(s[0]-t[0],s[1]-t[1]);if(!(n>.5))return;let[r,a]=[(s[0]-t[0])/n,(s[1]-t[1])/n],h=Math.min(9,n*.6);this.context.save(),this.context.globalAlpha=e,this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(...s),this.context.moveTo(s[0]-h*(r+.5*a),s[1]-h*(a-.5*r)),this.context.lineTo(...s),this.context.lineTo(s[0]-h*(r-.5*a),s[1]-h*(a+.5*r)),this.outline(i,[]),this.context.restore()}outline(t,s){let{context:e}=this;e.lineCap="round",e.lineJoin="round",e.setLineDash([]),e.lineWidth=t+2.5,e.strokeStyle=this.theme.rim,e.stroke(),e.setLineDash(s),e.lineWidth=t,e.strokeStyle=this.colour,e.stroke(),e.setLineDash([]),e.lineCap="butt"}};var rt=class{constructor(t,s){this.run=t;let e=(t.ended??t.loss.length)-1;this.step=Math.max(0,Math.min(s,e-1)),this.exists=e>0}value(t,s,e=1/0){let{run:i,step:n}=this;if(t==="t")return n+1;if(t==="g")return i.grad[2*n+s];if(t in i.hyper)return i.hyper[t];let r=i.equations.findIndex(([l])=>l===t),a=e===1/0||r>=0&&r<e?n+1:n,h=t==="x"?i.x:i.state[t];return h?h[2*a+s]:NaN}pair(t,s){return[this.value(t,0,s),this.value(t,1,s)]}get measured(){let t=this.run.grad_at??this.run.x;return[t[2*this.step],t[2*this.step+1]]}get rate(){return"rate"in this.run.state?this.pair("rate"):[this.run.hyper.lr,this.run.hyper.lr]}};function J(o,t){if(t==="g")return"gradient";let s=o.equations.find(([i])=>i===t)?.[1]??0,e=o.equations.find(([i])=>i==="x")?.[1]??0;return An(e,t,o.hyper)?"displacement":wi(o,t)?t==="rate"||Kt(s,"sqrt")?"rate":yi(o,t)?"square":Kt(s,"abs")?"size":"gradient":"factor"}function Kt(o,t){return yt(o,s=>Array.isArray(s)&&s[0]===t)}function wi(o,t,s=[]){let e=o.equations.find(([n])=>n===t)?.[1]??0,i=[...s,t];return yt(e,n=>typeof n!="string"||i.includes(n)?!1:n==="g"||n in o.state&&wi(o,n,i))}function An(o,t,s){if(!Array.isArray(o)||o[0]!=="+")return!1;let e=o[2];return e===t||Array.isArray(e)&&e[0]==="*"&&e[1]in s&&e[2]===t}function yi(o,t){let s=o.equations.find(([e])=>e===t)?.[1]??0;return yt(s,e=>Array.isArray(e)?e[0]==="^"&&e[2]===2:typeof e=="string"&&e!==t&&e in o.state&&yi(o,e))}var Vs=[["gradient","gradient, downhill"],["memory","velocity or m"],["rate","step size per axis"],["look","look-ahead point"],["curvature","curvature",di]],Sn=66,bi=40,Yt=class{constructor(t,s,e,i,n){this.context=t,this.run=s,this.scales=i,this.theme=n,this.update=new rt(s,e),this.colour=T(s,n),this.strokes=new Vt(t,this.colour,n)}draw(t){if(!this.update.exists)return;let s=this.#h(this.update.pair("x",0));t.has("curvature")&&this.run.curvature&&gi(this.strokes,s,mi(this.run.curvature.at(this.update.step),this.scales)),t.has("rate")&&this.rate(s),t.has("look")&&this.run.grad_at&&this.lookAhead(s),t.has("gradient")&&this.gradient(this.#h(this.update.measured),this.update.pair("g")),t.has("memory")&&this.#t(s)}part(t,s){let e=this.#h(this.update.pair("x",0)),i=this.#h(this.update.pair("x"));if(this.run.grad_at&&this.lookAhead(e),t.kind==="measure")return this.gradient(this.#h(this.update.measured),this.update.pair("g"),s);if(t.kind==="ghost"||t.kind==="move")return this.#n(e,i,t.kind==="ghost"?s:1);this.gradient(this.#h(this.update.measured),this.update.pair("g"),1,.35),this.#s(e,t,s)}gradient(t,s,e=1,i=1){let[n,r]=this.#a([-s[0],-s[1]]),a=Sn*e*Math.hypot(...s)/this.#r();this.strokes.arrow(t,[t[0]+n*a,t[1]+r*a],i)}rate(t,s=this.update.rate){let e=bi/Math.max(s[0],s[1]);Number.isFinite(e)&&(this.context.beginPath(),this.context.ellipse(t[0],t[1],Math.max(1,s[0]*e),Math.max(1,s[1]*e),0,0,7),this.strokes.outline(1.5,[4,3]))}lookAhead(t){let s=this.#h(this.update.measured);this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(...s),this.strokes.outline(1.5,[3,3]),this.context.beginPath(),this.context.arc(s[0],s[1],5,0,7),this.strokes.outline(2,[])}#t(t){let s=["m","v"].find(i=>i in this.run.state&&J(this.run,i)!=="square");if(!s)return;let e=this.update.pair(s);J(this.run,s)==="displacement"?this.#i(t,e):this.gradient(t,e)}#s(t,s,e){let[i]=this.run.equations[s.equation],n=this.#e(s,e);switch(J(this.run,i)){case"displacement":return this.#i(t,n);case"rate":return this.rate(t,n);case"square":return this.#o(t,n,i,Math.sqrt);case"size":return this.#o(t,n,i,r=>r);case"factor":return;default:return this.gradient(t,n)}}#e(t,s){let[e,i]=this.run.equations[t.equation],n=this.update.pair(e);if(t.kind==="compute"||!Array.isArray(i))return n;let r=this.update.pair(e,t.equation),a=[0,1].map(c=>wt(i[1],u=>this.update.value(u,c,t.equation))),[h,l]=t.kind==="decay"?[r,a]:[a,n];return[h[0]+s*(l[0]-h[0]),h[1]+s*(l[1]-h[1])]}#i(t,s){let e=this.update.pair("x",0);this.strokes.arrow(t,this.#h([e[0]+s[0],e[1]+s[1]]))}#o([t,s],e,i,n){let r=n(Math.max(...this.update.pair(i),...this.update.pair(i,0))),[a,h]=e.map(l=>bi*n(Math.max(0,l))/r);Number.isFinite(a+h)&&(this.context.beginPath(),this.context.moveTo(t-a,s),this.context.lineTo(t+a,s),this.context.moveTo(t,s-h),this.context.lineTo(t,s+h),this.strokes.outline(4,[]))}#n(t,s,e){let i=[t[0]+e*(s[0]-t[0]),t[1]+e*(s[1]-t[1])];this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(i[0],i[1]),this.strokes.outline(2,[2,3]),this.context.save(),this.context.globalAlpha=.5,D(this.context,this.run.style.marker,i[0],i[1],6,this.colour,this.theme.rim),this.context.restore()}#r(){let t=["g",...Object.keys(this.run.state).filter(s=>J(this.run,s)==="gradient")];return Math.max(...t.map(s=>Math.hypot(...this.update.pair(s))))||1}#a([t,s]){let{x:e,y:i}=this.scales,[n,r]=[t*(e(1)-e(0)),s*(i(1)-i(0))],a=Math.hypot(n,r)||1;return[n/a,r/a]}#h([t,s]){return[this.scales.x(t),this.scales.y(s)]}};function vi({curvature:o,rule:t},s,e){if(!o)return"";let i=o.at(s),{high:n,low:r,along:a,against:h}=i;if(Number.isNaN(n))return`Curvature at step ${s}: the loss has no finite second derivatives here, or is at a border between two pieces.`;if(n===0&&r===0)return`Curvature at step ${s}: none, the loss is as a plane here.`;let c=`Curvature at step ${s}: ${e?"sharpness of the full loss":"sharpness"} ${k(n)}`;if(n<=0)return`${c}: the loss curves up in no direction, and down most along ${Ks(xi(a))} (eigenvalue ${k(r)}).`;let u=r<0?` Along ${Ks(xi(a))} the loss curves down (eigenvalue ${k(r)}).`:"";if(!h)return`${c}; ${Nn(t,e,o.words)}.${u}`;let{value:p,limit:f,scaled:d}=h,g=p>f?">":p<f?"<":"=",w=o.words===k(f)?k(f):`${o.words} = ${Tn(f)}`,b=p>f?"grow":p<f?"die out":"neither grow nor die out",y=d?`; scaled by this step's rates it is ${k(p)}`:"";return`${c}${y} ${g} ${w}: on the local quadratic${d?" with these rates held":""}, steps along ${Ks(h.along)} ${b}.${u}`}function Nn(o,t,s){return t?"steps see minibatches, for which there is no simple limit":s?"this step's rates are no finite numbers that could scale it":`there is no simple limit for ${o}`}function Tn(o){return o===1/0?"∞":k(o)}function xi([o,t]){return t>0?[t,-o]:[-t,o]}function Ks([o,t]){return`(${k(Number(o.toFixed(3)),3)}, ${k(Number(t.toFixed(3)),3)})`}var Ln=5,Ys="",On=90,Xt=class{chosen=["Adam",Ys];#t=null;#s=["x","y"];#e=[];#i=-1/0;constructor(t,s){this.box=t,this.changed=s,this.selects=[0,1].map(i=>this.#o(i)),this.rules=m("div",{class:"rules"});let e=m("div",{class:"choices"},"Inspect ",this.selects[0]," beside ",this.selects[1]);t.append(e,this.rules)}get open(){return!this.box.hidden}get runs(){return this.#e.map(({run:t})=>t)}show(t,s){this.#t=t,this.#s=s;let e=t.runs.map(({name:i})=>i);e.includes(this.chosen[0])||(this.chosen[0]=e[e.length-1]),e.includes(this.chosen[1])||(this.chosen[1]=Ys),this.selects.forEach((i,n)=>{let r=n?[Ys,...e]:e;i.replaceChildren(...r.map(a=>m("option",{value:a},a||"none"))),i.value=this.chosen[n]}),this.#n()}draw(t,s,e){if(!(!this.open||s&&performance.now()-this.#i<On)){this.#i=performance.now();for(let i of this.#e)i.draw(t,e)}}refresh(){this.#i=-1/0}#o(t){let e=m("select",{"aria-label":t?"Second inspected optimizer":"Inspected optimizer"});return e.addEventListener("change",()=>{this.chosen[t]=e.value,this.#n(),this.changed()}),e}#n(){let t=this.chosen.flatMap(s=>this.#t?.runs.find(e=>e.name===s)??[]);this.#e=[...new Set(t)].map(s=>new Js(s,this.#s,!!this.#t?.batches)),this.rules.replaceChildren(...this.#e.map(({root:s})=>s)),this.#i=-1/0}},Js=class{#t=[];constructor(t,s,e){this.run=t,this.minibatches=e,this.curvature=m("p",{class:"curvature"}),this.title=m("caption"),this.table=m("table",{},this.title,In(s)),this.rows=[this.#s(),...t.equations.map((r,a)=>this.#e(a))],this.table.append(m("tbody",{},...this.rows,this.#i()));let i="rate"in t.state?"α is the step size of each coordinate. ":"",n=m("p",{class:"source"},`${i}${t.source&&`Source: ${t.source}`}`);this.root=m("section",{class:"rule",tabindex:"0",role:"region","aria-label":`Rule of ${t.name}`},this.table,this.curvature,n)}draw(t,s){let e=new rt(this.run,t),{settings:i}=this.run,n=At(this.run);this.title.textContent=e.exists?`${n} (${i}): from step ${e.step} to step ${e.step+1}`:`${n} (${i}) ${this.run.ending?.words}: there is no update to show`;let r=e.exists?vi(this.run,e.step,this.minibatches):"";this.curvature.textContent!==r&&(this.curvature.textContent=r),this.curvature.hidden=!r;for(let{node:a,name:h,axis:l,equation:c}of this.#t){let u=e.exists?$n(e,h,l,c):"–";a.textContent!==u&&(a.textContent=u)}this.rows.forEach((a,h)=>a.classList.toggle("active",h-1===s))}#s(){let t=this.run.grad_at?M("mrow",U("x"),M("mo","+"),M("mi","μ"),U("v")):U("x"),s=M("mrow",U("g"),M("mo","="),M("mo","∇"),M("mi","f"),M("mo","("),t,M("mo",")")),e=[0,1].map(i=>Xs(this.#o("g",i),"g",i));return m("tr",{},m("th",{scope:"row"},Zs(s)),...e)}#e(t){let[s,e]=this.run.equations[t],i=M("mrow",U(s),M("mo","←"),I(e,U)),n=[0,1].map(r=>{let a=I(e,l=>this.#o(l,r,t)),h=this.#o(s,r);return h.setAttribute("class","result"),Xs(M("mrow",a,M("mo","="),h),s,r)});return m("tr",{},m("th",{scope:"row"},Zs(i)),...n)}#i(){let t=[0,1].map(e=>Xs(this.#o("update",e),"update",e)),s=m("th",{scope:"row"},"update of x");return m("tr",{class:"outcome"},s,...t)}#o(t,s,e=1/0){let i=M("mn","0");return this.#t.push({node:i,name:t,axis:s,equation:e}),i}};function In(o){let t=["",...o].map(s=>m("th",{scope:"col"},s));return m("thead",{},m("tr",{},...t))}function $n(o,t,s,e){let i=e!==1/0,n=t==="update"?o.value("x",s)-o.value("x",s,0):o.value(t,s,e),r=k(n,Ln);return i&&n<0?`(${r})`:r}function Xs(o,t,s){return m("td",{"data-quantity":t,"data-axis":String(s)},Zs(o))}function Zs(o){let t=M("math",o);return t.setAttribute("displaystyle","true"),t}var bt={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]};var Qs=[{keys:[" "],say:"Space: play or pause",act:({clock:o})=>o.toggle()},{keys:["ArrowRight","ArrowLeft"],say:"← →: one step; with Shift ten",act:Pn},{keys:["Home"],say:"Home: to the start",act:({clock:o})=>Mi(o,0)},{keys:["End"],say:"End: to the last step",act:({clock:o})=>Mi(o,o.steps)},{keys:["["],say:"[ : slower",act:({clock:o})=>o.shift(-1)},{keys:["]"],say:"] : faster",act:({clock:o})=>o.shift(1)},{keys:[..."123456789"],say:"1–9: show or hide an optimizer; answer a lesson's question",act:Rn},{keys:["l","L"],say:"L: loop",act:({clock:o})=>o.loop=!o.loop},{keys:["s","S"],say:"S: this step in slow motion",act:o=>o.slowly()},{keys:["i","I"],say:"I: inspector",act:o=>o.toggleInspector()},{keys:["+","=","-","0"],say:"+ −, Ctrl+wheel, double click, Alt+drag a box: zoom the view from above (where the page computes the loss); 0: whole picture",act:({zoom:o},{key:t})=>t==="0"?o.reset():o.by(t==="-"?1/2:2)},{keys:Object.keys(bt),moves:!0,say:"Ctrl+arrows (Mac: Option+arrows), Shift+drag: move what is seen",act:Dn},{keys:["z"],say:"Z, Ctrl+Z: undo what you changed of the race",act:({changes:o})=>o.go(-1)},{keys:["Z","y","Y"],say:"Shift+Z, Ctrl+Y: redo it",act:({changes:o})=>o.go(1)},{keys:["f","F"],say:"F: full screen",act:o=>o.toggleFullScreen()},{keys:["PageDown","n","N"],say:"Page down, N: next step of a lesson",act:({lesson:o})=>o.turn(1)},{keys:["PageUp","p","P"],say:"Page up, P: the one before",act:({lesson:o})=>o.turn(-1)},{keys:["?"],say:"?: this list",act:o=>o.toggleHelp()}],zn=["z","Z","y"];function ki(o,t){let{ctrlKey:s,altKey:e,metaKey:i}=t,n=s!==e&&!i&&(s||/Mac/.test(navigator.platform)),r=(s||i)&&!e&&zn.includes(t.key);if(!n&&!r&&(s||e||i))return!1;let a=Qs.find(h=>h.keys.includes(t.key)&&!!h.moves===(n&&!r));return a?(a.act(o,t),!0):!1}function Rn(o,{key:t}){o.lesson.asks?o.lesson.choose(Number(t)-1):o.toggleRun(Number(t)-1)}function Pn({clock:o},t){o.move((t.key==="ArrowRight"?1:-1)*(t.shiftKey?10:1))}function Dn({zoom:o},{key:t}){o.move(...bt[t])}function Mi(o,t){o.playing=!1,o.seek(t)}var Cn="M4 4h7v2.4H6.4V11H4zM20 20h-7v-2.4h4.6V13H20zM4 20v-7h2.4v4.6H11V20zM20 4v7h-2.4V6.4H13V4z";function Ei(){let o=m("div",{class:"stage"},m("section",{class:"lesson","aria-label":"Lesson",hidden:""}),Fn(),m("div",{class:"legend",role:"group","aria-label":"Optimizers"}),m("div",{class:"controls",role:"group","aria-label":"Playback"}),m("div",{class:"chart"},m("div",{class:"quantities",role:"group","aria-label":"Chart"}),m("div",{class:"curves"})),m("p",{class:"notice",role:"status",hidden:""}),_n(),m("div",{class:"inspector",hidden:""}),m("div",{class:"story",hidden:""}),m("p",{class:"summary"}));return m("div",{class:"player",tabindex:"-1",role:"region","aria-label":"Race of optimizers; press ? for the keys"},o,qn())}function Fn(){let o=m("div",{class:"picture view","data-view":"above"},m("canvas",{class:"ground"}),m("canvas",{class:"trails",role:"img","aria-label":"The race on the surface, from above"}),m("span",{class:"start","aria-hidden":"true"}),m("output",{class:"caption","aria-live":"off",hidden:""}));return m("div",{class:"views"},o,m("div",{class:"space view","data-view":"space",hidden:""}),m("div",{class:"samples view","data-view":"samples",hidden:""}))}function _n(){return m("div",{class:"tools"},m("div",{class:"switches","data-group":"views",role:"group","aria-label":"Views"}),m("div",{class:"switches","data-group":"glyphs",role:"group","aria-label":"Arrows and marks"}),m("div",{class:"switches","data-group":"more",role:"group","aria-label":"More"}))}function qn(){let o=Qs.map(({say:t})=>m("li",{},t));return m("div",{class:"help",role:"note",hidden:""},m("ul",{},...o))}function te(o,t){let s=m("button",{type:"button","aria-pressed":"false"},o);return s.addEventListener("click",()=>t(s.getAttribute("aria-pressed")!=="true")),s}function Ai(o){return se(Cn,"Full screen (F)",o)}function se(o,t,s){let e=t.replace(/ \(.*\)/,""),i=m("button",{type:"button",class:"icon",title:t,"aria-label":e},B(o));return i.addEventListener("click",s),i}function Si(o,t,s){return o/2+s/2+Math.hypot(o/2-s/2,t)}function ee(o,t,s){let[e,i,n]=[o/2+s/2,o/2-s/2,Math.hypot(o/2-s/2,t)],r=Math.atan2(t,i)/2,a=t===0&&i<0?[0,1]:[Math.cos(r),Math.sin(r)];return{high:e+n,low:e-n,along:a}}function $(o,t){if(o.length===t)return o;let s=o.constructor,{buffer:e,byteOffset:i}=o,n=i===0&&e.byteLength>=t*o.BYTES_PER_ELEMENT;return new s(n?e:new s(Math.ceil(1.5*t)).buffer,0,t)}function Ni(o,t){o.steps=t;for(let s of o.runs){s.x=$(s.x,2*t+2),s.loss=$(s.loss,t+1),s.grad=$(s.grad,2*t),s.grad_at&&=$(s.grad_at,2*t),s.accuracy&&=$(s.accuracy,t+1),s.distance&&=$(s.distance,t+1);for(let e of Object.keys(s.state))s.state[e]=$(s.state[e],2*t+2)}}var Jt=class{#t;#s=new Float64Array(3);constructor(t,s){this.program=t,this.all=s,this.#t=t.input()}at(t,s){let{inputs:e}=this.program;for(let i=0;i<e.length;i++)this.#t[i]=e[i]==="x"?t:s;return this.program.run(this.#t,this.#s,this.all,this.all.length),Number.isFinite(t+s)||this.#s.fill(NaN),this.#s}},Zt=class{#t;#s;constructor(t,s){this.program=t,this.words=s,this.scaled=t.at.has("rates"),this.#t=t.input(),this.#s=t.output()}at({hyper:t,state:s},e){return this.program.inputs.forEach((i,n)=>{let[r,a,h]=i.split(".");this.#t[n]=r==="t"?e+1:r==="hyper"?t[a]:s[a][2*e+2+(h==="y"?1:0)]}),this.program.run(this.#t,this.#s,[],0),this.#s}},Qt=class{#t=!0;#s=new Float64Array(0);constructor(t,s,e){this.hessian=t,this.allowed=s,this.run=e}forget(){this.#t=!0}get sharpness(){let{x:t,loss:s}=this.run;if(!this.#t)return this.#s;this.#t=!1,this.#s=$(this.#s,s.length);for(let e=0;e<s.length;e++){let[i,n,r]=this.hessian.at(t[2*e],t[2*e+1]);this.#s[e]=Ti(Si(i,n,r))}return this.#s}get limit(){return this.allowed&&!this.allowed.scaled?Ti(this.allowed.at(this.run,0)[0]):NaN}get words(){return this.allowed?.words??""}at(t){let{run:s,allowed:e}=this,[i,n,r]=this.hessian.at(s.x[2*t],s.x[2*t+1]),a=ee(i,n,r);if(!Number.isFinite(a.high+a.low))return{high:NaN,low:NaN,along:[NaN,NaN],against:null};if(!e||t+1>=s.loss.length)return{...a,against:null};let[h,l,c]=e.at(s,t);return e.scaled?{...a,against:Hn([l,c],[i,n,r],h)}:{...a,against:{value:a.high,limit:h,along:a.along,scaled:!1}}}};function Hn([o,t],[s,e,i],n){let[r,a]=[Math.sqrt(o),Math.sqrt(t)],{high:h,along:l}=ee(o*s,r*a*e,t*i),[c,u]=[r*l[0],a*l[1]],p=Math.hypot(c,u);return!Number.isFinite(h)||!(p>0)?null:{value:h,limit:n,along:[c/p,u/p],scaled:!0}}function Ti(o){return Number.isFinite(o)?o:NaN}var Wn=Float64Array.of(63045,40908,57188,17285,23972,8134,60677,9056),ts=class{#t=new Uint32Array(4);#s=new Float64Array(8);#e=new Float64Array(8);#i=0;seed(t,s){this.#n(t,s),this.#i=2337405405;let e=this.#s,[i,n]=[this.#h(),this.#h()],[r,a]=[this.#h(),this.#h()];Li(this.#e,r,a);for(let h=7;h>=0;h--){let l=h?this.#e[h-1]>>15:1;this.#e[h]=this.#e[h]<<1&65535|l}Li(e,i,n);for(let h=0,l=0;h<8;h++){let c=e[h]+this.#e[h]+l;l=c>=65536?1:0,e[h]=c-l*65536}this.#o()}next(){this.#o();let t=this.#s,s=(t[7]^t[3])<<16|t[6]^t[2],e=(t[5]^t[1])<<16|t[4]^t[0],i=t[7]>>10;if(i>=32&&([s,e]=[e,s],i-=32),i){let n=s>>>i|e<<32-i;e=e>>>i|s<<32-i,s=n}return(s>>>0)*2097152+(e>>>11)}#o(){let t=this.#s;for(let s=7;s>=0;s--){let e=this.#e[s];for(let i=0;i<=s;i++)e+=t[i]*Wn[s-i];t[s]=e}for(let s=0,e=0;s<8;s++){let i=t[s]+e;e=Math.floor(i/65536),t[s]=i-e*65536}}#n(t,s){let e=this.#t;this.#i=1135663077;for(let i=0;i<4;i++)e[i]=this.#a(i===0?t:i===1?s:0,2468251765);for(let i=0;i<4;i++)for(let n=0;n<4;n++){if(i===n)continue;let r=Math.imul(3389127133,e[n])-Math.imul(1232336661,this.#a(e[i],2468251765));e[n]=r^(r|0)>>>16}this.#r=0}#r=0;#a(t,s){let e=t^this.#i;this.#i=Math.imul(this.#i,s);let i=Math.imul(e,this.#i);return(i^i>>>16)>>>0}#h(){let t=this.#a(this.#t[this.#r++%4],1492356589),s=this.#a(this.#t[this.#r++%4],1492356589);return[t,s]}};function Li(o,t,s){[...s,...t].forEach((e,i)=>{o[2*i]=e&65535,o[2*i+1]=e>>>16})}var ss=class{#t=new ts;#s=-1;#e=0;#i=new Uint16Array(0);#o;#n;constructor(t){this.count=t,this.#o=new Float64Array(t),this.#n=new Uint32Array(t+1)}seen(t,s,e,i){let{count:n}=this,r=Math.ceil(n/s);this.#r(t,Math.ceil(e/r));let a=$(i,e*s);for(let h=0,l=0;h<e;h++){let c=h%r,u=(h-c)/r*n;for(let p=c*s;p<(c+1)*s;p++)a[l++]=this.#i[u+Math.min(p,n-1)]}return a}#r(t,s){if(t!==this.#s&&(this.#e=0),this.#s=t,this.#i.length<s*this.count){let e=this.#i;this.#i=new Uint16Array(s*this.count),this.#i.set(e)}for(;this.#e<s;this.#e++)this.#a(this.#e)}#a(t){let{count:s}=this,[e,i]=[this.#o,this.#n],n=this.#i.subarray(t*s,(t+1)*s);this.#t.seed(this.#s,t),i.fill(0);for(let r=0;r<s;r++)e[r]=this.#t.next(),i[Oi(e[r],s)+1]++;for(let r=0;r<s;r++)i[r+1]+=i[r];for(let r=0;r<s;r++)n[i[Oi(e[r],s)]++]=r;for(let r=1;r<s;r++){let a=n[r],h=r;for(;h&&e[n[h-1]]>e[a];h--)n[h]=n[h-1];n[h]=a}}};function Oi(o,t){return Math.floor(o/2**53*t)}var xt="state.",es="hyper.",ie=class{constructor(t,s){this.program=t,this.input=t.input(),this.output=t.output();let e=r=>t.inputs.indexOf(r),{inputs:i,outputs:n}=t.encoded;this.looksAhead=n.grad_at.some((r,a)=>i[r]!==["x.x","x.y"][a]),this.x=e("x.x"),this.y=e("x.y"),this.t=e("t"),this.carried=s.flatMap(([r])=>{let a=Number(t.at.get(xt+r));return[[a,e(`${xt}${r}.x`)],[a+1,e(`${xt}${r}.y`)]]}),this.hyper=t.inputs.filter(r=>r.startsWith(es)).map(r=>r.slice(es.length)),this.hyperAt=this.hyper.map(r=>e(es+r)),this.afterAt=Number(t.at.get("x")),this.gradAt=Number(t.at.get("grad")),this.whereAt=Number(t.at.get("grad_at")),this.states=Ii(t)}},is=class{#t;#s;#e;#i;constructor(t,s){this.content=t,this.#t=s[t.memory],this.#s=this.#t.input(),this.#e=this.#t.output(),this.#i=Ii(this.#t),this.stages=t.programs.map(e=>new ie(s[e],this.#i)),this.limit=t.limit&&new Zt(s[t.limit.program],t.limit.words)}get states(){return this.stages[0].states.map(([t])=>t)}begin({hyper:t,state:s}){let{inputs:e}=this.#t;for(let i=0;i<e.length;i++)this.#s[i]=t[e[i].slice(es.length)];this.#t.run(this.#s,this.#e,[],0);for(let i of Object.values(s))i[0]=i[1]=NaN;for(let[i,n]of this.#i)s[i][0]=this.#e[n],s[i][1]=this.#e[n+1];for(let{input:i,hyper:n,hyperAt:r,carried:a}of this.stages){for(let h=0;h<a.length;h++)i[a[h][1]]=this.#e[h];for(let h=0;h<n.length;h++)i[r[h]]=t[n[h]]}}};function Ii({at:o}){return[...o].flatMap(([t,s])=>t.startsWith(xt)?[[t.slice(xt.length),s]]:[])}var os=class{#t=new Map;#s;#e=new Float64Array(3);#i=new Float64Array(1);#o=null;constructor(t){this.content=t;let s=t.programs.map(e=>new Nt(e,t.columns));this.loss=s[t.loss],this.accuracy=t.accuracy===null?null:s[t.accuracy],this.all=Uint16Array.from({length:this.loss.samples},(e,i)=>i),this.#s=t.hessian===null?null:new Jt(s[t.hessian],this.all);for(let[e,i]of Object.entries(t.rules))"why"in i||this.#t.set(e,new is(i,s))}knows(t){return this.#t.has(t)}rule(t){let s=this.#t.get(t);if(!s)throw new Error(`there is no program of ${t}`);return s}bend(t){let{limit:s}=this.rule(t.key);this.#s&&(t.curvature=new Qt(this.#s,s,t))}draw(t){let{seed:s,batch:e,steps:i,batches:n}=t;!n||!e||(this.#o??=new ss(this.rule(t.runs[0].key).stages[0].program.samples),t.batches=this.#o.seen(s,e,i,n))}lossAt(t,s){return this.#n(this.loss,t,s)}#n(t,s,e){let{inputs:i}=t;for(let n=0;n<i.length;n++)i[n]!=="count"&&(this.#e[n]=i[n]==="x"?s:e);return t.run(this.#e,this.#i,this.all,t.samples),this.#i[0]}race(t,s){t.runs.forEach((e,i)=>this.run(t,i,s))}run(t,s,e){let i=t.runs[s],n=this.rule(i.key),{stages:r}=n,{steps:a}=t,[h,l]=t.start;n.begin(i),r[0].looksAhead&&(i.grad_at??=new Float64Array(2*a)),this.#a(i,0,h,l,this.lossAt(h,l),e);let c=null,u=r[0];for(let p=0;p<a;p++){let f=r.length===1?u:r[Math.min(Math.floor(p/this.content.lasts),r.length-1)],{input:d,output:g,program:w}=f;if(f!==u)for(let x=0;x<f.carried.length;x++)d[f.carried[x][1]]=u.input[u.carried[x][1]];u=f,f.x>=0&&(d[f.x]=h),f.y>=0&&(d[f.y]=l),f.t>=0&&(d[f.t]=p+1),this.#r(t,w,d,g,p),i.grad[2*p]=g[f.gradAt],i.grad[2*p+1]=g[f.gradAt+1],i.grad_at&&(i.grad_at[2*p]=g[f.whereAt],i.grad_at[2*p+1]=g[f.whereAt+1]),h=g[f.afterAt],l=g[f.afterAt+1];let b=this.lossAt(h,l),y=Number.isFinite(h)&&Number.isFinite(l)&&Number.isFinite(b);for(let x=0;x<f.carried.length;x++){let E=g[f.carried[x][0]];d[f.carried[x][1]]=E,y=y&&Number.isFinite(E)}if(!y){c=p+1;break}for(let x=0;x<f.states.length;x++){let[E,N]=f.states[x],O=i.state[E];O[2*p+2]=g[N],O[2*p+3]=g[N+1]}this.#a(i,p+1,h,l,b,e)}i.curvature?.forget(),i.ended=c,i.ending=c===null?null:Gn(c),c!==null&&Bn(i,c)}#r({batches:t,batch:s},e,i,n,r){if(!t||!s)return e.run(i,n,this.all,e.samples);let a=Math.ceil(e.samples/s),h=(r+1)%a===0?e.samples-(a-1)*s:s;e.run(i,n,t.subarray(r*s,r*s+h),h)}#a(t,s,e,i,n,r){if(t.x[2*s]=e,t.x[2*s+1]=i,t.loss[s]=n,t.accuracy&&this.accuracy&&(t.accuracy[s]=this.#n(this.accuracy,e,i)),!t.distance)return;let a=1/0;for(let h=0;h<r.length;h+=2)a=Math.min(a,Math.hypot(e-r[h],i-r[h+1]));t.distance[s]=a}};function Bn(o,t){for(let s of[o.x,...Object.values(o.state)])s.fill(NaN,2*t);for(let s of[o.loss,o.accuracy,o.distance])s?.fill(NaN,t);for(let s of[o.grad,o.grad_at])s?.fill(NaN,2*t)}function Gn(o){return{words:`ended at step ${o}`,explained:"",loss:""}}var $i=new WeakMap,ns=class o{constructor(t,s,e){this.race=t,this.surface=s,this.engine=e}static of(t,s){if(oe(t,s))return null;try{let e=jn(s);return t.runs.forEach(i=>e.bend(i)),new o(t,s,e)}catch{return null}}start([t,s]){return Number.isFinite(this.engine.lossAt(t,s))?(this.race.start[0]=t,this.race.start[1]=s,this.engine.race(this.race,this.surface.minima),!0):!1}put(t,s){t==="steps"?Ni(this.race,s):this.race[t]=s,this.engine.draw(this.race),this.engine.race(this.race,this.surface.minima)}set(t,s,e){let i=this.race.runs[t];i.hyper[s]=e,[i.origin,i.origin_means]=this.race.yours,i.settings=Object.entries(i.symbols).map(([n,[r]])=>`${r} ${$t(i.hyper[n])}`).join(", "),this.engine.run(this.race,t,this.surface.minima)}};function oe({runs:o},{engine:t}){if("why"in t)return t.why;for(let{key:s}of o){let e=t.rules[s];if("why"in e)return e.why}return""}function jn(o){let t=$i.get(o)??new os(o.engine);return $i.set(o,t),t}var Un=4,rs=class{#t=[];#s=!0;constructor(){this.root=m("div",{class:"mark-key"})}show(t){let s=Vn(t);this.#t=[];let e=s.map(([n,r])=>{let a=m("canvas",{class:"mark","aria-hidden":"true"});return this.#t.push([n,new S(a)]),m("span",{class:"entry"},a,r)}),i=t.found?[m("p",{},t.found)]:[];this.root.replaceChildren(...e,...i),this.root.hidden=!e.length&&!i.length,this.refresh()}refresh(){this.#s=!0}draw(t){for(let[s,e]of this.#t){if(!e.fit()&&!this.#s)continue;e.clear();let{context:i,width:n,height:r}=e;s==="valley"?it(i,[1,r/2,n-1,r/2],t):s==="lowest"?X(i,!0,n/2-4,r-Un,t,.85):X(i,!1,n/2,r/2,t)}this.#s=!1}};function Vn({minima:o,lowest:t,valleys:s,unlisted:e}){let i=o.length/2-t,n=[],a=`${!i&&!e&&!s.length?"":"lowest "}${t>1?"minima":"minimum"}${e?" found":""}`;return t&&n.push(["lowest",a]),i>0&&n.push(["minimum",`${t?"other ":""}${i>1?"minima":"minimum"}`]),s.length&&n.push(["valley","floor of a valley"]),n}var Kn=100,Yn=1/20,zi=1/10,Ri=3,Xn=1e-12,Jn=12,Zn=new Intl.NumberFormat("en",{maximumSignificantDigits:17,useGrouping:!1}),Qn={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10},as=class{#t=null;held=!1;constructor(t,s,e,i){this.spread=s,this.changed=i,this.value=e,this.root=m("span",{class:"scrub",role:"spinbutton",tabindex:"0","aria-label":t}),this.root.title="Drag it left or right, use the arrow keys (Shift: finer), or double-click to type",s!=="number"&&this.root.setAttribute("aria-valuemin","0"),s==="share"&&this.root.setAttribute("aria-valuemax","1"),this.show(e),this.root.addEventListener("pointerdown",n=>this.#s(n)),this.root.addEventListener("keydown",n=>this.#e(n)),this.root.addEventListener("dblclick",()=>this.#o())}show(t){if(this.value=t,this.#t)return;let s=$t(t);this.root.textContent!==s&&(this.root.textContent=s),this.root.setAttribute("aria-valuenow",Zn.format(t)),this.root.setAttribute("aria-valuetext",s)}#s(t){if(t.button!==0||this.#t)return;t.preventDefault(),t.stopPropagation(),this.root.focus({preventScroll:!0}),this.root.setPointerCapture(t.pointerId);let{clientX:s}=t,e=Pi(this.value,this.spread),i=!1;this.held=!0;let n=({clientX:a,shiftKey:h})=>{e=Di(e+(a-s)/Kn*(h?zi:1),this.spread),s=a,this.#i(Ci(e,this.spread),!1),i=!0},r=()=>{this.root.removeEventListener("pointermove",n),this.held=!1,i&&this.changed(this.value,!0)};this.root.addEventListener("pointermove",n),this.root.addEventListener("lostpointercapture",r,{once:!0})}#e(t){if(this.#t)return;if(t.key==="Enter")return t.preventDefault(),t.stopPropagation(),this.#o();let s=Qn[t.key];if(!s)return;t.preventDefault(),t.stopPropagation();let e=this.value;for(let i=1;i<40&&this.value===e;i++){let n=Pi(e,this.spread)+s*Yn*(t.shiftKey?zi:1)*i;this.#i(Ci(Di(n,this.spread),this.spread),!0)}}#i(t,s){t!==this.value&&(this.show(t),this.changed(t,s))}#o(){if(this.#t)return;let t=this.root.getAttribute("aria-label")??"",s=m("input",{type:"text",inputmode:"decimal","aria-label":t,value:String(this.value)});this.#t=s,this.root.replaceChildren(s),s.select();let e=i=>{if(this.#t!==s)return;let n=tr(s.value,this.spread);if(i&&n===null)return s.setAttribute("aria-invalid","true");this.#t=null,this.root.replaceChildren(),this.show(this.value),i&&n!==null&&this.#i(n,!0)};s.addEventListener("keydown",i=>{i.stopPropagation(),i.key==="Enter"&&e(!0),i.key==="Escape"&&e(!1),this.#t||this.root.focus()}),s.addEventListener("pointerdown",i=>i.stopPropagation()),s.addEventListener("blur",()=>{e(!0),e(!1)})}};function Pi(o,t){return t==="size"?Math.log10(Math.max(o,Xn)):t==="share"?-Math.log10(1-o):o}function Di(o,t){return t==="share"?Math.max(0,Math.min(Jn,o)):t==="size"?Math.min(300,o):o}function Ci(o,t){let s=i=>Number(i.toPrecision(Ri));if(t==="size")return s(10**o);if(t==="number")return s(o);let e=s(10**-o);return Number((1-e).toFixed(Ri-1-Math.floor(Math.log10(e))))}function tr(o,t){let s=o.trim().replace(",","."),e=/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(s)?Number(s):NaN,i=t==="number"||e>=0&&(t==="size"||e<1);return Number.isFinite(e)&&i?e:null}var hs=class{#t=[];#s=!0;#e=!1;constructor(t,s,e,i){this.list=t,this.hidden=s,this.changed=e,this.set=i,this.marks=new rs,this.why=m("p",{class:"why",hidden:""})}show(t,s,e){let{runs:i}=t;if(this.#e===e&&this.#i(i))this.#t.forEach((r,a)=>this.#o(r,i[a]));else{this.#e=e,this.#t=i.map((a,h)=>this.#n(a,h));let r=m("div",{class:"head"},m("span",{},"optimizer"),"loss at this step");this.list.replaceChildren(r,...this.#t.map(({entry:a})=>a),this.marks.root,this.why)}let n=oe(t,s);this.why.hidden=!n,vt(this.why,n&&`${n}. So settings are changed beside the race.`),this.marks.show(s),this.refresh()}#i(t){let s=({name:e,rule:i,style:n,hyper:r})=>JSON.stringify([e,i,n,Object.keys(r)]);return t.length===this.#t.length&&t.every((e,i)=>s(e)===s(this.#t[i].run))}#o(t,s){t.run=s;for(let[e,i]of t.scrubs)i.held||i.show(s.hyper[e]);t.scrubs.size||vt(t.settings,s.settings),Fi(t.row,s)}refresh(){this.#s=!0,this.marks.refresh()}draw(t,s,e){for(let{run:i,row:n,sheet:r,value:a,note:h,origin:l}of this.#t){(r.fit()||this.#s)&&sr(r,i,s);let{ended:c,ending:u,loss:p}=i,f=c!==null&&t>=c?u:null;vt(a,f?.loss||k(p[f?Number(c)-1:t],4)),vt(h,f?f.words:e(i)?"out of the picture":""),vt(l,i.origin),n.setAttribute("aria-pressed",String(!this.hidden.has(i.name)))}this.#s=!1,this.marks.draw(s)}#n(t,s){let e=m("canvas",{class:"sample","aria-hidden":"true"}),i=m("span",{class:"value"}),n=m("span",{class:"note"}),r=m("span",{class:"origin"},t.origin),a=m("span",{class:"name"},t.name," ",r),h=m("button",{type:"button",class:"row"},e,a,i,n),l=m("span",{class:"settings"}),c=this.#e?this.#r(t,s):new Map;[...c].forEach(([p,{root:f}],d)=>l.append(d?", ":"",`${t.symbols[p][0]} `,f)),c.size||(l.textContent=t.settings),Fi(h,t),h.addEventListener("click",()=>{let{name:p}=this.#t[s].run;this.hidden.delete(p)||this.hidden.add(p),this.changed()});let u=m("div",{class:"entry"},h,l);return{run:t,entry:u,row:h,settings:l,scrubs:c,sheet:new S(e),value:i,note:n,origin:r}}#r(t,s){return new Map(Object.entries(t.symbols).map(([e,[i,n]])=>{let r=`${t.name}: ${i===e?e:`${i}, ${e}`}`,a=(h,l)=>this.set(s,e,h,l);return[e,new as(r,n,t.hyper[e],a)]}))}};function Fi(o,t){o.title=`${At(t)}: ${t.settings}
${t.origin}: ${t.origin_means}
Click to show or hide.`}function sr(o,t,s){let{context:e,width:i,height:n}=o,r=T(t,s);o.clear(),e.beginPath(),e.moveTo(1,n/2),e.lineTo(i-8,n/2),e.setLineDash(C(t,P)),e.lineWidth=P,e.strokeStyle=r,e.stroke(),e.setLineDash([]),D(e,t.style.marker,i-9,n/2,5.4,r,s.paper)}function vt(o,t){o.textContent!==t&&(o.textContent=t)}var er=`
  :root { color-scheme: light dark; font: 18px/1.45 system-ui, sans-serif; }
  body { margin: 18px 22px; }
  h1 { font-size: 1.25em; margin: 0 0 10px; }
  p { margin: 0 0 12px; }
  b { display: block; font-size: 0.75em; opacity: 0.75; }
  time { float: right; font-variant-numeric: tabular-nums; opacity: 0.75; }
`,cs=class{#t=null;#s=0;#e=0;constructor(t){this.press=t}open(t,s,e){return this.#t=window.open("","optviz-notes","popup,width=460,height=560"),this.#t?(this.#s=Date.now(),clearInterval(this.#e),this.#e=setInterval(()=>this.#i(),1e3),this.#t.document.onkeydown=this.press,this.show(t,s,e),this.#t.focus(),!0):!1}show(t,s,e){if(!this.#t||this.#t.closed)return;if(!e)return this.#t.close();let{head:i,body:n}=this.#t.document;i.replaceChildren(m("title",{},"Notes"),m("style",{},er)),n.replaceChildren(m("time",{}),m("small",{},t),m("h1",{},s),...ls("",e.text),...ls("Answer",e.answer),...ls("Measured",e.measured),...ls("Next",e.next)),this.#i()}#i(){if(!this.#t||this.#t.closed)return clearInterval(this.#e);let t=Math.floor((Date.now()-this.#s)/1e3),s=this.#t.document.querySelector("time");s&&(s.textContent=`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`)}};function ls(o,t){return t?[m("p",{},...o?[m("b",{},o)]:[],t)]:[]}var us=class{content=null;constructor(t,s,e){this.box=t,this.tell=s,this.notes=new cs(e)}get asks(){return!!(this.content?.question&&!this.content.chosen)}show(t){let s=t?.id!==this.content?.id,e=JSON.stringify(t)===JSON.stringify(this.content);return this.content=t,this.box.hidden=!t,!t||e?!1:(this.box.replaceChildren(m("small",{},t.place),...this.#t(t),m("h4",{},t.heading),m("p",{},t.text),...this.#s(t)),s)}turn(t){this.content&&this.tell({turn:t})}choose(t){let s=this.content?.choices[t];this.asks&&s&&this.tell({answer:s})}#t({place:t,heading:s,notes:e}){if(this.notes.show(t,s,e),!e)return[];let i=m("button",{type:"button",class:"notes"},"Notes in a window");return i.addEventListener("click",()=>{this.notes.open(t,s,e)||(i.textContent="The browser allows no window")}),[i]}#s({question:t,choices:s,chosen:e,right:i,numbers:n,finding:r}){let a=r&&(!t||e)?[m("p",{class:"finding"},`Measured: ${r}`)]:[];if(!t)return a;let h=m("p",{class:"question"},t);if(e){let c=e===i?`Right: ${i}.`:`You said ${e}; it is ${i}.`;return[h,m("p",{class:"answer",role:"status"},`${c} ${n}`),...a]}let l=s.map((c,u)=>{let p=m("button",{type:"button"},m("kbd",{},String(u+1)),` ${c}`);return p.addEventListener("click",()=>this.choose(u)),p});return[h,m("div",{class:"choices"},...l)]}};var ir=["scene","formula","room","lesson"],or=["view","t"],nr=["embed","embed_options"];var rr=-1/0;addEventListener("popstate",()=>rr=performance.now());function _i(o,t,s,e){let i=new URLSearchParams(location.search);ar(o,i)&&((!s||i.has("view"))&&i.set("view",t),e?i.set("t",e):i.delete("t"),lr(hr(o,[...nr,...or],i),!1))}function ar(o,t){let s=new URLSearchParams(o);return ir.every(e=>(s.get(e)??"")===(t.get(e)??""))}function hr(o,t,s){let e=t.filter(i=>s.has(i)).map(i=>`${i}=${encodeURIComponent(s.get(i)??"").replaceAll("%2C",",")}`);return[o,...e].filter(Boolean).join("&")}function lr(o,t){let s=location.pathname+(o?`?${o}`:"")+location.hash;if(s!==location.pathname+location.search+location.hash)try{history[t?"pushState":"replaceState"](history.state,"",s)}catch{}}var L={left:34,top:30,right:10,bottom:26},ps=class{#t=!0;#s=A([0,1],[0,1]);#e=A([0,1],[0,1]);#i=null;#o=null;constructor(t){let s="The samples, this step's minibatch and the decision line of each optimizer";this.samples=new S(m("canvas")),this.lines=new S(m("canvas",{role:"img","aria-label":s})),t.append(this.samples.canvas,this.lines.canvas)}show(t,s){this.#i=t,this.#o=s,this.#t=!0}refresh(){this.#t=!0}draw(t,s,e){if(!this.#i?.samples||!this.#o)return;(this.samples.fit()||this.#t)&&this.#n(e),this.lines.fit(),this.lines.clear();let{context:i}=this.lines;this.#h(i,Math.floor(t),e),i.save(),i.beginPath(),i.rect(L.left,L.top,this.lines.width-L.left-L.right,this.lines.height-L.top-L.bottom),i.clip();for(let n of this.#o.runs)s.has(n.name)||this.#l(i,n,t,e);i.restore()}#n(t){this.#t=!1;let{context:s,width:e,height:i}=this.samples,{samples:n}=this.#i,{points:r,labels:a}=n,h=[0,1].map(l=>cr(r,l));this.#s=A(h[0],[L.left,e-L.right]),this.#e=A(h[1],[i-L.bottom,L.top]),this.samples.clear(),this.#r(s,h,t),s.lineWidth=1.3,a.forEach((l,c)=>{qi(s,this.#s(r[2*c]),this.#e(r[2*c+1]),3,l,t.soft,t.paper)}),this.#a(s,t)}#r(t,s,e){let{left:i,top:n}=L,r={left:i,top:n,right:this.samples.width-L.right,bottom:this.samples.height-L.bottom};_(t,"below",K(R(s[0],5),this.#s),r,e),_(t,"left",K(R(s[1],5),this.#e),r,e),zt(t,r,e)}#a(t,s){t.textAlign="left",t.textBaseline="middle",t.fillStyle=s.ink;let e=L.left+6;for(let[i,n]of[[1,"label 1"],[0,"label 0"],[2,"this step's minibatch"]])i===2&&Hi(t,e,L.top-14,s),qi(t,e,L.top-14,3,i%2,s.soft,s.paper),t.fillStyle=s.ink,t.fillText(n,e+10,L.top-13),e+=26+t.measureText(n).width}#h(t,s,e){let{batches:i,steps:n}=this.#o,r=this.#i?.samples?.points;if(!i||!r)return;let a=i.length/n,h=Math.min(s,n-1);for(let l of i.subarray(h*a,(h+1)*a))Hi(t,this.#s(r[2*l]),this.#e(r[2*l+1]),e)}#l(t,s,e,i){let n=Math.floor(e),r=Math.min(n+1,s.loss.length-1),[a,h]=[0,1].map(c=>{let[u,p]=[s.x[2*n+c],s.x[2*r+c]];return Number.isFinite(p)?u+(e-n)*(p-u):u}),l=100/Math.hypot(a,h);Number.isFinite(l)&&(t.beginPath(),t.moveTo(this.#s(-h*l),this.#e(a*l)),t.lineTo(this.#s(h*l),this.#e(-a*l)),t.setLineDash(C(s,P)),t.lineWidth=P*i.scale,t.strokeStyle=T(s,i),t.stroke(),t.setLineDash([]))}};function cr(o,t){let s=Array.from(o).filter((r,a)=>a%2===t),[e,i]=[Math.min(...s),Math.max(...s)],n=.06*(i-e);return[e-n,i+n]}function qi(o,t,s,e,i,n,r){o.beginPath(),o.arc(t,s,e,0,7),o.fillStyle=i?n:r,o.strokeStyle=n,o.fill(),o.stroke()}function Hi(o,t,s,e){o.beginPath(),o.arc(t,s,7.5,0,7),o.lineWidth=2.4,o.strokeStyle=e.ink,o.stroke(),o.lineWidth=1.3}var Wi=v.box.line;function Bi(o,t){if(t*o.length<2*Wi)return[];let s=Math.ceil(Wi/t),e=[1/0,[]];for(let i=s;i<s+3;i++)for(let n=0;n<Math.min(i,o.length);n++){let r=[];for(let l=n;l<o.length;l+=i)r.push(l);let h=r.reduce((l,c)=>l+ur(o[c]),0)/r.length+(i-s)/2;h<e[0]&&(e=[h,r])}return e[1]}function ur(o){let t=k(o);return t.length+(/^−?[0.]*(10*)?[⁻⁰-⁹¹²³]*$/.test(t)?0:4)}var V=v.box.height,ne=1e-9,z=v.box.base,re=v.sun.direction,ae=v.sun.wall,at=v.sun.tint,ds=600,ms=5,fs=class{constructor({heights:t,levels:s,xlim:e,ylim:i}){this.heights=t,this.n=Math.sqrt(t.length),this.levels=s,this.limits=[e,i];let[n,r]=pr(t);this.low=n,this.rise=V/(r-n),this.slopes=fr(t,this.n,this.rise)}cell(t,s){let[e,i]=this.limits[s];return(t-e)/(i-e)*(this.n-1)}side(t,s){return this.cell(t,s)/(this.n-1)-.5}ground(t,s){let{n:e,heights:i}=this,n=e-1+ne;if(!(t>=-ne&&s>=-ne&&t<=n&&s<=n))return NaN;let r=Math.max(0,Math.min(Math.floor(t),e-2)),a=Math.max(0,Math.min(Math.floor(s),e-2)),[h,l,c]=[t-r,s-a,a*e+r],u=i[c]+h*(i[c+1]-i[c]),p=i[c+e]+h*(i[c+e+1]-i[c+e]);return this.z(u+l*(p-u))}z(t){return(t-this.low)*this.rise}};function pr(o){let[t,s]=[1/0,-1/0];for(let e of o)e<t&&(t=e),e>s&&(s=e);return t<s?[t,s]:[0,1]}function fr(o,t,s){let e=new Float32Array(2*t*t),i=(n,r,a,h)=>{let l=r||Number.isNaN(o[n-h])?0:h,c=a||Number.isNaN(o[n+h])?0:h,u=(l+c)/h||1;return(o[n+c]-o[n-l])/u*s*(t-1)};for(let n=0;n<t*t;n++){let[r,a]=[n%t,Math.floor(n/t)];e[2*n]=i(n,r===0,r===t-1,1),e[2*n+1]=i(n,a===0,a===t-1,t)}return dr(e,t)}function dr(o,t){let s=o.slice();for(let e=2*(t+1);e<2*(t*t-t-1);e++){let i=(e>>1)%t;if(i===0||i===t-1)continue;let n=4*o[e];for(let r of[2,2*t])n+=2*(o[e-r]+o[e+r]);for(let r of[2*t-2,2*t+2])n+=o[e-r]+o[e+r];Number.isNaN(n)||(s[e]=n/16)}return s}function Mt({right:o,away:t}){let[s,e]=[0,1].map(i=>(re[0]*o[i]+re[1]*t[i])/re[2]);return[s,e]}function he(o,{middle:t,contrast:s,darkest:e,brightest:i}){return Math.max(e,Math.min(i,t+s*(o-1)))}function Gi(o,t,s){let e=Mt(o);return he(ae+.5*(t[0]*e[0]+t[1]*e[1]),s)}function ji({right:o,away:t},s){let[e,i,n]=[-1/0,1/0,[0,0]];for(let r of[0,1]){let[a,h]=[o[r]*s,t[r]||1e-12],l=Math.sign(h),c=(-.5*l-a)/h;i=Math.min(i,(.5*l-a)/h),!(c<e)&&(e=c,n=r?[0,-l]:[-l,0])}return e<i?{near:e,far:i,wall:n}:null}function Ui(o){let{contour:t,light:s}=v.themes[o.dark?"dark":"light"],{level:e,...i}=s;return{paper:Float32Array.from(It(o.ground).flat()),line:t.slice(0,3),strength:t[3],middle:e,...i}}var{tick:gs,gap:Vi,name:mr}=v.box,gr=v.trail.hidden,ws=class{#t=[];constructor(t,s,e,i,n){this.context=t,this.surface=s,this.terrain=e,this.camera=i,this.theme=n,this.front=[-Math.sign(i.away[0])||1,-Math.sign(i.away[1])||1];let r=e.rise*i.scale*i.cosine/n.scale;this.labelled=Bi(s.levels,r)}drawBack(){let[t,s]=[-this.front[0]/2,-this.front[1]/2],{context:e,terrain:i,theme:n}=this;e.lineWidth=1,e.strokeStyle=n.wall;let r=this.labelled.map(a=>i.z(a+1));for(let a of[...r,V])this.#s([[t,-s,a],[t,s,a],[-t,s,a]]);for(let[a,h]of[[t,-s],[t,s],[-t,s]])this.#s([[a,h,z],[a,h,V]])}drawFront(t,s){this.#h(s),this.#e(t),this.#n(0),this.#n(1),this.#r(),this.#u(t)}#s(t){let{context:s,camera:e}=this;s.beginPath();for(let[i,n,r]of t)s.lineTo(e.x(i,n),e.y(i,n,r));s.stroke()}#e(t){let{context:s,theme:e}=this,[i,n]=[this.front[0]/2,this.front[1]/2];s.strokeStyle=e.edge,s.lineJoin="round",this.#s([[i,-n,z],[i,n,z],[-i,n,z]]);for(let[r,a]of[[i,-n],[i,n],[-i,n]])this.#s([[r,a,z],[r,a,this.#o(r,a)]]);for(let r of[i,-i])this.#i(a=>[r,a],t);for(let r of[n,-n])this.#i(a=>[a,r],t)}#i(t,s){let{n:e}=this.terrain,i=[];for(let n=0;n<e;n++){let[r,a]=t(n/(e-1)-.5),h=this.#o(r,a);s.clearance(r,a,h)>=0?i.push([r,a,h]):(this.#s(i),i=[])}this.#s(i)}#o(t,s){let e=this.terrain.n-1;return this.terrain.ground((t+.5)*e,(s+.5)*e)}#n(t){let{camera:s,surface:e,terrain:i}=this,{scale:n}=this.theme,r=this.front[1-t]/2,a=y=>t?[r,y]:[y,r],h=t?[2*r,0]:[0,2*r],[l,c]=wr(s.across(h[0],h[1]),-s.lift(h[0],h[1],0)),u=y=>{let[x,E]=a(y);return[s.x(x,E),s.y(x,E,z)]},[[p,f],[d,g]]=[u(-.5),u(.5)],w=Math.hypot(d-p,g-f)/n;if(w<Vi)return;for(let y of R(t?e.ylim:e.xlim,w/Vi)){let[x,E]=u(i.side(y,t));this.#a(x,E,l,c,k(y))}let b=mr*n;this.#l(e.axes[t],(p+d)/2+l*b,(f+g)/2+c*b)}#r(){let{camera:t,surface:s,terrain:e}=this,i=[[-.5,-.5],[.5,-.5],[.5,.5],[-.5,.5]],n=i.map(([h,l])=>t.across(h,l)),[r,a]=i[n.indexOf(Math.min(...n))];for(let h of this.labelled)this.#a(t.x(r,a),t.y(r,a,e.z(h+1)),-1,0,k(s.levels[h]));this.labelled.length&&this.#l("loss",t.x(r,a)-14,t.y(r,a,V)-12*this.theme.scale)}#a(t,s,e,i,n){let{context:r,theme:a}=this;r.font=`${v.type.number*a.scale}px ${a.font}`;let{width:h}=r.measureText(n),[l,c]=[t+e*(gs+4+h/2),s+i*(gs+9*a.scale)];this.#c(n,l,c,h,a.soft)&&(r.strokeStyle=a.soft,r.beginPath(),r.moveTo(t,s),r.lineTo(t+e*gs,s+i*gs),r.stroke())}#h(t){let{context:s,theme:e}=this;s.font=`${v.type.number*e.scale}px ${e.font}`;let{width:i}=s.measureText(t),[n,r]=[6+i/2,9*e.scale];s.lineWidth=4,s.lineJoin="round",s.strokeStyle=e.rim,s.textAlign="center",s.textBaseline="middle",s.strokeText(t,n,r),this.#c(t,n,r,i,e.soft),s.lineWidth=1}#l(t,s,e){let{context:i,theme:n}=this;i.font=`italic ${v.type.name*n.scale}px ${n.font}`,this.#c(t,s,e,i.measureText(t).width,n.ink)}#c(t,s,e,i,n){let{context:r,theme:a}=this,[h,l]=[i/2+3,6*a.scale],[c,u,p,f]=[s-h,e-l,s+h,e+l];return this.#t.some(([d,g,w,b])=>d<p&&w>c&&g<f&&b>u)?!1:(this.#t.push([c,u,p,f]),r.textAlign="center",r.textBaseline="middle",r.fillStyle=n,r.fillText(t,s,e),!0)}#u(t){let{context:s,camera:e,terrain:i,theme:n}=this;this.#p(t),Pt(this.surface,(r,a,h)=>{let[l,c]=[i.side(r,0),i.side(a,1)],u=this.#o(l,c);Number.isNaN(u)||(s.globalAlpha=t.clearance(l,c,u)<0?gr:1,X(s,h,e.x(l,c),e.y(l,c,u),n,n.scale),s.globalAlpha=1)})}#p(t){let{context:s,camera:e,terrain:i,theme:n}=this,{valleys:r}=this.surface,a=[];for(let h=0;h<r.length;h+=2){let[l,c]=[i.side(r[h],0),i.side(r[h+1],1)],u=this.#o(l,c),p=Number.isNaN(u)||t.clearance(l,c,u)<0;a.push(...p?[NaN,NaN]:[e.x(l,c),e.y(l,c,u)])}it(s,a,n,n.scale)}};function wr(o,t){let s=Math.hypot(o,t)||1;return[o/s,t/s]}var yr=8,br=12,xr=.6,vr=v.box.margin,{wide:Mr,tall:kr}=v.box,le=[0,0,V/2],ht=(o,t,s)=>Math.max(t,Math.min(s,o)),Ki=o=>o*Math.PI/180,ys=class{home={...v.camera,zoom:1};view={...this.home};version=0;scale=1;right=[1,0];away=[0,1];sine=0;cosine=1;centre=[0,0];#t=le;#s=[0,0];#e=[1,1];#i=1;reset(){this.#t=le,this.view={...this.home},this.#o()}fit(t,s,e){this.#e=[t,s],this.#i=e,this.#o()}turn(t,s){this.view.azimuth=((this.view.azimuth+t)%360+360)%360,this.view.elevation=ht(this.view.elevation+s,yr,90),this.#o()}zoomAt(t,s=this.centre[0],e=this.centre[1]){let i=this.view.zoom;this.view.zoom=ht(i*t,xr,br),this.#o();let n=1-this.view.zoom/i;if(n<0&&this.move((s-this.centre[0])*n,(e-this.centre[1])*n),n>0){let r=i>1?ht((this.view.zoom-1)/(i-1),0,1):0;this.#t=le.map((a,h)=>a+r*(this.#t[h]-a))}this.#o()}move(t,s){let[e,i]=[-t/this.scale,s/this.scale],[n,r,a]=this.#t;this.#t=[ht(n+e*this.right[0]+i*this.sine*this.away[0],-.5,.5),ht(r+e*this.right[1]+i*this.sine*this.away[1],-.5,.5),ht(a+i*this.cosine,0,V)],this.#o()}x(t,s){return this.centre[0]+this.scale*(this.across(t,s)-this.#s[0])}y(t,s,e){return this.centre[1]-this.scale*(this.lift(t,s,e)-this.#s[1])}across(t,s){return t*this.right[0]+s*this.right[1]}distance(t,s){return t*this.away[0]+s*this.away[1]}lift(t,s,e){return this.distance(t,s)*this.sine+e*this.cosine}get origin(){let[t,s]=this.centre;return[this.#s[0]-t/this.scale,this.#s[1]+s/this.scale]}#o(){let[t,s]=[Ki(this.view.azimuth),Ki(this.view.elevation)];this.right=[-Math.sin(t),Math.cos(t)],this.away=[-Math.cos(t),-Math.sin(t)],this.sine=Math.sin(s),this.cosine=Math.cos(s);let[e,i]=this.#e,[n,r,a,h]=vr.map(d=>d*this.#i),[l,c]=[e-n-a,i-r-h];this.centre=[n+l/2,r+c/2],this.scale=Math.max(1,Math.min(l/Mr,c/kr))*this.view.zoom;let[u,p,f]=this.#t;this.#s=[this.across(u,p),this.lift(u,p,f)],this.version+=1}};var Er=2,Ar=6,Yi=.2,Sr=5,[bs,lt,xs]=[0,1,2],vs=class{#t=[];#s=[];constructor(t,s){this.run=t,this.terrain=s,this.last=(t.ended??t.loss.length)-1;let e=NaN;for(let i=0;i<this.last;i++)e=this.#e(i,e)}#e(t,s){let e=this.terrain.n-1,[i,n]=this.#i(t),[r,a]=this.#i(t+1),h=ot([0,0],[e,e],[i,n],[r-i,a-n]);if(!h)return s;let[l,c]=h,u=Math.hypot(r-i,a-n)*(c-l),p=Math.max(1,Math.ceil(u/Er));for(let f=s===t+l?1:0;f<=p;f++){let d=l+(c-l)*f/p,g=this.#o(i+d*(r-i),n+d*(a-n));this.#t.push(...g,t+d,f?lt:bs)}return t+c}#i(t){let{x:s}=this.run;return[this.terrain.cell(s[2*t],0),this.terrain.cell(s[2*t+1],1)]}#o(t,s){let e=this.terrain.n-1;return[t/e-.5,s/e-.5,this.terrain.ground(t,s)]}lay(t,s){let e=this.#t;this.#s=[];let i=NaN;for(let n=0;n<e.length;n+=5){let[r,a,h,l]=[e[n],e[n+1],e[n+2],e[n+3]],c=s.clearance(r,a,h),u=e[n+4]===bs||Number.isNaN(i+c);if(!u&&c<0!=i<0){let[p,f,d,g]=this.#n(n,i<0,s);this.#r(t.x(p,f),t.y(p,f,d),g,i<0?xs:lt)}if(!Number.isNaN(c)){let p=u?bs:c<0?xs:lt;this.#r(t.x(r,a),t.y(r,a,h),l,p)}i=c}}#n(t,s,e){let i=this.#t,n=h=>[0,1,2,3].map(l=>i[t+l-5]+h*(i[t+l]-i[t+l-5])),[r,a]=[0,1];for(let h=0;h<Sr;h++){let[l,c,u]=n((r+a)/2);e.clearance(l,c,u)<0===s?r=(r+a)/2:a=(r+a)/2}return n((r+a)/2)}#r(t,s,e,i){let n=this.#s,r=n.length-4;if(r>=4&&i!==bs&&n[r+3]===i){let[a,h]=[t-n[r-4],s-n[r-3]],[l,c]=[n[r]-n[r-4],n[r+1]-n[r-3]],u=Math.hypot(a,h),p=Math.abs(l*h-c*a)<Yi*u&&l*a+c*h>0;(u<Yi||u<Ar&&p)&&(n.length=r)}n.push(t,s,e,i)}trace(t,s,e){let i=this.#s;t.beginPath();let n=!1;for(let r=4;r<i.length&&i[r-2]<s;r+=4){let a=i[r+3]===e;if(a){let h=Math.min(1,(s-i[r-2])/(i[r+2]-i[r-2]));n||t.moveTo(i[r-4],i[r-3]),t.lineTo(i[r-4]+h*(i[r]-i[r-4]),i[r-3]+h*(i[r+1]-i[r-3]))}n=a}}head(t){let s=Math.max(0,Math.min(Math.floor(t),this.last)),e=Math.min(t,this.last)-s,[i,n]=[this.#i(s),this.#i(Math.max(s,Math.min(s+1,this.last)))];return this.#o(i[0]+e*(n[0]-i[0]),i[1]+e*(n[1]-i[1]))}};function ce([o,t],s){let[e,i]=[s.cell(o,0),s.cell(t,1)];return[s.side(o,0),s.side(t,1),s.ground(e,i)]}var Xi=Math.SQRT1_2,Nr=4,Tr=30;function Ji(o,t,s,e){let i=e.origin[0]+o/e.scale,n=e.origin[1]-t/e.scale,r=c=>[e.right[0]*i+e.away[0]*c,e.right[1]*i+e.away[1]*c],a=c=>{let[u,p]=r(c),f=s.n-1,d=s.ground((u+.5)*f,(p+.5)*f);return e.lift(u,p,d)-n},h=1/(Nr*(s.n-1)),l=NaN;for(let c=-Xi;c<=Xi;c+=h){let u=a(c);if(l<0&&u>=0)return Or(r(Lr(a,c-h,c)),s);if(Number.isNaN(l)&&u>=0)return null;l=u}return null}function Lr(o,t,s){for(let e=0;e<Tr;e++){let i=(t+s)/2;o(i)<0?t=i:s=i}return s}function Or([o,t],{limits:[s,e]}){return[s[0]+(o+.5)*(s[1]-s[0]),e[0]+(t+.5)*(e[1]-e[0])]}var Z=Math.SQRT1_2,Ir=1.5,$r=1.2,zr=-9,Ms=class{constructor(t,s){this.terrain=t,this.camera=s,this.side=Math.ceil(2*Z*(t.n-1))+1,this.tops=new Float32Array(this.side**2);for(let e=0;e<this.side;e++)this.#t(e)}#t(t){let{terrain:s,camera:e,side:i,tops:n}=this,[r,a]=[s.n-1,2*Z/(i-1)],h=t*a-Z,[l,c]=[e.right[0]*h+.5,e.right[1]*h+.5],u=zr;for(let p=0;p<i;p++){let f=p*a-Z,d=s.ground((l+e.away[0]*f)*r,(c+e.away[1]*f)*r),g=f*e.sine+d*e.cosine;g>u&&(u=g),n[t*i+p]=u}}clearance(t,s,e){let{camera:i,side:n,tops:r}=this,a=(n-1)/(2*Z),h=(i.across(t,s)+Z)*a,l=Math.max(0,(i.distance(t,s)+Z)*a-Ir),[c,u]=[Math.min(n-2,Math.floor(h)),Math.min(n-2,Math.floor(l))],[p,f,d]=[h-c,l-u,c*n+u],g=r[d]+f*(r[d+1]-r[d]),w=r[d+n]+f*(r[d+n+1]-r[d+n]);return i.lift(t,s,e)+$r/i.scale-(g+p*(w-g))}};var Rr={ArrowLeft:[1,0],ArrowRight:[-1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},ks=class{#t=new Map;#s=0;#e=!0;constructor(t,s,e){this.box=t,this.camera=s,this.changed=e,t.addEventListener("pointerdown",i=>this.#o(i)),t.addEventListener("pointermove",i=>this.#n(i));for(let i of["pointerup","pointercancel"])t.addEventListener(i,({pointerId:n})=>this.#t.delete(n));t.addEventListener("wheel",i=>this.#a(i),{passive:!1}),t.addEventListener("keydown",i=>this.#h(i)),t.addEventListener("dblclick",()=>this.#i())}#i(){this.camera.reset(),this.changed()}#o(t){t.button===0&&(this.box.focus({preventScroll:!0}),this.box.setPointerCapture(t.pointerId),this.#t.set(t.pointerId,t),this.#s=t.clientX,this.#e=t.pointerType!=="touch")}#n(t){let s=this.#t.get(t.pointerId);if(!s)return;let[e,i]=[t.clientX-s.clientX,t.clientY-s.clientY],{pointerId:n}=t,r=[...this.#t.values()].find(a=>a.pointerId!==n);if(r){let a=({clientX:p,clientY:f})=>Math.max(10,Math.hypot(p-r.clientX,f-r.clientY)),[h,l]=this.#r(t),[c,u]=this.#r(r);this.camera.move(e/2,i/2),this.camera.zoomAt(a(t)/a(s),(h+c)/2,(l+u)/2)}else this.#e||=Math.abs(t.clientX-this.#s)>8,this.camera.turn(-e*.45,this.#e?i*.45:0);this.#t.set(t.pointerId,t),this.changed()}#r({clientX:t,clientY:s}){let{left:e,top:i}=this.box.getBoundingClientRect();return[t-e,s-i]}#a(t){if(!t.ctrlKey&&!this.box.matches(":focus"))return;t.preventDefault();let s=t.deltaMode===1?16:1,e=Math.max(-240,Math.min(240,t.deltaY*s*(t.ctrlKey?5:1)));this.camera.zoomAt(Math.exp(-e/500),...this.#r(t)),this.changed()}#h(t){if(t.ctrlKey||t.metaKey||t.altKey)return;let s=Rr[t.key];if(s)this.camera.turn(s[0]*5,s[1]*5);else if(t.key==="+"||t.key==="=")this.camera.zoomAt(1.2);else if(t.key==="-")this.camera.zoomAt(1/1.2);else if(t.key==="0")this.camera.reset();else return;t.preventDefault(),t.stopPropagation(),this.changed()}};var[q,Q,tt,st]=[0,1,2,3],Pr=.75,Dr=1.25,et=class{name="Canvas 2-D";software=!0;#t=document.createElement("canvas");#s=this.#t.getContext("2d");#e=new ImageData(1,1);#i=new Float32Array(0);#o=new Float64Array(4);#n=new Float64Array(4);#r=new Float64Array(4);#a=-1;#h=0;#l=0;#c=1;terrain=null;show(t){this.terrain=t,this.#i=new Float32Array(3*t.n**2)}paint(t,s,{width:e,height:i,density:n,fine:r}){let a=r?2*n:n;this.#c=n,this.#u(Math.round(e*a),Math.round(i*n)),this.#p(t,s);for(let h=0;h<this.#e.width;h++)this.#l=h,this.#d(t,s,(h+.5)/a,r?Pr:Dr);return this.#s.putImageData(this.#e,0,0),this.#t}#u(t,s){if(this.#e.width===t&&this.#e.height===s){this.#e.data.fill(0);return}Object.assign(this.#t,{width:t,height:s}),this.#e=new ImageData(t,s)}#p(t,s){let{right:e,away:i,sine:n,cosine:r,scale:a}=t,h=Mt(t),{slopes:l,heights:c,rise:u}=this.terrain,p=this.#i;for(let f=0;f<c.length;f++){let[d,g]=[l[2*f],l[2*f+1]],w=d*e[0]+g*e[1],b=d*i[0]+g*i[1],y=(1-d*h[0]-g*h[1])/Math.sqrt(1+d*d+g*g),x=Math.sqrt(w*w+b*b/(n*n))+1e-9;p[3*f]=c[f],p[3*f+1]=he(y,s);let E=u*a*Math.abs(1+b*r/n)/x;p[3*f+2]=Math.min(ds,E)}}#d(t,s,e,i){let[n,r]=t.origin,a=n+e/t.scale,h=ji(t,a);if(!h)return;let{near:l,far:c}=h;this.#h=0,this.#a=-1;let u=this.terrain.n-1,p=Math.ceil((c-l)*u/i),f=t.scale*this.#c;for(let d=0;d<=p;d++){let g=l+(c-l)*d/p;this.#m((t.right[0]*a+t.away[0]*g+.5)*u,(t.right[1]*a+t.away[1]*g+.5)*u);let w=this.terrain.z(this.#n[Q]),b=g*t.sine+w*t.cosine;if(this.#n[q]=this.#e.height+(b-r)*f,d===0?this.#g(t,s,h):this.#n[q]>this.#h&&this.#f(s),[this.#o,this.#n]=[this.#n,this.#o],this.#h>=this.#e.height)break}this.#w()}#m(t,s){let{n:e}=this.terrain,[i,n]=[this.#i,this.#n],r=Math.max(0,Math.min(e-2,Math.floor(t))),a=Math.max(0,Math.min(e-2,Math.floor(s))),[h,l,c,u]=[t-r,s-a,3*(a*e+r),3*e];for(let p=0;p<3;p++){let f=i[c+p]+h*(i[c+3+p]-i[c+p]),d=i[c+u+p]+h*(i[c+u+3+p]-i[c+u+p]);n[p+1]=f+l*(d-f)}}#g(t,s,{wall:e}){let[i,n]=[this.#o,this.#n],[r,a]=[n[tt],n[st]],{rise:h,low:l}=this.terrain,c=t.scale*t.cosine;i[Q]=l+z/h,i[q]=n[q]-(n[Q]-i[Q])*h*c*this.#c,i[tt]=n[tt]=Gi(t,e,s),i[st]=n[st]=c*h,n[q]>this.#h&&this.#f(s),[n[tt],n[st]]=[r,a]}#f({paper:t,line:s,strength:e}){let[i,n,r,a]=[this.#o,this.#n,this.#r,this.#c],[h,l]=[i[q],this.terrain.levels.length],c=n[q]-h,u=Math.min(n[q],this.#e.height);for(let p=Math.max(this.#h,h);p<u;){let f=Math.floor(p),d=Math.min(u,f+1);f!==this.#a&&this.#w(),this.#a=f;let g=((p+d)/2-h)/c,w=i[Q]+g*(n[Q]-i[Q]),b=i[tt]+g*(n[tt]-i[tt])-1,y=i[st]+g*(n[st]-i[st]),x=Math.abs(w-Math.max(1,Math.min(l,Math.round(w))))*y,N=Math.max(0,Math.min(1,(.5-x)*a+.5))*e*Math.min(1,y/ms)*(d-p),O=d-p-N,W=3*Math.max(0,Math.min(255,Math.round(255*w/(l+1))));r[0]+=O*(1+b*at[0])*t[W]+N*s[0],r[1]+=O*(1+b*at[1])*t[W+1]+N*s[1],r[2]+=O*(1+b*at[2])*t[W+2]+N*s[2],r[3]+=d-p,p=d}this.#h=Math.max(this.#h,n[q])}#w(){let[t,{data:s,width:e,height:i}]=[this.#r,this.#e],n=4*((i-1-this.#a)*e+this.#l);this.#a>=0&&t[3]>0&&(s[n]=t[0]/t[3],s[n+1]=t[1]/t[3],s[n+2]=t[2]/t[3],s[n+3]=255*t[3]),t[0]=t[1]=t[2]=t[3]=0}};var ue=6,Cr=`#version 300 es
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
}`,Fr=`#version 300 es
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
  float bright = wall ? ${ae} + 0.5 * dot(slope.xy, sun)
    : (1.0 - dot(slope.xy, sun)) * inversesqrt(1.0 + dot(slope.xy, slope.xy));
  float light = clamp(middle + tones.x * (bright - 1.0), tones.y, tones.z);
  float ahead = dot(slope.xy, away);
  float steep = length(vec2(dot(slope.xy, right), ahead / angle.x)) + 1e-9;
  float spread = rise * scale * (wall ? angle.y : abs(1.0 + ahead * angle.y / angle.x) / steep);
  spread = min(spread, ${ds}.0);
  float beside = abs(level - clamp(round(level), 1.0, levels)) * spread;
  float drawn = strength * clamp((0.5 - beside) * density + 0.5, 0.0, 1.0);
  drawn *= min(1.0, spread / ${ms}.0);
  vec3 ground = texture(paper, vec2(clamp(level / (levels + 1.0), 0.0, 1.0), 0.5)).rgb;
  colour = vec4(mix(ground * (1.0 + (light - 1.0) * vec3(${at})), line, drawn), 1);
}`;function Zi(){let o=document.createElement("canvas").getContext("webgl2"),t=o?.getExtension("WEBGL_debug_renderer_info"),s=t?String(o?.getParameter(t.UNMASKED_RENDERER_WEBGL)):o?"WebGL2":"";return o?.getExtension("WEBGL_lose_context")?.loseContext(),/swiftshader|llvmpipe|softpipe|software|microsoft basic/i.test(s)?"":s}var Es=class{name="WebGL";software=!1;#t=document.createElement("canvas");#s=0;#e=null;#i=null;constructor(){if(this.gl=this.#t.getContext("webgl2",{antialias:!0}),!this.gl)throw new Error("no WebGL2");this.program=_r(this.gl),this.gl.useProgram(this.program),this.gl.enable(this.gl.DEPTH_TEST),this.gl.bindTexture(this.gl.TEXTURE_2D,this.gl.createTexture()),this.corners=this.gl.createBuffer(),this.triangles=this.gl.createBuffer()}show(t){let{gl:s}=this,{corners:e,triangles:i}=qr(t);this.#e=t,this.#s=i.length,s.bindBuffer(s.ARRAY_BUFFER,this.corners),s.bufferData(s.ARRAY_BUFFER,new Float32Array(e),s.STATIC_DRAW),s.bindBuffer(s.ELEMENT_ARRAY_BUFFER,this.triangles),s.bufferData(s.ELEMENT_ARRAY_BUFFER,new Uint32Array(i),s.STATIC_DRAW),["place","slant"].forEach((n,r)=>{let a=s.getAttribLocation(this.program,n);s.enableVertexAttribArray(a),s.vertexAttribPointer(a,3,s.FLOAT,!1,4*ue,12*r)})}paint(t,s,{width:e,height:i,density:n}){let{gl:r}=this;if(r.isContextLost()||!this.#e)return null;let[a,h]=[Math.round(e*n),Math.round(i*n)],{width:l,height:c}=this.#t;return(l!==a||c!==h)&&Object.assign(this.#t,{width:a,height:h}),r.viewport(0,0,a,h),s!==this.#i&&this.#o(s),this.#n(t,this.#e,s,[e,i],n),r.clear(r.COLOR_BUFFER_BIT|r.DEPTH_BUFFER_BIT),r.drawElements(r.TRIANGLES,this.#s,r.UNSIGNED_INT,0),this.#t}#o(t){let{gl:s}=this;this.#i=t;let e=Uint8Array.from(t.paper,Math.round);s.pixelStorei(s.UNPACK_ALIGNMENT,1),s.texImage2D(s.TEXTURE_2D,0,s.RGB,256,1,0,s.RGB,s.UNSIGNED_BYTE,e),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_MIN_FILTER,s.LINEAR),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_WRAP_S,s.CLAMP_TO_EDGE)}#n(t,s,e,i,n){let{right:r,away:a,origin:h,scale:l}=t,{low:c,rise:u}=s,p=[e.contrast,e.darkest,e.brightest],{strength:f,middle:d}=e,g=s.levels.length,w={scale:l,rise:u,low:c,density:n,strength:f,middle:d,levels:g},b=e.line.map(N=>N/255),y=[t.sine,t.cosine],x={right:r,away:a,origin:h,size:i,angle:y,sun:Mt(t),tones:p,line:b},{gl:E}=this;for(let[N,O]of Object.entries({...w,...x})){let W=E.getUniformLocation(this.program,N);typeof O=="number"?E.uniform1f(W,O):O.length===2?E.uniform2fv(W,O):E.uniform3fv(W,O)}}};function _r(o){let t=o.createProgram(),s=[[o.VERTEX_SHADER,Cr],[o.FRAGMENT_SHADER,Fr]];for(let[e,i]of s){let n=o.createShader(e);o.shaderSource(n,i),o.compileShader(n),o.getShaderParameter(n,o.COMPILE_STATUS)||console.warn(o.getShaderInfoLog(n)),o.attachShader(t,n)}if(o.linkProgram(t),!o.getProgramParameter(t,o.LINK_STATUS))throw new Error("the shaders do not link");return t}function qr({n:o,heights:t,slopes:s,low:e,rise:i}){let n=[],r=[],a=(l,c,u,p)=>{[l,c,u,p].some(f=>Number.isNaN(n[ue*f+2]))||r.push(l,c,u,c,p,u)},h=l=>l/(o-1)-.5;for(let l=0;l<o*o;l++){let[c,u]=[h(l%o),h(Math.floor(l/o))];n.push(c,u,t[l],s[2*l],s[2*l+1],0)}for(let l=0;l<o*(o-1);l++)l%o<o-1&&a(l,l+1,l+o,l+o+1);for(let[l,c]of[[-1,0],[1,0],[0,-1],[0,1]]){let u=n.length/ue;for(let p=0;p<o;p++){let[f,d]=[l?l>0?o-1:0:p,c?c>0?o-1:0:p];for(let g of[e+z/i,t[d*o+f]])n.push(h(f),h(d),g,l,c,1);p&&a(u+2*p-2,u+2*p-1,u+2*p,u+2*p+1)}}return{corners:n,triangles:r}}var fe=v.trail.hidden;function Qi(o,t,s,e){let i=P*e.scale;o.lineJoin="round";for(let[n,r]of[[xs,fe],[lt,1]]){o.globalAlpha=r;for(let a of t)a.trace(o,s,n),n===lt&&pe(o,i+v.trail.rim,e.rim,[]),pe(o,i,T(a.run,e),C(a.run,i))}o.setLineDash([])}function pe(o,t,s,e){o.setLineDash(e),o.lineWidth=t,o.strokeStyle=s,o.stroke()}function to(o,t,s,e,i,n){let a=t.map(l=>({trail:l,place:l.head(s)})).filter(({place:l})=>!Number.isNaN(l[2])),h=({place:[l,c]})=>i.distance(l,c);a.sort((l,c)=>h(c)-h(l));for(let{trail:l,place:[c,u,p]}of a){let{marker:f}=l.run.style;o.globalAlpha=n.clearance(c,u,p)<0?fe:1;let d=Rt*e.scale,g=T(l.run,e);D(o,f,i.x(c,u),i.y(c,u,p),d,g,e.paper)}o.globalAlpha=1}function so(o,[t,s,e],i,n,r){if(!Number.isNaN(e)){o.globalAlpha=r.clearance(t,s,e)<0?fe:1;for(let[a,h]of[[v.ring.rim,i.rim],[v.ring.width,i.ink]])o.beginPath(),o.arc(n.x(t,s),n.y(t,s,e),v.ring.radius*i.scale,0,2*Math.PI),pe(o,a,h,[]);o.globalAlpha=1}}var Hr=140,Wr=8,Br=16e5,eo=50,Gr="Arrow keys turn it, plus and minus zoom, 0 resets.",As=class{#t=new ys;#s=[];#e=null;#i=null;#o=null;#n=null;#r=null;#a=null;#h=-1;#l=!1;#c=!1;#u=!1;#p=1;#d=0;constructor(t,s,e="auto"){this.ground=new S(m("canvas")),this.front=new S(m("canvas")),t.classList.add("view3d"),t.tabIndex=0,t.setAttribute("role","application"),t.setAttribute("aria-label",`The race on the surface in three dimensions. ${Gr}`),this.ring=m("span",{class:"start3d","aria-hidden":"true"}),t.append(this.ground.canvas,this.front.canvas,this.ring),this.redraw=s,this.wanted=e,new ks(t,this.#t,()=>this.#b())}get home(){return this.#t.home}set home(t){let{home:s,view:e}=this.#t;this.#t.home=t,["azimuth","elevation","zoom"].every(n=>e[n]===s[n])&&this.reset()}get view(){return{...this.#t.view}}reset(){this.#t.reset(),this.redraw()}get renderer(){return this.#r?this.#r.software?`${this.#r.name} (no WebGL)`:this.#r.name:""}get scaleName(){return v.captions[this.#e?.geometric===!1?"linear":"logarithmic"]}show(t,s){(t!==this.#e||!this.#o)&&(this.#o=new fs(t),this.#n=null,this.#r??=jr(this.wanted),this.#r.show(this.#o),this.refresh());let e=this.#o;this.#e=t,this.#i=s,this.#s=s.runs.map(i=>new vs(i,e)),this.#l=!1}refresh(){this.#c=!1,this.#a=null}draw(t,s,e){let i=[this.ground.fit(),this.front.fit()].includes(!0),{width:n,height:r}=this.ground;if(!this.#e||!this.#i||n<eo||r<eo)return;(i||!this.#a)&&this.#t.fit(n,r,e.scale);let a=this.#m();this.#a??=Ui(e),this.#c||this.#g(a,this.#a,e);let{context:h}=this.front,l=this.#s.filter(({run:u})=>!s.has(u.name)),c=ce(this.#i.start,this.#o);this.front.clear(),Qi(h,l,t,e),so(h,c,e,this.#t,a),to(h,l,t,e,this.#t,a),this.place([this.#i.start[0],this.#i.start[1]])}get race(){return this.#i}get surface(){return this.#e}pointAt({clientX:t,clientY:s}){if(!this.#o)return null;let{left:e,top:i}=this.front.canvas.getBoundingClientRect();return Ji(t-e,s-i,this.#o,this.#t)}place(t){if(!this.#o)return;let[s,e,i]=ce(t,this.#o);this.ring.hidden=Number.isNaN(i),!this.ring.hidden&&(this.ring.style.left=`${this.#t.x(s,e)}px`,this.ring.style.top=`${this.#t.y(s,e,i)}px`)}#m(){let t=this.#o;if((!this.#n||this.#h!==this.#t.version)&&(this.#h=this.#t.version,this.#n=new Ms(t,this.#t),this.#c=this.#l=!1),!this.#l)for(let s of this.#s)s.lay(this.#t,this.#n);return this.#l=!0,this.#n}#g(t,s,e){let{context:i,width:n,height:r}=this.ground,a=this.#o,h=new ws(i,this.#e,a,this.#t,e);this.#c=!0,this.ground.clear(),h.drawBack(),i.drawImage(this.#f(a,s),0,0,n,r),h.drawFront(t,this.scaleName)}#f(t,s){let{canvas:e,width:i,height:n}=this.ground,r=this.#r??new et,a=e.width/i,h=Math.min(a,Math.sqrt(Br/(i*n))),l=this.#u&&r.software,c=l?this.#p:r.software?h:a,u=performance.now(),p=r.paint(this.#t,s,{width:i,height:n,density:c,fine:!l});return l&&this.#w(Wr/(performance.now()-u),h),p||(this.#r=new et,this.#r.show(t),this.#f(t,s))}#w(t,s){let e=this.#p*Math.sqrt(t);e<this.#p&&(this.#p-=1/8),e>this.#p*1.4&&(this.#p+=1/8),this.#p=Math.max(1/2,Math.min(s,this.#p))}#b(){this.#u=!0,clearTimeout(this.#d),this.#d=window.setTimeout(()=>{this.#u=!1,this.#c&&=!this.#r?.software,this.redraw()},Hr),this.redraw()}};function jr(o){let t=o==="WebGL"||o==="auto"&&Zi()!=="";try{return t?new Es:new et}catch{return new et}}var H=[["above","From above"],["space","3-D"],["samples","Samples"]],io=20,oo=3,Ss=class{#t={};#s=0;#e=1;#i=0;constructor(t,s,e){let i=n=>t.querySelector(`[data-view=${n}]`);this.boxes={above:i("above"),space:i("space"),samples:i("samples")},this.stage=t.querySelector(".stage"),this.topView=s,this.changed=e,this.space=new As(this.boxes.space,e),this.samples=new ps(this.boxes.samples)}show(t,s,e){if(this.topView.show(t,s),this.#t={space:[t,s],samples:[t,s]},!e)return;let[i,n]=s.camera;this.space.home={elevation:i,azimuth:n,zoom:1},this.space.reset();for(let[r]of H)this.boxes[r].hidden=!s.views.includes(r)}refresh(){this.#s=oo,this.topView.refresh(),this.space.refresh(),this.samples.refresh()}isOpen(t){return!this.boxes[t].hidden}toggle(t){this.boxes[t].hidden=!this.boxes[t].hidden,H.every(([s])=>!this.isOpen(s))&&(this.boxes.above.hidden=!1)}draw(t,s,e,i,n){let r=H.filter(([h])=>this.isOpen(h)).length;this.stage.classList.toggle("many",r>1);let a=h=>this.isOpen(h)&&i(this.boxes[h]);a("above")&&this.topView.draw(t,s,e,n),a("samples")&&this.#o("samples").draw(t,s,e),a("space")&&(this.#n()?this.#o("space").draw(t,s,e):this.changed())}#o(t){let s=this.#t[t];return s&&this[t].show(...s),delete this.#t[t],this[t]}outside({x:t},s){if(!this.topView.surface)return!1;let{xlim:e,ylim:i}=this.topView.seen,[n,r]=[t[2*s],t[2*s+1]];return!(n>=e[0]&&n<=e[1]&&r>=i[0]&&r<=i[1])}#n(){let t=performance.now(),s=t-this.#i;return this.#i=t,s>io&&s<100?this.#e=Math.min(oo,this.#e+1):s<io&&(this.#e=Math.max(1,this.#e-.02)),this.#s+=1,this.#s<Math.floor(this.#e)?!1:(this.#s=0,!0)}};var Ur=400,Vr=2500;function no(o){return H.map(([t])=>t).filter(t=>o.views.isOpen(t))}var Ns=class{#t="";#s=0;tell(t){let{race:s,clock:e,slow:i}=t;if(!s?.link)return;let n=no(t),r=H.every(([c])=>n.includes(c)===s.views.includes(c)),a=e.atEnd&&!e.loop,h=e.playing||i.running||a?"":String(e.step),l=JSON.stringify([s.link,n,r,h]);l!==this.#t&&(this.#t=l,clearTimeout(this.#s),this.#s=setTimeout(()=>_i(s.link.split("?")[1]??"",n.join(),r,h),Ur))}};function Kr(o){let t=no(o),s=o.race?.link??"";return`${s}${s.includes("?")?"&":"?"}view=${t.join()}&t=${o.clock.step}`}async function ro(o){let t=Kr(o);try{await navigator.clipboard.writeText(t)}catch{window.prompt("Copy this link",t);return}o.caption.hidden=!1,o.caption.textContent=`Copied: the link to step ${o.clock.step}`,setTimeout(()=>o.redraw(),Vr)}var Yr=1.1;function Xr(o){let s=[{kind:"measure",equation:-1,words:`The gradient g is measured ${o.grad_at?"at the look-ahead point x + μ v":"at x"}.`}];o.equations.forEach(([i,n],r)=>{let a=nt(i);i!=="x"&&(Array.isArray(n)&&"+-".includes(n[0])&&Zr(n[1],i)?(n[1]!==i&&s.push({kind:"decay",equation:r,words:`${a} fades: it keeps a share of itself.`}),s.push({kind:"add",equation:r,words:`${a} takes up the new gradient.`})):s.push({kind:"compute",equation:r,words:Jr(o,i)}))});let e=o.equations.length-1;return s.push({kind:"ghost",equation:e,words:"This is where the rule leads."}),s.push({kind:"move",equation:e,words:"All optimizers take the step."}),s}function Jr(o,t){let s=nt(t);if(t.endsWith("_hat"))return`${s} corrects ${nt(t.slice(0,-4))} for its start at zero.`;if(J(o,t)==="rate"){let e=o.equations.find(([n])=>n===t)?.[1]??0,i=Kt(e,"sqrt")?"a root":"a gradient's size";return`${s}, the step size of each coordinate, divides by ${i}.`}return`${s} is computed.`}function Zr(o,t){return o===t||Array.isArray(o)&&o[0]==="*"&&o[2]===t}var Ts=class{run=null;step=0;#t=[];#s=0;get running(){return this.run!==null}get phase(){return this.#t[Math.min(this.#t.length-1,Math.floor(this.#s))]}get share(){let t=Math.min(1,this.#s%1*1.25);return t*t*(3-2*t)}begin(t,s){this.run=t,this.step=s,this.#t=Xr(t),this.#s=0}stop(){this.run=null}advance(t){return this.#s+=t/Yr,this.#s>=this.#t.length?(this.stop(),this.step+1):this.phase.kind==="move"?this.step+this.share:this.step}};var Qr=.01,kt=class{constructor(t,s,e){this.view=t,this.ground=s,this.choose=e,this.handle=m("button",{type:"button",class:t.ring.className,"aria-label":`Start point${s?"":" in space"}: drag it, or use the arrow keys`,title:s?"Start: drag it, or click anywhere":"Start: drag it over the surface"}),this.ring=t.ring,this.possible=!1,this.#t()}allow(t){t!==this.possible&&(this.possible=t,this.view.ring.replaceWith(t?this.handle:this.ring),this.view.ring=t?this.handle:this.ring,this.view.ring.parentElement?.classList.toggle("steered",t))}#t(){this.handle.addEventListener("pointerdown",s=>this.#s(s,this.handle)),this.handle.addEventListener("keydown",s=>this.#e(s));let{ground:t}=this;t&&(t.addEventListener("pointerdown",s=>this.#s(s,t)),t.addEventListener("click",s=>{let{pointerType:e}=s;this.possible&&e==="touch"&&this.#i(this.view.pointAt(s),!0)}))}#s(t,s){if(!this.possible||t.button!==0||t.pointerType==="touch"&&s!==this.handle)return;t.preventDefault(),this.ground||t.stopPropagation(),this.handle.focus({preventScroll:!0}),s.setPointerCapture(t.pointerId);let e=({clientX:r,clientY:a},h)=>this.#i(this.view.pointAt({clientX:r,clientY:a}),h),i=r=>e(r,!1),n=r=>{s.removeEventListener("pointermove",i),e(r,!0)};s.addEventListener("pointermove",i),s.addEventListener("pointerup",n,{once:!0}),s!==this.handle&&e(t,!1)}#e(t){let s=bt[t.key],{race:e,surface:i}=this.view;if(!s||!e||!i||t.ctrlKey||t.altKey||t.metaKey)return;t.preventDefault(),t.stopPropagation();let n=([c,u])=>(u-c)*Qr,{xlim:r,ylim:a}=this.view.seen??i,[h,l]=e.start;this.#i([h+s[0]*n(r),l+s[1]*n(a)],!0)}#i(t,s){let{race:e}=this.view;if(!e||!t&&!s)return;let[i,n]=t??e.start,{xlim:r,ylim:a}=this.view.seen??this.view.surface,h=(c,[u,p])=>{let f=Math.max(0,3-Math.floor(Math.log10(p-u)));return Number(c.toFixed(f))},l=[h(i,r),h(n,a)];this.view.place(l),this.choose(l,s)}};var ta={true:["✓","measured, and so it is"],false:["✗","measured, and not so here"]},Ls=class{constructor(t,s){this.list=t,this.show=s}outdate(t){t||this.tell([]),this.list.classList.toggle("outdated",t)}tell(t){this.list.classList.remove("outdated");let s=m("h5",{},"What there is to see"),e=t.map(i=>m("li",{},this.#t(i),...sa(i)));this.list.hidden=t.length===0,this.list.replaceChildren(s,m("ol",{},...e))}#t(t){let s=t.holds?t.words:`Not so here: ${t.words}`,[e,i]=ta[t.holds?"true":"false"],n=m("span",{class:"mark",role:"img","aria-label":i,title:i},e),r=m("button",{type:"button","data-holds":String(t.holds)},n,s);return r.title=`Show it: step ${t.step}`,r.addEventListener("click",()=>this.show(t)),r}};function sa({caption:o,agrees:t,own:s}){let e=[];return o&&t&&e.push(`Radford's caption: ${o}.`),o&&!t&&e.push(`Radford's caption says otherwise: ${o}.`),s&&e.push("Measured with the scene's own settings."),e.length?[m("small",{},e.join(" "))]:[]}function de(o,t){let[s,e]=t.start;return[`${o}, ${t.steps} steps from (${k(s)}, ${k(e)}).`,...t.runs.map(ea)].join(" ")}function ea({name:o,loss:t,distance:s,ending:e,x:i}){if(e)return`${o} ${e.words}.`;let n=t.length-1,r=`${o} ends at (${k(i[2*n])}, ${k(i[2*n+1])}) with loss ${k(t[n])}`;if(!s)return`${r}.`;let a=s.indexOf(Math.min(...s));return`${r}; it comes nearest to a minimum, ${k(s[a])} away, at step ${a}.`}var ia=[[-1,"M12 5V1L5 7l7 6V9a5 5 0 1 1-5 6H4.6A7.5 7.5 0 1 0 12 5z","Undo a change of the race (Z)"],[1,"M12 5V1l7 6-7 6V9a5 5 0 1 0 5 6h2.4A7.5 7.5 0 1 1 12 5z","Redo it (Shift+Z)"]],Os=class{glyphs=new Set;#t=[];#s;constructor(t){this.player=t,this.quantities=t.root.querySelector(".quantities");for(let[s,e]of H)this.#o("views",e,()=>t.views.isOpen(s),()=>t.views.toggle(s));for(let[s,e,i]of Vs)this.#o("glyphs",e,()=>this.glyphs.has(s),()=>{this.glyphs.delete(s)||this.glyphs.add(s)},i);this.#o("more","Inspector",()=>t.inspector.open,()=>t.toggleInspector()),this.#o("more","Slow motion",()=>t.slow.running,()=>t.slowly()),this.#o("more","Copy link",()=>!1,()=>ro(t)),this.#o("more","Keys",()=>!this.#e.hidden,()=>t.toggleHelp()),this.#s=ia.map(([s,e,i])=>{let n=se(e,i,()=>t.changes.go(s));return this.#i("more").append(n),[n,s]}),this.#i("more").append(Ai(()=>t.toggleFullScreen()))}show(t,s,e){let{chart:i}=this.player;(s||!t.includes(i.quantity))&&(i.quantity=t[0]);let n=t.map(r=>{let{label:a,axis:h}=r,l=te(h===void 0?a:`${a} ${e.axes[h]}`,()=>{i.quantity=r,i.refresh(),this.player.redraw()});return l.dataset.quantity=r.id,r.title&&(l.title=r.title),l});this.quantities.replaceChildren(...n);for(let[r]of this.#t)r.dataset.needs==="samples"&&(r.hidden=!e.samples),r.dataset.needs==="curvature"&&(r.hidden=!this.player.race?.runs[0]?.curvature),r.dataset.needs==="link"&&(r.hidden=!this.player.race?.link)}showOnly(t){let{views:s,chart:e}=this.player;for(let[r]of H)t.includes(r)&&!s.isOpen(r)&&s.toggle(r);this.glyphs=new Set(Vs.map(([r])=>r).filter(r=>t.includes(`glyph-${r}`)));let n=(this.player.race?Dt(this.player.race):[]).find(({id:r})=>t.includes(r));n&&(e.quantity=n),e.refresh()}draw(){for(let[s,e]of this.#t)ao(s,e());for(let[s,e]of this.#s)ho(s,"aria-disabled",!this.player.changes.canGo(e));let{id:t}=this.player.chart.quantity;for(let s of this.quantities.children)ao(s,s.dataset.quantity===t)}get#e(){return this.player.root.querySelector(".help")}#i(t){return this.player.root.querySelector(`[data-group=${t}]`)}#o(t,s,e,i,n){let r=te(s,()=>{i(),this.player.redraw()});n&&(r.title=n),s==="curvature"&&(r.dataset.needs="curvature"),s==="Samples"&&(r.dataset.needs="samples"),s==="Copy link"&&(r.dataset.needs="link"),this.#t.push([r,e]),this.#i(t).append(r)}};function ao(o,t){ho(o,"aria-pressed",t)}function ho(o,t,s){let e=String(s);o.getAttribute(t)!==e&&o.setAttribute(t,e)}function uo(o,t,s){let e=null,i=null,n=a=>{let h=t(a),l=h&&{x:a.clientX,y:a.clientY,at:a.timeStamp,held:h};e=l&&i&&l.at-i.at<500&&lo(i,l)?i:null,i=l},r=a=>{let h=i!==null&&lo(i,{x:a.clientX,y:a.clientY});h&&!e||(h&&e&&s(a,e.held),e=i=null)};o.addEventListener("pointerdown",a=>co(a)&&n(a),{capture:!0}),o.addEventListener("pointerup",a=>co(a)&&r(a))}function lo(o,t){return Math.hypot(o.x-t.x,o.y-t.y)<5}function co({button:o,pointerType:t}){return o===0&&t!=="touch"}var oa=8;function fo(o,t,s,e){let{left:i,top:n}=t.getBoundingClientRect(),r=({clientX:w,clientY:b})=>[Math.max(s.left,Math.min(s.right,w-i)),Math.max(s.top,Math.min(s.bottom,b-n))],a=r(o),h=po(a,a,s),l=m("div",{class:"zoombox"});t.append(l),t.setPointerCapture(o.pointerId);let c=new AbortController,u={signal:c.signal},p=()=>{c.abort(),l.remove()},f=w=>{h=po(a,r(w),s),Object.assign(l.style,{left:`${h.left}px`,top:`${h.top}px`,width:`${h.right-h.left}px`,height:`${h.bottom-h.top}px`})},d=()=>{p(),h.right-h.left>=oa&&e(h)},g=w=>{w.key==="Escape"&&(w.preventDefault(),w.stopPropagation(),p())};t.addEventListener("pointermove",f,u),t.addEventListener("pointerup",d,u),t.addEventListener("pointercancel",p,u),window.addEventListener("keydown",g,{...u,capture:!0})}function po([o,t],[s,e],{left:i,top:n,right:r,bottom:a}){let[h,l]=[r-i,a-n],[c,u]=[s<o,e<t],p=Math.max(Math.abs(s-o)/h,Math.abs(e-t)/l),f=Math.min(p,(c?o-i:r-o)/h,(u?t-n:a-t)/l),[d,g]=[f*h,f*l];return{left:c?o-d:o,right:c?o:o+d,top:u?t-g:t,bottom:u?t:t+g}}var na="M11 2h2v5h-2zM11 17h2v5h-2zM2 11h5v2H2zM17 11h5v2h-5zM9 9h6v6H9z",ra="M3 3h18v18H3zM5.4 5.4v13.2h13.2V5.4zM9 9h6v6H9z",aa=60,Is=2,ha=.1,la=.0025,$s=class{#t=0;constructor(t){this.player=t,this.view=t.topView;let{canvas:s}=this.view.trails;this.box=s.parentElement;let e=(n,r,a)=>{let h=m("button",{type:"button",title:r,"aria-label":r},n);return h.addEventListener("click",a),h};this.back=e(B(ra),"Whole picture (0)",()=>this.reset()),this.buttons=m("div",{class:"zoom",role:"group","aria-label":"Zoom",hidden:""},e("+","Zoom in (+)",()=>this.by(Is)),e("−","Zoom out (-)",()=>this.by(1/Is)),e(B(na),"Zoom to the optimizers' heads",()=>this.fit()),this.back),this.box.append(this.buttons),s.addEventListener("wheel",n=>this.#e(n),{passive:!1});let i=({target:n})=>!!this.view.lossAt&&!this.buttons.contains(n);uo(this.box,n=>i(n)&&!mo(n)?t.changes.standing:null,(n,r)=>this.#n(n,r)),this.box.addEventListener("pointerdown",n=>i(n)&&this.#i(n),{capture:!0}),this.box.addEventListener("contextmenu",n=>{i(n)&&(this.view.viewport.zoomed||n.ctrlKey)&&n.preventDefault()}),s.addEventListener("touchstart",n=>this.#h(n),{passive:!1})}allow(t){this.view.lossAt=t&&((e,i)=>t.engine.lossAt(e,i)),this.buttons.hidden=!t;let{canvas:s}=this.view.trails;s.title=t?"Zoom: Ctrl and wheel, or the wheel alone once you clicked here; a double click; Alt or Ctrl and drag. Shift and drag moves":"No zoom here: this loss is computed by Python alone"}draw(){let{zoomed:t}=this.view.viewport;!t&&this.back.matches(":focus")&&this.player.root.focus({preventScroll:!0}),this.back.hidden=!t}by(t){let{xlim:s,ylim:e}=this.view.seen;this.#s(i=>i.zoom([(s[0]+s[1])/2,(e[0]+e[1])/2],t))}reset(){this.#s(t=>t.reset())}move(t,s){let{xlim:e,ylim:i}=this.view.seen,[n,r]=[e,i].map(([a,h])=>ha*(h-a));this.#s(a=>a.pan(t*n,s*r))}fit(){let{race:t,hidden:s,clock:e}=this.player,n=(t?.runs??[]).filter(({name:r})=>!s.has(r)).map(({x:r,ended:a,loss:h})=>{let l=Math.min(e.step,(a??h.length)-1);return[r[2*l],r[2*l+1]]});this.#s(r=>r.fit(n))}#s(t){this.view.lossAt&&(t(this.view.viewport),this.view.moved(),this.player.redraw(),clearTimeout(this.#t),this.#t=window.setTimeout(()=>{this.view.refresh(),this.player.redraw()},aa))}#e(t){if(!(t.ctrlKey||t.metaKey||this.player.root.matches(":focus-within"))||!this.view.lossAt)return;t.preventDefault();let e=t.deltaY*(t.deltaMode===WheelEvent.DOM_DELTA_LINE?16:1),i=t.ctrlKey&&Math.abs(e)<20?4:1;this.#s(n=>n.zoom(this.view.pointAt(t),Math.exp(-e*la*i)))}#i(t){if(t.pointerType==="touch")return;let s=mo(t);!s&&!(this.view.viewport.zoomed&&(t.shiftKey||t.button>0))||(t.preventDefault(),t.stopImmediatePropagation(),this.player.root.focus({preventScroll:!0}),s?fo(t,this.box,this.view.frame,e=>this.#o(e)):this.#r(t))}#o(t){let{left:s,top:e}=this.box.getBoundingClientRect(),i=(r,a)=>this.view.pointAt({clientX:s+r,clientY:e+a}),n=[i(t.left,t.bottom),i(t.right,t.top)];this.#s(r=>r.enclose(n))}#n(t,s){let{zoomed:e}=this.view.viewport;t.shiftKey&&!e||(t.shiftKey||this.player.changes.goBack(s),this.#s(i=>i.zoom(this.view.pointAt(t),t.shiftKey?1/Is:Is)))}#r(t){let{canvas:s}=this.view.trails;s.setPointerCapture(t.pointerId);let[e,i]=[t.clientX,t.clientY],n=({clientX:r,clientY:a})=>{this.#a(r-e,a-i),[e,i]=[r,a]};s.addEventListener("pointermove",n),s.addEventListener("lostpointercapture",()=>s.removeEventListener("pointermove",n),{once:!0})}#a(t,s){let[e,i]=this.view.perPixel;this.#s(n=>n.pan(-t*e,s*i))}#h(t){if(t.touches.length!==2||!this.view.lossAt)return;t.preventDefault();let{canvas:s}=this.view.trails,e=go(t.touches),i=r=>{if(r.touches.length!==2)return;r.preventDefault();let a=go(r.touches);this.#a(a.clientX-e.clientX,a.clientY-e.clientY),this.#s(h=>h.zoom(this.view.pointAt(a),a.apart/e.apart)),e=a},n=()=>{for(let r of["touchend","touchcancel"])s.removeEventListener(r,n);s.removeEventListener("touchmove",i)};s.addEventListener("touchmove",i,{passive:!1});for(let r of["touchend","touchcancel"])s.addEventListener(r,n)}};function mo({altKey:o,ctrlKey:t,button:s,pointerType:e}){return(o||t)&&s===0&&e!=="touch"}function go([o,t]){return{clientX:(o.clientX+t.clientX)/2,clientY:(o.clientY+t.clientY)/2,apart:Math.max(1,Math.hypot(o.clientX-t.clientX,o.clientY-t.clientY))}}var ca=.1,ua="You have changed this race. What is written beside it is of the race as it was; reload the page to see that.",wo=new Map,ct=class{clock=new Tt;slow=new Ts;#t=new Ns;hidden=new Set;race=null;#s=null;live=null;#e=!0;#i=!1;#o=0;constructor(t,s){this.tell=r=>{},this.changes=new Ut(this,s),this.root=Ei(),t.append(m("style",{},Ee,ui),this.root);let e=()=>this.redraw(),i=r=>this.root.querySelector(r);this.topView=new Bt(this.root,e),this.views=new Ss(this.root,this.topView,e);let n=(r,a)=>this.changes.start(r,a);this.zoom=new $s(this),this.handles=[new kt(this.topView,this.topView.trails.canvas,n),new kt(this.views.space,null,n)],this.chart=new Ct(i(".curves"),r=>this.#m(r)),this.controls=new Lt(i(".controls"),this.clock,()=>this.#l()),this.inspector=new Xt(i(".inspector"),e),this.legend=new hs(i(".legend"),this.hidden,()=>this.#c(),(r,a,h,l)=>this.changes.set(r,a,h,l)),this.tools=new Os(this),this.story=new Ls(i(".story"),r=>this.#g(r)),this.lesson=new us(i(".lesson"),r=>this.tell(r),r=>this.#h(r)),this.caption=i(".caption"),this.notice=i(".notice"),this.summary=i(".summary"),this.theme=Cs(this.root),this.clock.playing=!matchMedia("(prefers-reduced-motion: reduce)").matches,this.#a(),requestAnimationFrame(r=>this.#u(r))}receive(t){performance.mark("optviz: received"),t.surface&&wo.set(t.surface.key,t.surface);let s=wo.get(t.race.surface);if(!s)return this.changes.askWhole(t.race);let e=this.race;this.changes.receive(e,()=>{this.race=t.race,this.#s=s,this.live=ns.of(t.race,s)});for(let a of this.handles)a.allow(this.changes.possible);let i=e?.surface!==t.race.surface,n=!e||e.start.some((a,h)=>a!==t.race.start[h]);this.clock.fit(t.race.steps),(i||n)&&e&&this.clock.seek(0);let r=this.lesson.show(t.race.lesson);this.root.classList.toggle("asking",this.lesson.asks),(!e||r||i)&&t.race.at!==null&&this.#r(t.race.at),this.slow.stop(),this.zoom.allow(this.live),this.views.show(s,t.race,i),this.chart.show(s,t.race),this.legend.show(t.race,s,this.live!==null&&!t.race.lesson),this.inspector.show(t.race,s.axes),this.tools.show(Dt(t.race),i,s),r&&this.#n(t.race.lesson),this.story.tell(t.race.story),this.tellEndings(),this.summary.textContent=de(s.name,t.race),this.#i=!0,this.redraw()}#n(t){t&&(this.root.classList.add("teaching"),this.tools.showOnly([...t.shows,...this.race?.views??[]]),this.clock.playing=t.plays,this.hidden.clear())}#r(t){this.clock.playing=!1,this.clock.seek(t)}retheme(){this.theme=Cs(this.root);for(let t of[this.views,this.chart,this.legend])t.refresh();this.redraw()}redraw(){this.#e=!0}toggleRun(t){let s=this.race?.runs[t]?.name;s&&(this.hidden.delete(s)||this.hidden.add(s),this.#c())}slowly(){if(this.slow.running)return this.slow.stop();let[t]=this.inspector.runs,s=t?(t.ended??t.loss.length)-1:0;!t||s<1||(this.clock.playing=!1,this.slow.begin(t,Math.min(this.clock.step,s-1)),this.hidden.delete(t.name),this.clock.seek(this.slow.step),this.redraw())}toggleInspector(){this.inspector.box.hidden=!this.inspector.box.hidden,this.redraw()}toggleHelp(){let t=this.root.querySelector(".help");t.hidden=!t.hidden}toggleFullScreen(){document.fullscreenElement?document.exitFullscreen():this.root.requestFullscreen().catch(()=>{})}#a(){new ResizeObserver(()=>this.redraw()).observe(this.root),this.root.addEventListener("keydown",t=>this.#h(t)),this.root.addEventListener("fullscreenchange",()=>{let t=this.root.matches(":fullscreen"),s=t?Math.max(1.25,Math.min(2.2,innerWidth/1e3)):1;this.root.style.setProperty("--scale",String(s)),t&&this.root.focus(),this.retheme()})}#h(t){let s=t.composedPath()[0];s.matches("select, input")||t.key===" "&&s.matches("button")||!ki(this,t)||(t.preventDefault(),t.stopPropagation(),this.#l())}#l(){(this.clock.playing||this.clock.time!==this.slow.step)&&this.slow.stop(),this.redraw()}#c(){this.chart.refresh(),this.redraw()}#u(t){if(!this.root.isConnected&&this.#o)return;requestAnimationFrame(r=>this.#u(r));let s=Math.min(ca,(t-this.#o)/1e3);this.#o=t;let{time:e,playing:i}=this.clock;this.slow.running&&(this.#e=!0);let n=this.changes.choosing;this.changes.pass(t)&&(this.#e=!0),this.slow.running&&!n?this.clock.seek(this.slow.advance(s)):n||this.clock.advance(s),(e!==this.clock.time||i!==this.clock.playing)&&(this.#e=!0),this.#e&&this.draw()}draw(){if(!this.race)return;this.#e=!1,this.#i&&performance.mark("optviz: drawn"),this.#i=!1;let{theme:t,hidden:s,clock:e,slow:i}=this,n=this.changes.whole?e.steps:e.time,r=Math.floor(n+1e-9),a=h=>this.#p(h);this.views.draw(n,s,t,a,(h,l)=>{for(let c of this.#d()){let u=new Yt(h,c,i.running?i.step:r,l,t);i.running?u.part(i.phase,i.share):u.draw(this.tools.glyphs)}}),this.#p(this.chart.sheet.canvas)&&this.chart.draw(n,s,t),this.legend.draw(r,t,h=>this.views.outside(h,r)),this.inspector.draw(i.running?i.step:r,e.playing,i.running?i.phase.equation:-2),this.controls.draw(),this.zoom.draw(),this.tools.draw(),this.#t.tell(this),this.caption.hidden=!i.running,i.running&&(this.caption.textContent=`${i.run?.name}: ${i.phase.words}`)}#p(t){if(!this.changes.held)return!0;let{top:s,bottom:e}=t.getBoundingClientRect();return e>0&&s<innerHeight}#d(){return this.slow.run?[this.slow.run]:this.tools.glyphs.size?(this.inspector.open?this.inspector.runs:this.race?.runs??[]).filter(({name:s})=>!this.hidden.has(s)):[]}#m(t){this.clock.playing=!1,this.clock.seek(Math.round(t)),this.#l()}#g({step:t,shows:s}){this.tools.showOnly(s),this.#m(t),this.root.scrollIntoView({block:"nearest",behavior:"smooth"})}changed(t){let{race:s}=this;!s||!this.#s||(this.views.show(this.#s,s,!1),this.chart.refresh(),this.inspector.refresh(),this.story.outdate(!this.changes.own),t&&(this.summary.textContent=de(this.#s.name,s),this.tellEndings()),this.redraw())}tellEndings(){let t=(this.race?.runs??[]).flatMap(({ending:s})=>s?.explained||[]);this.changes.own&&t.push(ua),this.notice.hidden=t.length===0,this.notice.textContent=t.join(" ")}};var pa=2;function yo(o){let t=s=>{document.documentElement.classList.toggle("paper",s),S.finer=s?pa:1,o.retheme(),o.draw()};addEventListener("beforeprint",()=>t(!0)),addEventListener("afterprint",()=>t(!1))}function bo(){let o=document.querySelector("script[data-optviz-race]");o&&fa(o)}async function fa(o){ve();let t=Et(await da(o.textContent??"")),s=document.querySelector("[data-optviz-place]");s.replaceChildren();let e=new ct(s,null);e.receive(t),window===window.top&&e.root.focus({preventScroll:!0}),matchMedia("(prefers-color-scheme: dark)").addEventListener("change",()=>e.retheme()),yo(e)}async function da(o){let t=Uint8Array.from(atob(o),e=>e.charCodeAt(0)),s=new Blob([t]).stream().pipeThrough(new DecompressionStream("gzip"));return new Uint8Array(await new Response(s).arrayBuffer())}var xo=new WeakMap;function wp({parentElement:o,data:t,setStateValue:s,setTriggerValue:e}){let i=s?r=>s("chosen",r):null,n=xo.get(o)??{player:new ct(o,i),data:null};if(xo.set(o,n),n.player.changes.requests.send=i,n.player.tell=r=>e("lesson",r),n.data===t)return n.player.retheme();n.data=t,n.player.receive(Et(t))}bo();export{wp as mount};
