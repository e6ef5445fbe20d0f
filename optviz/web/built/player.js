// optviz player; sources fa0fed8d7fed8d7c934b6555827399180219e8b42d215061a7b98b555b87a769
var pe={f8:Float64Array,u2:Uint16Array,i1:Int8Array,i4:Int32Array};function kt(o){let t=o.slice().buffer,s=new DataView(t).getUint32(0,!0),e=new TextDecoder().decode(new Uint8Array(t,4,s)),i=JSON.parse(e,(n,r)=>fo(r,t,4+s));return i.surface&&po(i.surface),i}function po(o){let t=(o.levels.length+1)/65534;o.heights=Float32Array.from(o.heights,s=>s===65535?NaN:s*t)}function fo(o,t,s){if(!o||!Array.isArray(o.shape)||!(o.type in pe))return o;let e=o,i=pe[e.type],n=e.shape.reduce((r,a)=>r*a,1);return new i(t,s+e.at,n)}function Et({name:o,rule:t}){return o.startsWith(t)?o:`${o} (${t})`}function fe(o,t){return o===1||o===-1&&Math.abs(t)===1/0?1:Math.pow(o,t)}function de(o,t){if(o===t)return o+Math.LN2;let s=o-t;return s>0?o+Math.log1p(Math.exp(-s)):s<=0?t+Math.log1p(Math.exp(s)):s}function me(o){let t=Math.exp(-Math.abs(o));return(o<0?t:1)/(1+t)}var Is={power:fe,logaddexp:de,sigmoid:me},ct={add:["a + b",(o,t)=>o+t,2],subtract:["a - b",(o,t)=>o-t,2],multiply:["a * b",(o,t)=>o*t,2],divide:["a / b",(o,t)=>o/t,2],negative:["-a",o=>-o,1],sqrt:["Math.sqrt(a)",Math.sqrt,1],absolute:["Math.abs(a)",Math.abs,1],sign:["Math.sign(a)",Math.sign,1],floor:["Math.floor(a)",Math.floor,1],maximum:["Math.max(a, b)",(o,t)=>Math.max(o,t),2],minimum:["Math.min(a, b)",(o,t)=>Math.min(o,t),2],power:["power(a, b)",fe,2],exp:["Math.exp(a)",Math.exp,1],expm1:["Math.expm1(a)",Math.expm1,1],log:["Math.log(a)",Math.log,1],log1p:["Math.log1p(a)",Math.log1p,1],log2:["Math.log2(a)",Math.log2,1],log10:["Math.log10(a)",Math.log10,1],logaddexp:["logaddexp(a, b)",de,2],sin:["Math.sin(a)",Math.sin,1],cos:["Math.cos(a)",Math.cos,1],tan:["Math.tan(a)",Math.tan,1],arcsin:["Math.asin(a)",Math.asin,1],arccos:["Math.acos(a)",Math.acos,1],arctan:["Math.atan(a)",Math.atan,1],arctan2:["Math.atan2(a, b)",Math.atan2,2],sinh:["Math.sinh(a)",Math.sinh,1],cosh:["Math.cosh(a)",Math.cosh,1],tanh:["Math.tanh(a)",Math.tanh,1],arcsinh:["Math.asinh(a)",Math.asinh,1],arccosh:["Math.acosh(a)",Math.acosh,1],arctanh:["Math.atanh(a)",Math.atanh,1],sigmoid:["sigmoid(a)",me,1],relu:["Math.max(a, 0)",o=>Math.max(o,0),1],hypot:["Math.hypot(a, b)",(o,t)=>Math.hypot(o,t),2],cbrt:["Math.cbrt(a)",Math.cbrt,1],less:["+(a < b)",(o,t)=>+(o<t),2],less_equal:["+(a <= b)",(o,t)=>+(o<=t),2],greater:["+(a > b)",(o,t)=>+(o>t),2],greater_equal:["+(a >= b)",(o,t)=>+(o>=t),2],equal:["+(a === b)",(o,t)=>+(o===t),2],not_equal:["+(a !== b)",(o,t)=>+(o!==t),2],logical_and:["+(a !== 0 && b !== 0)",(o,t)=>+(o!==0&&t!==0),2],logical_or:["+(a !== 0 || b !== 0)",(o,t)=>+(o!==0||t!==0),2],logical_not:["+(a === 0)",o=>+(o===0),1],where:["a !== 0 ? b : c",(o,t,s)=>o!==0?t:s,3]};function ut(o,t,s){if(s<8){let p=-0;for(let d=t;d<t+s;d++)p+=o[d];return p}if(s>128){let p=s>>1;return p-=p%8,ut(o,t,p)+ut(o,t+p,s-p)}let e=t+s-s%8,i=o[t],n=o[t+1],r=o[t+2],a=o[t+3],h=o[t+4],l=o[t+5],c=o[t+6],u=o[t+7];for(let p=t+8;p<e;p+=8)i+=o[p],n+=o[p+1],r+=o[p+2],a+=o[p+3],h+=o[p+4],l+=o[p+5],c+=o[p+6],u+=o[p+7];let f=i+n+(r+a)+(h+l+(c+u));for(let p=e;p<t+s;p++)f+=o[p];return f}var ge="count",At="sum",St=class{run;constructor(t,s){let e=mo(t,s);this.encoded=t,this.inputs=t.inputs,this.at=new Map;let i=0;for(let[n,r]of Object.entries(t.outputs))this.at.set(n,i),i+=r.length;this.length=i,this.samples=e.length?e[0].length:0,this.run=(...n)=>{this.run=(wo()?yo:xo)(t,e),this.run(...n)}}input(){return new Float64Array(this.inputs.length)}output(){return new Float64Array(this.length)}};function mo({inputs:o,constants:t,columns:s,code:e,outputs:i},n){let r=()=>{throw new Error("this is no program of optviz")},a=c=>{Array.isArray(c)||r()};[o,t,s,e,n].forEach(a);let h=s.map(c=>$s(c,n.length)?Float64Array.from(n[c]):r());o.every(c=>typeof c=="string")||r(),t.every(Number.isFinite)||r(),h.every(c=>c.length===h[0].length&&c.every(Number.isFinite))||r();let l=o.length+t.length+s.length;e.forEach(([c,...u],f)=>{let p=c===At?1:Object.hasOwn(ct,c)?ct[c][2]:-1;(u.length!==p||!u.every(d=>$s(d,l+f)))&&r()});for(let c of Object.values(i))a(c),c.every(u=>$s(u,l+e.length))||r();return h}function $s(o,t){return Number.isInteger(o)&&Number(o)>=0&&Number(o)<t}function go({inputs:o,constants:t,columns:s,code:e}){let i=o.length+t.length+s.length,n=Array.from({length:i},(h,l)=>l>=o.length+t.length),r=new Array(i).fill(0);for(let[h,...l]of e)n.push(h!==At&&l.some(c=>n[c])),r.push(Math.max(0,...l.map(c=>r[c]))+(h===At?1:0));let a=Math.max(0,...r);return{sampled:n,before:r,passes:a}}var pt=null;function we(){pt=!1}function wo(){if(pt===null)try{pt=new Function("return true")()}catch{pt=!1}return pt}function ye(o){let{inputs:t,constants:s,columns:e,code:i}=o,{sampled:n,before:r,passes:a}=go(o),h=t.length+s.length+e.length,l=[];for(let c=0;c<=a;c++){let u=[],f=[];for(let g=0;g<i.length;g++){let w=h+g;i[g][0]===At?r[w]===c+1&&f.push(w):!n[w]&&r[w]===c&&u.push(w)}let p=new Set(f.map(g=>i[g-h][1]));for(let g=h+i.length-1;g>=h;g--)if(!(!p.has(g)||!n[g]))for(let w of i[g-h].slice(1))p.add(w);let d=[...p].filter(g=>n[g]).sort((g,w)=>g-w);l.push({alone:u,each:d,sums:f})}return l}function yo(o,t){let{inputs:s,constants:e,code:i,outputs:n}=o,r=s.length+e.length,a=r+t.length,h=d=>{let[g,...w]=i[d-a],[y,b,v]=w.map(L=>`v${L}`),A={a:y,b,c:v};return ct[g][0].replace(/\b[abc]\b/g,L=>A[L])},l=s.map((d,g)=>`const v${g} = ${d===ge?"count":`input[${g}]`};`);e.forEach((d,g)=>l.push(`const v${s.length+g} = ${bo(d)};`));let c=[];for(let{alone:d,each:g,sums:w}of ye(o)){for(let b of d)l.push(`const v${b} = ${h(b)};`);if(!w.length)continue;let y=c.length;w.forEach(()=>c.push(new Float64Array(t.length?t[0].length:0))),l.push("for (let k = 0; k < count; k++) {");for(let b of g){let v=b<a?`columns[${b-r}][seen[k]]`:h(b);l.push(`const v${b} = ${v};`)}w.forEach((b,v)=>l.push(`terms[${y+v}][k] = v${i[b-a][1]};`)),l.push("}"),w.forEach((b,v)=>l.push(`const v${b} = sum(terms[${y+v}], 0, count);`))}Object.values(n).flat().forEach((d,g)=>l.push(`output[${g}] = v${d};`));let f=`return (input, output, seen, count) => {
${l.join(`
`)}
};`;return new Function("sum","columns","terms",...Object.keys(Is),f)(ut,t,c,...Object.values(Is))}function bo(o){return Object.is(o,-0)?"-0":String(o)}function xo(o,t){let{inputs:s,constants:e,code:i,outputs:n}=o,r=s.length+e.length,a=r+t.length,h=new Float64Array(a+i.length);h.set(e,s.length);let l=s.indexOf(ge),c=Object.values(n).flat(),u=p=>{let[d,g,w=0,y=0]=i[p-a],b=ct[d][1];return()=>{h[p]=b(h[g],h[w],h[y])}},f=ye(o).map(({alone:p,each:d,sums:g})=>({alone:p.map(u),columns:d.filter(w=>w<a),each:d.filter(w=>w>=a).map(u),sums:g,terms:g.map(()=>new Float64Array(t.length?t[0].length:0))}));return(p,d,g,w)=>{for(let y=0;y<s.length;y++)h[y]=p[y];l>=0&&(h[l]=w);for(let y of f){for(let b of y.alone)b();if(y.sums.length){for(let b=0;b<w;b++){for(let v of y.columns)h[v]=t[v-r][g[b]];for(let v of y.each)v();for(let v=0;v<y.sums.length;v++)y.terms[v][b]=h[Number(i[y.sums[v]-a][1])]}for(let b=0;b<y.sums.length;b++)h[y.sums[b]]=ut(y.terms[b],0,w)}}for(let y=0;y<c.length;y++)d[y]=h[c[y]]}}var ft=[.25,.5,1,2,4,8],Nt=class{time=0;steps=1;playing=!0;loop=!0;speed=1;#t=0;get step(){return Math.floor(this.time+1e-9)}get atEnd(){return this.time>=this.steps}advance(t){this.playing&&(this.atEnd?this.loop?(this.#t+=t)>=1.2&&this.seek(0):this.playing=!1:this.time=Math.min(this.steps,this.time+t*25*this.speed))}seek(t){this.time=Math.max(0,Math.min(this.steps,t)),this.#t=0}move(t){this.playing=!1,this.seek(t>0?this.step+t:Math.ceil(this.time-1e-9)+t)}toggle(){!this.playing&&this.atEnd&&this.seek(0),this.playing=!this.playing}shift(t){let s=ft.indexOf(this.speed)+t;this.speed=ft[Math.max(0,Math.min(ft.length-1,s))]}restart(){this.seek(0),this.playing=!0}fit(t){let s=this.atEnd&&this.steps>0;this.steps=t,this.time=s?t:Math.min(this.time,t)}};function m(o,t={},...s){let e=document.createElement(o);for(let[i,n]of Object.entries(t))e.setAttribute(i,n);return e.append(...s),e}function W(o){let t=document.createElementNS("http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let s=document.createElementNS("http://www.w3.org/2000/svg","path");return s.setAttribute("d",o),t.append(s),t}var Rs={restart:"M6 5h2.4v14H6zM19 5v14L9.5 12z",back:"M17 5v14L8 12zM6.2 5h2v14h-2z",play:"M7 4.5v15L20 12z",pause:"M6.5 5h4v14h-4zM13.5 5h4v14h-4z",forward:"M7 5v14l9-7zM15.8 5h2v14h-2z",loop:"M17 3l4 3.5L17 10V7.6H8A3.4 3.4 0 0 0 4.6 11v1H2.4v-1A5.6 5.6 0 0 1 8 5.4h9zM7 21l-4-3.5L7 14v2.4h9a3.4 3.4 0 0 0 3.4-3.4v-1h2.2v1a5.6 5.6 0 0 1-5.6 5.6H7z"},vo=new Map([[.25,"¼×"],[.5,"½×"]]),Tt=class{constructor(t,s,e){this.clock=s;let i=h=>()=>{h(),e()};this.play=dt("Play","play"),this.loop=dt("Loop","loop"),this.scrub=m("input",{type:"range",min:"0",step:"1","aria-label":"Step"}),this.count=m("output",{class:"count"}),this.speed=m("select",{"aria-label":"Speed"});for(let h of ft){let l=vo.get(h)??`${h}×`;this.speed.append(m("option",{value:String(h)},l))}let n=dt("Restart","restart"),r=dt("Step back","back"),a=dt("Step forward","forward");n.addEventListener("click",i(()=>s.restart())),r.addEventListener("click",i(()=>s.move(-1))),a.addEventListener("click",i(()=>s.move(1))),this.play.addEventListener("click",i(()=>s.toggle())),this.loop.addEventListener("click",i(()=>s.loop=!s.loop)),this.speed.addEventListener("change",i(()=>s.speed=Number(this.speed.value))),this.scrub.addEventListener("input",i(()=>this.#t())),this.count.setAttribute("aria-live","off"),t.append(n,r,this.play,a,this.scrub,this.count,this.speed,this.loop)}#t(){this.clock.playing=!1,this.clock.seek(Number(this.scrub.value))}draw(){let{clock:t}=this,s=String(t.step);zs(this.scrub,"max",String(t.steps)),this.scrub.value!==s&&(this.scrub.value=s),zs(this.scrub,"aria-valuetext",`step ${s} of ${t.steps}`);let e=`${s} / ${t.steps}`;this.count.textContent!==e&&(this.count.textContent=e),this.scrub.style.setProperty("--done",`${100*t.time/t.steps}%`),this.speed.value!==String(t.speed)&&(this.speed.value=String(t.speed)),zs(this.loop,"aria-pressed",String(t.loop));let i=t.playing?"Pause":"Play";this.play.getAttribute("aria-label")!==i&&(be(this.play,i),this.play.replaceChildren(W(t.playing?Rs.pause:Rs.play)))}};function dt(o,t){let s=m("button",{type:"button",class:t},W(Rs[t]));return be(s,o),s}function be(o,t){o.setAttribute("aria-label",t),o.title=t}function zs(o,t,s){o.getAttribute(t)!==s&&o.setAttribute(t,s)}var xe=`:host {
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
`;var x={themes:{light:{ink:"#22262b",soft:"#5b6270",paper:"#ffffff",rim:[255,255,255,.8],contour:[40,60,90,.3],wall:[30,40,60,.12],edge:[40,60,90,.5],star:"#9aa3b0",areas:{diverged:{pattern:"lines",paper:"#d5d8de",ink:"#5b6270"},missed:{pattern:"dots",paper:"#ffffff",ink:"#aab1bd"},nowhere:{pattern:"lines",paper:"#ffffff",ink:"#a4abb6"}},ground:["#fff6d8","#f4f3e4","#e5eced","#d8e3ee","#cad8ea"],light:{level:1,contrast:.3,darkest:.76,brightest:1.05}},dark:{ink:"#f2f4f6",soft:"#b4bac6",paper:"#0e1117",rim:[14,17,23,.75],contour:[190,210,235,.3],wall:[255,255,255,.1],edge:[190,210,235,.5],star:"#8d97a6",areas:{diverged:{pattern:"lines",paper:"#3d434f",ink:"#b4bac6"},missed:{pattern:"dots",paper:"#0e1117",ink:"#5a6271"},nowhere:{pattern:"lines",paper:"#0e1117",ink:"#5b6472"}},ground:["#243b4a","#1d2f3e","#192634","#161e2a","#131720"],light:{level:1.3,contrast:.8,darkest:.8,brightest:1.75}}},sun:{direction:[-.5,.24,.832],wall:.5,tint:[1.15,1,.8]},box:{height:.55,base:-.035,wide:1.4142135623730951,tall:1.48,margin:[44,24,18,34],tick:5,gap:62,name:32,line:14},camera:{elevation:44.5,azimuth:225},captions:{linear:"height: loss, to scale",logarithmic:"height: roughly log(loss - minimum)"},trail:{width:2.2,rim:2,hidden:.22},head:{radius:6,rim:3.4},ring:{radius:9,width:2,rim:5},star:{radius:7,rim:2},minimum:{radius:5,rim:2,corners:[[0,1.4],[.4,.4],[1.4,0],[.4,-.4],[0,-1.4],[-.4,-.4],[-1.4,0],[-.4,.4]]},lowest:{radius:7,rim:2,corners:[[0,-.25],[.22,0],[.22,1.05],[1.75,1.75],[.22,2.45],[-.22,2.45],[-.22,0]]},valley:{width:2,rim:4.5,dash:[5,3]},type:{number:11,name:12,label:10},contours:{width:1,shortest:24,apart:6.4,steep:70,tries:[.5,.3,.7,.15,.85,.4,.6]}};function Ps(o){let t=getComputedStyle(o),s=t.getPropertyValue("--paper").trim()||x.themes.light.paper,e=Eo(s)<.4,{ink:i,soft:n,star:r,areas:a,ground:h,...l}=x.themes[e?"dark":"light"];return{dark:e,paper:s,ink:t.getPropertyValue("--ink").trim()||i,soft:n,star:r,areas:{...a,nowhere:{...a.nowhere,paper:s}},ground:h,rim:Lt(l.rim),contour:Lt(l.contour),wall:Lt(l.wall),edge:Lt(l.edge),font:t.fontFamily,scale:Number(t.getPropertyValue("--scale"))||1}}function Lt(o){return`rgba(${o.join()})`}function Eo(o){let t=document.createElement("canvas").getContext("2d",{willReadFrequently:!0});t.fillStyle=o,t.fillRect(0,0,1,1);let[s,e,i]=t.getImageData(0,0,1,1).data;return(.2126*s+.7152*e+.0722*i)/255}function Ot(o){let t=o.map(s=>[1,3,5].map(e=>parseInt(s.slice(e,e+2),16)));return Array.from({length:256},(s,e)=>{let i=e/255*(t.length-1),n=Math.min(t.length-2,Math.floor(i));return t[n].map((r,a)=>r+(t[n+1][a]-r)*(i-n))})}var S=class o{static finer=1;width=0;height=0;#t=0;constructor(t){this.canvas=t,this.context=t.getContext("2d")}fit(){let[t,s]=[this.canvas.clientWidth,this.canvas.clientHeight],e=(window.devicePixelRatio||1)*o.finer;return t===this.width&&s===this.height&&e===this.#t?!1:(Object.assign(this,{width:t,height:s}),this.#t=e,this.canvas.width=Math.max(1,Math.round(t*e)),this.canvas.height=Math.max(1,Math.round(s*e)),this.context.setTransform(e,0,0,e,0,0),!0)}clear(){this.context.clearRect(0,0,this.width,this.height)}twin(t=null){if(t&&t.canvas.width===this.canvas.width&&t.canvas.height===this.canvas.height)return t.clear(),t;let s=new o(document.createElement("canvas"));return s.canvas.width=this.canvas.width,s.canvas.height=this.canvas.height,Object.assign(s,{width:this.width,height:this.height}),s.context.setTransform(this.#t,0,0,this.#t,0,0),s}lay(t,s=this.width){let e=Math.max(0,Math.min(1,s/this.width)),[i,n]=[Math.round(t.canvas.width*e),t.canvas.height];if(i===0||n===0)return;let r=i/this.#t;this.context.drawImage(t.canvas,0,0,i,n,0,0,r,n/this.#t)}};var Ao="⁰¹²³⁴⁵⁶⁷⁸⁹";function k(o,t=3){if(!Number.isFinite(o))return"–";let s=Math.abs(o);if(s===0||s>=.001&&s<1e4)return ve(String(Number(o.toPrecision(t))));let[e,i]=o.toExponential(t-1).split("e"),n=`10${So(Number(i))}`,r=ve(String(Number(e)));return r==="1"?n:r==="−1"?`−${n}`:`${r}·${n}`}function So(o){let t=[...String(Math.abs(o))].map(s=>Ao[Number(s)]);return(o<0?"⁻":"")+t.join("")}function ve(o){return o.replace("-","−")}function It(o){let[t,s]=o.toExponential(5).split("e"),e=Number(s);if(e>=-4&&e<6)return String(Number(o.toPrecision(6)));let i=e<0?"-":"+";return`${Number(t)}e${i}${String(Math.abs(e)).padStart(2,"0")}`}function E([o,t],[s,e]){let i=(e-s)/(t-o);return Object.assign(n=>s+(n-o)*i,{invert:n=>o+(n-s)/i})}function ke([o,t],s){let e=E([Math.log10(o),Math.log10(t)],s);return Object.assign(i=>e(Math.log10(i)),{invert:i=>10**e.invert(i)})}function R([o,t],s){let e=(t-o)/Math.max(1,s),i=10**Math.floor(Math.log10(e)),n=[.5,1,2,5,10].map(h=>h*i),r=n.findIndex(h=>h>=e*(1-1e-9)),a=Me(o,t,n[r]);for(;a.length<2&&r>0;)a=Me(o,t,n[--r]);return a}function Me(o,t,s){let e=Math.ceil(o/s-1e-9),i=Math.floor(t/s+1e-9);return Array.from({length:Math.max(0,i-e+1)},(n,r)=>(e+r)*s)}function Ee([o,t],s){let e=Math.ceil(Math.log10(o)-1e-9),i=Math.floor(Math.log10(t)+1e-9),n=Math.max(1,Math.ceil((i-e+1)/Math.max(1,s))),r=[];for(let a=i;a>=e;a-=n)r.push(10**a);return r.reverse()}function V(o,t,s=k){return o.map(e=>({at:t(e),text:s(e)}))}function K(o,t=x.type.number){return`${t*o.scale}px ${o.font}`}function _(o,t,s,e,i,{tick:n=0,grid:r=!1,gap:a=7,size:h}={}){let{left:l,top:c,right:u,bottom:f}=e,p=t==="below";o.font=K(i,h),o.textAlign=p?"center":"right",o.textBaseline=p?"top":"middle";for(let{at:d,text:g}of s)o.fillStyle=i.wall,r&&p&&o.fillRect(d-.5,c,1,f-c),r&&!p&&o.fillRect(l,d-.5,u-l,1),o.fillStyle=i.soft,n&&p&&o.fillRect(d-.5,f,1,n),n&&!p&&o.fillRect(l-n,d-.5,n,1),p?o.fillText(g,d,f+a):o.fillText(g,l-a,d)}function $t(o,{left:t,top:s,right:e,bottom:i},n){o.strokeStyle=n.soft,o.lineWidth=1,o.strokeRect(t,s,e-t,i-s)}function Ae(o,[t,s],{left:e,top:i,right:n,bottom:r},a){o.fillStyle=a.ink,o.font=`italic ${K(a,x.type.name)}`,o.textBaseline="alphabetic",o.textAlign="center",o.fillText(t,(e+n)/2,r+19+13*a.scale),o.textAlign="left",o.fillText(s,3,(i+r)/2+4)}function Se(o,t,s){let[e,i,n]=[1/0,-1/0,-1/0];for(let l of o){n=Math.max(n,l[0]);for(let c=0;c<l.length;c++)Number.isFinite(l[c])&&(e=Math.min(e,l[c]),i=Math.max(i,l[c]))}let r=Math.max(t,e),a=Math.min(s,Math.max(n*1.15,Math.min(i,n*1.6))),h=.06*(a-r||1);return Number.isFinite(r+a)?[r-h,a+h]:[0,1]}function Ne(o,t){let[s,e]=[1/0,0];for(let n of o)for(let r=0;r<n.length;r++)n[r]>0&&(s=Math.min(s,n[r])),n[r]<=t&&(e=Math.max(e,n[r]));if(s===1/0)return[.1,10];if(!(s<e))return[s/10,s*10];let i=(e/s)**.05;return[s/i,e*i]}function Te(o){for(let t=0;t<o.length;t++)if(o[t]<=0)return!0;return!1}var P=x.trail.width,zt=x.head.radius;function Le(o){return Oe[o]??Oe.circle}var Oe={circle:No(),square:B([[-.85,-.85],[.85,-.85],[.85,.85],[-.85,.85]]),triangle:B([[0,-1.15],[1.05,.75],[-1.05,.75]]),diamond:B([[0,-1.25],[1,0],[0,1.25],[-1,0]]),plus:B(Ie()),cross:B(Ie().map(([o,t])=>[(o-t)*Math.SQRT1_2,(o+t)*Math.SQRT1_2])),star:B(To())};function No(){let o=new Path2D;return o.arc(0,0,.95,0,2*Math.PI),o}function B(o){let t=new Path2D;return o.forEach(([s,e])=>t.lineTo(s,e)),t.closePath(),t}function Ie(){let[o,t]=[.38,1.15];return[[-o,-t],[o,-t],[o,-o],[t,-o],[t,o],[o,o],[o,t],[-o,t],[-o,o],[-t,o],[-t,-o],[-o,-o]]}function To(){return Array.from({length:10},(o,t)=>{let[s,e]=[Math.PI*t/5-Math.PI/2,t%2?.6:1.4];return[e*Math.cos(s),e*Math.sin(s)]})}function D(o,t,s,e,i,n,r){o.save(),o.translate(s,e),o.scale(i,i),o.lineWidth=x.head.rim/i,o.lineJoin="round",o.strokeStyle=r,o.fillStyle=n,o.stroke(Le(t)),o.fill(Le(t)),o.restore()}function N({style:o},t){return t.dark?o.dark:o.light}function C(o,t){return o.style.dash.map(s=>s*t)}var $e={minimum:B(ze(x.minimum.corners)),lowest:B(ze(x.lowest.corners))};function ze(o){return o.map(([t,s])=>[t,-s])}function Y(o,t,s,e,i,n=1){let r=t?"lowest":"minimum",{radius:a,rim:h}=x[r];o.save(),o.translate(s,e),o.scale(a*n,a*n),o.lineWidth=2*h/a,o.lineJoin="round",o.strokeStyle=i.paper,o.fillStyle=t?i.ink:i.star,o.stroke($e[r]),o.fill($e[r]),o.restore()}function Rt({minima:o,lowest:t},s){for(let e=o.length/2-1;e>=0;e--)s(o[2*e],o[2*e+1],e<t)}function et(o,t,s,e=1){let{width:i,rim:n,dash:r}=x.valley;o.save(),o.lineJoin="round";for(let[a,h,l]of[[n,s.rim,[]],[i,s.ink,r]]){o.beginPath();let c=!1;for(let u=0;u<t.length;u+=2){let f=!Number.isNaN(t[u]);f&&c?o.lineTo(t[u],t[u+1]):f&&o.moveTo(t[u],t[u+1]),c=f}o.lineWidth=a*e,o.strokeStyle=h,o.setLineDash(l.map(u=>u*e)),o.stroke()}o.restore()}var Lo=[2,4],Re=100,Pe=2;function Ds(o,{limit:t}){return t?o.map(s=>({run:s,...t(s)})).filter(({value:s})=>Number.isFinite(s)&&s>0):[]}function De([o,t],s){let e=s.map(({value:i})=>i).filter(i=>i<t*Re&&i>o/Re);return[Math.min(o,...e.map(i=>i/Pe)),Math.max(t,...e.map(i=>i*Pe))]}function Ce(o,t,s,{left:e,right:i,top:n,bottom:r},a){let h=12*a.scale,l=[];o.save(),o.font=K(a),o.textAlign="right",o.textBaseline="bottom",o.lineJoin="round";let c=t.map(({run:u,value:f,words:p})=>({line:s(f),words:p,colour:N(u,a)})).filter(({line:u})=>u>n-4&&u<r);for(let{line:u,colour:f}of c)Oo(o,f,[e,i,u],a.scale);for(let{line:u,words:f,colour:p}of c){let d=l.filter(y=>Math.abs(y.line-u)<h).map(({from:y})=>y),g=Math.min(i,...d)-4,w=g-o.measureText(f).width-4;w<e||u-h<n||(l.push({line:u,from:w}),o.setLineDash([]),o.lineWidth=3,o.strokeStyle=a.paper,o.strokeText(f,g,u-1),o.fillStyle=p,o.fillText(f,g,u-1))}o.restore()}function Oo(o,t,[s,e,i],n){o.strokeStyle=t,o.lineWidth=1.2*n,o.setLineDash(Lo.map(r=>r*n)),o.beginPath(),o.moveTo(s,i),o.lineTo(e,i),o.stroke()}var Cs=[{id:"accuracy",label:"Accuracy",log:!1,values:({accuracy:o})=>o},{id:"log",label:"Loss, log",log:!0,values:({loss:o})=>o},{id:"linear",label:"Loss",log:!1,values:({loss:o})=>o},{id:"distance",label:"Distance",log:!0,values:({distance:o})=>o},{id:"gradient",label:"Gradient",log:!0,values:({grad:o})=>$o(o)},{id:"sharpness",label:"Sharpness",title:"The largest eigenvalue of the full loss's Hessian at each iterate. Dashed: above it, the optimizer's steps grow on a quadratic. Rules that scale each coordinate have no such line; the inspector compares them step by step.",log:!0,signed:!0,known:({curvature:o})=>o!==void 0,values:({curvature:o})=>o?.sharpness??null,limit:({curvature:o})=>({value:o?.limit??NaN,words:o?.words??""})},{id:"rate-x",label:"Step",axis:0,log:!0,values:o=>Fe(o,0)},{id:"rate-y",label:"Step",axis:1,log:!0,values:o=>Fe(o,1)}];function Pt(o){return Cs.filter(({log:t,values:s,known:e})=>e?o.runs.every(e):o.runs.map(n=>s(n)).every(n=>n&&!(t&&Io(n,r=>r<0))))}function Io(o,t){for(let s=0;s<o.length;s++)if(t(o[s]))return!0;return!1}function $o(o){return Float64Array.from({length:o.length/2},(t,s)=>Math.hypot(o[2*s],o[2*s+1]))}function Fe({state:o,hyper:t,loss:s},e){let{rate:i}=o;return i?Float64Array.from({length:s.length},(n,r)=>i[2*r+e]):new Float64Array(s.length).fill(t.lr)}var _e=1.7,zo=18,qe={left:46,top:10,right:12,bottom:24},Dt=class{quantity=Cs[1];#t=!0;#s=qe;#e=E([0,1],[0,1]);#i=E([0,1],[0,1]);#o=null;#n=null;#r=!1;#a=[0,1];#h=new Map;#l=[];#c=[];#u=0;constructor(t,s){let e=m("canvas",{role:"img","aria-label":"The chosen quantity over the steps"});this.reading=m("div",{class:"reading",hidden:""}),t.append(e,this.reading),this.sheet=new S(e),this.surface=null,this.race=null;let i=n=>{n.buttons&1&&s(this.#e.invert(n.offsetX)),this.#k(n.offsetX)};e.addEventListener("pointerdown",i),e.addEventListener("pointermove",i),e.addEventListener("pointerleave",()=>this.reading.hidden=!0)}show(t,s){this.surface=t,this.race=s,this.refresh()}refresh(){this.#t=!0}draw(t,s,e){if(!this.race)return;(this.sheet.fit()||this.#t)&&this.#p(s,e);let i=this.#e(t);if(this.sheet.clear(),t>=this.race.steps){this.#w(this.sheet.context,e);for(let r of this.#l)this.#x(this.sheet.context,r,e,1)}else this.#r||this.#d(e),this.sheet.lay(this.#o),this.sheet.lay(this.#n,i);let{context:n}=this.sheet;n.fillStyle=e.soft,n.fillRect(i-.5,this.#s.top,1,this.sheet.height-this.#s.top-this.#s.bottom);for(let r of this.#l)this.#E(n,r,t,e)}#p(t,s){this.#t=this.#r=!1;let{width:e,height:i}=this.sheet,{runs:n,steps:r}=this.race;this.#l=n.filter(({name:l})=>!t.has(l)),this.#h=new Map(this.#l.map(l=>[l,this.quantity.values(l)??[]])),this.#s={...qe,left:28+18*s.scale,bottom:10+14*s.scale},this.#e=E([0,r],[this.#s.left,e-this.#s.right]),this.#c=Ds(this.#l,this.quantity),this.#a=this.#m();let a=this.quantity.signed&&this.#l.some(l=>Te(this.#f(l)));this.#u=a?zo*s.scale:0;let h=[i-this.#s.bottom-this.#u,this.#s.top];this.#i=(this.quantity.log?ke:E)(this.#a,h)}#d(t){this.#r=!0,this.#o=this.sheet.twin(this.#o),this.#n=this.sheet.twin(this.#n),this.#w(this.#o.context,t);for(let s of this.#l)this.#x(this.#o.context,s,t,.28),this.#x(this.#n.context,s,t,1)}#m(){let{id:t,log:s}=this.quantity;if(t==="accuracy")return[0,1];let{low:e,high:i}=this.surface,n=this.#l.map(r=>this.#f(r));return s?De(Ne(n,t==="log"?i:1e12),this.#c):Se(n,e,i)}get#g(){let{left:t,top:s,right:e,bottom:i}=this.#s;return{left:t,top:s,right:this.sheet.width-e,bottom:this.sheet.height-i}}#f(t){return this.#h.get(t)??[]}#w(t,s){let e=this.#a,i=this.#g,n=(i.bottom-this.#u-i.top)/34,a=this.quantity.log&&Math.log10(e[1]/e[0])>1.5?Ee(e,n):R(e,n),h=V(a,this.#i,l=>this.#v(l));this.#u&&h.push({at:this.#y(0),text:"≤ 0"}),_(t,"left",h,i,s,{grid:!0}),_(t,"below",this.#b(t),i,s),Ce(t,this.#c,this.#i,i,s)}#b(t){let{width:s}=this.sheet,e=this.race?.steps??1,i=1.6*t.measureText(String(e)).width;return[...R([0,e],(this.#e(e)-this.#e(0))/70).filter(Number.isInteger).filter(r=>this.#e(e)-this.#e(r)>i),e].map(r=>{let a=t.measureText(String(r)).width/2;return{at:Math.min(this.#e(r),s-a),text:String(r)}})}#x(t,s,e,i){let{width:n,height:r}=this.sheet;t.save(),t.beginPath(),t.rect(this.#s.left,this.#s.top-4,n-this.#s.left,r-this.#s.top-this.#s.bottom+8),t.clip(),t.globalAlpha=i,t.strokeStyle=N(s,e),t.lineWidth=_e*e.scale,t.lineJoin="round",t.setLineDash(C(s,_e*e.scale)),t.beginPath();let a=this.#f(s);for(let h=0;h<a.length;h++)Number.isFinite(a[h])&&t.lineTo(this.#e(h),this.#y(a[h]));t.stroke(),t.restore()}#v(t){return this.quantity.id==="accuracy"?`${Number((100*t).toFixed(1))} %`:k(t)}#M(t,s){let[e]=Ds([t],this.quantity);return e?` ${s>e.value?">":s<e.value?"<":"="} ${this.#v(e.value)}`:""}#k(t){let s=Math.round(this.#e.invert(t)),{steps:e}=this.race;if(this.reading.hidden=s<0||s>e,this.reading.hidden)return;let i=this.#l.map(r=>({run:r,value:this.#f(r)[s]})).filter(({value:r})=>Number.isFinite(r)).sort((r,a)=>a.value-r.value);this.reading.replaceChildren(m("b",{},`step ${s}`),...i.map(({run:r,value:a})=>m("span",{},`${r.name} `,m("i",{},this.#v(a)+this.#M(r,a)))));let n=t>this.sheet.width/2;this.reading.style.left=n?"auto":`${t+14}px`,this.reading.style.right=n?`${this.sheet.width-t+14}px`:"auto"}#y(t){return this.#u&&t<=0?this.#g.bottom-this.#u/3:Math.max(-9999,Math.min(9999,this.#i(t)))}#E(t,s,e,i){let n=this.#f(s),r=Math.floor(e),[a,h]=[n[r],n[Math.min(r+1,n.length-1)]];if(!Number.isFinite(a))return;let l=Number.isFinite(h)?this.#y(h):this.#y(a),c=this.#y(a)+(e-r)*(l-this.#y(a));if(c<this.#s.top-4||c>this.sheet.height-this.#s.bottom+4)return;let u=N(s,i);D(t,s.style.marker,this.#e(e),c,3.6*i.scale,u,i.paper)}};function it(o,t,s,e){let[i,n]=[0,1];for(let r of[0,1]){let[a,h]=[s[r],e[r]];if(h===0&&!(a>=o[r]&&a<=t[r]))return null;h!==0&&(i=Math.max(i,((h>0?o:t)[r]-a)/h),n=Math.min(n,((h>0?t:o)[r]-a)/h))}return i<=n?[i,n]:null}function He(o,t,s,e){let i=x.contours.apart*s,n=[];for(let{path:r,text:a}of o)if(!(Fs(r)<i))for(let h of x.contours.tries){let l=Math.max(1,Math.floor(h*(r.length/2-1))),[c,u]=[r[2*l],r[2*l+1]];if(!(Math.min(c-t.left,t.right-c,u-t.top,t.bottom-u)<2*s||!(e(c,u)*s<1))&&!n.some(p=>Math.hypot(p.x-c,p.y-u)<i)){n.push({x:c,y:u,angle:Ro(r,l),text:a});break}}return n}function Ro(o,t){let s=Math.min(t+1,o.length/2-1),e=Math.atan2(o[2*s+1]-o[2*t-1],o[2*s]-o[2*t-2]),i=x.contours.steep*Math.PI/180,n=Math.floor((e-i)/Math.PI)+1;return e-n*Math.PI}function Fs(o){let t=0;for(let s=2;s<o.length;s+=2)t+=Math.hypot(o[s]-o[s-2],o[s+1]-o[s-1]);return t}function We(o,{left:t,top:s,right:e,bottom:i}){let n=Math.sqrt(o.length),[r,a]=[(e-t)/(n-1),(i-s)/(n-1)],h=l=>Math.max(1,Math.min(n-2,Math.round(l)));return(l,c)=>{let u=h((i-c)/a)*n+h((l-t)/r),[f,p]=[o[u+1]-o[u-1],o[u+n]-o[u-n]];return Math.hypot(f/(2*r),p/(2*a))}}function _s(o,t,s,e){let i=R(o,t),n=i.length>1?i[1]-i[0]:o[1]-o[0],r=Math.floor(Math.log10(n)+1e-9),a=Math.max(...i.map(Math.abs)),h=Math.floor(Math.log10(a/n))+2;if(h<=4&&r>=-3)return{marks:V(i,s,f=>k(f,Math.max(3,h))),note:""};let l=h<=4?0:i[Math.floor(i.length/2)],c=i.map(f=>{let p=String(Math.round((f-l)/10**r));return{at:s(f),text:p.replace("-","−")}}),u=l===0?"":`${l.toFixed(Math.max(0,Math.min(100,-r))).replace("-","−")} + `;return{marks:c,note:`${e||"value"} = ${u}n · ${k(10**r)}`}}function Be(o,t,s,e){let i=o.getTransform().a,n=document.createElement("canvas");n.width=Math.max(1,Math.round((s.right-s.left)*i)),n.height=Math.max(1,Math.round((s.bottom-s.top)*i));let r=n.getContext("2d");r.imageSmoothingEnabled=!1,r.drawImage(qs(t),0,0,n.width,n.height),r.globalCompositeOperation="source-in",Po(r,{...e,pattern:""}),r.globalCompositeOperation="source-atop",Ge(r,e,i),o.drawImage(n,s.left,s.top,s.right-s.left,s.bottom-s.top)}function Po(o,t,s=1){o.fillStyle=t.paper,o.fillRect(0,0,o.canvas.width,o.canvas.height),Ge(o,t,s)}function Ge(o,{pattern:t,ink:s},e){let{width:i,height:n}=o.canvas;if(o.beginPath(),t==="lines"){for(let r=-n;r<i;r+=5*e)o.moveTo(r,n),o.lineTo(r+n,0);o.strokeStyle=s,o.lineWidth=1.1*e,o.stroke()}if(t==="dots"){for(let[r,a]=[2.5*e,!1];r<n;r+=5*e,a=!a)for(let h=(a?5:2.5)*e;h<i;h+=5*e)o.rect(h-.6*e,r-.6*e,1.2*e,1.2*e);o.fillStyle=s,o.fill()}}function qs(o){let t=document.createElement("canvas");return t.width=o.width,t.height=o.height,t.getContext("2d").putImageData(o,0,0),t}function Ue(o,t,s){let e=Do(o,t,s),i=[];for(let[n,r]of e)r.length===1&&i.push(je(e,n));for(let n of e.keys())e.get(n)?.length&&i.push(je(e,n));return i.filter(n=>n.length>1).map(n=>n.flatMap(r=>Co(o,t,s,r)))}function Do(o,t,s){let e=new Map,i=(n,r)=>{e.set(n,[...e.get(n)??[],r]),e.set(r,[...e.get(r)??[],n])};for(let n=0;n<t-1;n++)for(let r=0;r<t-1;r++){let a=n*t+r,[h,l,c,u]=[o[a],o[a+1],o[a+t],o[a+t+1]],f=+(h>s)|+(l>s)<<1|+(u>s)<<2|+(c>s)<<3;if(f===0||f===15||Number.isNaN(h+l+c+u))continue;let[p,d,g,w]=[2*a,2*(a+t),2*a+1,2*a+3],y=(h+l+c+u)/4>s;if(f===5||f===10){f===5===y?(i(g,d),i(p,w)):(i(g,p),i(d,w));continue}let b=[];(f&1)!==(f>>1&1)&&b.push(p),(f>>1&1)!==(f>>2&1)&&b.push(w),(f>>2&1)!==(f>>3&1)&&b.push(d),(f>>3&1)!==(f&1)&&b.push(g),i(b[0],b[1])}return e}function je(o,t){let s=[t];for(let e=o.get(t)?.pop();e!==void 0;e=o.get(t)?.pop()){let i=o.get(e);i.splice(i.indexOf(t),1),s.push(e),t=e}return s}function Co(o,t,s,e){let i=e>>1,n=i+(e&1?t:1),r=(s-o[i])/(o[n]-o[i]);return[i%t+(e&1?0:r),Math.floor(i/t)+(e&1?r:0)]}function Ve({context:o},t,s,e){let i=E(t.xlim,[e.left,e.right]),n=E(t.ylim,[e.bottom,e.top]);return o.save(),o.beginPath(),o.rect(e.left,e.top,e.right-e.left,e.bottom-e.top),o.clip(),Fo(o,t,s,e),_o(o,t,s,e),o.restore(),Hs(o,t,s,e),Wo(o,t,s,e,i,n),{x:i,y:n}}function Hs(o,t,s,e){let{left:i,top:n,right:r,bottom:a}=e;$t(o,e,s);let h=_s(t.xlim,(r-i)/70,E(t.xlim,[i,r]),t.axes[0]),l=_s(t.ylim,(a-n)/50,E(t.ylim,[a,n]),t.axes[1]);_(o,"below",h.marks,e,s,{tick:4}),_(o,"left",l.marks,e,s,{tick:4}),Ae(o,t.axes,e,s);let c=x.type.number*s.scale;o.font=K(s),o.textAlign="left",o.textBaseline="alphabetic",[h.note,l.note].filter(Boolean).forEach((u,f)=>{Ke(o,{x:i+8,y:n+(f+1)*1.5*c,angle:0,text:u},s)})}function Fo(o,{heights:t,levels:s},e,i){let n=Math.sqrt(t.length),r=Ot(e.ground),a=new ImageData(n,n),h=new ImageData(n,n),l=!1;t.forEach((g,w)=>{let y=Math.max(0,Math.min(255,Math.round(255*g/(s.length+1)))),v=4*((n-1-Math.floor(w/n))*n+w%n);if(!Number.isNaN(g))return a.data.set([...r[y],255],v);h.data.set([0,0,0,255],v),l=!0});let[c,u]=[(i.right-i.left)/(n-1),(i.bottom-i.top)/(n-1)];o.imageSmoothingQuality="high";let[f,p]=[i.left-c/2,i.top-u/2];if(o.drawImage(qs(a),f,p,c*n,u*n),!l)return;let d={left:f,top:p,right:f+c*n,bottom:p+u*n};Be(o,h,d,e.areas.nowhere)}function _o(o,{heights:t,levels:s},e,i){let n=qo(s),r=Math.sqrt(t.length),[a,h]=[(i.right-i.left)/(r-1),(i.bottom-i.top)/(r-1)],l=(p,d)=>d%2?i.bottom-p*h:i.left+p*a,u=Array.from(s).flatMap((p,d)=>Ue(t,r,d+1).map(g=>({path:g.map(l),text:k(p,n)}))).filter(({path:p})=>Fs(p)>=x.contours.shortest);o.strokeStyle=e.contour,o.lineWidth=x.contours.width,o.lineJoin="round";for(let{path:p}of u)Ho(o,p);let f=x.type.label*e.scale;o.font=K(e,x.type.label),o.textAlign="center",o.textBaseline="middle";for(let p of He(u,i,f,We(t,i)))Ke(o,p,e)}function qo(o){let t=4;for(let s=1;s<o.length;s++){let e=Math.ceil(Math.log10(Math.abs(o[s])/(o[s]-o[s-1])))+1;t=Math.max(t,Math.min(16,e))}return t}function Ho(o,t){o.beginPath();for(let s=0;s<t.length;s+=2)o.lineTo(t[s],t[s+1]);o.stroke()}function Ke(o,{x:t,y:s,angle:e,text:i},n){o.save(),o.translate(t,s),o.rotate(e),o.lineWidth=3.5,o.strokeStyle=n.dark?"rgba(24,36,50,0.9)":"rgba(240,243,242,0.92)",o.strokeText(i,0,0),o.fillStyle=n.soft,o.fillText(i,0,0),o.restore()}function Wo(o,t,s,e,i,n){et(o,Bo(t.valleys,i,n,e),s),Rt(t,(r,a,h)=>{let[l,c]=[i(r),n(a)];l>=e.left-1&&l<=e.right+1&&c>=e.top-1&&c<=e.bottom+1&&Y(o,h,l,c,s)})}function Bo(o,t,s,{left:e,top:i,right:n,bottom:r}){let a=[],h=!1;for(let l=2;l<o.length;l+=2){let[c,u,f,p]=[t(o[l-2]),s(o[l-1]),t(o[l]),s(o[l+1])],[d,g]=[f-c,p-u],w=Number.isNaN(d+g)?null:it([e,i],[n,r],[c,u],[d,g]);if(!w){h=!1;continue}(!h||w[0]>0)&&a.push(NaN,NaN,c+w[0]*d,u+w[0]*g),a.push(c+w[1]*d,u+w[1]*g),h=w[1]===1}return a}var Xe=22250738585072014e-324;function Je(o,{xlim:t,ylim:s},e,i){let n=([w,y],b)=>w+(y-w)*b/(i-1),r=new Float64Array(i*i);for(let w=0;w<i;w++)for(let y=0;y<i;y++){let b=o(n(t,y),n(s,w));r[w*i+y]=Math.abs(b)<1e300?b:NaN}let a=r.filter(w=>!Number.isNaN(w)).sort();if(!a.length)return{heights:new Float32Array(i*i).fill(NaN),levels:new Float64Array(0)};let h=a[a.length-1],l=[],c=1/0;for(let w=0;w<e.length;w+=2){let[y,b]=[e[w],e[w+1]],v=o(y,b);Math.abs(v)<1e300&&(c=Math.min(c,v),y>=t[0]&&y<=t[1]&&b>=s[0]&&b<=s[1]&&l.push(v))}let u=l.reduce((w,y)=>Math.min(w,y),a[0]),f=l.length>0||Go(r,i,a[0]);!f&&c<=u&&h-c>30*(u-c)&&([f,u]=[!0,c]);let p=f?jo(a,u):Ye(a);p.length<8&&(f=!1,p=Ye(a).filter(w=>w>u));let d=Math.max(1,Math.abs(a[0]),Math.abs(h));p.length<2&&(p=[h+d,h+2*d]);let g=f?Ko(p,u):Vo(p);return{heights:Float32Array.from(r,g),levels:Float64Array.from(p)}}function Go(o,t,s){for(let e=1;e<t-1;e++)for(let i=1;i<t-1;i++)if(o[e*t+i]<=s)return!0;return!1}function Ze(o){return Math.max(1e-12*Math.max(Math.abs(o[0]),Math.abs(o[o.length-1])),Xe)}function Ye(o){let[t,s]=[o[0],o[o.length-1]];if(s-t<=Ze(o))return[];let e=10**Math.floor(Math.log10((s-t)/18));for(let i of[1,2,5,10]){let n=i*e,[r,a]=[Math.ceil(t/n),Math.floor(s/n)];if(!(a-r+1>18&&i<10))return Array.from({length:Math.max(0,a-r+1)},(h,l)=>(r+l)*n)}return[]}function jo(o,t){let s=Ze(o),e=Array.from(o,p=>p-t).filter(p=>p>s);if(!e.length)return[];let i=5e-4*(e.length-1),n=Math.floor(i),r=e[Math.min(n+1,e.length-1)],a=e[n]+(i-n)*(r-e[n]),h=e[e.length-1],l=[];for(let p of[[1,2,5],[1,3],[1]]){l=[];for(let d=Math.floor(Math.log10(a));d<=Math.ceil(Math.log10(h));d++)for(let g of p)l.push(+`${g}e${d}`);if(l=l.filter(d=>d>=a&&d<h),l.length<=18)break}let c=Math.max(1,Math.ceil(l.length/18)),u=l.filter((p,d)=>(l.length-1-d)%c===0);return[...new Set(u.map(p=>Uo(t+p,p)))].filter(p=>p>t).sort((p,d)=>p-d)}function Uo(o,t){let s=Math.floor(Math.log10(t)+1e-9),e=t<1.5*10**s?1-s:-s;return e>100?o:e>=0?Number(o.toFixed(e)):Math.round(o/10**-e)*10**-e}function Vo(o){let t=o[1]-o[0];return s=>Number.isNaN(s)?NaN:Math.max(0,Math.min(o.length+1,1+(s-o[0])/t))}function Ko(o,t){let s=o.map(i=>Math.log(Math.max(i-t,Xe)));s.push(2*s[s.length-1]-s[s.length-2]);let e=Math.exp(s[0]);return i=>{if(Number.isNaN(i))return NaN;let n=Math.max(i-t,0);if(n<e)return n/e;let r=Math.log(n),a=0;for(;a<s.length-2&&r>s[a+1];)a++;return a+1+Math.min(1,Math.max(0,(r-s[a])/(s[a+1]-s[a])))}}var Ct=60,Ft=class{last=0;points=new Float64Array(0);constructor(t,s,e){this.run=t,this.measure(s,e)}measure(t,s){let{run:e}=this;this.last=(e.ended??e.loss.length)-1,this.points.length<e.x.length&&(this.points=new Float64Array(e.x.length));for(let i=0;i<=this.last;i++)this.points[2*i]=t(e.x[2*i]),this.points[2*i+1]=s(e.x[2*i+1])}head(t){let s=Math.min(Math.floor(t),this.last),e=Math.min(s+1,this.last),i=Math.min(t,this.last)-s,n=r=>this.points[2*s+r]+i*(this.points[2*e+r]-this.points[2*s+r]);return[n(0),n(1)]}trace(t,s){let{points:e}=this,i=Math.min(Math.floor(s),this.last),n=ti(t.canvas);t.beginPath(),t.moveTo(e[0],e[1]);for(let h=1;h<=i;h++)Qe(t,n,e[2*h-2],e[2*h-1],e[2*h],e[2*h+1]);let[r,a]=this.head(s);Qe(t,n,e[2*i],e[2*i+1],r,a)}};function ti({clientWidth:o,clientHeight:t}){return[-Ct,-Ct,o+Ct,t+Ct]}function Qe(o,t,s,e,i,n){if(Ws(t,s,e)&&Ws(t,i,n)){o.lineTo(i,n);return}let[r,a]=[i-s,n-e],h=it(t.slice(0,2),t.slice(2),[s,e],[r,a]);h&&(o.moveTo(s+h[0]*r,e+h[0]*a),o.lineTo(s+h[1]*r,e+h[1]*a))}function Ws([o,t,s,e],i,n){return i>=o&&i<=s&&n>=t&&n<=e}function si(o,t,s,e){let i=P*e.scale;o.lineJoin="round";for(let n of t)n.trace(o,s),o.setLineDash([]),o.lineWidth=i+x.trail.rim,o.strokeStyle=e.rim,o.stroke(),o.setLineDash(C(n.run,i)),o.lineWidth=i,o.strokeStyle=N(n.run,e),o.stroke();o.setLineDash([]);for(let n of t)Yo(o,n,s,e)}function Yo(o,t,s,e){let[i,n]=t.head(s);if(!Ws(ti(o.canvas),i,n))return;let{style:r}=t.run,a=N({style:r},e);D(o,r.marker,i,n,zt*e.scale,a,e.paper)}var _t=class{whole={xlim:[0,1],ylim:[0,1]};seen=this.whole;open({xlim:t,ylim:s}){this.whole={xlim:[...t],ylim:[...s]},this.seen=this.whole}get zoomed(){return this.seen!==this.whole}reset(){this.seen=this.whole}zoom([t,s],e){let{xlim:i,ylim:n}=this.seen,r=F(i)/F(this.whole.xlim),a=Math.max(Math.min(this.#s,r),r/e);if(a>=1)return this.reset();let h=(l,[c,u])=>[l-(l-c)/r*a,l+(u-l)/r*a];this.#e({xlim:h(t,i),ylim:h(s,n)})}fit(t){let{xlim:s,ylim:e}=this.whole,i=t.filter(([p,d])=>p>=s[0]&&p<=s[1]&&d>=e[0]&&d<=e[1]);if(!i.length)return;let n=p=>[Math.min(...p),Math.max(...p)],[r,a]=n(i.map(([p])=>p)),[h,l]=n(i.map(([,p])=>p)),[c,u]=[F(s),F(e)],f=1.4*Math.max((a-r)/c,(l-h)/u);this.#t([(r+a)/2,(h+l)/2],f||F(this.seen.xlim)/c/4)}enclose([[t,s],[e,i]]){let{xlim:n,ylim:r}=this.whole,a=Math.max(Math.abs(e-t)/F(n),Math.abs(i-s)/F(r));this.#t([(t+e)/2,(s+i)/2],a)}#t([t,s],e){let i=Math.max(this.#s,e);if(i>=1)return this.reset();let n=(r,a)=>{let h=F(a)*i/2;return[r-h,r+h]};this.#e({xlim:n(t,this.whole.xlim),ylim:n(s,this.whole.ylim)})}get#s(){let{xlim:t,ylim:s}=this.seen,[e,i]=[F(this.whole.xlim),F(this.whole.ylim)];return Math.max(1e-12,1e-13*Math.max(...t.map(Math.abs))/e,1e-13*Math.max(...s.map(Math.abs))/i)}pan(t,s){if(!this.zoomed)return;let{xlim:e,ylim:i}=this.seen;this.#e({xlim:[e[0]+t,e[1]+t],ylim:[i[0]+s,i[1]+s]})}#e({xlim:t,ylim:s}){this.seen={xlim:ei(t,this.whole.xlim),ylim:ei(s,this.whole.ylim)}}};function F([o,t]){return t-o}function ei([o,t],s){let e=Math.max(0,s[0]-o)+Math.min(0,s[1]-t);return[o+e,t+e]}var qt=161,Xo=41,Jo=120,Ht=class{viewport=new _t;lossAt=null;#t=!1;#s=null;#e=this.viewport.seen;#i=[];#o=!0;#n=E([0,1],[0,1]);#r=E([0,1],[0,1]);#a={left:0,top:0,right:1,bottom:1};constructor(t){let s=e=>t.querySelector(e);this.ground=new S(s(".ground")),this.trails=new S(s(".trails")),this.ring=s(".start"),this.surface=null,this.race=null}show(t,s){t!==this.surface&&(this.#o=!0,this.viewport.open(t)),!this.lossAt&&this.viewport.zoomed&&(this.#o=!0,this.viewport.reset()),this.surface=t,this.race=s,this.#u()}refresh(){this.#o=!0}moved(){this.#t=!0}get seen(){return this.viewport.seen}draw(t,s,e,i){if(!this.surface)return;this.ground.fit()||this.#o?this.#h(e):this.#t&&this.#c(e),this.trails.fit()&&this.#u();let{context:n}=this.trails,{left:r,top:a,right:h,bottom:l}=this.#a;this.trails.clear(),n.save(),n.beginPath(),n.rect(r,a,h-r,l-a),n.clip(),si(n,this.#i.filter(({run:c})=>!s.has(c.name)),t,e),i(n,{x:this.#n,y:this.#r}),n.restore()}place([t,s]){let[e,i]=[this.#n(t),this.#r(s)],n=this.#a,r=e>=n.left&&e<=n.right&&i>=n.top&&i<=n.bottom,a=this.viewport.zoomed&&!r;this.ring.classList.toggle("beyond",a),this.ring.style.left=`${a?Math.max(n.left,Math.min(n.right,e)):e}px`,this.ring.style.top=`${a?Math.max(n.top,Math.min(n.bottom,i)):i}px`}#h(t){this.#o=this.#t=!1,this.ground.clear();let{width:s,height:e}=this.ground,{scale:i}=t,[n,r]=[28+18*i,e-18-22*i];this.#a={left:n,top:8,right:s-10,bottom:r};let{x:a,y:h}=Ve(this.ground,this.#l(),t,this.#a);this.#s=null,this.#e=this.seen,this.#n=a,this.#r=h,this.#u()}#l(){let t=this.surface,{lossAt:s,seen:e}=this;if(!this.viewport.zoomed||!s)return t;let i=[...t.minima,...t.valleys];return{...t,...e,...Je(s,e,i,Zo(s,e))}}#c(t){this.#t=!1;let{context:s}=this.ground;this.#s||(this.#s=this.ground.twin(),this.#s.lay(this.ground));let{left:e,top:i,right:n,bottom:r}=this.#a,{xlim:a,ylim:h}=this.seen;this.#n=E(a,[e,n]),this.#r=E(h,[r,i]);let l=this.#e,[c,u]=[this.#n(l.xlim[0]),this.#n(l.xlim[1])],[f,p]=[this.#r(l.ylim[1]),this.#r(l.ylim[0])],d=this.#s.canvas.width/this.#s.width,[g,w]=[n-e,r-i];this.ground.clear(),s.save(),s.beginPath(),s.rect(e,i,g,w),s.clip();let{canvas:y}=this.#s;s.drawImage(y,e*d,i*d,g*d,w*d,c,f,u-c,p-f),s.restore(),Hs(s,{...this.surface,xlim:a,ylim:h},t,this.#a),this.#u()}#u(){if(!this.race)return;let{runs:t}=this.race;if(t.length===this.#i.length&&t.every((s,e)=>s===this.#i[e].run))for(let s of this.#i)s.measure(this.#n,this.#r);else this.#i=t.map(s=>new Ft(s,this.#n,this.#r));this.place(this.race.start)}get frame(){return this.#a}get perPixel(){let{left:t,top:s,right:e,bottom:i}=this.#a,{xlim:n,ylim:r}=this.seen;return[(n[1]-n[0])/(e-t),(r[1]-r[0])/(i-s)]}pointAt({clientX:t,clientY:s}){let e=this.trails.canvas.getBoundingClientRect(),{left:i,top:n,right:r,bottom:a}=this.#a,h=Math.max(i,Math.min(r,t-e.left)),l=Math.max(n,Math.min(a,s-e.top)),{xlim:c,ylim:u}=this.seen;return[E(c,[i,r]).invert(h),E(u,[a,n]).invert(l)]}};function Zo(o,{xlim:t,ylim:s}){let e=performance.now();for(let n=0;n<qt;n++)o(t[0]+(t[1]-t[0])*n/qt,s[0]);let i=(performance.now()-e)/qt;return Math.max(Xo,Math.min(qt,Math.floor(Math.sqrt(Jo/i))))}var ii=`.view3d {
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
`;var tn=["steps","seed","batch","parameter"];function Bs({start:o,steps:t,seed:s,batch:e,parameter:i,runs:n}){let r=n.map(({key:a,name:h,hyper:l})=>({rule:a,name:h,settings:{...l}}));return{start:[o[0],o[1]],steps:t,seed:s,batch:e,parameter:i,entrants:r}}function mt(o,t){let s={};t.start.some((e,i)=>e!==o.start[i])&&(s.start=t.start);for(let e of tn)t[e]!==o[e]&&Object.assign(s,{[e]:t[e]});return sn(o.entrants,t.entrants)?(t.entrants.forEach(({name:e,settings:i},n)=>{let r=o.entrants[n].settings,a=Object.entries(i).filter(([h,l])=>l!==r[h]);a.length&&((s.settings??={})[e]=Object.fromEntries(a))}),s):{...s,entrants:t.entrants}}function oi(o,{settings:t,...s}){let e={...o,...s};if(!t)return e;let i=e.entrants.map(n=>({...n,settings:{...n.settings,...t[n.name]}}));return{...e,entrants:i}}function sn(o,t){let s=(e,i)=>e.name===i.name&&e.rule===i.rule;return o.length===t.length&&o.every((e,i)=>s(e,t[i]))}var en=100,Wt=class{#t=[];#s=-1;clear(){this.#t=[],this.#s=-1}get place(){return this.#s}cut(t){this.#t.length=Math.min(this.#t.length,t+1),this.#s=this.#t.length-1}keep(t){let s=this.#t[this.#s];s&&!Object.keys(mt(s,t)).length||(this.#t=[...this.#t.slice(0,this.#s+1),t].slice(-en),this.#s=this.#t.length-1)}has(t){return this.#s+t in this.#t}go(t){return this.has(t)?(this.#s+=t,this.#t[this.#s]):null}};var Bt=class{#t=0;#s=-1/0;constructor(t){this.send=t}get possible(){return this.send!==null}get open(){return performance.now()-this.#s<3e3}ask(t,s){this.send&&(this.#s=performance.now(),this.#t+=1,performance.mark("optviz: asked"),this.send({...t,serial:this.#t,surface:s}))}answered(){this.#s=-1/0}};var on=["steps","seed","batch"],ni=900,Gt=class{#t="no";#s=0;#e=null;#i=null;#o={};#n=new Wt;own=!1;constructor(t,s){this.player=t,this.requests=new Bt(s)}get possible(){return this.requests.possible||this.player.live!==null}get held(){return this.#t==="held"||this.#s===1/0}get whole(){return this.#t!=="no"||this.#s>0}get choosing(){return this.#t!=="no"}canGo(t){return this.#n.has(t)}askWhole(t){this.requests.ask({start:[t.start[0],t.start[1]]},"")}get#r(){let t=this.requests.open?this.#i:this.#e;return t&&this.player.race?mt(t,this.#a()):{}}#a(){return oi(Bs(this.player.race),this.#o)}receive(t,s){let e=this.#r;s();let i=this.player.race,n=t?.family===i.family;n||this.#n.clear(),this.#e=Bs(i),this.#o={},n&&this.#u(e),this.requests.answered(),this.#n.keep(this.#a()),this.held||this.#c()}start(t,s){let{race:e,live:i}=this.player;if(!e)return;this.#t=s?"let go":"held";let n=i?.start(t)??!1;this.#o=n||i&&!s?{}:{start:t},n&&this.#p(s),s?this.#l():i||this.#c(),this.player.redraw()}set(t,s,e,i){let{live:n}=this.player;n&&(n.set(t,s,e),this.changed(i))}changed(t){this.#s=t?performance.now()+ni:1/0,this.#p(t),t&&this.#l()}go(t){let s=this.held?null:this.#n.go(t);s&&(this.#u(mt(this.#a(),s)),this.#s=performance.now()+ni,this.#p(!0),this.#c())}pass(t){return this.#t!=="no"&&this.#h(),!this.#s||t<=this.#s?!1:(this.#s=0,!0)}#h(){this.#t!=="let go"||this.requests.open&&!this.player.live||(this.#t="no",this.player.clock.restart())}#l(){this.#n.keep(this.#a()),this.#c()}#c(){let{race:t}=this.player,s=this.#r;!t||!this.requests.possible||this.requests.open||!Object.keys(s).length||(this.#i=this.#a(),this.requests.ask(s,t.surface))}#u(t){let{race:s,live:e}=this.player;if(!s)return;let{start:i,settings:n={},...r}=t;if(this.#o=e?r:t,!!e){for(let a of on){let h=r[a];h!=null&&(e.put(a,h),delete r[a])}i&&!e.start(i)&&(this.#o={...this.#o,start:i}),s.runs.forEach(({name:a},h)=>{for(let[l,c]of Object.entries(n[a]??{}))e.set(h,l,c)})}}get standing(){let{race:t,clock:s}=this.player;if(!t)return null;let{time:e,playing:i}=s;return{start:[t.start[0],t.start[1]],time:e,playing:i,own:this.own,place:this.#n.place}}goBack({start:t,time:s,playing:e,own:i,place:n}){let{race:r,clock:a,story:h}=this.player;r&&(this.start(t,!0),this.#t="no",this.#n.cut(n),Object.assign(a,{time:s,playing:e}),this.own=i,this.player.tellEndings(),!i&&!this.requests.possible&&h.tell(r.story))}#p(t){this.own||=!this.requests.possible,this.player.changed(t)}};var ri="A line on which the curvature term of the loss's quadratic model is the same: half-axes along the Hessian's eigenvectors, as 1/√eigenvalue to each other, the longest always alike. Where the model has no such ellipse, lines along the eigenvectors, with arrows where the loss curves down.";function ai({high:o,low:t,along:s},{x:e,y:i}){let n=Math.max(Math.abs(o),Math.abs(t));if(!(n>0))return{ellipse:[],lines:[]};let r=([u,f])=>[u*(e(1)-e(0)),f*(i(1)-i(0))],a=[r(s),r([-s[1],s[0]])];if(t>1e-12*n)return{ellipse:nn(a,[1/Math.sqrt(o/n),1/Math.sqrt(t/n)]),lines:[]};let h=[o,t].map((u,f)=>({value:u,to:rn(a[f],44)})),c=Math.abs(t)<=1e-12*n?h.slice(1):h;return{ellipse:[],lines:c.map(({value:u,to:f})=>({to:f,down:u<-1e-12*n}))}}function hi(o,[t,s],{ellipse:e,lines:i}){let{context:n}=o;if(e.length){n.beginPath();for(let[r,a]of e)n.lineTo(t+r,s+a);n.closePath(),o.outline(1.6,[])}for(let{to:r,down:a}of i)for(let h of[1,-1]){let l=[t+h*r[0],s+h*r[1]];a?o.arrow([t,s],l,1,1.6):(n.beginPath(),n.moveTo(t,s),n.lineTo(...l),o.outline(1.6,[]))}}function nn([o,t],[s,e]){let i=Array.from({length:72},(r,a)=>{let[h,l]=[s*Math.cos(2*Math.PI*a/72),e*Math.sin(2*Math.PI*a/72)];return[h*o[0]+l*t[0],h*o[1]+l*t[1]]}),n=Math.max(...i.map(r=>Math.hypot(...r)));return i.map(([r,a])=>[r*44/n,a*44/n])}function rn([o,t],s){let e=Math.hypot(o,t);return[o*s/e,t*s/e]}var an="http://www.w3.org/1998/Math/MathML",hn={lr:"lr",mu:"μ",rho:"ρ",eps:"ε",beta1:"β₁",beta2:"β₂",rate:"α",E_g2:"E[g²]",E_dx2:"E[Δx²]",dx:"Δx",decay:"λ",psi:"ψ",rho_inf:"ρ∞",lr_t:"lrₜ",mu_next:"μ′",mu_product:"Πμ",v_max:"vₘₐₓ"},ln={if:0,"+":1,"-":1,neg:2,"*":3,"/":5,"^":4,sqrt:5,abs:5,sign:5,max:5},cn={"<":"<","<=":"≤",">":">",">=":"≥","==":"=","!=":"≠"};function M(o,...t){let s=document.createElementNS(an,o);return s.append(...t),s}function ot(o){return o.endsWith("_hat")?`${ot(o.slice(0,-4))}̂`:hn[o]??o}function G(o){if(!o.endsWith("_hat"))return M("mi",ot(o));let t=M("mover",G(o.slice(0,-4)),M("mo","^"));return t.setAttribute("accent","true"),t}function O(o,t){if(typeof o=="number")return M("mn",String(o));if(typeof o=="string")return t(o);let[s,...e]=o,i=e.map((n,r)=>fn(n,s,r,t));switch(s){case"/":return M("mfrac",...e.map(n=>O(n,t)));case"sqrt":return M("msqrt",O(e[0],t));case"abs":return M("mrow",M("mo","|"),O(e[0],t),M("mo","|"));case"sign":case"max":return un(s,e.map(n=>O(n,t)));case"if":return pn(e,t);case"^":return M("msup",i[0],O(e[1],t));case"neg":return M("mrow",M("mo","−"),i[0]);case"*":return M("mrow",i[0],M("mo","·"),i[1]);default:return M("mrow",i[0],M("mo",s==="-"?"−":"+"),i[1])}}function un(o,t){let s=t.flatMap((e,i)=>i?[M("mo",","),e]:[e]);return M("mrow",M("mi",o),M("mo","("),...s,M("mo",")"))}function pn([[o,t,s],e,i],n){let r=M("mo",cn[o]),a=M("mrow",M("mtext","if "),O(t,n),r,O(s,n)),l=[[O(e,n),a],[O(i,n),M("mtext","otherwise")]].map(c=>M("mtr",...c.map(u=>M("mtd",u))));return M("mrow",M("mo","{"),M("mtable",...l))}function fn(o,t,s,e){let i=O(o,e);if(!Array.isArray(o))return i;let n=l=>ln[l],[r,a]=[n(o[0]),n(t)];return r<a||r===a&&t==="-"&&s===1?M("mrow",M("mo","("),i,M("mo",")")):i}function gt(o,t){if(typeof o=="number")return o;if(typeof o=="string")return t(o);if(o[0]==="if")return gt(dn(o[1],t)?o[2]:o[3],t);let[s,e]=o.slice(1).map(i=>gt(i,t));switch(o[0]){case"+":return s+e;case"-":return s-e;case"*":return s*e;case"/":return s/e;case"^":return s**e;case"neg":return-s;case"abs":return Math.abs(s);case"sign":return Math.sign(s);case"max":return Math.max(s,e);default:return Math.sqrt(s)}}function dn(o,t){if(!Array.isArray(o))return!1;let[s,e]=o.slice(1).map(i=>gt(i,t));switch(o[0]){case"<":return s<e;case"<=":return s<=e;case">":return s>e;case">=":return s>=e;case"==":return s===e;default:return s!==e}}function wt(o,t){return t(o)||Array.isArray(o)&&o.slice(1).some(s=>wt(s,t))}var jt=class{constructor(t,s,e){this.context=t,this.colour=s,this.theme=e}arrow(t,s,e=1,i=2.4){let n=Math.hypot(s[0]-t[0],s[1]-t[1]);if(!(n>.5))return;let[r,a]=[(s[0]-t[0])/n,(s[1]-t[1])/n],h=Math.min(9,n*.6);this.context.save(),this.context.globalAlpha=e,this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(...s),this.context.moveTo(s[0]-h*(r+.5*a),s[1]-h*(a-.5*r)),this.context.lineTo(...s),this.context.lineTo(s[0]-h*(r-.5*a),s[1]-h*(a+.5*r)),this.outline(i,[]),this.context.restore()}outline(t,s){let{context:e}=this;e.lineCap="round",e.lineJoin="round",e.setLineDash([]),e.lineWidth=t+2.5,e.strokeStyle=this.theme.rim,e.stroke(),e.setLineDash(s),e.lineWidth=t,e.strokeStyle=this.colour,e.stroke(),e.setLineDash([]),e.lineCap="butt"}};var nt=class{constructor(t,s){this.run=t;let e=(t.ended??t.loss.length)-1;this.step=Math.max(0,Math.min(s,e-1)),this.exists=e>0}value(t,s,e=1/0){let{run:i,step:n}=this;if(t==="t")return n+1;if(t==="g")return i.grad[2*n+s];if(t in i.hyper)return i.hyper[t];let r=i.equations.findIndex(([l])=>l===t),a=e===1/0||r>=0&&r<e?n+1:n,h=t==="x"?i.x:i.state[t];return h?h[2*a+s]:NaN}pair(t,s){return[this.value(t,0,s),this.value(t,1,s)]}get measured(){let t=this.run.grad_at??this.run.x;return[t[2*this.step],t[2*this.step+1]]}get rate(){return"rate"in this.run.state?this.pair("rate"):[this.run.hyper.lr,this.run.hyper.lr]}};function X(o,t){if(t==="g")return"gradient";let s=o.equations.find(([i])=>i===t)?.[1]??0,e=o.equations.find(([i])=>i==="x")?.[1]??0;return mn(e,t,o.hyper)?"displacement":li(o,t)?t==="rate"||Ut(s,"sqrt")?"rate":ci(o,t)?"square":Ut(s,"abs")?"size":"gradient":"factor"}function Ut(o,t){return wt(o,s=>Array.isArray(s)&&s[0]===t)}function li(o,t,s=[]){let e=o.equations.find(([n])=>n===t)?.[1]??0,i=[...s,t];return wt(e,n=>typeof n!="string"||i.includes(n)?!1:n==="g"||n in o.state&&li(o,n,i))}function mn(o,t,s){if(!Array.isArray(o)||o[0]!=="+")return!1;let e=o[2];return e===t||Array.isArray(e)&&e[0]==="*"&&e[1]in s&&e[2]===t}function ci(o,t){let s=o.equations.find(([e])=>e===t)?.[1]??0;return wt(s,e=>Array.isArray(e)?e[0]==="^"&&e[2]===2:typeof e=="string"&&e!==t&&e in o.state&&ci(o,e))}var Gs=[["gradient","gradient, downhill"],["memory","velocity or m"],["rate","step size per axis"],["look","look-ahead point"],["curvature","curvature",ri]],gn=66,ui=40,Vt=class{constructor(t,s,e,i,n){this.context=t,this.run=s,this.scales=i,this.theme=n,this.update=new nt(s,e),this.colour=N(s,n),this.strokes=new jt(t,this.colour,n)}draw(t){if(!this.update.exists)return;let s=this.#h(this.update.pair("x",0));t.has("curvature")&&this.run.curvature&&hi(this.strokes,s,ai(this.run.curvature.at(this.update.step),this.scales)),t.has("rate")&&this.rate(s),t.has("look")&&this.run.grad_at&&this.lookAhead(s),t.has("gradient")&&this.gradient(this.#h(this.update.measured),this.update.pair("g")),t.has("memory")&&this.#t(s)}part(t,s){let e=this.#h(this.update.pair("x",0)),i=this.#h(this.update.pair("x"));if(this.run.grad_at&&this.lookAhead(e),t.kind==="measure")return this.gradient(this.#h(this.update.measured),this.update.pair("g"),s);if(t.kind==="ghost"||t.kind==="move")return this.#n(e,i,t.kind==="ghost"?s:1);this.gradient(this.#h(this.update.measured),this.update.pair("g"),1,.35),this.#s(e,t,s)}gradient(t,s,e=1,i=1){let[n,r]=this.#a([-s[0],-s[1]]),a=gn*e*Math.hypot(...s)/this.#r();this.strokes.arrow(t,[t[0]+n*a,t[1]+r*a],i)}rate(t,s=this.update.rate){let e=ui/Math.max(s[0],s[1]);Number.isFinite(e)&&(this.context.beginPath(),this.context.ellipse(t[0],t[1],Math.max(1,s[0]*e),Math.max(1,s[1]*e),0,0,7),this.strokes.outline(1.5,[4,3]))}lookAhead(t){let s=this.#h(this.update.measured);this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(...s),this.strokes.outline(1.5,[3,3]),this.context.beginPath(),this.context.arc(s[0],s[1],5,0,7),this.strokes.outline(2,[])}#t(t){let s=["m","v"].find(i=>i in this.run.state&&X(this.run,i)!=="square");if(!s)return;let e=this.update.pair(s);X(this.run,s)==="displacement"?this.#i(t,e):this.gradient(t,e)}#s(t,s,e){let[i]=this.run.equations[s.equation],n=this.#e(s,e);switch(X(this.run,i)){case"displacement":return this.#i(t,n);case"rate":return this.rate(t,n);case"square":return this.#o(t,n,i,Math.sqrt);case"size":return this.#o(t,n,i,r=>r);case"factor":return;default:return this.gradient(t,n)}}#e(t,s){let[e,i]=this.run.equations[t.equation],n=this.update.pair(e);if(t.kind==="compute"||!Array.isArray(i))return n;let r=this.update.pair(e,t.equation),a=[0,1].map(c=>gt(i[1],u=>this.update.value(u,c,t.equation))),[h,l]=t.kind==="decay"?[r,a]:[a,n];return[h[0]+s*(l[0]-h[0]),h[1]+s*(l[1]-h[1])]}#i(t,s){let e=this.update.pair("x",0);this.strokes.arrow(t,this.#h([e[0]+s[0],e[1]+s[1]]))}#o([t,s],e,i,n){let r=n(Math.max(...this.update.pair(i),...this.update.pair(i,0))),[a,h]=e.map(l=>ui*n(Math.max(0,l))/r);Number.isFinite(a+h)&&(this.context.beginPath(),this.context.moveTo(t-a,s),this.context.lineTo(t+a,s),this.context.moveTo(t,s-h),this.context.lineTo(t,s+h),this.strokes.outline(4,[]))}#n(t,s,e){let i=[t[0]+e*(s[0]-t[0]),t[1]+e*(s[1]-t[1])];this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(i[0],i[1]),this.strokes.outline(2,[2,3]),this.context.save(),this.context.globalAlpha=.5,D(this.context,this.run.style.marker,i[0],i[1],6,this.colour,this.theme.rim),this.context.restore()}#r(){let t=["g",...Object.keys(this.run.state).filter(s=>X(this.run,s)==="gradient")];return Math.max(...t.map(s=>Math.hypot(...this.update.pair(s))))||1}#a([t,s]){let{x:e,y:i}=this.scales,[n,r]=[t*(e(1)-e(0)),s*(i(1)-i(0))],a=Math.hypot(n,r)||1;return[n/a,r/a]}#h([t,s]){return[this.scales.x(t),this.scales.y(s)]}};function fi({curvature:o,rule:t},s,e){if(!o)return"";let i=o.at(s),{high:n,low:r,along:a,against:h}=i;if(Number.isNaN(n))return`Curvature at step ${s}: the loss has no finite second derivatives here, or is at a border between two pieces.`;if(n===0&&r===0)return`Curvature at step ${s}: none, the loss is as a plane here.`;let c=`Curvature at step ${s}: ${e?"sharpness of the full loss":"sharpness"} ${k(n)}`;if(n<=0)return`${c}: the loss curves up in no direction, and down most along ${js(pi(a))} (eigenvalue ${k(r)}).`;let u=r<0?` Along ${js(pi(a))} the loss curves down (eigenvalue ${k(r)}).`:"";if(!h)return`${c}; ${wn(t,e,o.words)}.${u}`;let{value:f,limit:p,scaled:d}=h,g=f>p?">":f<p?"<":"=",w=o.words===k(p)?k(p):`${o.words} = ${yn(p)}`,y=f>p?"grow":f<p?"die out":"neither grow nor die out",b=d?`; scaled by this step's rates it is ${k(f)}`:"";return`${c}${b} ${g} ${w}: on the local quadratic${d?" with these rates held":""}, steps along ${js(h.along)} ${y}.${u}`}function wn(o,t,s){return t?"steps see minibatches, for which there is no simple limit":s?"this step's rates are no finite numbers that could scale it":`there is no simple limit for ${o}`}function yn(o){return o===1/0?"∞":k(o)}function pi([o,t]){return t>0?[t,-o]:[-t,o]}function js([o,t]){return`(${k(Number(o.toFixed(3)),3)}, ${k(Number(t.toFixed(3)),3)})`}var bn=5,Us="",xn=90,Kt=class{chosen=["Adam",Us];#t=null;#s=["x","y"];#e=[];#i=-1/0;constructor(t,s){this.box=t,this.changed=s,this.selects=[0,1].map(i=>this.#o(i)),this.rules=m("div",{class:"rules"});let e=m("div",{class:"choices"},"Inspect ",this.selects[0]," beside ",this.selects[1]);t.append(e,this.rules)}get open(){return!this.box.hidden}get runs(){return this.#e.map(({run:t})=>t)}show(t,s){this.#t=t,this.#s=s;let e=t.runs.map(({name:i})=>i);e.includes(this.chosen[0])||(this.chosen[0]=e[e.length-1]),e.includes(this.chosen[1])||(this.chosen[1]=Us),this.selects.forEach((i,n)=>{let r=n?[Us,...e]:e;i.replaceChildren(...r.map(a=>m("option",{value:a},a||"none"))),i.value=this.chosen[n]}),this.#n()}draw(t,s,e){if(!(!this.open||s&&performance.now()-this.#i<xn)){this.#i=performance.now();for(let i of this.#e)i.draw(t,e)}}refresh(){this.#i=-1/0}#o(t){let e=m("select",{"aria-label":t?"Second inspected optimizer":"Inspected optimizer"});return e.addEventListener("change",()=>{this.chosen[t]=e.value,this.#n(),this.changed()}),e}#n(){let t=this.chosen.flatMap(s=>this.#t?.runs.find(e=>e.name===s)??[]);this.#e=[...new Set(t)].map(s=>new Ks(s,this.#s,!!this.#t?.batches)),this.rules.replaceChildren(...this.#e.map(({root:s})=>s)),this.#i=-1/0}},Ks=class{#t=[];constructor(t,s,e){this.run=t,this.minibatches=e,this.curvature=m("p",{class:"curvature"}),this.title=m("caption"),this.table=m("table",{},this.title,vn(s)),this.rows=[this.#s(),...t.equations.map((r,a)=>this.#e(a))],this.table.append(m("tbody",{},...this.rows,this.#i()));let i="rate"in t.state?"α is the step size of each coordinate. ":"",n=m("p",{class:"source"},`${i}${t.source&&`Source: ${t.source}`}`);this.root=m("section",{class:"rule",tabindex:"0",role:"region","aria-label":`Rule of ${t.name}`},this.table,this.curvature,n)}draw(t,s){let e=new nt(this.run,t),{settings:i}=this.run,n=Et(this.run);this.title.textContent=e.exists?`${n} (${i}): from step ${e.step} to step ${e.step+1}`:`${n} (${i}) ${this.run.ending?.words}: there is no update to show`;let r=e.exists?fi(this.run,e.step,this.minibatches):"";this.curvature.textContent!==r&&(this.curvature.textContent=r),this.curvature.hidden=!r;for(let{node:a,name:h,axis:l,equation:c}of this.#t){let u=e.exists?Mn(e,h,l,c):"–";a.textContent!==u&&(a.textContent=u)}this.rows.forEach((a,h)=>a.classList.toggle("active",h-1===s))}#s(){let t=this.run.grad_at?M("mrow",G("x"),M("mo","+"),M("mi","μ"),G("v")):G("x"),s=M("mrow",G("g"),M("mo","="),M("mo","∇"),M("mi","f"),M("mo","("),t,M("mo",")")),e=[0,1].map(i=>Vs(this.#o("g",i),"g",i));return m("tr",{},m("th",{scope:"row"},Ys(s)),...e)}#e(t){let[s,e]=this.run.equations[t],i=M("mrow",G(s),M("mo","←"),O(e,G)),n=[0,1].map(r=>{let a=O(e,l=>this.#o(l,r,t)),h=this.#o(s,r);return h.setAttribute("class","result"),Vs(M("mrow",a,M("mo","="),h),s,r)});return m("tr",{},m("th",{scope:"row"},Ys(i)),...n)}#i(){let t=[0,1].map(e=>Vs(this.#o("update",e),"update",e)),s=m("th",{scope:"row"},"update of x");return m("tr",{class:"outcome"},s,...t)}#o(t,s,e=1/0){let i=M("mn","0");return this.#t.push({node:i,name:t,axis:s,equation:e}),i}};function vn(o){let t=["",...o].map(s=>m("th",{scope:"col"},s));return m("thead",{},m("tr",{},...t))}function Mn(o,t,s,e){let i=e!==1/0,n=t==="update"?o.value("x",s)-o.value("x",s,0):o.value(t,s,e),r=k(n,bn);return i&&n<0?`(${r})`:r}function Vs(o,t,s){return m("td",{"data-quantity":t,"data-axis":String(s)},Ys(o))}function Ys(o){let t=M("math",o);return t.setAttribute("displaystyle","true"),t}var yt={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]};var Xs=[{keys:[" "],say:"Space: play or pause",act:({clock:o})=>o.toggle()},{keys:["ArrowRight","ArrowLeft"],say:"← →: one step; with Shift ten",act:An},{keys:["Home"],say:"Home: to the start",act:({clock:o})=>di(o,0)},{keys:["End"],say:"End: to the last step",act:({clock:o})=>di(o,o.steps)},{keys:["["],say:"[ : slower",act:({clock:o})=>o.shift(-1)},{keys:["]"],say:"] : faster",act:({clock:o})=>o.shift(1)},{keys:[..."123456789"],say:"1–9: show or hide an optimizer; answer a lesson's question",act:En},{keys:["l","L"],say:"L: loop",act:({clock:o})=>o.loop=!o.loop},{keys:["s","S"],say:"S: this step in slow motion",act:o=>o.slowly()},{keys:["i","I"],say:"I: inspector",act:o=>o.toggleInspector()},{keys:["+","=","-","0"],say:"+ −, Ctrl+wheel, double click, Alt+drag a box: zoom the view from above (where the page computes the loss); 0: whole picture",act:({zoom:o},{key:t})=>t==="0"?o.reset():o.by(t==="-"?1/2:2)},{keys:Object.keys(yt),moves:!0,say:"Ctrl+arrows (Mac: Option+arrows), Shift+drag: move what is seen",act:Sn},{keys:["z"],say:"Z, Ctrl+Z: undo what you changed of the race",act:({changes:o})=>o.go(-1)},{keys:["Z","y","Y"],say:"Shift+Z, Ctrl+Y: redo it",act:({changes:o})=>o.go(1)},{keys:["f","F"],say:"F: full screen",act:o=>o.toggleFullScreen()},{keys:["PageDown","n","N"],say:"Page down, N: next step of a lesson",act:({lesson:o})=>o.turn(1)},{keys:["PageUp","p","P"],say:"Page up, P: the one before",act:({lesson:o})=>o.turn(-1)},{keys:["?"],say:"?: this list",act:o=>o.toggleHelp()}],kn=["z","Z","y"];function mi(o,t){let{ctrlKey:s,altKey:e,metaKey:i}=t,n=s!==e&&!i&&(s||/Mac/.test(navigator.platform)),r=(s||i)&&!e&&kn.includes(t.key);if(!n&&!r&&(s||e||i))return!1;let a=Xs.find(h=>h.keys.includes(t.key)&&!!h.moves===(n&&!r));return a?(a.act(o,t),!0):!1}function En(o,{key:t}){o.lesson.asks?o.lesson.choose(Number(t)-1):o.toggleRun(Number(t)-1)}function An({clock:o},t){o.move((t.key==="ArrowRight"?1:-1)*(t.shiftKey?10:1))}function Sn({zoom:o},{key:t}){o.move(...yt[t])}function di(o,t){o.playing=!1,o.seek(t)}var Nn="M4 4h7v2.4H6.4V11H4zM20 20h-7v-2.4h4.6V13H20zM4 20v-7h2.4v4.6H11V20zM20 4v7h-2.4V6.4H13V4z";function gi(){let o=m("div",{class:"stage"},m("section",{class:"lesson","aria-label":"Lesson",hidden:""}),Tn(),m("div",{class:"legend",role:"group","aria-label":"Optimizers"}),m("div",{class:"controls",role:"group","aria-label":"Playback"}),m("div",{class:"chart"},m("div",{class:"quantities",role:"group","aria-label":"Chart"}),m("div",{class:"curves"})),m("p",{class:"notice",role:"status",hidden:""}),Ln(),m("div",{class:"inspector",hidden:""}),m("div",{class:"story",hidden:""}),m("p",{class:"summary"}));return m("div",{class:"player",tabindex:"-1",role:"region","aria-label":"Race of optimizers; press ? for the keys"},o,On())}function Tn(){let o=m("div",{class:"picture view","data-view":"above"},m("canvas",{class:"ground"}),m("canvas",{class:"trails",role:"img","aria-label":"The race on the surface, from above"}),m("span",{class:"start","aria-hidden":"true"}),m("output",{class:"caption","aria-live":"off",hidden:""}));return m("div",{class:"views"},o,m("div",{class:"space view","data-view":"space",hidden:""}),m("div",{class:"samples view","data-view":"samples",hidden:""}))}function Ln(){return m("div",{class:"tools"},m("div",{class:"switches","data-group":"views",role:"group","aria-label":"Views"}),m("div",{class:"switches","data-group":"glyphs",role:"group","aria-label":"Arrows and marks"}),m("div",{class:"switches","data-group":"more",role:"group","aria-label":"More"}))}function On(){let o=Xs.map(({say:t})=>m("li",{},t));return m("div",{class:"help",role:"note",hidden:""},m("ul",{},...o))}function Js(o,t){let s=m("button",{type:"button","aria-pressed":"false"},o);return s.addEventListener("click",()=>t(s.getAttribute("aria-pressed")!=="true")),s}function wi(o){return Zs(Nn,"Full screen (F)",o)}function Zs(o,t,s){let e=t.replace(/ \(.*\)/,""),i=m("button",{type:"button",class:"icon",title:t,"aria-label":e},W(o));return i.addEventListener("click",s),i}function yi(o,t,s){return o/2+s/2+Math.hypot(o/2-s/2,t)}function Qs(o,t,s){let[e,i,n]=[o/2+s/2,o/2-s/2,Math.hypot(o/2-s/2,t)],r=Math.atan2(t,i)/2,a=t===0&&i<0?[0,1]:[Math.cos(r),Math.sin(r)];return{high:e+n,low:e-n,along:a}}function $(o,t){if(o.length===t)return o;let s=o.constructor,{buffer:e,byteOffset:i}=o,n=i===0&&e.byteLength>=t*o.BYTES_PER_ELEMENT;return new s(n?e:new s(Math.ceil(1.5*t)).buffer,0,t)}function bi(o,t){o.steps=t;for(let s of o.runs){s.x=$(s.x,2*t+2),s.loss=$(s.loss,t+1),s.grad=$(s.grad,2*t),s.grad_at&&=$(s.grad_at,2*t),s.accuracy&&=$(s.accuracy,t+1),s.distance&&=$(s.distance,t+1);for(let e of Object.keys(s.state))s.state[e]=$(s.state[e],2*t+2)}}var Yt=class{#t;#s=new Float64Array(3);constructor(t,s){this.program=t,this.all=s,this.#t=t.input()}at(t,s){let{inputs:e}=this.program;for(let i=0;i<e.length;i++)this.#t[i]=e[i]==="x"?t:s;return this.program.run(this.#t,this.#s,this.all,this.all.length),Number.isFinite(t+s)||this.#s.fill(NaN),this.#s}},Xt=class{#t;#s;constructor(t,s){this.program=t,this.words=s,this.scaled=t.at.has("rates"),this.#t=t.input(),this.#s=t.output()}at({hyper:t,state:s},e){return this.program.inputs.forEach((i,n)=>{let[r,a,h]=i.split(".");this.#t[n]=r==="t"?e+1:r==="hyper"?t[a]:s[a][2*e+2+(h==="y"?1:0)]}),this.program.run(this.#t,this.#s,[],0),this.#s}},Jt=class{#t=!0;#s=new Float64Array(0);constructor(t,s,e){this.hessian=t,this.allowed=s,this.run=e}forget(){this.#t=!0}get sharpness(){let{x:t,loss:s}=this.run;if(!this.#t)return this.#s;this.#t=!1,this.#s=$(this.#s,s.length);for(let e=0;e<s.length;e++){let[i,n,r]=this.hessian.at(t[2*e],t[2*e+1]);this.#s[e]=xi(yi(i,n,r))}return this.#s}get limit(){return this.allowed&&!this.allowed.scaled?xi(this.allowed.at(this.run,0)[0]):NaN}get words(){return this.allowed?.words??""}at(t){let{run:s,allowed:e}=this,[i,n,r]=this.hessian.at(s.x[2*t],s.x[2*t+1]),a=Qs(i,n,r);if(!Number.isFinite(a.high+a.low))return{high:NaN,low:NaN,along:[NaN,NaN],against:null};if(!e||t+1>=s.loss.length)return{...a,against:null};let[h,l,c]=e.at(s,t);return e.scaled?{...a,against:In([l,c],[i,n,r],h)}:{...a,against:{value:a.high,limit:h,along:a.along,scaled:!1}}}};function In([o,t],[s,e,i],n){let[r,a]=[Math.sqrt(o),Math.sqrt(t)],{high:h,along:l}=Qs(o*s,r*a*e,t*i),[c,u]=[r*l[0],a*l[1]],f=Math.hypot(c,u);return!Number.isFinite(h)||!(f>0)?null:{value:h,limit:n,along:[c/f,u/f],scaled:!0}}function xi(o){return Number.isFinite(o)?o:NaN}var $n=Float64Array.of(63045,40908,57188,17285,23972,8134,60677,9056),Zt=class{#t=new Uint32Array(4);#s=new Float64Array(8);#e=new Float64Array(8);#i=0;seed(t,s){this.#n(t,s),this.#i=2337405405;let e=this.#s,[i,n]=[this.#h(),this.#h()],[r,a]=[this.#h(),this.#h()];vi(this.#e,r,a);for(let h=7;h>=0;h--){let l=h?this.#e[h-1]>>15:1;this.#e[h]=this.#e[h]<<1&65535|l}vi(e,i,n);for(let h=0,l=0;h<8;h++){let c=e[h]+this.#e[h]+l;l=c>=65536?1:0,e[h]=c-l*65536}this.#o()}next(){this.#o();let t=this.#s,s=(t[7]^t[3])<<16|t[6]^t[2],e=(t[5]^t[1])<<16|t[4]^t[0],i=t[7]>>10;if(i>=32&&([s,e]=[e,s],i-=32),i){let n=s>>>i|e<<32-i;e=e>>>i|s<<32-i,s=n}return(s>>>0)*2097152+(e>>>11)}#o(){let t=this.#s;for(let s=7;s>=0;s--){let e=this.#e[s];for(let i=0;i<=s;i++)e+=t[i]*$n[s-i];t[s]=e}for(let s=0,e=0;s<8;s++){let i=t[s]+e;e=Math.floor(i/65536),t[s]=i-e*65536}}#n(t,s){let e=this.#t;this.#i=1135663077;for(let i=0;i<4;i++)e[i]=this.#a(i===0?t:i===1?s:0,2468251765);for(let i=0;i<4;i++)for(let n=0;n<4;n++){if(i===n)continue;let r=Math.imul(3389127133,e[n])-Math.imul(1232336661,this.#a(e[i],2468251765));e[n]=r^(r|0)>>>16}this.#r=0}#r=0;#a(t,s){let e=t^this.#i;this.#i=Math.imul(this.#i,s);let i=Math.imul(e,this.#i);return(i^i>>>16)>>>0}#h(){let t=this.#a(this.#t[this.#r++%4],1492356589),s=this.#a(this.#t[this.#r++%4],1492356589);return[t,s]}};function vi(o,t,s){[...s,...t].forEach((e,i)=>{o[2*i]=e&65535,o[2*i+1]=e>>>16})}var Qt=class{#t=new Zt;#s=-1;#e=0;#i=new Uint16Array(0);#o;#n;constructor(t){this.count=t,this.#o=new Float64Array(t),this.#n=new Uint32Array(t+1)}seen(t,s,e,i){let{count:n}=this,r=Math.ceil(n/s);this.#r(t,Math.ceil(e/r));let a=$(i,e*s);for(let h=0,l=0;h<e;h++){let c=h%r,u=(h-c)/r*n;for(let f=c*s;f<(c+1)*s;f++)a[l++]=this.#i[u+Math.min(f,n-1)]}return a}#r(t,s){if(t!==this.#s&&(this.#e=0),this.#s=t,this.#i.length<s*this.count){let e=this.#i;this.#i=new Uint16Array(s*this.count),this.#i.set(e)}for(;this.#e<s;this.#e++)this.#a(this.#e)}#a(t){let{count:s}=this,[e,i]=[this.#o,this.#n],n=this.#i.subarray(t*s,(t+1)*s);this.#t.seed(this.#s,t),i.fill(0);for(let r=0;r<s;r++)e[r]=this.#t.next(),i[Mi(e[r],s)+1]++;for(let r=0;r<s;r++)i[r+1]+=i[r];for(let r=0;r<s;r++)n[i[Mi(e[r],s)]++]=r;for(let r=1;r<s;r++){let a=n[r],h=r;for(;h&&e[n[h-1]]>e[a];h--)n[h]=n[h-1];n[h]=a}}};function Mi(o,t){return Math.floor(o/2**53*t)}var bt="state.",ts="hyper.",te=class{constructor(t,s){this.program=t,this.input=t.input(),this.output=t.output();let e=r=>t.inputs.indexOf(r),{inputs:i,outputs:n}=t.encoded;this.looksAhead=n.grad_at.some((r,a)=>i[r]!==["x.x","x.y"][a]),this.x=e("x.x"),this.y=e("x.y"),this.t=e("t"),this.carried=s.flatMap(([r])=>{let a=Number(t.at.get(bt+r));return[[a,e(`${bt}${r}.x`)],[a+1,e(`${bt}${r}.y`)]]}),this.hyper=t.inputs.filter(r=>r.startsWith(ts)).map(r=>r.slice(ts.length)),this.hyperAt=this.hyper.map(r=>e(ts+r)),this.afterAt=Number(t.at.get("x")),this.gradAt=Number(t.at.get("grad")),this.whereAt=Number(t.at.get("grad_at")),this.states=ki(t)}},ss=class{#t;#s;#e;#i;constructor(t,s){this.content=t,this.#t=s[t.memory],this.#s=this.#t.input(),this.#e=this.#t.output(),this.#i=ki(this.#t),this.stages=t.programs.map(e=>new te(s[e],this.#i)),this.limit=t.limit&&new Xt(s[t.limit.program],t.limit.words)}get states(){return this.stages[0].states.map(([t])=>t)}begin({hyper:t,state:s}){let{inputs:e}=this.#t;for(let i=0;i<e.length;i++)this.#s[i]=t[e[i].slice(ts.length)];this.#t.run(this.#s,this.#e,[],0);for(let i of Object.values(s))i[0]=i[1]=NaN;for(let[i,n]of this.#i)s[i][0]=this.#e[n],s[i][1]=this.#e[n+1];for(let{input:i,hyper:n,hyperAt:r,carried:a}of this.stages){for(let h=0;h<a.length;h++)i[a[h][1]]=this.#e[h];for(let h=0;h<n.length;h++)i[r[h]]=t[n[h]]}}};function ki({at:o}){return[...o].flatMap(([t,s])=>t.startsWith(bt)?[[t.slice(bt.length),s]]:[])}var es=class{#t=new Map;#s;#e=new Float64Array(3);#i=new Float64Array(1);#o=null;constructor(t){this.content=t;let s=t.programs.map(e=>new St(e,t.columns));this.loss=s[t.loss],this.accuracy=t.accuracy===null?null:s[t.accuracy],this.all=Uint16Array.from({length:this.loss.samples},(e,i)=>i),this.#s=t.hessian===null?null:new Yt(s[t.hessian],this.all);for(let[e,i]of Object.entries(t.rules))"why"in i||this.#t.set(e,new ss(i,s))}knows(t){return this.#t.has(t)}rule(t){let s=this.#t.get(t);if(!s)throw new Error(`there is no program of ${t}`);return s}bend(t){let{limit:s}=this.rule(t.key);this.#s&&(t.curvature=new Jt(this.#s,s,t))}draw(t){let{seed:s,batch:e,steps:i,batches:n}=t;!n||!e||(this.#o??=new Qt(this.rule(t.runs[0].key).stages[0].program.samples),t.batches=this.#o.seen(s,e,i,n))}lossAt(t,s){return this.#n(this.loss,t,s)}#n(t,s,e){let{inputs:i}=t;for(let n=0;n<i.length;n++)i[n]!=="count"&&(this.#e[n]=i[n]==="x"?s:e);return t.run(this.#e,this.#i,this.all,t.samples),this.#i[0]}race(t,s){t.runs.forEach((e,i)=>this.run(t,i,s))}run(t,s,e){let i=t.runs[s],n=this.rule(i.key),{stages:r}=n,{steps:a}=t,[h,l]=t.start;n.begin(i),r[0].looksAhead&&(i.grad_at??=new Float64Array(2*a)),this.#a(i,0,h,l,this.lossAt(h,l),e);let c=null,u=r[0];for(let f=0;f<a;f++){let p=r.length===1?u:r[Math.min(Math.floor(f/this.content.lasts),r.length-1)],{input:d,output:g,program:w}=p;if(p!==u)for(let v=0;v<p.carried.length;v++)d[p.carried[v][1]]=u.input[u.carried[v][1]];u=p,p.x>=0&&(d[p.x]=h),p.y>=0&&(d[p.y]=l),p.t>=0&&(d[p.t]=f+1),this.#r(t,w,d,g,f),i.grad[2*f]=g[p.gradAt],i.grad[2*f+1]=g[p.gradAt+1],i.grad_at&&(i.grad_at[2*f]=g[p.whereAt],i.grad_at[2*f+1]=g[p.whereAt+1]),h=g[p.afterAt],l=g[p.afterAt+1];let y=this.lossAt(h,l),b=Number.isFinite(h)&&Number.isFinite(l)&&Number.isFinite(y);for(let v=0;v<p.carried.length;v++){let A=g[p.carried[v][0]];d[p.carried[v][1]]=A,b=b&&Number.isFinite(A)}if(!b){c=f+1;break}for(let v=0;v<p.states.length;v++){let[A,L]=p.states[v],I=i.state[A];I[2*f+2]=g[L],I[2*f+3]=g[L+1]}this.#a(i,f+1,h,l,y,e)}i.curvature?.forget(),i.ended=c,i.ending=c===null?null:Rn(c),c!==null&&zn(i,c)}#r({batches:t,batch:s},e,i,n,r){if(!t||!s)return e.run(i,n,this.all,e.samples);let a=Math.ceil(e.samples/s),h=(r+1)%a===0?e.samples-(a-1)*s:s;e.run(i,n,t.subarray(r*s,r*s+h),h)}#a(t,s,e,i,n,r){if(t.x[2*s]=e,t.x[2*s+1]=i,t.loss[s]=n,t.accuracy&&this.accuracy&&(t.accuracy[s]=this.#n(this.accuracy,e,i)),!t.distance)return;let a=1/0;for(let h=0;h<r.length;h+=2)a=Math.min(a,Math.hypot(e-r[h],i-r[h+1]));t.distance[s]=a}};function zn(o,t){for(let s of[o.x,...Object.values(o.state)])s.fill(NaN,2*t);for(let s of[o.loss,o.accuracy,o.distance])s?.fill(NaN,t);for(let s of[o.grad,o.grad_at])s?.fill(NaN,2*t)}function Rn(o){return{words:`ended at step ${o}`,explained:"",loss:""}}var Ei=new WeakMap,is=class o{constructor(t,s,e){this.race=t,this.surface=s,this.engine=e}static of(t,s){if(se(t,s))return null;try{let e=Pn(s);return t.runs.forEach(i=>e.bend(i)),new o(t,s,e)}catch{return null}}start([t,s]){return Number.isFinite(this.engine.lossAt(t,s))?(this.race.start[0]=t,this.race.start[1]=s,this.engine.race(this.race,this.surface.minima),!0):!1}put(t,s){t==="steps"?bi(this.race,s):this.race[t]=s,this.engine.draw(this.race),this.engine.race(this.race,this.surface.minima)}set(t,s,e){let i=this.race.runs[t];i.hyper[s]=e,[i.origin,i.origin_means]=this.race.yours,i.settings=Object.entries(i.symbols).map(([n,[r]])=>`${r} ${It(i.hyper[n])}`).join(", "),this.engine.run(this.race,t,this.surface.minima)}};function se({runs:o},{engine:t}){if("why"in t)return t.why;for(let{key:s}of o){let e=t.rules[s];if("why"in e)return e.why}return""}function Pn(o){let t=Ei.get(o)??new es(o.engine);return Ei.set(o,t),t}var Dn=4,os=class{#t=[];#s=!0;constructor(){this.root=m("div",{class:"mark-key"})}show(t){let s=Cn(t);this.#t=[];let e=s.map(([n,r])=>{let a=m("canvas",{class:"mark","aria-hidden":"true"});return this.#t.push([n,new S(a)]),m("span",{class:"entry"},a,r)}),i=t.found?[m("p",{},t.found)]:[];this.root.replaceChildren(...e,...i),this.root.hidden=!e.length&&!i.length,this.refresh()}refresh(){this.#s=!0}draw(t){for(let[s,e]of this.#t){if(!e.fit()&&!this.#s)continue;e.clear();let{context:i,width:n,height:r}=e;s==="valley"?et(i,[1,r/2,n-1,r/2],t):s==="lowest"?Y(i,!0,n/2-4,r-Dn,t,.85):Y(i,!1,n/2,r/2,t)}this.#s=!1}};function Cn({minima:o,lowest:t,valleys:s,unlisted:e}){let i=o.length/2-t,n=[],a=`${!i&&!e&&!s.length?"":"lowest "}${t>1?"minima":"minimum"}${e?" found":""}`;return t&&n.push(["lowest",a]),i>0&&n.push(["minimum",`${t?"other ":""}${i>1?"minima":"minimum"}`]),s.length&&n.push(["valley","floor of a valley"]),n}var Fn=100,_n=1/20,Ai=1/10,Si=3,qn=1e-12,Hn=12,Wn=new Intl.NumberFormat("en",{maximumSignificantDigits:17,useGrouping:!1}),Bn={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10},ns=class{#t=null;held=!1;constructor(t,s,e,i){this.spread=s,this.changed=i,this.value=e,this.root=m("span",{class:"scrub",role:"spinbutton",tabindex:"0","aria-label":t}),this.root.title="Drag it left or right, use the arrow keys (Shift: finer), or double-click to type",s!=="number"&&this.root.setAttribute("aria-valuemin","0"),s==="share"&&this.root.setAttribute("aria-valuemax","1"),this.show(e),this.root.addEventListener("pointerdown",n=>this.#s(n)),this.root.addEventListener("keydown",n=>this.#e(n)),this.root.addEventListener("dblclick",()=>this.#o())}show(t){if(this.value=t,this.#t)return;let s=It(t);this.root.textContent!==s&&(this.root.textContent=s),this.root.setAttribute("aria-valuenow",Wn.format(t)),this.root.setAttribute("aria-valuetext",s)}#s(t){if(t.button!==0||this.#t)return;t.preventDefault(),t.stopPropagation(),this.root.focus({preventScroll:!0}),this.root.setPointerCapture(t.pointerId);let{clientX:s}=t,e=Ni(this.value,this.spread),i=!1;this.held=!0;let n=({clientX:a,shiftKey:h})=>{e=Ti(e+(a-s)/Fn*(h?Ai:1),this.spread),s=a,this.#i(Li(e,this.spread),!1),i=!0},r=()=>{this.root.removeEventListener("pointermove",n),this.held=!1,i&&this.changed(this.value,!0)};this.root.addEventListener("pointermove",n),this.root.addEventListener("lostpointercapture",r,{once:!0})}#e(t){if(this.#t)return;if(t.key==="Enter")return t.preventDefault(),t.stopPropagation(),this.#o();let s=Bn[t.key];if(!s)return;t.preventDefault(),t.stopPropagation();let e=this.value;for(let i=1;i<40&&this.value===e;i++){let n=Ni(e,this.spread)+s*_n*(t.shiftKey?Ai:1)*i;this.#i(Li(Ti(n,this.spread),this.spread),!0)}}#i(t,s){t!==this.value&&(this.show(t),this.changed(t,s))}#o(){if(this.#t)return;let t=this.root.getAttribute("aria-label")??"",s=m("input",{type:"text",inputmode:"decimal","aria-label":t,value:String(this.value)});this.#t=s,this.root.replaceChildren(s),s.select();let e=i=>{if(this.#t!==s)return;let n=Gn(s.value,this.spread);if(i&&n===null)return s.setAttribute("aria-invalid","true");this.#t=null,this.root.replaceChildren(),this.show(this.value),i&&n!==null&&this.#i(n,!0)};s.addEventListener("keydown",i=>{i.stopPropagation(),i.key==="Enter"&&e(!0),i.key==="Escape"&&e(!1),this.#t||this.root.focus()}),s.addEventListener("pointerdown",i=>i.stopPropagation()),s.addEventListener("blur",()=>{e(!0),e(!1)})}};function Ni(o,t){return t==="size"?Math.log10(Math.max(o,qn)):t==="share"?-Math.log10(1-o):o}function Ti(o,t){return t==="share"?Math.max(0,Math.min(Hn,o)):t==="size"?Math.min(300,o):o}function Li(o,t){let s=i=>Number(i.toPrecision(Si));if(t==="size")return s(10**o);if(t==="number")return s(o);let e=s(10**-o);return Number((1-e).toFixed(Si-1-Math.floor(Math.log10(e))))}function Gn(o,t){let s=o.trim().replace(",","."),e=/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(s)?Number(s):NaN,i=t==="number"||e>=0&&(t==="size"||e<1);return Number.isFinite(e)&&i?e:null}var rs=class{#t=[];#s=!0;#e=!1;constructor(t,s,e,i){this.list=t,this.hidden=s,this.changed=e,this.set=i,this.marks=new os,this.why=m("p",{class:"why",hidden:""})}show(t,s,e){let{runs:i}=t;if(this.#e===e&&this.#i(i))this.#t.forEach((r,a)=>this.#o(r,i[a]));else{this.#e=e,this.#t=i.map((a,h)=>this.#n(a,h));let r=m("div",{class:"head"},m("span",{},"optimizer"),"loss at this step");this.list.replaceChildren(r,...this.#t.map(({entry:a})=>a),this.marks.root,this.why)}let n=se(t,s);this.why.hidden=!n,xt(this.why,n&&`${n}. So settings are changed beside the race.`),this.marks.show(s),this.refresh()}#i(t){let s=({name:e,rule:i,style:n,hyper:r})=>JSON.stringify([e,i,n,Object.keys(r)]);return t.length===this.#t.length&&t.every((e,i)=>s(e)===s(this.#t[i].run))}#o(t,s){t.run=s;for(let[e,i]of t.scrubs)i.held||i.show(s.hyper[e]);t.scrubs.size||xt(t.settings,s.settings),Oi(t.row,s)}refresh(){this.#s=!0,this.marks.refresh()}draw(t,s,e){for(let{run:i,row:n,sheet:r,value:a,note:h,origin:l}of this.#t){(r.fit()||this.#s)&&jn(r,i,s);let{ended:c,ending:u,loss:f}=i,p=c!==null&&t>=c?u:null;xt(a,p?.loss||k(f[p?Number(c)-1:t],4)),xt(h,p?p.words:e(i)?"out of the picture":""),xt(l,i.origin),n.setAttribute("aria-pressed",String(!this.hidden.has(i.name)))}this.#s=!1,this.marks.draw(s)}#n(t,s){let e=m("canvas",{class:"sample","aria-hidden":"true"}),i=m("span",{class:"value"}),n=m("span",{class:"note"}),r=m("span",{class:"origin"},t.origin),a=m("span",{class:"name"},t.name," ",r),h=m("button",{type:"button",class:"row"},e,a,i,n),l=m("span",{class:"settings"}),c=this.#e?this.#r(t,s):new Map;[...c].forEach(([f,{root:p}],d)=>l.append(d?", ":"",`${t.symbols[f][0]} `,p)),c.size||(l.textContent=t.settings),Oi(h,t),h.addEventListener("click",()=>{let{name:f}=this.#t[s].run;this.hidden.delete(f)||this.hidden.add(f),this.changed()});let u=m("div",{class:"entry"},h,l);return{run:t,entry:u,row:h,settings:l,scrubs:c,sheet:new S(e),value:i,note:n,origin:r}}#r(t,s){return new Map(Object.entries(t.symbols).map(([e,[i,n]])=>{let r=`${t.name}: ${i===e?e:`${i}, ${e}`}`,a=(h,l)=>this.set(s,e,h,l);return[e,new ns(r,n,t.hyper[e],a)]}))}};function Oi(o,t){o.title=`${Et(t)}: ${t.settings}
${t.origin}: ${t.origin_means}
Click to show or hide.`}function jn(o,t,s){let{context:e,width:i,height:n}=o,r=N(t,s);o.clear(),e.beginPath(),e.moveTo(1,n/2),e.lineTo(i-8,n/2),e.setLineDash(C(t,P)),e.lineWidth=P,e.strokeStyle=r,e.stroke(),e.setLineDash([]),D(e,t.style.marker,i-9,n/2,5.4,r,s.paper)}function xt(o,t){o.textContent!==t&&(o.textContent=t)}var Un=`
  :root { color-scheme: light dark; font: 18px/1.45 system-ui, sans-serif; }
  body { margin: 18px 22px; }
  h1 { font-size: 1.25em; margin: 0 0 10px; }
  p { margin: 0 0 12px; }
  b { display: block; font-size: 0.75em; opacity: 0.75; }
  time { float: right; font-variant-numeric: tabular-nums; opacity: 0.75; }
`,hs=class{#t=null;#s=0;#e=0;constructor(t){this.press=t}open(t,s,e){return this.#t=window.open("","optviz-notes","popup,width=460,height=560"),this.#t?(this.#s=Date.now(),clearInterval(this.#e),this.#e=setInterval(()=>this.#i(),1e3),this.#t.document.onkeydown=this.press,this.show(t,s,e),this.#t.focus(),!0):!1}show(t,s,e){if(!this.#t||this.#t.closed)return;if(!e)return this.#t.close();let{head:i,body:n}=this.#t.document;i.replaceChildren(m("title",{},"Notes"),m("style",{},Un)),n.replaceChildren(m("time",{}),m("small",{},t),m("h1",{},s),...as("",e.text),...as("Answer",e.answer),...as("Measured",e.measured),...as("Next",e.next)),this.#i()}#i(){if(!this.#t||this.#t.closed)return clearInterval(this.#e);let t=Math.floor((Date.now()-this.#s)/1e3),s=this.#t.document.querySelector("time");s&&(s.textContent=`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`)}};function as(o,t){return t?[m("p",{},...o?[m("b",{},o)]:[],t)]:[]}var ls=class{content=null;constructor(t,s,e){this.box=t,this.tell=s,this.notes=new hs(e)}get asks(){return!!(this.content?.question&&!this.content.chosen)}show(t){let s=t?.id!==this.content?.id,e=JSON.stringify(t)===JSON.stringify(this.content);return this.content=t,this.box.hidden=!t,!t||e?!1:(this.box.replaceChildren(m("small",{},t.place),...this.#t(t),m("h4",{},t.heading),m("p",{},t.text),...this.#s(t)),s)}turn(t){this.content&&this.tell({turn:t})}choose(t){let s=this.content?.choices[t];this.asks&&s&&this.tell({answer:s})}#t({place:t,heading:s,notes:e}){if(this.notes.show(t,s,e),!e)return[];let i=m("button",{type:"button",class:"notes"},"Notes in a window");return i.addEventListener("click",()=>{this.notes.open(t,s,e)||(i.textContent="The browser allows no window")}),[i]}#s({question:t,choices:s,chosen:e,right:i,numbers:n,finding:r}){let a=r&&(!t||e)?[m("p",{class:"finding"},`Measured: ${r}`)]:[];if(!t)return a;let h=m("p",{class:"question"},t);if(e){let c=e===i?`Right: ${i}.`:`You said ${e}; it is ${i}.`;return[h,m("p",{class:"answer",role:"status"},`${c} ${n}`),...a]}let l=s.map((c,u)=>{let f=m("button",{type:"button"},m("kbd",{},String(u+1)),` ${c}`);return f.addEventListener("click",()=>this.choose(u)),f});return[h,m("div",{class:"choices"},...l)]}};var Vn=["scene","formula","room","lesson"],Kn=["view","t"],Yn=["embed","embed_options"];var Xn=-1/0;addEventListener("popstate",()=>Xn=performance.now());function Ii(o,t,s,e){let i=new URLSearchParams(location.search);Jn(o,i)&&((!s||i.has("view"))&&i.set("view",t),e?i.set("t",e):i.delete("t"),Qn(Zn(o,[...Yn,...Kn],i),!1))}function Jn(o,t){let s=new URLSearchParams(o);return Vn.every(e=>(s.get(e)??"")===(t.get(e)??""))}function Zn(o,t,s){let e=t.filter(i=>s.has(i)).map(i=>`${i}=${encodeURIComponent(s.get(i)??"").replaceAll("%2C",",")}`);return[o,...e].filter(Boolean).join("&")}function Qn(o,t){let s=location.pathname+(o?`?${o}`:"")+location.hash;if(s!==location.pathname+location.search+location.hash)try{history[t?"pushState":"replaceState"](history.state,"",s)}catch{}}var T={left:34,top:30,right:10,bottom:26},cs=class{#t=!0;#s=E([0,1],[0,1]);#e=E([0,1],[0,1]);#i=null;#o=null;constructor(t){let s="The samples, this step's minibatch and the decision line of each optimizer";this.samples=new S(m("canvas")),this.lines=new S(m("canvas",{role:"img","aria-label":s})),t.append(this.samples.canvas,this.lines.canvas)}show(t,s){this.#i=t,this.#o=s,this.#t=!0}refresh(){this.#t=!0}draw(t,s,e){if(!this.#i?.samples||!this.#o)return;(this.samples.fit()||this.#t)&&this.#n(e),this.lines.fit(),this.lines.clear();let{context:i}=this.lines;this.#h(i,Math.floor(t),e),i.save(),i.beginPath(),i.rect(T.left,T.top,this.lines.width-T.left-T.right,this.lines.height-T.top-T.bottom),i.clip();for(let n of this.#o.runs)s.has(n.name)||this.#l(i,n,t,e);i.restore()}#n(t){this.#t=!1;let{context:s,width:e,height:i}=this.samples,{samples:n}=this.#i,{points:r,labels:a}=n,h=[0,1].map(l=>tr(r,l));this.#s=E(h[0],[T.left,e-T.right]),this.#e=E(h[1],[i-T.bottom,T.top]),this.samples.clear(),this.#r(s,h,t),s.lineWidth=1.3,a.forEach((l,c)=>{$i(s,this.#s(r[2*c]),this.#e(r[2*c+1]),3,l,t.soft,t.paper)}),this.#a(s,t)}#r(t,s,e){let{left:i,top:n}=T,r={left:i,top:n,right:this.samples.width-T.right,bottom:this.samples.height-T.bottom};_(t,"below",V(R(s[0],5),this.#s),r,e),_(t,"left",V(R(s[1],5),this.#e),r,e),$t(t,r,e)}#a(t,s){t.textAlign="left",t.textBaseline="middle",t.fillStyle=s.ink;let e=T.left+6;for(let[i,n]of[[1,"label 1"],[0,"label 0"],[2,"this step's minibatch"]])i===2&&zi(t,e,T.top-14,s),$i(t,e,T.top-14,3,i%2,s.soft,s.paper),t.fillStyle=s.ink,t.fillText(n,e+10,T.top-13),e+=26+t.measureText(n).width}#h(t,s,e){let{batches:i,steps:n}=this.#o,r=this.#i?.samples?.points;if(!i||!r)return;let a=i.length/n,h=Math.min(s,n-1);for(let l of i.subarray(h*a,(h+1)*a))zi(t,this.#s(r[2*l]),this.#e(r[2*l+1]),e)}#l(t,s,e,i){let n=Math.floor(e),r=Math.min(n+1,s.loss.length-1),[a,h]=[0,1].map(c=>{let[u,f]=[s.x[2*n+c],s.x[2*r+c]];return Number.isFinite(f)?u+(e-n)*(f-u):u}),l=100/Math.hypot(a,h);Number.isFinite(l)&&(t.beginPath(),t.moveTo(this.#s(-h*l),this.#e(a*l)),t.lineTo(this.#s(h*l),this.#e(-a*l)),t.setLineDash(C(s,P)),t.lineWidth=P*i.scale,t.strokeStyle=N(s,i),t.stroke(),t.setLineDash([]))}};function tr(o,t){let s=Array.from(o).filter((r,a)=>a%2===t),[e,i]=[Math.min(...s),Math.max(...s)],n=.06*(i-e);return[e-n,i+n]}function $i(o,t,s,e,i,n,r){o.beginPath(),o.arc(t,s,e,0,7),o.fillStyle=i?n:r,o.strokeStyle=n,o.fill(),o.stroke()}function zi(o,t,s,e){o.beginPath(),o.arc(t,s,7.5,0,7),o.lineWidth=2.4,o.strokeStyle=e.ink,o.stroke(),o.lineWidth=1.3}var Ri=x.box.line;function Pi(o,t){if(t*o.length<2*Ri)return[];let s=Math.ceil(Ri/t),e=[1/0,[]];for(let i=s;i<s+3;i++)for(let n=0;n<Math.min(i,o.length);n++){let r=[];for(let l=n;l<o.length;l+=i)r.push(l);let h=r.reduce((l,c)=>l+sr(o[c]),0)/r.length+(i-s)/2;h<e[0]&&(e=[h,r])}return e[1]}function sr(o){let t=k(o);return t.length+(/^−?[0.]*(10*)?[⁻⁰-⁹¹²³]*$/.test(t)?0:4)}var j=x.box.height,ee=1e-9,z=x.box.base,ie=x.sun.direction,oe=x.sun.wall,rt=x.sun.tint,ps=600,fs=5,us=class{constructor({heights:t,levels:s,xlim:e,ylim:i}){this.heights=t,this.n=Math.sqrt(t.length),this.levels=s,this.limits=[e,i];let[n,r]=er(t);this.low=n,this.rise=j/(r-n),this.slopes=ir(t,this.n,this.rise)}cell(t,s){let[e,i]=this.limits[s];return(t-e)/(i-e)*(this.n-1)}side(t,s){return this.cell(t,s)/(this.n-1)-.5}ground(t,s){let{n:e,heights:i}=this,n=e-1+ee;if(!(t>=-ee&&s>=-ee&&t<=n&&s<=n))return NaN;let r=Math.max(0,Math.min(Math.floor(t),e-2)),a=Math.max(0,Math.min(Math.floor(s),e-2)),[h,l,c]=[t-r,s-a,a*e+r],u=i[c]+h*(i[c+1]-i[c]),f=i[c+e]+h*(i[c+e+1]-i[c+e]);return this.z(u+l*(f-u))}z(t){return(t-this.low)*this.rise}};function er(o){let[t,s]=[1/0,-1/0];for(let e of o)e<t&&(t=e),e>s&&(s=e);return t<s?[t,s]:[0,1]}function ir(o,t,s){let e=new Float32Array(2*t*t),i=(n,r,a,h)=>{let l=r||Number.isNaN(o[n-h])?0:h,c=a||Number.isNaN(o[n+h])?0:h,u=(l+c)/h||1;return(o[n+c]-o[n-l])/u*s*(t-1)};for(let n=0;n<t*t;n++){let[r,a]=[n%t,Math.floor(n/t)];e[2*n]=i(n,r===0,r===t-1,1),e[2*n+1]=i(n,a===0,a===t-1,t)}return or(e,t)}function or(o,t){let s=o.slice();for(let e=2*(t+1);e<2*(t*t-t-1);e++){let i=(e>>1)%t;if(i===0||i===t-1)continue;let n=4*o[e];for(let r of[2,2*t])n+=2*(o[e-r]+o[e+r]);for(let r of[2*t-2,2*t+2])n+=o[e-r]+o[e+r];Number.isNaN(n)||(s[e]=n/16)}return s}function vt({right:o,away:t}){let[s,e]=[0,1].map(i=>(ie[0]*o[i]+ie[1]*t[i])/ie[2]);return[s,e]}function ne(o,{middle:t,contrast:s,darkest:e,brightest:i}){return Math.max(e,Math.min(i,t+s*(o-1)))}function Di(o,t,s){let e=vt(o);return ne(oe+.5*(t[0]*e[0]+t[1]*e[1]),s)}function Ci({right:o,away:t},s){let[e,i,n]=[-1/0,1/0,[0,0]];for(let r of[0,1]){let[a,h]=[o[r]*s,t[r]||1e-12],l=Math.sign(h),c=(-.5*l-a)/h;i=Math.min(i,(.5*l-a)/h),!(c<e)&&(e=c,n=r?[0,-l]:[-l,0])}return e<i?{near:e,far:i,wall:n}:null}function Fi(o){let{contour:t,light:s}=x.themes[o.dark?"dark":"light"],{level:e,...i}=s;return{paper:Float32Array.from(Ot(o.ground).flat()),line:t.slice(0,3),strength:t[3],middle:e,...i}}var{tick:ds,gap:_i,name:nr}=x.box,rr=x.trail.hidden,ms=class{#t=[];constructor(t,s,e,i,n){this.context=t,this.surface=s,this.terrain=e,this.camera=i,this.theme=n,this.front=[-Math.sign(i.away[0])||1,-Math.sign(i.away[1])||1];let r=e.rise*i.scale*i.cosine/n.scale;this.labelled=Pi(s.levels,r)}drawBack(){let[t,s]=[-this.front[0]/2,-this.front[1]/2],{context:e,terrain:i,theme:n}=this;e.lineWidth=1,e.strokeStyle=n.wall;let r=this.labelled.map(a=>i.z(a+1));for(let a of[...r,j])this.#s([[t,-s,a],[t,s,a],[-t,s,a]]);for(let[a,h]of[[t,-s],[t,s],[-t,s]])this.#s([[a,h,z],[a,h,j]])}drawFront(t,s){this.#h(s),this.#e(t),this.#n(0),this.#n(1),this.#r(),this.#u(t)}#s(t){let{context:s,camera:e}=this;s.beginPath();for(let[i,n,r]of t)s.lineTo(e.x(i,n),e.y(i,n,r));s.stroke()}#e(t){let{context:s,theme:e}=this,[i,n]=[this.front[0]/2,this.front[1]/2];s.strokeStyle=e.edge,s.lineJoin="round",this.#s([[i,-n,z],[i,n,z],[-i,n,z]]);for(let[r,a]of[[i,-n],[i,n],[-i,n]])this.#s([[r,a,z],[r,a,this.#o(r,a)]]);for(let r of[i,-i])this.#i(a=>[r,a],t);for(let r of[n,-n])this.#i(a=>[a,r],t)}#i(t,s){let{n:e}=this.terrain,i=[];for(let n=0;n<e;n++){let[r,a]=t(n/(e-1)-.5),h=this.#o(r,a);s.clearance(r,a,h)>=0?i.push([r,a,h]):(this.#s(i),i=[])}this.#s(i)}#o(t,s){let e=this.terrain.n-1;return this.terrain.ground((t+.5)*e,(s+.5)*e)}#n(t){let{camera:s,surface:e,terrain:i}=this,{scale:n}=this.theme,r=this.front[1-t]/2,a=b=>t?[r,b]:[b,r],h=t?[2*r,0]:[0,2*r],[l,c]=ar(s.across(h[0],h[1]),-s.lift(h[0],h[1],0)),u=b=>{let[v,A]=a(b);return[s.x(v,A),s.y(v,A,z)]},[[f,p],[d,g]]=[u(-.5),u(.5)],w=Math.hypot(d-f,g-p)/n;if(w<_i)return;for(let b of R(t?e.ylim:e.xlim,w/_i)){let[v,A]=u(i.side(b,t));this.#a(v,A,l,c,k(b))}let y=nr*n;this.#l(e.axes[t],(f+d)/2+l*y,(p+g)/2+c*y)}#r(){let{camera:t,surface:s,terrain:e}=this,i=[[-.5,-.5],[.5,-.5],[.5,.5],[-.5,.5]],n=i.map(([h,l])=>t.across(h,l)),[r,a]=i[n.indexOf(Math.min(...n))];for(let h of this.labelled)this.#a(t.x(r,a),t.y(r,a,e.z(h+1)),-1,0,k(s.levels[h]));this.labelled.length&&this.#l("loss",t.x(r,a)-14,t.y(r,a,j)-12*this.theme.scale)}#a(t,s,e,i,n){let{context:r,theme:a}=this;r.font=`${x.type.number*a.scale}px ${a.font}`;let{width:h}=r.measureText(n),[l,c]=[t+e*(ds+4+h/2),s+i*(ds+9*a.scale)];this.#c(n,l,c,h,a.soft)&&(r.strokeStyle=a.soft,r.beginPath(),r.moveTo(t,s),r.lineTo(t+e*ds,s+i*ds),r.stroke())}#h(t){let{context:s,theme:e}=this;s.font=`${x.type.number*e.scale}px ${e.font}`;let{width:i}=s.measureText(t),[n,r]=[6+i/2,9*e.scale];s.lineWidth=4,s.lineJoin="round",s.strokeStyle=e.rim,s.textAlign="center",s.textBaseline="middle",s.strokeText(t,n,r),this.#c(t,n,r,i,e.soft),s.lineWidth=1}#l(t,s,e){let{context:i,theme:n}=this;i.font=`italic ${x.type.name*n.scale}px ${n.font}`,this.#c(t,s,e,i.measureText(t).width,n.ink)}#c(t,s,e,i,n){let{context:r,theme:a}=this,[h,l]=[i/2+3,6*a.scale],[c,u,f,p]=[s-h,e-l,s+h,e+l];return this.#t.some(([d,g,w,y])=>d<f&&w>c&&g<p&&y>u)?!1:(this.#t.push([c,u,f,p]),r.textAlign="center",r.textBaseline="middle",r.fillStyle=n,r.fillText(t,s,e),!0)}#u(t){let{context:s,camera:e,terrain:i,theme:n}=this;this.#p(t),Rt(this.surface,(r,a,h)=>{let[l,c]=[i.side(r,0),i.side(a,1)],u=this.#o(l,c);Number.isNaN(u)||(s.globalAlpha=t.clearance(l,c,u)<0?rr:1,Y(s,h,e.x(l,c),e.y(l,c,u),n,n.scale),s.globalAlpha=1)})}#p(t){let{context:s,camera:e,terrain:i,theme:n}=this,{valleys:r}=this.surface,a=[];for(let h=0;h<r.length;h+=2){let[l,c]=[i.side(r[h],0),i.side(r[h+1],1)],u=this.#o(l,c),f=Number.isNaN(u)||t.clearance(l,c,u)<0;a.push(...f?[NaN,NaN]:[e.x(l,c),e.y(l,c,u)])}et(s,a,n,n.scale)}};function ar(o,t){let s=Math.hypot(o,t)||1;return[o/s,t/s]}var hr=8,lr=12,cr=.6,ur=x.box.margin,{wide:pr,tall:fr}=x.box,re=[0,0,j/2],at=(o,t,s)=>Math.max(t,Math.min(s,o)),qi=o=>o*Math.PI/180,gs=class{home={...x.camera,zoom:1};view={...this.home};version=0;scale=1;right=[1,0];away=[0,1];sine=0;cosine=1;centre=[0,0];#t=re;#s=[0,0];#e=[1,1];#i=1;reset(){this.#t=re,this.view={...this.home},this.#o()}fit(t,s,e){this.#e=[t,s],this.#i=e,this.#o()}turn(t,s){this.view.azimuth=((this.view.azimuth+t)%360+360)%360,this.view.elevation=at(this.view.elevation+s,hr,90),this.#o()}zoomAt(t,s=this.centre[0],e=this.centre[1]){let i=this.view.zoom;this.view.zoom=at(i*t,cr,lr),this.#o();let n=1-this.view.zoom/i;if(n<0&&this.move((s-this.centre[0])*n,(e-this.centre[1])*n),n>0){let r=i>1?at((this.view.zoom-1)/(i-1),0,1):0;this.#t=re.map((a,h)=>a+r*(this.#t[h]-a))}this.#o()}move(t,s){let[e,i]=[-t/this.scale,s/this.scale],[n,r,a]=this.#t;this.#t=[at(n+e*this.right[0]+i*this.sine*this.away[0],-.5,.5),at(r+e*this.right[1]+i*this.sine*this.away[1],-.5,.5),at(a+i*this.cosine,0,j)],this.#o()}x(t,s){return this.centre[0]+this.scale*(this.across(t,s)-this.#s[0])}y(t,s,e){return this.centre[1]-this.scale*(this.lift(t,s,e)-this.#s[1])}across(t,s){return t*this.right[0]+s*this.right[1]}distance(t,s){return t*this.away[0]+s*this.away[1]}lift(t,s,e){return this.distance(t,s)*this.sine+e*this.cosine}get origin(){let[t,s]=this.centre;return[this.#s[0]-t/this.scale,this.#s[1]+s/this.scale]}#o(){let[t,s]=[qi(this.view.azimuth),qi(this.view.elevation)];this.right=[-Math.sin(t),Math.cos(t)],this.away=[-Math.cos(t),-Math.sin(t)],this.sine=Math.sin(s),this.cosine=Math.cos(s);let[e,i]=this.#e,[n,r,a,h]=ur.map(d=>d*this.#i),[l,c]=[e-n-a,i-r-h];this.centre=[n+l/2,r+c/2],this.scale=Math.max(1,Math.min(l/pr,c/fr))*this.view.zoom;let[u,f,p]=this.#t;this.#s=[this.across(u,f),this.lift(u,f,p)],this.version+=1}};var dr=2,mr=6,Hi=.2,gr=5,[ws,ht,ys]=[0,1,2],bs=class{#t=[];#s=[];constructor(t,s){this.run=t,this.terrain=s,this.last=(t.ended??t.loss.length)-1;let e=NaN;for(let i=0;i<this.last;i++)e=this.#e(i,e)}#e(t,s){let e=this.terrain.n-1,[i,n]=this.#i(t),[r,a]=this.#i(t+1),h=it([0,0],[e,e],[i,n],[r-i,a-n]);if(!h)return s;let[l,c]=h,u=Math.hypot(r-i,a-n)*(c-l),f=Math.max(1,Math.ceil(u/dr));for(let p=s===t+l?1:0;p<=f;p++){let d=l+(c-l)*p/f,g=this.#o(i+d*(r-i),n+d*(a-n));this.#t.push(...g,t+d,p?ht:ws)}return t+c}#i(t){let{x:s}=this.run;return[this.terrain.cell(s[2*t],0),this.terrain.cell(s[2*t+1],1)]}#o(t,s){let e=this.terrain.n-1;return[t/e-.5,s/e-.5,this.terrain.ground(t,s)]}lay(t,s){let e=this.#t;this.#s=[];let i=NaN;for(let n=0;n<e.length;n+=5){let[r,a,h,l]=[e[n],e[n+1],e[n+2],e[n+3]],c=s.clearance(r,a,h),u=e[n+4]===ws||Number.isNaN(i+c);if(!u&&c<0!=i<0){let[f,p,d,g]=this.#n(n,i<0,s);this.#r(t.x(f,p),t.y(f,p,d),g,i<0?ys:ht)}if(!Number.isNaN(c)){let f=u?ws:c<0?ys:ht;this.#r(t.x(r,a),t.y(r,a,h),l,f)}i=c}}#n(t,s,e){let i=this.#t,n=h=>[0,1,2,3].map(l=>i[t+l-5]+h*(i[t+l]-i[t+l-5])),[r,a]=[0,1];for(let h=0;h<gr;h++){let[l,c,u]=n((r+a)/2);e.clearance(l,c,u)<0===s?r=(r+a)/2:a=(r+a)/2}return n((r+a)/2)}#r(t,s,e,i){let n=this.#s,r=n.length-4;if(r>=4&&i!==ws&&n[r+3]===i){let[a,h]=[t-n[r-4],s-n[r-3]],[l,c]=[n[r]-n[r-4],n[r+1]-n[r-3]],u=Math.hypot(a,h),f=Math.abs(l*h-c*a)<Hi*u&&l*a+c*h>0;(u<Hi||u<mr&&f)&&(n.length=r)}n.push(t,s,e,i)}trace(t,s,e){let i=this.#s;t.beginPath();let n=!1;for(let r=4;r<i.length&&i[r-2]<s;r+=4){let a=i[r+3]===e;if(a){let h=Math.min(1,(s-i[r-2])/(i[r+2]-i[r-2]));n||t.moveTo(i[r-4],i[r-3]),t.lineTo(i[r-4]+h*(i[r]-i[r-4]),i[r-3]+h*(i[r+1]-i[r-3]))}n=a}}head(t){let s=Math.max(0,Math.min(Math.floor(t),this.last)),e=Math.min(t,this.last)-s,[i,n]=[this.#i(s),this.#i(Math.max(s,Math.min(s+1,this.last)))];return this.#o(i[0]+e*(n[0]-i[0]),i[1]+e*(n[1]-i[1]))}};function ae([o,t],s){let[e,i]=[s.cell(o,0),s.cell(t,1)];return[s.side(o,0),s.side(t,1),s.ground(e,i)]}var Wi=Math.SQRT1_2,wr=4,yr=30;function Bi(o,t,s,e){let i=e.origin[0]+o/e.scale,n=e.origin[1]-t/e.scale,r=c=>[e.right[0]*i+e.away[0]*c,e.right[1]*i+e.away[1]*c],a=c=>{let[u,f]=r(c),p=s.n-1,d=s.ground((u+.5)*p,(f+.5)*p);return e.lift(u,f,d)-n},h=1/(wr*(s.n-1)),l=NaN;for(let c=-Wi;c<=Wi;c+=h){let u=a(c);if(l<0&&u>=0)return xr(r(br(a,c-h,c)),s);if(Number.isNaN(l)&&u>=0)return null;l=u}return null}function br(o,t,s){for(let e=0;e<yr;e++){let i=(t+s)/2;o(i)<0?t=i:s=i}return s}function xr([o,t],{limits:[s,e]}){return[s[0]+(o+.5)*(s[1]-s[0]),e[0]+(t+.5)*(e[1]-e[0])]}var J=Math.SQRT1_2,vr=1.5,Mr=1.2,kr=-9,xs=class{constructor(t,s){this.terrain=t,this.camera=s,this.side=Math.ceil(2*J*(t.n-1))+1,this.tops=new Float32Array(this.side**2);for(let e=0;e<this.side;e++)this.#t(e)}#t(t){let{terrain:s,camera:e,side:i,tops:n}=this,[r,a]=[s.n-1,2*J/(i-1)],h=t*a-J,[l,c]=[e.right[0]*h+.5,e.right[1]*h+.5],u=kr;for(let f=0;f<i;f++){let p=f*a-J,d=s.ground((l+e.away[0]*p)*r,(c+e.away[1]*p)*r),g=p*e.sine+d*e.cosine;g>u&&(u=g),n[t*i+f]=u}}clearance(t,s,e){let{camera:i,side:n,tops:r}=this,a=(n-1)/(2*J),h=(i.across(t,s)+J)*a,l=Math.max(0,(i.distance(t,s)+J)*a-vr),[c,u]=[Math.min(n-2,Math.floor(h)),Math.min(n-2,Math.floor(l))],[f,p,d]=[h-c,l-u,c*n+u],g=r[d]+p*(r[d+1]-r[d]),w=r[d+n]+p*(r[d+n+1]-r[d+n]);return i.lift(t,s,e)+Mr/i.scale-(g+f*(w-g))}};var Er={ArrowLeft:[1,0],ArrowRight:[-1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},vs=class{#t=new Map;#s=0;#e=!0;constructor(t,s,e){this.box=t,this.camera=s,this.changed=e,t.addEventListener("pointerdown",i=>this.#o(i)),t.addEventListener("pointermove",i=>this.#n(i));for(let i of["pointerup","pointercancel"])t.addEventListener(i,({pointerId:n})=>this.#t.delete(n));t.addEventListener("wheel",i=>this.#a(i),{passive:!1}),t.addEventListener("keydown",i=>this.#h(i)),t.addEventListener("dblclick",()=>this.#i())}#i(){this.camera.reset(),this.changed()}#o(t){t.button===0&&(this.box.focus({preventScroll:!0}),this.box.setPointerCapture(t.pointerId),this.#t.set(t.pointerId,t),this.#s=t.clientX,this.#e=t.pointerType!=="touch")}#n(t){let s=this.#t.get(t.pointerId);if(!s)return;let[e,i]=[t.clientX-s.clientX,t.clientY-s.clientY],{pointerId:n}=t,r=[...this.#t.values()].find(a=>a.pointerId!==n);if(r){let a=({clientX:f,clientY:p})=>Math.max(10,Math.hypot(f-r.clientX,p-r.clientY)),[h,l]=this.#r(t),[c,u]=this.#r(r);this.camera.move(e/2,i/2),this.camera.zoomAt(a(t)/a(s),(h+c)/2,(l+u)/2)}else this.#e||=Math.abs(t.clientX-this.#s)>8,this.camera.turn(-e*.45,this.#e?i*.45:0);this.#t.set(t.pointerId,t),this.changed()}#r({clientX:t,clientY:s}){let{left:e,top:i}=this.box.getBoundingClientRect();return[t-e,s-i]}#a(t){if(!t.ctrlKey&&!this.box.matches(":focus"))return;t.preventDefault();let s=t.deltaMode===1?16:1,e=Math.max(-240,Math.min(240,t.deltaY*s*(t.ctrlKey?5:1)));this.camera.zoomAt(Math.exp(-e/500),...this.#r(t)),this.changed()}#h(t){if(t.ctrlKey||t.metaKey||t.altKey)return;let s=Er[t.key];if(s)this.camera.turn(s[0]*5,s[1]*5);else if(t.key==="+"||t.key==="=")this.camera.zoomAt(1.2);else if(t.key==="-")this.camera.zoomAt(1/1.2);else if(t.key==="0")this.camera.reset();else return;t.preventDefault(),t.stopPropagation(),this.changed()}};var[q,Z,Q,tt]=[0,1,2,3],Ar=.75,Sr=1.25,st=class{name="Canvas 2-D";software=!0;#t=document.createElement("canvas");#s=this.#t.getContext("2d");#e=new ImageData(1,1);#i=new Float32Array(0);#o=new Float64Array(4);#n=new Float64Array(4);#r=new Float64Array(4);#a=-1;#h=0;#l=0;#c=1;terrain=null;show(t){this.terrain=t,this.#i=new Float32Array(3*t.n**2)}paint(t,s,{width:e,height:i,density:n,fine:r}){let a=r?2*n:n;this.#c=n,this.#u(Math.round(e*a),Math.round(i*n)),this.#p(t,s);for(let h=0;h<this.#e.width;h++)this.#l=h,this.#d(t,s,(h+.5)/a,r?Ar:Sr);return this.#s.putImageData(this.#e,0,0),this.#t}#u(t,s){if(this.#e.width===t&&this.#e.height===s){this.#e.data.fill(0);return}Object.assign(this.#t,{width:t,height:s}),this.#e=new ImageData(t,s)}#p(t,s){let{right:e,away:i,sine:n,cosine:r,scale:a}=t,h=vt(t),{slopes:l,heights:c,rise:u}=this.terrain,f=this.#i;for(let p=0;p<c.length;p++){let[d,g]=[l[2*p],l[2*p+1]],w=d*e[0]+g*e[1],y=d*i[0]+g*i[1],b=(1-d*h[0]-g*h[1])/Math.sqrt(1+d*d+g*g),v=Math.sqrt(w*w+y*y/(n*n))+1e-9;f[3*p]=c[p],f[3*p+1]=ne(b,s);let A=u*a*Math.abs(1+y*r/n)/v;f[3*p+2]=Math.min(ps,A)}}#d(t,s,e,i){let[n,r]=t.origin,a=n+e/t.scale,h=Ci(t,a);if(!h)return;let{near:l,far:c}=h;this.#h=0,this.#a=-1;let u=this.terrain.n-1,f=Math.ceil((c-l)*u/i),p=t.scale*this.#c;for(let d=0;d<=f;d++){let g=l+(c-l)*d/f;this.#m((t.right[0]*a+t.away[0]*g+.5)*u,(t.right[1]*a+t.away[1]*g+.5)*u);let w=this.terrain.z(this.#n[Z]),y=g*t.sine+w*t.cosine;if(this.#n[q]=this.#e.height+(y-r)*p,d===0?this.#g(t,s,h):this.#n[q]>this.#h&&this.#f(s),[this.#o,this.#n]=[this.#n,this.#o],this.#h>=this.#e.height)break}this.#w()}#m(t,s){let{n:e}=this.terrain,[i,n]=[this.#i,this.#n],r=Math.max(0,Math.min(e-2,Math.floor(t))),a=Math.max(0,Math.min(e-2,Math.floor(s))),[h,l,c,u]=[t-r,s-a,3*(a*e+r),3*e];for(let f=0;f<3;f++){let p=i[c+f]+h*(i[c+3+f]-i[c+f]),d=i[c+u+f]+h*(i[c+u+3+f]-i[c+u+f]);n[f+1]=p+l*(d-p)}}#g(t,s,{wall:e}){let[i,n]=[this.#o,this.#n],[r,a]=[n[Q],n[tt]],{rise:h,low:l}=this.terrain,c=t.scale*t.cosine;i[Z]=l+z/h,i[q]=n[q]-(n[Z]-i[Z])*h*c*this.#c,i[Q]=n[Q]=Di(t,e,s),i[tt]=n[tt]=c*h,n[q]>this.#h&&this.#f(s),[n[Q],n[tt]]=[r,a]}#f({paper:t,line:s,strength:e}){let[i,n,r,a]=[this.#o,this.#n,this.#r,this.#c],[h,l]=[i[q],this.terrain.levels.length],c=n[q]-h,u=Math.min(n[q],this.#e.height);for(let f=Math.max(this.#h,h);f<u;){let p=Math.floor(f),d=Math.min(u,p+1);p!==this.#a&&this.#w(),this.#a=p;let g=((f+d)/2-h)/c,w=i[Z]+g*(n[Z]-i[Z]),y=i[Q]+g*(n[Q]-i[Q])-1,b=i[tt]+g*(n[tt]-i[tt]),v=Math.abs(w-Math.max(1,Math.min(l,Math.round(w))))*b,L=Math.max(0,Math.min(1,(.5-v)*a+.5))*e*Math.min(1,b/fs)*(d-f),I=d-f-L,U=3*Math.max(0,Math.min(255,Math.round(255*w/(l+1))));r[0]+=I*(1+y*rt[0])*t[U]+L*s[0],r[1]+=I*(1+y*rt[1])*t[U+1]+L*s[1],r[2]+=I*(1+y*rt[2])*t[U+2]+L*s[2],r[3]+=d-f,f=d}this.#h=Math.max(this.#h,n[q])}#w(){let[t,{data:s,width:e,height:i}]=[this.#r,this.#e],n=4*((i-1-this.#a)*e+this.#l);this.#a>=0&&t[3]>0&&(s[n]=t[0]/t[3],s[n+1]=t[1]/t[3],s[n+2]=t[2]/t[3],s[n+3]=255*t[3]),t[0]=t[1]=t[2]=t[3]=0}};var he=6,Nr=`#version 300 es
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
}`,Tr=`#version 300 es
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
  float bright = wall ? ${oe} + 0.5 * dot(slope.xy, sun)
    : (1.0 - dot(slope.xy, sun)) * inversesqrt(1.0 + dot(slope.xy, slope.xy));
  float light = clamp(middle + tones.x * (bright - 1.0), tones.y, tones.z);
  float ahead = dot(slope.xy, away);
  float steep = length(vec2(dot(slope.xy, right), ahead / angle.x)) + 1e-9;
  float spread = rise * scale * (wall ? angle.y : abs(1.0 + ahead * angle.y / angle.x) / steep);
  spread = min(spread, ${ps}.0);
  float beside = abs(level - clamp(round(level), 1.0, levels)) * spread;
  float drawn = strength * clamp((0.5 - beside) * density + 0.5, 0.0, 1.0);
  drawn *= min(1.0, spread / ${fs}.0);
  vec3 ground = texture(paper, vec2(clamp(level / (levels + 1.0), 0.0, 1.0), 0.5)).rgb;
  colour = vec4(mix(ground * (1.0 + (light - 1.0) * vec3(${rt})), line, drawn), 1);
}`;function Gi(){let o=document.createElement("canvas").getContext("webgl2"),t=o?.getExtension("WEBGL_debug_renderer_info"),s=t?String(o?.getParameter(t.UNMASKED_RENDERER_WEBGL)):o?"WebGL2":"";return o?.getExtension("WEBGL_lose_context")?.loseContext(),/swiftshader|llvmpipe|softpipe|software|microsoft basic/i.test(s)?"":s}var Ms=class{name="WebGL";software=!1;#t=document.createElement("canvas");#s=0;#e=null;#i=null;constructor(){if(this.gl=this.#t.getContext("webgl2",{antialias:!0}),!this.gl)throw new Error("no WebGL2");this.program=Lr(this.gl),this.gl.useProgram(this.program),this.gl.enable(this.gl.DEPTH_TEST),this.gl.bindTexture(this.gl.TEXTURE_2D,this.gl.createTexture()),this.corners=this.gl.createBuffer(),this.triangles=this.gl.createBuffer()}show(t){let{gl:s}=this,{corners:e,triangles:i}=Or(t);this.#e=t,this.#s=i.length,s.bindBuffer(s.ARRAY_BUFFER,this.corners),s.bufferData(s.ARRAY_BUFFER,new Float32Array(e),s.STATIC_DRAW),s.bindBuffer(s.ELEMENT_ARRAY_BUFFER,this.triangles),s.bufferData(s.ELEMENT_ARRAY_BUFFER,new Uint32Array(i),s.STATIC_DRAW),["place","slant"].forEach((n,r)=>{let a=s.getAttribLocation(this.program,n);s.enableVertexAttribArray(a),s.vertexAttribPointer(a,3,s.FLOAT,!1,4*he,12*r)})}paint(t,s,{width:e,height:i,density:n}){let{gl:r}=this;if(r.isContextLost()||!this.#e)return null;let[a,h]=[Math.round(e*n),Math.round(i*n)],{width:l,height:c}=this.#t;return(l!==a||c!==h)&&Object.assign(this.#t,{width:a,height:h}),r.viewport(0,0,a,h),s!==this.#i&&this.#o(s),this.#n(t,this.#e,s,[e,i],n),r.clear(r.COLOR_BUFFER_BIT|r.DEPTH_BUFFER_BIT),r.drawElements(r.TRIANGLES,this.#s,r.UNSIGNED_INT,0),this.#t}#o(t){let{gl:s}=this;this.#i=t;let e=Uint8Array.from(t.paper,Math.round);s.pixelStorei(s.UNPACK_ALIGNMENT,1),s.texImage2D(s.TEXTURE_2D,0,s.RGB,256,1,0,s.RGB,s.UNSIGNED_BYTE,e),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_MIN_FILTER,s.LINEAR),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_WRAP_S,s.CLAMP_TO_EDGE)}#n(t,s,e,i,n){let{right:r,away:a,origin:h,scale:l}=t,{low:c,rise:u}=s,f=[e.contrast,e.darkest,e.brightest],{strength:p,middle:d}=e,g=s.levels.length,w={scale:l,rise:u,low:c,density:n,strength:p,middle:d,levels:g},y=e.line.map(L=>L/255),b=[t.sine,t.cosine],v={right:r,away:a,origin:h,size:i,angle:b,sun:vt(t),tones:f,line:y},{gl:A}=this;for(let[L,I]of Object.entries({...w,...v})){let U=A.getUniformLocation(this.program,L);typeof I=="number"?A.uniform1f(U,I):I.length===2?A.uniform2fv(U,I):A.uniform3fv(U,I)}}};function Lr(o){let t=o.createProgram(),s=[[o.VERTEX_SHADER,Nr],[o.FRAGMENT_SHADER,Tr]];for(let[e,i]of s){let n=o.createShader(e);o.shaderSource(n,i),o.compileShader(n),o.getShaderParameter(n,o.COMPILE_STATUS)||console.warn(o.getShaderInfoLog(n)),o.attachShader(t,n)}if(o.linkProgram(t),!o.getProgramParameter(t,o.LINK_STATUS))throw new Error("the shaders do not link");return t}function Or({n:o,heights:t,slopes:s,low:e,rise:i}){let n=[],r=[],a=(l,c,u,f)=>{[l,c,u,f].some(p=>Number.isNaN(n[he*p+2]))||r.push(l,c,u,c,f,u)},h=l=>l/(o-1)-.5;for(let l=0;l<o*o;l++){let[c,u]=[h(l%o),h(Math.floor(l/o))];n.push(c,u,t[l],s[2*l],s[2*l+1],0)}for(let l=0;l<o*(o-1);l++)l%o<o-1&&a(l,l+1,l+o,l+o+1);for(let[l,c]of[[-1,0],[1,0],[0,-1],[0,1]]){let u=n.length/he;for(let f=0;f<o;f++){let[p,d]=[l?l>0?o-1:0:f,c?c>0?o-1:0:f];for(let g of[e+z/i,t[d*o+p]])n.push(h(p),h(d),g,l,c,1);f&&a(u+2*f-2,u+2*f-1,u+2*f,u+2*f+1)}}return{corners:n,triangles:r}}var ce=x.trail.hidden;function ji(o,t,s,e){let i=P*e.scale;o.lineJoin="round";for(let[n,r]of[[ys,ce],[ht,1]]){o.globalAlpha=r;for(let a of t)a.trace(o,s,n),n===ht&&le(o,i+x.trail.rim,e.rim,[]),le(o,i,N(a.run,e),C(a.run,i))}o.setLineDash([])}function le(o,t,s,e){o.setLineDash(e),o.lineWidth=t,o.strokeStyle=s,o.stroke()}function Ui(o,t,s,e,i,n){let a=t.map(l=>({trail:l,place:l.head(s)})).filter(({place:l})=>!Number.isNaN(l[2])),h=({place:[l,c]})=>i.distance(l,c);a.sort((l,c)=>h(c)-h(l));for(let{trail:l,place:[c,u,f]}of a){let{marker:p}=l.run.style;o.globalAlpha=n.clearance(c,u,f)<0?ce:1;let d=zt*e.scale,g=N(l.run,e);D(o,p,i.x(c,u),i.y(c,u,f),d,g,e.paper)}o.globalAlpha=1}function Vi(o,[t,s,e],i,n,r){if(!Number.isNaN(e)){o.globalAlpha=r.clearance(t,s,e)<0?ce:1;for(let[a,h]of[[x.ring.rim,i.rim],[x.ring.width,i.ink]])o.beginPath(),o.arc(n.x(t,s),n.y(t,s,e),x.ring.radius*i.scale,0,2*Math.PI),le(o,a,h,[]);o.globalAlpha=1}}var Ir=140,$r=8,zr=16e5,Ki=50,Rr="Arrow keys turn it, plus and minus zoom, 0 resets.",ks=class{#t=new gs;#s=[];#e=null;#i=null;#o=null;#n=null;#r=null;#a=null;#h=-1;#l=!1;#c=!1;#u=!1;#p=1;#d=0;constructor(t,s,e="auto"){this.ground=new S(m("canvas")),this.front=new S(m("canvas")),t.classList.add("view3d"),t.tabIndex=0,t.setAttribute("role","application"),t.setAttribute("aria-label",`The race on the surface in three dimensions. ${Rr}`),this.ring=m("span",{class:"start3d","aria-hidden":"true"}),t.append(this.ground.canvas,this.front.canvas,this.ring),this.redraw=s,this.wanted=e,new vs(t,this.#t,()=>this.#b())}get home(){return this.#t.home}set home(t){let{home:s,view:e}=this.#t;this.#t.home=t,["azimuth","elevation","zoom"].every(n=>e[n]===s[n])&&this.reset()}get view(){return{...this.#t.view}}reset(){this.#t.reset(),this.redraw()}get renderer(){return this.#r?this.#r.software?`${this.#r.name} (no WebGL)`:this.#r.name:""}get scaleName(){return x.captions[this.#e?.geometric===!1?"linear":"logarithmic"]}show(t,s){(t!==this.#e||!this.#o)&&(this.#o=new us(t),this.#n=null,this.#r??=Pr(this.wanted),this.#r.show(this.#o),this.refresh());let e=this.#o;this.#e=t,this.#i=s,this.#s=s.runs.map(i=>new bs(i,e)),this.#l=!1}refresh(){this.#c=!1,this.#a=null}draw(t,s,e){let i=[this.ground.fit(),this.front.fit()].includes(!0),{width:n,height:r}=this.ground;if(!this.#e||!this.#i||n<Ki||r<Ki)return;(i||!this.#a)&&this.#t.fit(n,r,e.scale);let a=this.#m();this.#a??=Fi(e),this.#c||this.#g(a,this.#a,e);let{context:h}=this.front,l=this.#s.filter(({run:u})=>!s.has(u.name)),c=ae(this.#i.start,this.#o);this.front.clear(),ji(h,l,t,e),Vi(h,c,e,this.#t,a),Ui(h,l,t,e,this.#t,a),this.place([this.#i.start[0],this.#i.start[1]])}get race(){return this.#i}get surface(){return this.#e}pointAt({clientX:t,clientY:s}){if(!this.#o)return null;let{left:e,top:i}=this.front.canvas.getBoundingClientRect();return Bi(t-e,s-i,this.#o,this.#t)}place(t){if(!this.#o)return;let[s,e,i]=ae(t,this.#o);this.ring.hidden=Number.isNaN(i),!this.ring.hidden&&(this.ring.style.left=`${this.#t.x(s,e)}px`,this.ring.style.top=`${this.#t.y(s,e,i)}px`)}#m(){let t=this.#o;if((!this.#n||this.#h!==this.#t.version)&&(this.#h=this.#t.version,this.#n=new xs(t,this.#t),this.#c=this.#l=!1),!this.#l)for(let s of this.#s)s.lay(this.#t,this.#n);return this.#l=!0,this.#n}#g(t,s,e){let{context:i,width:n,height:r}=this.ground,a=this.#o,h=new ms(i,this.#e,a,this.#t,e);this.#c=!0,this.ground.clear(),h.drawBack(),i.drawImage(this.#f(a,s),0,0,n,r),h.drawFront(t,this.scaleName)}#f(t,s){let{canvas:e,width:i,height:n}=this.ground,r=this.#r??new st,a=e.width/i,h=Math.min(a,Math.sqrt(zr/(i*n))),l=this.#u&&r.software,c=l?this.#p:r.software?h:a,u=performance.now(),f=r.paint(this.#t,s,{width:i,height:n,density:c,fine:!l});return l&&this.#w($r/(performance.now()-u),h),f||(this.#r=new st,this.#r.show(t),this.#f(t,s))}#w(t,s){let e=this.#p*Math.sqrt(t);e<this.#p&&(this.#p-=1/8),e>this.#p*1.4&&(this.#p+=1/8),this.#p=Math.max(1/2,Math.min(s,this.#p))}#b(){this.#u=!0,clearTimeout(this.#d),this.#d=window.setTimeout(()=>{this.#u=!1,this.#c&&=!this.#r?.software,this.redraw()},Ir),this.redraw()}};function Pr(o){let t=o==="WebGL"||o==="auto"&&Gi()!=="";try{return t?new Ms:new st}catch{return new st}}var H=[["above","From above"],["space","3-D"],["samples","Samples"]],Yi=20,Xi=3,Es=class{#t={};#s=0;#e=1;#i=0;constructor(t,s,e){let i=n=>t.querySelector(`[data-view=${n}]`);this.boxes={above:i("above"),space:i("space"),samples:i("samples")},this.stage=t.querySelector(".stage"),this.topView=s,this.changed=e,this.space=new ks(this.boxes.space,e),this.samples=new cs(this.boxes.samples)}show(t,s,e){if(this.topView.show(t,s),this.#t={space:[t,s],samples:[t,s]},!e)return;let[i,n]=s.camera;this.space.home={elevation:i,azimuth:n,zoom:1},this.space.reset();for(let[r]of H)this.boxes[r].hidden=!s.views.includes(r)}refresh(){this.#s=Xi,this.topView.refresh(),this.space.refresh(),this.samples.refresh()}isOpen(t){return!this.boxes[t].hidden}toggle(t){this.boxes[t].hidden=!this.boxes[t].hidden,H.every(([s])=>!this.isOpen(s))&&(this.boxes.above.hidden=!1)}draw(t,s,e,i,n){let r=H.filter(([h])=>this.isOpen(h)).length;this.stage.classList.toggle("many",r>1);let a=h=>this.isOpen(h)&&i(this.boxes[h]);a("above")&&this.topView.draw(t,s,e,n),a("samples")&&this.#o("samples").draw(t,s,e),a("space")&&(this.#n()?this.#o("space").draw(t,s,e):this.changed())}#o(t){let s=this.#t[t];return s&&this[t].show(...s),delete this.#t[t],this[t]}outside({x:t},s){if(!this.topView.surface)return!1;let{xlim:e,ylim:i}=this.topView.seen,[n,r]=[t[2*s],t[2*s+1]];return!(n>=e[0]&&n<=e[1]&&r>=i[0]&&r<=i[1])}#n(){let t=performance.now(),s=t-this.#i;return this.#i=t,s>Yi&&s<100?this.#e=Math.min(Xi,this.#e+1):s<Yi&&(this.#e=Math.max(1,this.#e-.02)),this.#s+=1,this.#s<Math.floor(this.#e)?!1:(this.#s=0,!0)}};var Dr=400,Cr=2500;function Ji(o){return H.map(([t])=>t).filter(t=>o.views.isOpen(t))}var As=class{#t="";#s=0;tell(t){let{race:s,clock:e,slow:i}=t;if(!s?.link)return;let n=Ji(t),r=H.every(([c])=>n.includes(c)===s.views.includes(c)),a=e.atEnd&&!e.loop,h=e.playing||i.running||a?"":String(e.step),l=JSON.stringify([s.link,n,r,h]);l!==this.#t&&(this.#t=l,clearTimeout(this.#s),this.#s=setTimeout(()=>Ii(s.link.split("?")[1]??"",n.join(),r,h),Dr))}};function Fr(o){let t=Ji(o),s=o.race?.link??"";return`${s}${s.includes("?")?"&":"?"}view=${t.join()}&t=${o.clock.step}`}async function Zi(o){let t=Fr(o);try{await navigator.clipboard.writeText(t)}catch{window.prompt("Copy this link",t);return}o.caption.hidden=!1,o.caption.textContent=`Copied: the link to step ${o.clock.step}`,setTimeout(()=>o.redraw(),Cr)}var _r=1.1;function qr(o){let s=[{kind:"measure",equation:-1,words:`The gradient g is measured ${o.grad_at?"at the look-ahead point x + μ v":"at x"}.`}];o.equations.forEach(([i,n],r)=>{let a=ot(i);i!=="x"&&(Array.isArray(n)&&"+-".includes(n[0])&&Wr(n[1],i)?(n[1]!==i&&s.push({kind:"decay",equation:r,words:`${a} fades: it keeps a share of itself.`}),s.push({kind:"add",equation:r,words:`${a} takes up the new gradient.`})):s.push({kind:"compute",equation:r,words:Hr(o,i)}))});let e=o.equations.length-1;return s.push({kind:"ghost",equation:e,words:"This is where the rule leads."}),s.push({kind:"move",equation:e,words:"All optimizers take the step."}),s}function Hr(o,t){let s=ot(t);if(t.endsWith("_hat"))return`${s} corrects ${ot(t.slice(0,-4))} for its start at zero.`;if(X(o,t)==="rate"){let e=o.equations.find(([n])=>n===t)?.[1]??0,i=Ut(e,"sqrt")?"a root":"a gradient's size";return`${s}, the step size of each coordinate, divides by ${i}.`}return`${s} is computed.`}function Wr(o,t){return o===t||Array.isArray(o)&&o[0]==="*"&&o[2]===t}var Ss=class{run=null;step=0;#t=[];#s=0;get running(){return this.run!==null}get phase(){return this.#t[Math.min(this.#t.length-1,Math.floor(this.#s))]}get share(){let t=Math.min(1,this.#s%1*1.25);return t*t*(3-2*t)}begin(t,s){this.run=t,this.step=s,this.#t=qr(t),this.#s=0}stop(){this.run=null}advance(t){return this.#s+=t/_r,this.#s>=this.#t.length?(this.stop(),this.step+1):this.phase.kind==="move"?this.step+this.share:this.step}};var Br=.01,Mt=class{constructor(t,s,e){this.view=t,this.ground=s,this.choose=e,this.handle=m("button",{type:"button",class:t.ring.className,"aria-label":`Start point${s?"":" in space"}: drag it, or use the arrow keys`,title:s?"Start: drag it, or click anywhere":"Start: drag it over the surface"}),this.ring=t.ring,this.possible=!1,this.#t()}allow(t){t!==this.possible&&(this.possible=t,this.view.ring.replaceWith(t?this.handle:this.ring),this.view.ring=t?this.handle:this.ring,this.view.ring.parentElement?.classList.toggle("steered",t))}#t(){this.handle.addEventListener("pointerdown",s=>this.#s(s,this.handle)),this.handle.addEventListener("keydown",s=>this.#e(s));let{ground:t}=this;t&&(t.addEventListener("pointerdown",s=>this.#s(s,t)),t.addEventListener("click",s=>{let{pointerType:e}=s;this.possible&&e==="touch"&&this.#i(this.view.pointAt(s),!0)}))}#s(t,s){if(!this.possible||t.button!==0||t.pointerType==="touch"&&s!==this.handle)return;t.preventDefault(),this.ground||t.stopPropagation(),this.handle.focus({preventScroll:!0}),s.setPointerCapture(t.pointerId);let e=({clientX:r,clientY:a},h)=>this.#i(this.view.pointAt({clientX:r,clientY:a}),h),i=r=>e(r,!1),n=r=>{s.removeEventListener("pointermove",i),e(r,!0)};s.addEventListener("pointermove",i),s.addEventListener("pointerup",n,{once:!0}),s!==this.handle&&e(t,!1)}#e(t){let s=yt[t.key],{race:e,surface:i}=this.view;if(!s||!e||!i||t.ctrlKey||t.altKey||t.metaKey)return;t.preventDefault(),t.stopPropagation();let n=([c,u])=>(u-c)*Br,{xlim:r,ylim:a}=this.view.seen??i,[h,l]=e.start;this.#i([h+s[0]*n(r),l+s[1]*n(a)],!0)}#i(t,s){let{race:e}=this.view;if(!e||!t&&!s)return;let[i,n]=t??e.start,{xlim:r,ylim:a}=this.view.seen??this.view.surface,h=(c,[u,f])=>{let p=Math.max(0,3-Math.floor(Math.log10(f-u)));return Number(c.toFixed(p))},l=[h(i,r),h(n,a)];this.view.place(l),this.choose(l,s)}};var Gr={true:["✓","measured, and so it is"],false:["✗","measured, and not so here"]},Ns=class{constructor(t,s){this.list=t,this.show=s}outdate(t){t||this.tell([]),this.list.classList.toggle("outdated",t)}tell(t){this.list.classList.remove("outdated");let s=m("h5",{},"What there is to see"),e=t.map(i=>m("li",{},this.#t(i),...jr(i)));this.list.hidden=t.length===0,this.list.replaceChildren(s,m("ol",{},...e))}#t(t){let s=t.holds?t.words:`Not so here: ${t.words}`,[e,i]=Gr[t.holds?"true":"false"],n=m("span",{class:"mark",role:"img","aria-label":i,title:i},e),r=m("button",{type:"button","data-holds":String(t.holds)},n,s);return r.title=`Show it: step ${t.step}`,r.addEventListener("click",()=>this.show(t)),r}};function jr({caption:o,agrees:t,own:s}){let e=[];return o&&t&&e.push(`Radford's caption: ${o}.`),o&&!t&&e.push(`Radford's caption says otherwise: ${o}.`),s&&e.push("Measured with the scene's own settings."),e.length?[m("small",{},e.join(" "))]:[]}function ue(o,t){let[s,e]=t.start;return[`${o}, ${t.steps} steps from (${k(s)}, ${k(e)}).`,...t.runs.map(Ur)].join(" ")}function Ur({name:o,loss:t,distance:s,ending:e,x:i}){if(e)return`${o} ${e.words}.`;let n=t.length-1,r=`${o} ends at (${k(i[2*n])}, ${k(i[2*n+1])}) with loss ${k(t[n])}`;if(!s)return`${r}.`;let a=s.indexOf(Math.min(...s));return`${r}; it comes nearest to a minimum, ${k(s[a])} away, at step ${a}.`}var Vr=[[-1,"M12 5V1L5 7l7 6V9a5 5 0 1 1-5 6H4.6A7.5 7.5 0 1 0 12 5z","Undo a change of the race (Z)"],[1,"M12 5V1l7 6-7 6V9a5 5 0 1 0 5 6h2.4A7.5 7.5 0 1 1 12 5z","Redo it (Shift+Z)"]],Ts=class{glyphs=new Set;#t=[];#s;constructor(t){this.player=t,this.quantities=t.root.querySelector(".quantities");for(let[s,e]of H)this.#o("views",e,()=>t.views.isOpen(s),()=>t.views.toggle(s));for(let[s,e,i]of Gs)this.#o("glyphs",e,()=>this.glyphs.has(s),()=>{this.glyphs.delete(s)||this.glyphs.add(s)},i);this.#o("more","Inspector",()=>t.inspector.open,()=>t.toggleInspector()),this.#o("more","Slow motion",()=>t.slow.running,()=>t.slowly()),this.#o("more","Copy link",()=>!1,()=>Zi(t)),this.#o("more","Keys",()=>!this.#e.hidden,()=>t.toggleHelp()),this.#s=Vr.map(([s,e,i])=>{let n=Zs(e,i,()=>t.changes.go(s));return this.#i("more").append(n),[n,s]}),this.#i("more").append(wi(()=>t.toggleFullScreen()))}show(t,s,e){let{chart:i}=this.player;(s||!t.includes(i.quantity))&&(i.quantity=t[0]);let n=t.map(r=>{let{label:a,axis:h}=r,l=Js(h===void 0?a:`${a} ${e.axes[h]}`,()=>{i.quantity=r,i.refresh(),this.player.redraw()});return l.dataset.quantity=r.id,r.title&&(l.title=r.title),l});this.quantities.replaceChildren(...n);for(let[r]of this.#t)r.dataset.needs==="samples"&&(r.hidden=!e.samples),r.dataset.needs==="curvature"&&(r.hidden=!this.player.race?.runs[0]?.curvature),r.dataset.needs==="link"&&(r.hidden=!this.player.race?.link)}showOnly(t){let{views:s,chart:e}=this.player;for(let[r]of H)t.includes(r)&&!s.isOpen(r)&&s.toggle(r);this.glyphs=new Set(Gs.map(([r])=>r).filter(r=>t.includes(`glyph-${r}`)));let n=(this.player.race?Pt(this.player.race):[]).find(({id:r})=>t.includes(r));n&&(e.quantity=n),e.refresh()}draw(){for(let[s,e]of this.#t)Qi(s,e());for(let[s,e]of this.#s)to(s,"aria-disabled",!this.player.changes.canGo(e));let{id:t}=this.player.chart.quantity;for(let s of this.quantities.children)Qi(s,s.dataset.quantity===t)}get#e(){return this.player.root.querySelector(".help")}#i(t){return this.player.root.querySelector(`[data-group=${t}]`)}#o(t,s,e,i,n){let r=Js(s,()=>{i(),this.player.redraw()});n&&(r.title=n),s==="curvature"&&(r.dataset.needs="curvature"),s==="Samples"&&(r.dataset.needs="samples"),s==="Copy link"&&(r.dataset.needs="link"),this.#t.push([r,e]),this.#i(t).append(r)}};function Qi(o,t){to(o,"aria-pressed",t)}function to(o,t,s){let e=String(s);o.getAttribute(t)!==e&&o.setAttribute(t,e)}function io(o,t,s){let e=null,i=null,n=a=>{let h=t(a),l=h&&{x:a.clientX,y:a.clientY,at:a.timeStamp,held:h};e=l&&i&&l.at-i.at<500&&so(i,l)?i:null,i=l},r=a=>{let h=i!==null&&so(i,{x:a.clientX,y:a.clientY});h&&!e||(h&&e&&s(a,e.held),e=i=null)};o.addEventListener("pointerdown",a=>eo(a)&&n(a),{capture:!0}),o.addEventListener("pointerup",a=>eo(a)&&r(a))}function so(o,t){return Math.hypot(o.x-t.x,o.y-t.y)<5}function eo({button:o,pointerType:t}){return o===0&&t!=="touch"}var Kr=8;function no(o,t,s,e){let{left:i,top:n}=t.getBoundingClientRect(),r=({clientX:w,clientY:y})=>[Math.max(s.left,Math.min(s.right,w-i)),Math.max(s.top,Math.min(s.bottom,y-n))],a=r(o),h=oo(a,a,s),l=m("div",{class:"zoombox"});t.append(l),t.setPointerCapture(o.pointerId);let c=new AbortController,u={signal:c.signal},f=()=>{c.abort(),l.remove()},p=w=>{h=oo(a,r(w),s),Object.assign(l.style,{left:`${h.left}px`,top:`${h.top}px`,width:`${h.right-h.left}px`,height:`${h.bottom-h.top}px`})},d=()=>{f(),h.right-h.left>=Kr&&e(h)},g=w=>{w.key==="Escape"&&(w.preventDefault(),w.stopPropagation(),f())};t.addEventListener("pointermove",p,u),t.addEventListener("pointerup",d,u),t.addEventListener("pointercancel",f,u),window.addEventListener("keydown",g,{...u,capture:!0})}function oo([o,t],[s,e],{left:i,top:n,right:r,bottom:a}){let[h,l]=[r-i,a-n],[c,u]=[s<o,e<t],f=Math.max(Math.abs(s-o)/h,Math.abs(e-t)/l),p=Math.min(f,(c?o-i:r-o)/h,(u?t-n:a-t)/l),[d,g]=[p*h,p*l];return{left:c?o-d:o,right:c?o:o+d,top:u?t-g:t,bottom:u?t:t+g}}var Yr="M11 2h2v5h-2zM11 17h2v5h-2zM2 11h5v2H2zM17 11h5v2h-5zM9 9h6v6H9z",Xr="M3 3h18v18H3zM5.4 5.4v13.2h13.2V5.4zM9 9h6v6H9z",Jr=60,Ls=2,Zr=.1,Qr=.0025,Os=class{#t=0;constructor(t){this.player=t,this.view=t.topView;let{canvas:s}=this.view.trails;this.box=s.parentElement;let e=(n,r,a)=>{let h=m("button",{type:"button",title:r,"aria-label":r},n);return h.addEventListener("click",a),h};this.back=e(W(Xr),"Whole picture (0)",()=>this.reset()),this.buttons=m("div",{class:"zoom",role:"group","aria-label":"Zoom",hidden:""},e("+","Zoom in (+)",()=>this.by(Ls)),e("−","Zoom out (-)",()=>this.by(1/Ls)),e(W(Yr),"Zoom to the optimizers' heads",()=>this.fit()),this.back),this.box.append(this.buttons),s.addEventListener("wheel",n=>this.#e(n),{passive:!1});let i=({target:n})=>!!this.view.lossAt&&!this.buttons.contains(n);io(this.box,n=>i(n)&&!ro(n)?t.changes.standing:null,(n,r)=>this.#n(n,r)),this.box.addEventListener("pointerdown",n=>i(n)&&this.#i(n),{capture:!0}),this.box.addEventListener("contextmenu",n=>{i(n)&&(this.view.viewport.zoomed||n.ctrlKey)&&n.preventDefault()}),s.addEventListener("touchstart",n=>this.#h(n),{passive:!1})}allow(t){this.view.lossAt=t&&((e,i)=>t.engine.lossAt(e,i)),this.buttons.hidden=!t;let{canvas:s}=this.view.trails;s.title=t?"Zoom: Ctrl and wheel, or the wheel alone once you clicked here; a double click; Alt or Ctrl and drag. Shift and drag moves":"No zoom here: this loss is computed by Python alone"}draw(){let{zoomed:t}=this.view.viewport;!t&&this.back.matches(":focus")&&this.player.root.focus({preventScroll:!0}),this.back.hidden=!t}by(t){let{xlim:s,ylim:e}=this.view.seen;this.#s(i=>i.zoom([(s[0]+s[1])/2,(e[0]+e[1])/2],t))}reset(){this.#s(t=>t.reset())}move(t,s){let{xlim:e,ylim:i}=this.view.seen,[n,r]=[e,i].map(([a,h])=>Zr*(h-a));this.#s(a=>a.pan(t*n,s*r))}fit(){let{race:t,hidden:s,clock:e}=this.player,n=(t?.runs??[]).filter(({name:r})=>!s.has(r)).map(({x:r,ended:a,loss:h})=>{let l=Math.min(e.step,(a??h.length)-1);return[r[2*l],r[2*l+1]]});this.#s(r=>r.fit(n))}#s(t){this.view.lossAt&&(t(this.view.viewport),this.view.moved(),this.player.redraw(),clearTimeout(this.#t),this.#t=window.setTimeout(()=>{this.view.refresh(),this.player.redraw()},Jr))}#e(t){if(!(t.ctrlKey||t.metaKey||this.player.root.matches(":focus-within"))||!this.view.lossAt)return;t.preventDefault();let e=t.deltaY*(t.deltaMode===WheelEvent.DOM_DELTA_LINE?16:1),i=t.ctrlKey&&Math.abs(e)<20?4:1;this.#s(n=>n.zoom(this.view.pointAt(t),Math.exp(-e*Qr*i)))}#i(t){if(t.pointerType==="touch")return;let s=ro(t);!s&&!(this.view.viewport.zoomed&&(t.shiftKey||t.button>0))||(t.preventDefault(),t.stopImmediatePropagation(),this.player.root.focus({preventScroll:!0}),s?no(t,this.box,this.view.frame,e=>this.#o(e)):this.#r(t))}#o(t){let{left:s,top:e}=this.box.getBoundingClientRect(),i=(r,a)=>this.view.pointAt({clientX:s+r,clientY:e+a}),n=[i(t.left,t.bottom),i(t.right,t.top)];this.#s(r=>r.enclose(n))}#n(t,s){let{zoomed:e}=this.view.viewport;t.shiftKey&&!e||(t.shiftKey||this.player.changes.goBack(s),this.#s(i=>i.zoom(this.view.pointAt(t),t.shiftKey?1/Ls:Ls)))}#r(t){let{canvas:s}=this.view.trails;s.setPointerCapture(t.pointerId);let[e,i]=[t.clientX,t.clientY],n=({clientX:r,clientY:a})=>{this.#a(r-e,a-i),[e,i]=[r,a]};s.addEventListener("pointermove",n),s.addEventListener("lostpointercapture",()=>s.removeEventListener("pointermove",n),{once:!0})}#a(t,s){let[e,i]=this.view.perPixel;this.#s(n=>n.pan(-t*e,s*i))}#h(t){if(t.touches.length!==2||!this.view.lossAt)return;t.preventDefault();let{canvas:s}=this.view.trails,e=ao(t.touches),i=r=>{if(r.touches.length!==2)return;r.preventDefault();let a=ao(r.touches);this.#a(a.clientX-e.clientX,a.clientY-e.clientY),this.#s(h=>h.zoom(this.view.pointAt(a),a.apart/e.apart)),e=a},n=()=>{for(let r of["touchend","touchcancel"])s.removeEventListener(r,n);s.removeEventListener("touchmove",i)};s.addEventListener("touchmove",i,{passive:!1});for(let r of["touchend","touchcancel"])s.addEventListener(r,n)}};function ro({altKey:o,ctrlKey:t,button:s,pointerType:e}){return(o||t)&&s===0&&e!=="touch"}function ao([o,t]){return{clientX:(o.clientX+t.clientX)/2,clientY:(o.clientY+t.clientY)/2,apart:Math.max(1,Math.hypot(o.clientX-t.clientX,o.clientY-t.clientY))}}var ta=.1,sa="You have changed this race. What is written beside it is of the race as it was; reload the page to see that.",ho=new Map,lt=class{clock=new Nt;slow=new Ss;#t=new As;hidden=new Set;race=null;#s=null;live=null;#e=!0;#i=!1;#o=0;constructor(t,s){this.tell=r=>{},this.changes=new Gt(this,s),this.root=gi(),t.append(m("style",{},xe,ii),this.root);let e=()=>this.redraw(),i=r=>this.root.querySelector(r);this.topView=new Ht(this.root),this.views=new Es(this.root,this.topView,e);let n=(r,a)=>this.changes.start(r,a);this.zoom=new Os(this),this.handles=[new Mt(this.topView,this.topView.trails.canvas,n),new Mt(this.views.space,null,n)],this.chart=new Dt(i(".curves"),r=>this.#m(r)),this.controls=new Tt(i(".controls"),this.clock,()=>this.#l()),this.inspector=new Kt(i(".inspector"),e),this.legend=new rs(i(".legend"),this.hidden,()=>this.#c(),(r,a,h,l)=>this.changes.set(r,a,h,l)),this.tools=new Ts(this),this.story=new Ns(i(".story"),r=>this.#g(r)),this.lesson=new ls(i(".lesson"),r=>this.tell(r),r=>this.#h(r)),this.caption=i(".caption"),this.notice=i(".notice"),this.summary=i(".summary"),this.theme=Ps(this.root),this.clock.playing=!matchMedia("(prefers-reduced-motion: reduce)").matches,this.#a(),requestAnimationFrame(r=>this.#u(r))}receive(t){performance.mark("optviz: received"),t.surface&&ho.set(t.surface.key,t.surface);let s=ho.get(t.race.surface);if(!s)return this.changes.askWhole(t.race);let e=this.race;this.changes.receive(e,()=>{this.race=t.race,this.#s=s,this.live=is.of(t.race,s)});for(let a of this.handles)a.allow(this.changes.possible);let i=e?.surface!==t.race.surface,n=!e||e.start.some((a,h)=>a!==t.race.start[h]);this.clock.fit(t.race.steps),(i||n)&&e&&this.clock.seek(0);let r=this.lesson.show(t.race.lesson);this.root.classList.toggle("asking",this.lesson.asks),(!e||r||i)&&t.race.at!==null&&this.#r(t.race.at),this.slow.stop(),this.zoom.allow(this.live),this.views.show(s,t.race,i),this.chart.show(s,t.race),this.legend.show(t.race,s,this.live!==null&&!t.race.lesson),this.inspector.show(t.race,s.axes),this.tools.show(Pt(t.race),i,s),r&&this.#n(t.race.lesson),this.story.tell(t.race.story),this.tellEndings(),this.summary.textContent=ue(s.name,t.race),this.#i=!0,this.redraw()}#n(t){t&&(this.root.classList.add("teaching"),this.tools.showOnly([...t.shows,...this.race?.views??[]]),this.clock.playing=t.plays,this.hidden.clear())}#r(t){this.clock.playing=!1,this.clock.seek(t)}retheme(){this.theme=Ps(this.root);for(let t of[this.views,this.chart,this.legend])t.refresh();this.redraw()}redraw(){this.#e=!0}toggleRun(t){let s=this.race?.runs[t]?.name;s&&(this.hidden.delete(s)||this.hidden.add(s),this.#c())}slowly(){if(this.slow.running)return this.slow.stop();let[t]=this.inspector.runs,s=t?(t.ended??t.loss.length)-1:0;!t||s<1||(this.clock.playing=!1,this.slow.begin(t,Math.min(this.clock.step,s-1)),this.hidden.delete(t.name),this.clock.seek(this.slow.step),this.redraw())}toggleInspector(){this.inspector.box.hidden=!this.inspector.box.hidden,this.redraw()}toggleHelp(){let t=this.root.querySelector(".help");t.hidden=!t.hidden}toggleFullScreen(){document.fullscreenElement?document.exitFullscreen():this.root.requestFullscreen().catch(()=>{})}#a(){new ResizeObserver(()=>this.redraw()).observe(this.root),this.root.addEventListener("keydown",t=>this.#h(t)),this.root.addEventListener("fullscreenchange",()=>{let t=this.root.matches(":fullscreen"),s=t?Math.max(1.25,Math.min(2.2,innerWidth/1e3)):1;this.root.style.setProperty("--scale",String(s)),t&&this.root.focus(),this.retheme()})}#h(t){let s=t.composedPath()[0];s.matches("select, input")||t.key===" "&&s.matches("button")||!mi(this,t)||(t.preventDefault(),t.stopPropagation(),this.#l())}#l(){(this.clock.playing||this.clock.time!==this.slow.step)&&this.slow.stop(),this.redraw()}#c(){this.chart.refresh(),this.redraw()}#u(t){if(!this.root.isConnected&&this.#o)return;requestAnimationFrame(r=>this.#u(r));let s=Math.min(ta,(t-this.#o)/1e3);this.#o=t;let{time:e,playing:i}=this.clock;this.slow.running&&(this.#e=!0);let n=this.changes.choosing;this.changes.pass(t)&&(this.#e=!0),this.slow.running&&!n?this.clock.seek(this.slow.advance(s)):n||this.clock.advance(s),(e!==this.clock.time||i!==this.clock.playing)&&(this.#e=!0),this.#e&&this.draw()}draw(){if(!this.race)return;this.#e=!1,this.#i&&performance.mark("optviz: drawn"),this.#i=!1;let{theme:t,hidden:s,clock:e,slow:i}=this,n=this.changes.whole?e.steps:e.time,r=Math.floor(n+1e-9),a=h=>this.#p(h);this.views.draw(n,s,t,a,(h,l)=>{for(let c of this.#d()){let u=new Vt(h,c,i.running?i.step:r,l,t);i.running?u.part(i.phase,i.share):u.draw(this.tools.glyphs)}}),this.#p(this.chart.sheet.canvas)&&this.chart.draw(n,s,t),this.legend.draw(r,t,h=>this.views.outside(h,r)),this.inspector.draw(i.running?i.step:r,e.playing,i.running?i.phase.equation:-2),this.controls.draw(),this.zoom.draw(),this.tools.draw(),this.#t.tell(this),this.caption.hidden=!i.running,i.running&&(this.caption.textContent=`${i.run?.name}: ${i.phase.words}`)}#p(t){if(!this.changes.held)return!0;let{top:s,bottom:e}=t.getBoundingClientRect();return e>0&&s<innerHeight}#d(){return this.slow.run?[this.slow.run]:this.tools.glyphs.size?(this.inspector.open?this.inspector.runs:this.race?.runs??[]).filter(({name:s})=>!this.hidden.has(s)):[]}#m(t){this.clock.playing=!1,this.clock.seek(Math.round(t)),this.#l()}#g({step:t,shows:s}){this.tools.showOnly(s),this.#m(t),this.root.scrollIntoView({block:"nearest",behavior:"smooth"})}changed(t){let{race:s}=this;!s||!this.#s||(this.views.show(this.#s,s,!1),this.chart.refresh(),this.inspector.refresh(),this.story.outdate(!this.changes.own),t&&(this.summary.textContent=ue(this.#s.name,s),this.tellEndings()),this.redraw())}tellEndings(){let t=(this.race?.runs??[]).flatMap(({ending:s})=>s?.explained||[]);this.changes.own&&t.push(sa),this.notice.hidden=t.length===0,this.notice.textContent=t.join(" ")}};var ea=2;function lo(o){let t=s=>{document.documentElement.classList.toggle("paper",s),S.finer=s?ea:1,o.retheme(),o.draw()};addEventListener("beforeprint",()=>t(!0)),addEventListener("afterprint",()=>t(!1))}function co(){let o=document.querySelector("script[data-optviz-race]");o&&ia(o)}async function ia(o){we();let t=kt(await oa(o.textContent??"")),s=document.querySelector("[data-optviz-place]");s.replaceChildren();let e=new lt(s,null);e.receive(t),window===window.top&&e.root.focus({preventScroll:!0}),matchMedia("(prefers-color-scheme: dark)").addEventListener("change",()=>e.retheme()),lo(e)}async function oa(o){let t=Uint8Array.from(atob(o),e=>e.charCodeAt(0)),s=new Blob([t]).stream().pipeThrough(new DecompressionStream("gzip"));return new Uint8Array(await new Response(s).arrayBuffer())}var uo=new WeakMap;function Zu({parentElement:o,data:t,setStateValue:s,setTriggerValue:e}){let i=s?r=>s("chosen",r):null,n=uo.get(o)??{player:new lt(o,i),data:null};if(uo.set(o,n),n.player.changes.requests.send=i,n.player.tell=r=>e("lesson",r),n.data===t)return n.player.retheme();n.data=t,n.player.receive(kt(t))}co();export{Zu as mount};
