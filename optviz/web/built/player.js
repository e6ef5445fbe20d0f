// optviz player; sources 3ed0cf673a266e7818e0e4f5d744a1cb5bfaa25fd317c8ef57e0f5def4f67b28
var ye={f8:Float64Array,u2:Uint16Array,i1:Int8Array,i4:Int32Array};function Et(n){let t=n.slice().buffer,s=new DataView(t).getUint32(0,!0),e=new TextDecoder().decode(new Uint8Array(t,4,s)),i=JSON.parse(e,(o,r)=>Tn(r,t,4+s));return i.surface&&Nn(i.surface),i}function Nn(n){let t=(n.levels.length+1)/65534;n.heights=Float32Array.from(n.heights,s=>s===65535?NaN:s*t)}function Tn(n,t,s){if(!n||!Array.isArray(n.shape)||!(n.type in ye))return n;let e=n,i=ye[e.type],o=e.shape.reduce((r,a)=>r*a,1);return new i(t,s+e.at,o)}function At({name:n,rule:t}){return n.startsWith(t)?n:`${n} (${t})`}function be(n,t){return n===1||n===-1&&Math.abs(t)===1/0?1:Math.pow(n,t)}function xe(n,t){if(n===t)return n+Math.LN2;let s=n-t;return s>0?n+Math.log1p(Math.exp(-s)):s<=0?t+Math.log1p(Math.exp(s)):s}function ve(n){let t=Math.exp(-Math.abs(n));return(n<0?t:1)/(1+t)}var zs={power:be,logaddexp:xe,sigmoid:ve},ut={add:["a + b",(n,t)=>n+t,2],subtract:["a - b",(n,t)=>n-t,2],multiply:["a * b",(n,t)=>n*t,2],divide:["a / b",(n,t)=>n/t,2],negative:["-a",n=>-n,1],sqrt:["Math.sqrt(a)",Math.sqrt,1],absolute:["Math.abs(a)",Math.abs,1],sign:["Math.sign(a)",Math.sign,1],floor:["Math.floor(a)",Math.floor,1],maximum:["Math.max(a, b)",(n,t)=>Math.max(n,t),2],minimum:["Math.min(a, b)",(n,t)=>Math.min(n,t),2],power:["power(a, b)",be,2],exp:["Math.exp(a)",Math.exp,1],expm1:["Math.expm1(a)",Math.expm1,1],log:["Math.log(a)",Math.log,1],log1p:["Math.log1p(a)",Math.log1p,1],log2:["Math.log2(a)",Math.log2,1],log10:["Math.log10(a)",Math.log10,1],logaddexp:["logaddexp(a, b)",xe,2],sin:["Math.sin(a)",Math.sin,1],cos:["Math.cos(a)",Math.cos,1],tan:["Math.tan(a)",Math.tan,1],arcsin:["Math.asin(a)",Math.asin,1],arccos:["Math.acos(a)",Math.acos,1],arctan:["Math.atan(a)",Math.atan,1],arctan2:["Math.atan2(a, b)",Math.atan2,2],sinh:["Math.sinh(a)",Math.sinh,1],cosh:["Math.cosh(a)",Math.cosh,1],tanh:["Math.tanh(a)",Math.tanh,1],arcsinh:["Math.asinh(a)",Math.asinh,1],arccosh:["Math.acosh(a)",Math.acosh,1],arctanh:["Math.atanh(a)",Math.atanh,1],sigmoid:["sigmoid(a)",ve,1],relu:["Math.max(a, 0)",n=>Math.max(n,0),1],hypot:["Math.hypot(a, b)",(n,t)=>Math.hypot(n,t),2],cbrt:["Math.cbrt(a)",Math.cbrt,1],less:["+(a < b)",(n,t)=>+(n<t),2],less_equal:["+(a <= b)",(n,t)=>+(n<=t),2],greater:["+(a > b)",(n,t)=>+(n>t),2],greater_equal:["+(a >= b)",(n,t)=>+(n>=t),2],equal:["+(a === b)",(n,t)=>+(n===t),2],not_equal:["+(a !== b)",(n,t)=>+(n!==t),2],logical_and:["+(a !== 0 && b !== 0)",(n,t)=>+(n!==0&&t!==0),2],logical_or:["+(a !== 0 || b !== 0)",(n,t)=>+(n!==0||t!==0),2],logical_not:["+(a === 0)",n=>+(n===0),1],where:["a !== 0 ? b : c",(n,t,s)=>n!==0?t:s,3]};function pt(n,t,s){if(s<8){let f=-0;for(let d=t;d<t+s;d++)f+=n[d];return f}if(s>128){let f=s>>1;return f-=f%8,pt(n,t,f)+pt(n,t+f,s-f)}let e=t+s-s%8,i=n[t],o=n[t+1],r=n[t+2],a=n[t+3],h=n[t+4],l=n[t+5],c=n[t+6],u=n[t+7];for(let f=t+8;f<e;f+=8)i+=n[f],o+=n[f+1],r+=n[f+2],a+=n[f+3],h+=n[f+4],l+=n[f+5],c+=n[f+6],u+=n[f+7];let p=i+o+(r+a)+(h+l+(c+u));for(let f=e;f<t+s;f++)p+=n[f];return p}var Me="count",St="sum",Nt=class{run;constructor(t,s){let e=Ln(t,s);this.encoded=t,this.inputs=t.inputs,this.at=new Map;let i=0;for(let[o,r]of Object.entries(t.outputs))this.at.set(o,i),i+=r.length;this.length=i,this.samples=e.length?e[0].length:0,this.run=(...o)=>{this.run=(In()?$n:zn)(t,e),this.run(...o)}}input(){return new Float64Array(this.inputs.length)}output(){return new Float64Array(this.length)}};function Ln({inputs:n,constants:t,columns:s,code:e,outputs:i},o){let r=()=>{throw new Error("this is no program of optviz")},a=c=>{Array.isArray(c)||r()};[n,t,s,e,o].forEach(a);let h=s.map(c=>Ps(c,o.length)?Float64Array.from(o[c]):r());n.every(c=>typeof c=="string")||r(),t.every(Number.isFinite)||r(),h.every(c=>c.length===h[0].length&&c.every(Number.isFinite))||r();let l=n.length+t.length+s.length;e.forEach(([c,...u],p)=>{let f=c===St?1:Object.hasOwn(ut,c)?ut[c][2]:-1;(u.length!==f||!u.every(d=>Ps(d,l+p)))&&r()});for(let c of Object.values(i))a(c),c.every(u=>Ps(u,l+e.length))||r();return h}function Ps(n,t){return Number.isInteger(n)&&Number(n)>=0&&Number(n)<t}function On({inputs:n,constants:t,columns:s,code:e}){let i=n.length+t.length+s.length,o=Array.from({length:i},(h,l)=>l>=n.length+t.length),r=new Array(i).fill(0);for(let[h,...l]of e)o.push(h!==St&&l.some(c=>o[c])),r.push(Math.max(0,...l.map(c=>r[c]))+(h===St?1:0));let a=Math.max(0,...r);return{sampled:o,before:r,passes:a}}var ft=null;function ke(){ft=!1}function In(){if(ft===null)try{ft=new Function("return true")()}catch{ft=!1}return ft}function Ee(n){let{inputs:t,constants:s,columns:e,code:i}=n,{sampled:o,before:r,passes:a}=On(n),h=t.length+s.length+e.length,l=[];for(let c=0;c<=a;c++){let u=[],p=[];for(let m=0;m<i.length;m++){let w=h+m;i[m][0]===St?r[w]===c+1&&p.push(w):!o[w]&&r[w]===c&&u.push(w)}let f=new Set(p.map(m=>i[m-h][1]));for(let m=h+i.length-1;m>=h;m--)if(!(!f.has(m)||!o[m]))for(let w of i[m-h].slice(1))f.add(w);let d=[...f].filter(m=>o[m]).sort((m,w)=>m-w);l.push({alone:u,each:d,sums:p})}return l}function $n(n,t){let{inputs:s,constants:e,code:i,outputs:o}=n,r=s.length+e.length,a=r+t.length,h=d=>{let[m,...w]=i[d-a],[y,b,x]=w.map(N=>`v${N}`),E={a:y,b,c:x};return ut[m][0].replace(/\b[abc]\b/g,N=>E[N])},l=s.map((d,m)=>`const v${m} = ${d===Me?"count":`input[${m}]`};`);e.forEach((d,m)=>l.push(`const v${s.length+m} = ${Rn(d)};`));let c=[];for(let{alone:d,each:m,sums:w}of Ee(n)){for(let b of d)l.push(`const v${b} = ${h(b)};`);if(!w.length)continue;let y=c.length;w.forEach(()=>c.push(new Float64Array(t.length?t[0].length:0))),l.push("for (let k = 0; k < count; k++) {");for(let b of m){let x=b<a?`columns[${b-r}][seen[k]]`:h(b);l.push(`const v${b} = ${x};`)}w.forEach((b,x)=>l.push(`terms[${y+x}][k] = v${i[b-a][1]};`)),l.push("}"),w.forEach((b,x)=>l.push(`const v${b} = sum(terms[${y+x}], 0, count);`))}Object.values(o).flat().forEach((d,m)=>l.push(`output[${m}] = v${d};`));let p=`return (input, output, seen, count) => {
${l.join(`
`)}
};`;return new Function("sum","columns","terms",...Object.keys(zs),p)(pt,t,c,...Object.values(zs))}function Rn(n){return Object.is(n,-0)?"-0":String(n)}function zn(n,t){let{inputs:s,constants:e,code:i,outputs:o}=n,r=s.length+e.length,a=r+t.length,h=new Float64Array(a+i.length);h.set(e,s.length);let l=s.indexOf(Me),c=Object.values(o).flat(),u=f=>{let[d,m,w=0,y=0]=i[f-a],b=ut[d][1];return()=>{h[f]=b(h[m],h[w],h[y])}},p=Ee(n).map(({alone:f,each:d,sums:m})=>({alone:f.map(u),columns:d.filter(w=>w<a),each:d.filter(w=>w>=a).map(u),sums:m,terms:m.map(()=>new Float64Array(t.length?t[0].length:0))}));return(f,d,m,w)=>{for(let y=0;y<s.length;y++)h[y]=f[y];l>=0&&(h[l]=w);for(let y of p){for(let b of y.alone)b();if(y.sums.length){for(let b=0;b<w;b++){for(let x of y.columns)h[x]=t[x-r][m[b]];for(let x of y.each)x();for(let x=0;x<y.sums.length;x++)y.terms[x][b]=h[Number(i[y.sums[x]-a][1])]}for(let b=0;b<y.sums.length;b++)h[y.sums[b]]=pt(y.terms[b],0,w)}}for(let y=0;y<c.length;y++)d[y]=h[c[y]]}}var dt=[.25,.5,1,2,4,8],Tt=class{time=0;steps=1;playing=!0;loop=!0;speed=1;#t=0;get step(){return Math.floor(this.time+1e-9)}get atEnd(){return this.time>=this.steps}advance(t){this.playing&&(this.atEnd?this.loop?(this.#t+=t)>=1.2&&this.seek(0):this.playing=!1:this.time=Math.min(this.steps,this.time+t*25*this.speed))}seek(t){this.time=Math.max(0,Math.min(this.steps,t)),this.#t=0}move(t){this.playing=!1,this.seek(t>0?this.step+t:Math.ceil(this.time-1e-9)+t)}toggle(){!this.playing&&this.atEnd&&this.seek(0),this.playing=!this.playing}shift(t){let s=dt.indexOf(this.speed)+t;this.speed=dt[Math.max(0,Math.min(dt.length-1,s))]}restart(){this.seek(0),this.playing=!0}fit(t){let s=this.atEnd&&this.steps>0;this.steps=t,this.time=s?t:Math.min(this.time,t)}};function g(n,t={},...s){let e=document.createElement(n);for(let[i,o]of Object.entries(t))e.setAttribute(i,o);return e.append(...s),e}function B(n){let t=document.createElementNS("http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let s=document.createElementNS("http://www.w3.org/2000/svg","path");return s.setAttribute("d",n),t.append(s),t}var Cs={restart:"M6 5h2.4v14H6zM19 5v14L9.5 12z",back:"M17 5v14L8 12zM6.2 5h2v14h-2z",play:"M7 4.5v15L20 12z",pause:"M6.5 5h4v14h-4zM13.5 5h4v14h-4z",forward:"M7 5v14l9-7zM15.8 5h2v14h-2z",loop:"M17 3l4 3.5L17 10V7.6H8A3.4 3.4 0 0 0 4.6 11v1H2.4v-1A5.6 5.6 0 0 1 8 5.4h9zM7 21l-4-3.5L7 14v2.4h9a3.4 3.4 0 0 0 3.4-3.4v-1h2.2v1a5.6 5.6 0 0 1-5.6 5.6H7z"},Pn=new Map([[.25,"¼×"],[.5,"½×"]]),Lt=class{constructor(t,s,e){this.clock=s;let i=h=>()=>{h(),e()};this.play=mt("Play","play"),this.loop=mt("Loop","loop"),this.scrub=g("input",{type:"range",min:"0",step:"1","aria-label":"Step"}),this.count=g("output",{class:"count"}),this.speed=g("select",{"aria-label":"Speed"});for(let h of dt){let l=Pn.get(h)??`${h}×`;this.speed.append(g("option",{value:String(h)},l))}let o=mt("Restart","restart"),r=mt("Step back","back"),a=mt("Step forward","forward");o.addEventListener("click",i(()=>s.restart())),r.addEventListener("click",i(()=>s.move(-1))),a.addEventListener("click",i(()=>s.move(1))),this.play.addEventListener("click",i(()=>s.toggle())),this.loop.addEventListener("click",i(()=>s.loop=!s.loop)),this.speed.addEventListener("change",i(()=>s.speed=Number(this.speed.value))),this.scrub.addEventListener("input",i(()=>this.#t())),this.count.setAttribute("aria-live","off"),t.append(o,r,this.play,a,this.scrub,this.count,this.speed,this.loop)}#t(){this.clock.playing=!1,this.clock.seek(Number(this.scrub.value))}draw(){let{clock:t}=this,s=String(t.step);Ds(this.scrub,"max",String(t.steps)),this.scrub.value!==s&&(this.scrub.value=s),Ds(this.scrub,"aria-valuetext",`step ${s} of ${t.steps}`);let e=`${s} / ${t.steps}`;this.count.textContent!==e&&(this.count.textContent=e),this.scrub.style.setProperty("--done",`${100*t.time/t.steps}%`),this.speed.value!==String(t.speed)&&(this.speed.value=String(t.speed)),Ds(this.loop,"aria-pressed",String(t.loop));let i=t.playing?"Pause":"Play";this.play.getAttribute("aria-label")!==i&&(Ae(this.play,i),this.play.replaceChildren(B(t.playing?Cs.pause:Cs.play)))}};function mt(n,t){let s=g("button",{type:"button",class:t},B(Cs[t]));return Ae(s,n),s}function Ae(n,t){n.setAttribute("aria-label",t),n.title=t}function Ds(n,t,s){n.getAttribute(t)!==s&&n.setAttribute(t,s)}var Se=`:host {
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
`;var v={themes:{light:{ink:"#22262b",soft:"#5b6270",paper:"#ffffff",rim:[255,255,255,.8],contour:[40,60,90,.3],wall:[30,40,60,.12],edge:[40,60,90,.5],star:"#9aa3b0",areas:{diverged:{pattern:"lines",paper:"#d5d8de",ink:"#5b6270"},missed:{pattern:"dots",paper:"#ffffff",ink:"#aab1bd"},nowhere:{pattern:"lines",paper:"#ffffff",ink:"#a4abb6"}},ground:["#fff6d8","#f4f3e4","#e5eced","#d8e3ee","#cad8ea"],light:{level:1,contrast:.3,darkest:.76,brightest:1.05}},dark:{ink:"#f2f4f6",soft:"#b4bac6",paper:"#0e1117",rim:[14,17,23,.75],contour:[190,210,235,.3],wall:[255,255,255,.1],edge:[190,210,235,.5],star:"#8d97a6",areas:{diverged:{pattern:"lines",paper:"#3d434f",ink:"#b4bac6"},missed:{pattern:"dots",paper:"#0e1117",ink:"#5a6271"},nowhere:{pattern:"lines",paper:"#0e1117",ink:"#5b6472"}},ground:["#243b4a","#1d2f3e","#192634","#161e2a","#131720"],light:{level:1.3,contrast:.8,darkest:.8,brightest:1.75}}},sun:{direction:[-.5,.24,.832],wall:.5,tint:[1.15,1,.8]},box:{height:.55,base:-.035,wide:1.4142135623730951,tall:1.48,margin:[44,24,18,34],tick:5,gap:62,name:32,line:14},camera:{elevation:44.5,azimuth:225},captions:{linear:"height: loss, to scale",logarithmic:"height: roughly log(loss - minimum)"},trail:{width:2.2,rim:2,hidden:.22},head:{radius:6,rim:3.4},ring:{radius:9,width:2,rim:5},star:{radius:7,rim:2},minimum:{radius:5,rim:2,corners:[[0,1.4],[.4,.4],[1.4,0],[.4,-.4],[0,-1.4],[-.4,-.4],[-1.4,0],[-.4,.4]]},lowest:{radius:7,rim:2,corners:[[0,-.25],[.22,0],[.22,1.05],[1.75,1.75],[.22,2.45],[-.22,2.45],[-.22,0]]},valley:{width:2,rim:4.5,dash:[5,3]},type:{number:11,name:12,label:10},contours:{width:1,shortest:24,apart:6.4,steep:70,tries:[.5,.3,.7,.15,.85,.4,.6]}};function Fs(n){let t=getComputedStyle(n),s=t.getPropertyValue("--paper").trim()||v.themes.light.paper,e=Fn(s)<.4,{ink:i,soft:o,star:r,areas:a,ground:h,...l}=v.themes[e?"dark":"light"];return{dark:e,paper:s,ink:t.getPropertyValue("--ink").trim()||i,soft:o,star:r,areas:{...a,nowhere:{...a.nowhere,paper:s}},ground:h,rim:Ot(l.rim),contour:Ot(l.contour),wall:Ot(l.wall),edge:Ot(l.edge),font:t.fontFamily,scale:Number(t.getPropertyValue("--scale"))||1}}function Ot(n){return`rgba(${n.join()})`}function Fn(n){let t=document.createElement("canvas").getContext("2d",{willReadFrequently:!0});t.fillStyle=n,t.fillRect(0,0,1,1);let[s,e,i]=t.getImageData(0,0,1,1).data;return(.2126*s+.7152*e+.0722*i)/255}function It(n){let t=n.map(s=>[1,3,5].map(e=>parseInt(s.slice(e,e+2),16)));return Array.from({length:256},(s,e)=>{let i=e/255*(t.length-1),o=Math.min(t.length-2,Math.floor(i));return t[o].map((r,a)=>r+(t[o+1][a]-r)*(i-o))})}var S=class n{static finer=1;width=0;height=0;#t=0;constructor(t){this.canvas=t,this.context=t.getContext("2d")}fit(){let[t,s]=[this.canvas.clientWidth,this.canvas.clientHeight],e=(window.devicePixelRatio||1)*n.finer;return t===this.width&&s===this.height&&e===this.#t?!1:(Object.assign(this,{width:t,height:s}),this.#t=e,this.canvas.width=Math.max(1,Math.round(t*e)),this.canvas.height=Math.max(1,Math.round(s*e)),this.context.setTransform(e,0,0,e,0,0),!0)}clear(){this.context.clearRect(0,0,this.width,this.height)}twin(t=null){if(t&&t.canvas.width===this.canvas.width&&t.canvas.height===this.canvas.height)return t.clear(),t;let s=new n(document.createElement("canvas"));return s.canvas.width=this.canvas.width,s.canvas.height=this.canvas.height,Object.assign(s,{width:this.width,height:this.height}),s.context.setTransform(this.#t,0,0,this.#t,0,0),s}lay(t,s=this.width){let e=Math.max(0,Math.min(1,s/this.width)),[i,o]=[Math.round(t.canvas.width*e),t.canvas.height];if(i===0||o===0)return;let r=i/this.#t;this.context.drawImage(t.canvas,0,0,i,o,0,0,r,o/this.#t)}};var _n="⁰¹²³⁴⁵⁶⁷⁸⁹";function k(n,t=3){if(!Number.isFinite(n))return"–";let s=Math.abs(n);if(s===0||s>=.001&&s<1e4)return Ne(String(Number(n.toPrecision(t))));let[e,i]=n.toExponential(t-1).split("e"),o=`10${qn(Number(i))}`,r=Ne(String(Number(e)));return r==="1"?o:r==="−1"?`−${o}`:`${r}·${o}`}function qn(n){let t=[...String(Math.abs(n))].map(s=>_n[Number(s)]);return(n<0?"⁻":"")+t.join("")}function Ne(n){return n.replace("-","−")}function $t(n){let[t,s]=n.toExponential(5).split("e"),e=Number(s);if(e>=-4&&e<6)return String(Number(n.toPrecision(6)));let i=e<0?"-":"+";return`${Number(t)}e${i}${String(Math.abs(e)).padStart(2,"0")}`}function A([n,t],[s,e]){let i=(e-s)/(t-n);return Object.assign(o=>s+(o-n)*i,{invert:o=>n+(o-s)/i})}function Le([n,t],s){let e=A([Math.log10(n),Math.log10(t)],s);return Object.assign(i=>e(Math.log10(i)),{invert:i=>10**e.invert(i)})}function z([n,t],s){let e=(t-n)/Math.max(1,s),i=10**Math.floor(Math.log10(e)),o=[.5,1,2,5,10].map(h=>h*i),r=o.findIndex(h=>h>=e*(1-1e-9)),a=Te(n,t,o[r]);for(;a.length<2&&r>0;)a=Te(n,t,o[--r]);return a}function Te(n,t,s){let e=Math.ceil(n/s-1e-9),i=Math.floor(t/s+1e-9);return Array.from({length:Math.max(0,i-e+1)},(o,r)=>(e+r)*s)}function Oe([n,t],s){let e=Math.ceil(Math.log10(n)-1e-9),i=Math.floor(Math.log10(t)+1e-9),o=Math.max(1,Math.ceil((i-e+1)/Math.max(1,s))),r=[];for(let a=i;a>=e;a-=o)r.push(10**a);return r.reverse()}function K(n,t,s=k){return n.map(e=>({at:t(e),text:s(e)}))}function Y(n,t=v.type.number){return`${t*n.scale}px ${n.font}`}function _(n,t,s,e,i,{tick:o=0,grid:r=!1,gap:a=7,size:h}={}){let{left:l,top:c,right:u,bottom:p}=e,f=t==="below";n.font=Y(i,h),n.textAlign=f?"center":"right",n.textBaseline=f?"top":"middle";for(let{at:d,text:m}of s)n.fillStyle=i.wall,r&&f&&n.fillRect(d-.5,c,1,p-c),r&&!f&&n.fillRect(l,d-.5,u-l,1),n.fillStyle=i.soft,o&&f&&n.fillRect(d-.5,p,1,o),o&&!f&&n.fillRect(l-o,d-.5,o,1),f?n.fillText(m,d,p+a):n.fillText(m,l-a,d)}function Rt(n,{left:t,top:s,right:e,bottom:i},o){n.strokeStyle=o.soft,n.lineWidth=1,n.strokeRect(t,s,e-t,i-s)}function Ie(n,[t,s],{left:e,top:i,right:o,bottom:r},a){n.fillStyle=a.ink,n.font=`italic ${Y(a,v.type.name)}`,n.textBaseline="alphabetic",n.textAlign="center",n.fillText(t,(e+o)/2,r+19+13*a.scale),n.textAlign="left",n.fillText(s,3,(i+r)/2+4)}function $e(n,t,s){let[e,i,o]=[1/0,-1/0,-1/0];for(let l of n){o=Math.max(o,l[0]);for(let c=0;c<l.length;c++)Number.isFinite(l[c])&&(e=Math.min(e,l[c]),i=Math.max(i,l[c]))}let r=Math.max(t,e),a=Math.min(s,Math.max(o*1.15,Math.min(i,o*1.6))),h=.06*(a-r||1);return Number.isFinite(r+a)?[r-h,a+h]:[0,1]}function Re(n,t){let[s,e]=[1/0,0];for(let o of n)for(let r=0;r<o.length;r++)o[r]>0&&(s=Math.min(s,o[r])),o[r]<=t&&(e=Math.max(e,o[r]));if(s===1/0)return[.1,10];if(!(s<e))return[s/10,s*10];let i=(e/s)**.05;return[s/i,e*i]}function ze(n){for(let t=0;t<n.length;t++)if(n[t]<=0)return!0;return!1}var P=v.trail.width,zt=v.head.radius;function Pe(n){return De[n]??De.circle}var De={circle:Hn(),square:j([[-.85,-.85],[.85,-.85],[.85,.85],[-.85,.85]]),triangle:j([[0,-1.15],[1.05,.75],[-1.05,.75]]),diamond:j([[0,-1.25],[1,0],[0,1.25],[-1,0]]),plus:j(Ce()),cross:j(Ce().map(([n,t])=>[(n-t)*Math.SQRT1_2,(n+t)*Math.SQRT1_2])),star:j(Wn())};function Hn(){let n=new Path2D;return n.arc(0,0,.95,0,2*Math.PI),n}function j(n){let t=new Path2D;return n.forEach(([s,e])=>t.lineTo(s,e)),t.closePath(),t}function Ce(){let[n,t]=[.38,1.15];return[[-n,-t],[n,-t],[n,-n],[t,-n],[t,n],[n,n],[n,t],[-n,t],[-n,n],[-t,n],[-t,-n],[-n,-n]]}function Wn(){return Array.from({length:10},(n,t)=>{let[s,e]=[Math.PI*t/5-Math.PI/2,t%2?.6:1.4];return[e*Math.cos(s),e*Math.sin(s)]})}function D(n,t,s,e,i,o,r){n.save(),n.translate(s,e),n.scale(i,i),n.lineWidth=v.head.rim/i,n.lineJoin="round",n.strokeStyle=r,n.fillStyle=o,n.stroke(Pe(t)),n.fill(Pe(t)),n.restore()}function T({style:n},t){return t.dark?n.dark:n.light}function C(n,t){return n.style.dash.map(s=>s*t)}var Fe={minimum:j(_e(v.minimum.corners)),lowest:j(_e(v.lowest.corners))};function _e(n){return n.map(([t,s])=>[t,-s])}function X(n,t,s,e,i,o=1){let r=t?"lowest":"minimum",{radius:a,rim:h}=v[r];n.save(),n.translate(s,e),n.scale(a*o,a*o),n.lineWidth=2*h/a,n.lineJoin="round",n.strokeStyle=i.paper,n.fillStyle=t?i.ink:i.star,n.stroke(Fe[r]),n.fill(Fe[r]),n.restore()}function Pt({minima:n,lowest:t},s){for(let e=n.length/2-1;e>=0;e--)s(n[2*e],n[2*e+1],e<t)}function it(n,t,s,e=1){let{width:i,rim:o,dash:r}=v.valley;n.save(),n.lineJoin="round";for(let[a,h,l]of[[o,s.rim,[]],[i,s.ink,r]]){n.beginPath();let c=!1;for(let u=0;u<t.length;u+=2){let p=!Number.isNaN(t[u]);p&&c?n.lineTo(t[u],t[u+1]):p&&n.moveTo(t[u],t[u+1]),c=p}n.lineWidth=a*e,n.strokeStyle=h,n.setLineDash(l.map(u=>u*e)),n.stroke()}n.restore()}var Bn=[2,4],qe=100,He=2;function _s(n,{limit:t}){return t?n.map(s=>({run:s,...t(s)})).filter(({value:s})=>Number.isFinite(s)&&s>0):[]}function We([n,t],s){let e=s.map(({value:i})=>i).filter(i=>i<t*qe&&i>n/qe);return[Math.min(n,...e.map(i=>i/He)),Math.max(t,...e.map(i=>i*He))]}function Be(n,t,s,{left:e,right:i,top:o,bottom:r},a){let h=12*a.scale,l=[];n.save(),n.font=Y(a),n.textAlign="right",n.textBaseline="bottom",n.lineJoin="round";let c=t.map(({run:u,value:p,words:f})=>({line:s(p),words:f,colour:T(u,a)})).filter(({line:u})=>u>o-4&&u<r);for(let{line:u,colour:p}of c)jn(n,p,[e,i,u],a.scale);for(let{line:u,words:p,colour:f}of c){let d=l.filter(y=>Math.abs(y.line-u)<h).map(({from:y})=>y),m=Math.min(i,...d)-4,w=m-n.measureText(p).width-4;w<e||u-h<o||(l.push({line:u,from:w}),n.setLineDash([]),n.lineWidth=3,n.strokeStyle=a.paper,n.strokeText(p,m,u-1),n.fillStyle=f,n.fillText(p,m,u-1))}n.restore()}function jn(n,t,[s,e,i],o){n.strokeStyle=t,n.lineWidth=1.2*o,n.setLineDash(Bn.map(r=>r*o)),n.beginPath(),n.moveTo(s,i),n.lineTo(e,i),n.stroke()}var qs=[{id:"accuracy",label:"Accuracy",log:!1,values:({accuracy:n})=>n},{id:"log",label:"Loss, log",log:!0,values:({loss:n})=>n},{id:"linear",label:"Loss",log:!1,values:({loss:n})=>n},{id:"distance",label:"Distance",log:!0,values:({distance:n})=>n},{id:"gradient",label:"Gradient",log:!0,values:({grad:n})=>Un(n)},{id:"sharpness",label:"Sharpness",title:"The largest eigenvalue of the full loss's Hessian at each iterate. Dashed: above it, the optimizer's steps grow on a quadratic. Rules that scale each coordinate have no such line; the inspector compares them step by step.",log:!0,signed:!0,known:({curvature:n})=>n!==void 0,values:({curvature:n})=>n?.sharpness??null,limit:({curvature:n})=>({value:n?.limit??NaN,words:n?.words??""})},{id:"rate-x",label:"Step",axis:0,log:!0,values:n=>je(n,0)},{id:"rate-y",label:"Step",axis:1,log:!0,values:n=>je(n,1)}];function Dt(n){return qs.filter(({log:t,values:s,known:e})=>e?n.runs.every(e):n.runs.map(o=>s(o)).every(o=>o&&!(t&&Gn(o,r=>r<0))))}function Gn(n,t){for(let s=0;s<n.length;s++)if(t(n[s]))return!0;return!1}function Un(n){return Float64Array.from({length:n.length/2},(t,s)=>Math.hypot(n[2*s],n[2*s+1]))}function je({state:n,hyper:t,loss:s},e){let{rate:i}=n;return i?Float64Array.from({length:s.length},(o,r)=>i[2*r+e]):new Float64Array(s.length).fill(t.lr)}var Ge=1.7,Vn=18,Ue={left:46,top:10,right:12,bottom:24},Ct=class{quantity=qs[1];#t=!0;#s=Ue;#e=A([0,1],[0,1]);#i=A([0,1],[0,1]);#n=null;#o=null;#r=!1;#a=[0,1];#h=new Map;#l=[];#c=[];#u=0;constructor(t,s){let e=g("canvas",{role:"img","aria-label":"The chosen quantity over the steps"});this.reading=g("div",{class:"reading",hidden:""}),t.append(e,this.reading),this.sheet=new S(e),this.surface=null,this.race=null;let i=o=>{o.buttons&1&&s(this.#e.invert(o.offsetX)),this.#k(o.offsetX)};e.addEventListener("pointerdown",i),e.addEventListener("pointermove",i),e.addEventListener("pointerleave",()=>this.reading.hidden=!0)}show(t,s){this.surface=t,this.race=s,this.refresh()}refresh(){this.#t=!0}draw(t,s,e){if(!this.race)return;(this.sheet.fit()||this.#t)&&this.#p(s,e);let i=this.#e(t);if(this.sheet.clear(),t>=this.race.steps){this.#w(this.sheet.context,e);for(let r of this.#l)this.#x(this.sheet.context,r,e,1)}else this.#r||this.#d(e),this.sheet.lay(this.#n),this.sheet.lay(this.#o,i);let{context:o}=this.sheet;o.fillStyle=e.soft,o.fillRect(i-.5,this.#s.top,1,this.sheet.height-this.#s.top-this.#s.bottom);for(let r of this.#l)this.#E(o,r,t,e)}#p(t,s){this.#t=this.#r=!1;let{width:e,height:i}=this.sheet,{runs:o,steps:r}=this.race;this.#l=o.filter(({name:l})=>!t.has(l)),this.#h=new Map(this.#l.map(l=>[l,this.quantity.values(l)??[]])),this.#s={...Ue,left:28+18*s.scale,bottom:10+14*s.scale},this.#e=A([0,r],[this.#s.left,e-this.#s.right]),this.#c=_s(this.#l,this.quantity),this.#a=this.#m();let a=this.quantity.signed&&this.#l.some(l=>ze(this.#f(l)));this.#u=a?Vn*s.scale:0;let h=[i-this.#s.bottom-this.#u,this.#s.top];this.#i=(this.quantity.log?Le:A)(this.#a,h)}#d(t){this.#r=!0,this.#n=this.sheet.twin(this.#n),this.#o=this.sheet.twin(this.#o),this.#w(this.#n.context,t);for(let s of this.#l)this.#x(this.#n.context,s,t,.28),this.#x(this.#o.context,s,t,1)}#m(){let{id:t,log:s}=this.quantity;if(t==="accuracy")return[0,1];let{low:e,high:i}=this.surface,o=this.#l.map(r=>this.#f(r));return s?We(Re(o,t==="log"?i:1e12),this.#c):$e(o,e,i)}get#g(){let{left:t,top:s,right:e,bottom:i}=this.#s;return{left:t,top:s,right:this.sheet.width-e,bottom:this.sheet.height-i}}#f(t){return this.#h.get(t)??[]}#w(t,s){let e=this.#a,i=this.#g,o=(i.bottom-this.#u-i.top)/34,a=this.quantity.log&&Math.log10(e[1]/e[0])>1.5?Oe(e,o):z(e,o),h=K(a,this.#i,l=>this.#v(l));this.#u&&h.push({at:this.#y(0),text:"≤ 0"}),_(t,"left",h,i,s,{grid:!0}),_(t,"below",this.#b(t),i,s),Be(t,this.#c,this.#i,i,s)}#b(t){let{width:s}=this.sheet,e=this.race?.steps??1,i=1.6*t.measureText(String(e)).width;return[...z([0,e],(this.#e(e)-this.#e(0))/70).filter(Number.isInteger).filter(r=>this.#e(e)-this.#e(r)>i),e].map(r=>{let a=t.measureText(String(r)).width/2;return{at:Math.min(this.#e(r),s-a),text:String(r)}})}#x(t,s,e,i){let{width:o,height:r}=this.sheet;t.save(),t.beginPath(),t.rect(this.#s.left,this.#s.top-4,o-this.#s.left,r-this.#s.top-this.#s.bottom+8),t.clip(),t.globalAlpha=i,t.strokeStyle=T(s,e),t.lineWidth=Ge*e.scale,t.lineJoin="round",t.setLineDash(C(s,Ge*e.scale)),t.beginPath();let a=this.#f(s);for(let h=0;h<a.length;h++)Number.isFinite(a[h])&&t.lineTo(this.#e(h),this.#y(a[h]));t.stroke(),t.restore()}#v(t){return this.quantity.id==="accuracy"?`${Number((100*t).toFixed(1))} %`:k(t)}#M(t,s){let[e]=_s([t],this.quantity);return e?` ${s>e.value?">":s<e.value?"<":"="} ${this.#v(e.value)}`:""}#k(t){let s=Math.round(this.#e.invert(t)),{steps:e}=this.race;if(this.reading.hidden=s<0||s>e,this.reading.hidden)return;let i=this.#l.map(r=>({run:r,value:this.#f(r)[s]})).filter(({value:r})=>Number.isFinite(r)).sort((r,a)=>a.value-r.value);this.reading.replaceChildren(g("b",{},`step ${s}`),...i.map(({run:r,value:a})=>g("span",{},`${r.name} `,g("i",{},this.#v(a)+this.#M(r,a)))));let o=t>this.sheet.width/2;this.reading.style.left=o?"auto":`${t+14}px`,this.reading.style.right=o?`${this.sheet.width-t+14}px`:"auto"}#y(t){return this.#u&&t<=0?this.#g.bottom-this.#u/3:Math.max(-9999,Math.min(9999,this.#i(t)))}#E(t,s,e,i){let o=this.#f(s),r=Math.floor(e),[a,h]=[o[r],o[Math.min(r+1,o.length-1)]];if(!Number.isFinite(a))return;let l=Number.isFinite(h)?this.#y(h):this.#y(a),c=this.#y(a)+(e-r)*(l-this.#y(a));if(c<this.#s.top-4||c>this.sheet.height-this.#s.bottom+4)return;let u=T(s,i);D(t,s.style.marker,this.#e(e),c,3.6*i.scale,u,i.paper)}};function nt(n,t,s,e){let[i,o]=[0,1];for(let r of[0,1]){let[a,h]=[s[r],e[r]];if(h===0&&!(a>=n[r]&&a<=t[r]))return null;h!==0&&(i=Math.max(i,((h>0?n:t)[r]-a)/h),o=Math.min(o,((h>0?t:n)[r]-a)/h))}return i<=o?[i,o]:null}function Ve(n,t,s,e){let i=v.contours.apart*s,o=[];for(let{path:r,text:a}of n)if(!(Hs(r)<i))for(let h of v.contours.tries){let l=Math.max(1,Math.floor(h*(r.length/2-1))),[c,u]=[r[2*l],r[2*l+1]];if(!(Math.min(c-t.left,t.right-c,u-t.top,t.bottom-u)<2*s||!(e(c,u)*s<1))&&!o.some(f=>Math.hypot(f.x-c,f.y-u)<i)){o.push({x:c,y:u,angle:Kn(r,l),text:a});break}}return o}function Kn(n,t){let s=Math.min(t+1,n.length/2-1),e=Math.atan2(n[2*s+1]-n[2*t-1],n[2*s]-n[2*t-2]),i=v.contours.steep*Math.PI/180,o=Math.floor((e-i)/Math.PI)+1;return e-o*Math.PI}function Hs(n){let t=0;for(let s=2;s<n.length;s+=2)t+=Math.hypot(n[s]-n[s-2],n[s+1]-n[s-1]);return t}function Ke(n,{left:t,top:s,right:e,bottom:i}){let o=Math.sqrt(n.length),[r,a]=[(e-t)/(o-1),(i-s)/(o-1)],h=l=>Math.max(1,Math.min(o-2,Math.round(l)));return(l,c)=>{let u=h((i-c)/a)*o+h((l-t)/r),[p,f]=[n[u+1]-n[u-1],n[u+o]-n[u-o]];return Math.hypot(p/(2*r),f/(2*a))}}function Ws(n,t,s,e){let i=z(n,t),o=i.length>1?i[1]-i[0]:n[1]-n[0],r=Math.floor(Math.log10(o)+1e-9),a=Math.max(...i.map(Math.abs)),h=Math.floor(Math.log10(a/o))+2;if(h<=4&&r>=-3)return{marks:K(i,s,p=>k(p,Math.max(3,h))),note:""};let l=h<=4?0:i[Math.floor(i.length/2)],c=i.map(p=>{let f=String(Math.round((p-l)/10**r));return{at:s(p),text:f.replace("-","−")}}),u=l===0?"":`${l.toFixed(Math.max(0,Math.min(100,-r))).replace("-","−")} + `;return{marks:c,note:`${e||"value"} = ${u}n · ${k(10**r)}`}}function Ye(n,t,s,e){let i=n.getTransform().a,o=document.createElement("canvas");o.width=Math.max(1,Math.round((s.right-s.left)*i)),o.height=Math.max(1,Math.round((s.bottom-s.top)*i));let r=o.getContext("2d");r.imageSmoothingEnabled=!1,r.drawImage(Bs(t),0,0,o.width,o.height),r.globalCompositeOperation="source-in",Yn(r,{...e,pattern:""}),r.globalCompositeOperation="source-atop",Xe(r,e,i),n.drawImage(o,s.left,s.top,s.right-s.left,s.bottom-s.top)}function Yn(n,t,s=1){n.fillStyle=t.paper,n.fillRect(0,0,n.canvas.width,n.canvas.height),Xe(n,t,s)}function Xe(n,{pattern:t,ink:s},e){let{width:i,height:o}=n.canvas;if(n.beginPath(),t==="lines"){for(let r=-o;r<i;r+=5*e)n.moveTo(r,o),n.lineTo(r+o,0);n.strokeStyle=s,n.lineWidth=1.1*e,n.stroke()}if(t==="dots"){for(let[r,a]=[2.5*e,!1];r<o;r+=5*e,a=!a)for(let h=(a?5:2.5)*e;h<i;h+=5*e)n.rect(h-.6*e,r-.6*e,1.2*e,1.2*e);n.fillStyle=s,n.fill()}}function Bs(n){let t=document.createElement("canvas");return t.width=n.width,t.height=n.height,t.getContext("2d").putImageData(n,0,0),t}function Ft(n,t,s,e=(i,o)=>(s-n[i])/(n[o]-n[i])){let i=Xn(n,t,s),o=[];for(let[r,a]of i)a.length===1&&o.push(Je(i,r));for(let r of i.keys())i.get(r)?.length&&o.push(Je(i,r));return o.filter(r=>r.length>1).map(r=>r.flatMap(a=>Jn(t,e,a)))}function Xn(n,t,s){let e=new Map,i=(o,r)=>{e.set(o,[...e.get(o)??[],r]),e.set(r,[...e.get(r)??[],o])};for(let o=0;o<t-1;o++)for(let r=0;r<t-1;r++){let a=o*t+r,[h,l,c,u]=[n[a],n[a+1],n[a+t],n[a+t+1]],p=+(h>s)|+(l>s)<<1|+(u>s)<<2|+(c>s)<<3;if(p===0||p===15||Number.isNaN(h+l+c+u))continue;let[f,d,m,w]=[2*a,2*(a+t),2*a+1,2*a+3],y=(h+l+c+u)/4>s;if(p===5||p===10){p===5===y?(i(m,d),i(f,w)):(i(m,f),i(d,w));continue}let b=[];(p&1)!==(p>>1&1)&&b.push(f),(p>>1&1)!==(p>>2&1)&&b.push(w),(p>>2&1)!==(p>>3&1)&&b.push(d),(p>>3&1)!==(p&1)&&b.push(m),i(b[0],b[1])}return e}function Je(n,t){let s=[t];for(let e=n.get(t)?.pop();e!==void 0;e=n.get(t)?.pop()){let i=n.get(e);i.splice(i.indexOf(t),1),s.push(e),t=e}return s}function Jn(n,t,s){let e=s>>1,i=e+(s&1?n:1),o=t(e,i);return[e%n+(s&1?0:o),Math.floor(e/n)+(s&1?o:0)]}function Ze({context:n},t,s,e){let i=A(t.xlim,[e.left,e.right]),o=A(t.ylim,[e.bottom,e.top]);return n.save(),n.beginPath(),n.rect(e.left,e.top,e.right-e.left,e.bottom-e.top),n.clip(),Zn(n,t,s,e),Qn(n,t,s,e),n.restore(),js(n,t,s,e),eo(n,t,s,e,i,o),{x:i,y:o}}function js(n,t,s,e){let{left:i,top:o,right:r,bottom:a}=e;Rt(n,e,s);let h=Ws(t.xlim,(r-i)/70,A(t.xlim,[i,r]),t.axes[0]),l=Ws(t.ylim,(a-o)/50,A(t.ylim,[a,o]),t.axes[1]);_(n,"below",h.marks,e,s,{tick:4}),_(n,"left",l.marks,e,s,{tick:4}),Ie(n,t.axes,e,s);let c=v.type.number*s.scale;n.font=Y(s),n.textAlign="left",n.textBaseline="alphabetic",[h.note,l.note].filter(Boolean).forEach((u,p)=>{Qe(n,{x:i+8,y:o+(p+1)*1.5*c,angle:0,text:u},s)})}function Zn(n,{heights:t,levels:s},e,i){let o=Math.sqrt(t.length),r=It(e.ground),a=new ImageData(o,o),h=new ImageData(o,o),l=!1;t.forEach((m,w)=>{let y=Math.max(0,Math.min(255,Math.round(255*m/(s.length+1)))),x=4*((o-1-Math.floor(w/o))*o+w%o);if(!Number.isNaN(m))return a.data.set([...r[y],255],x);h.data.set([0,0,0,255],x),l=!0});let[c,u]=[(i.right-i.left)/(o-1),(i.bottom-i.top)/(o-1)];n.imageSmoothingQuality="high";let[p,f]=[i.left-c/2,i.top-u/2];if(n.drawImage(Bs(a),p,f,c*o,u*o),!l)return;let d={left:p,top:f,right:p+c*o,bottom:f+u*o};Ye(n,h,d,e.areas.nowhere)}function Qn(n,{heights:t,levels:s,lines:e},i,o){let r=to(s),a=Math.sqrt(t.length),[h,l]=[(o.right-o.left)/(a-1),(o.bottom-o.top)/(a-1)],c=(d,m)=>m%2?o.bottom-d*l:o.left+d*h,p=Array.from(s).flatMap((d,m)=>(e?e[m]:Ft(t,a,m+1)).map(w=>({path:w.map(c),text:k(d,r)}))).filter(({path:d})=>Hs(d)>=v.contours.shortest);n.strokeStyle=i.contour,n.lineWidth=v.contours.width,n.lineJoin="round";for(let{path:d}of p)so(n,d);let f=v.type.label*i.scale;n.font=Y(i,v.type.label),n.textAlign="center",n.textBaseline="middle";for(let d of Ve(p,o,f,Ke(t,o)))Qe(n,d,i)}function to(n){let t=4;for(let s=1;s<n.length;s++){let e=Math.ceil(Math.log10(Math.abs(n[s])/(n[s]-n[s-1])))+1;t=Math.max(t,Math.min(16,e))}return t}function so(n,t){n.beginPath();for(let s=0;s<t.length;s+=2)n.lineTo(t[s],t[s+1]);n.stroke()}function Qe(n,{x:t,y:s,angle:e,text:i},o){n.save(),n.translate(t,s),n.rotate(e),n.lineWidth=3.5,n.strokeStyle=o.dark?"rgba(24,36,50,0.9)":"rgba(240,243,242,0.92)",n.strokeText(i,0,0),n.fillStyle=o.soft,n.fillText(i,0,0),n.restore()}function eo(n,t,s,e,i,o){it(n,io(t.valleys,i,o,e),s),Pt(t,(r,a,h)=>{let[l,c]=[i(r),o(a)];l>=e.left-1&&l<=e.right+1&&c>=e.top-1&&c<=e.bottom+1&&X(n,h,l,c,s)})}function io(n,t,s,{left:e,top:i,right:o,bottom:r}){let a=[],h=!1;for(let l=2;l<n.length;l+=2){let[c,u,p,f]=[t(n[l-2]),s(n[l-1]),t(n[l]),s(n[l+1])],[d,m]=[p-c,f-u],w=Number.isNaN(d+m)?null:nt([e,i],[o,r],[c,u],[d,m]);if(!w){h=!1;continue}(!h||w[0]>0)&&a.push(NaN,NaN,c+w[0]*d,u+w[0]*m),a.push(c+w[1]*d,u+w[1]*m),h=w[1]===1}return a}function ti(n,t){let s=0,e=()=>{let i=performance.now()+5,o=n.next();for(;!o.done&&performance.now()<i;)o=n.next();o.done?t(o.value):s=window.setTimeout(e)};return s=window.setTimeout(e),()=>clearTimeout(s)}function Gs(n){let t=n.next();for(;!t.done;)t=n.next();return t.value}var ei=22250738585072014e-324;function ii(n,t,s){let e=n.filter(c=>!Number.isNaN(c)).sort(),[i,o]=[e[0],e[e.length-1]],r=Math.min(i,...t),a=t.length>0||no(n,Math.sqrt(n.length),i);!a&&s<=r&&o-s>30*(r-s)&&([a,r]=[!0,s]);let h=a?oo(e,r):si(e);h.length<8&&(a=!1,h=si(e).filter(c=>c>r));let l=Math.max(1,Math.abs(i),Math.abs(o));return h.length<2&&(h=[o+l,o+2*l]),{levels:h,low:r,geometric:a}}function ni({levels:n,low:t,geometric:s}){return s?ho(n,t):ao(n)}function no(n,t,s){for(let e=1;e<t-1;e++)for(let i=1;i<t-1;i++)if(n[e*t+i]<=s)return!0;return!1}function oi(n){return Math.max(1e-12*Math.max(Math.abs(n[0]),Math.abs(n[n.length-1])),ei)}function si(n){let[t,s]=[n[0],n[n.length-1]];if(s-t<=oi(n))return[];let e=Math.floor(Math.log10((s-t)/18));for(let i of[1,2,5,10]){let o=+`${i}e${e}`,[r,a]=[Math.ceil(t/o),Math.floor(s/o)];if(!(a-r+1>18&&i<10))return Array.from({length:Math.max(0,a-r+1)},(h,l)=>(r+l)*o)}return[]}function oo(n,t){let s=oi(n),e=Array.from(n,f=>f-t).filter(f=>f>s);if(!e.length)return[];let i=5e-4*(e.length-1),o=Math.floor(i),r=e[Math.min(o+1,e.length-1)],a=e[o]+(i-o)*(r-e[o]),h=e[e.length-1],l=[];for(let f of[[1,2,5],[1,3],[1]]){l=[];for(let d=Math.floor(Math.log10(a));d<=Math.ceil(Math.log10(h));d++)for(let m of f)l.push(+`${m}e${d}`);if(l=l.filter(d=>d>=a&&d<h),l.length<=18)break}let c=Math.max(1,Math.ceil(l.length/18)),u=l.filter((f,d)=>(l.length-1-d)%c===0);return[...new Set(u.map(f=>ro(t+f,f)))].filter(f=>f>t).sort((f,d)=>f-d)}function ro(n,t){let s=Math.floor(Math.log10(t)+1e-9),e=t<1.5*+`1e${s}`?1-s:-s;if(e>100)return n;if(e>=0)return Number(n.toFixed(e));let i=+`1e${-e}`;return Math.round(n/i)*i}function ao(n){let t=(n[n.length-1]-n[0])/(n.length-1);return s=>Number.isNaN(s)?NaN:Math.max(0,Math.min(n.length+1,1+(s-n[0])/t))}function ho(n,t){let s=Array.from(n,i=>Math.log(Math.max(i-t,ei)));s.push(2*s[s.length-1]-s[s.length-2]);let e=Math.exp(s[0]);return i=>{if(Number.isNaN(i))return NaN;let o=Math.max(i-t,0);if(o<e)return o/e;let r=Math.log(o),a=0;for(;a<s.length-2&&r>s[a+1];)a++;return a+1+Math.min(1,Math.max(0,(r-s[a])/(s[a+1]-s[a])))}}function ri(n,t,s,e){let[i,o,r,a]=[1,s,0,t],h=s/(s-t);for(let l=0;l<60;l++){let c=i+h*(r-i),u=n(c),p=u>0==o>0,[f,d]=p?[i,o]:[r,a];if(p||([r,a]=[i,o]),[i,o]=[c,u],u===0)return c;let m=Math.abs(o)<Math.abs(a)?i:r,w=e/Math.abs(r-i);if(w>.5)return m;let[y,b]=[(i-r)/(f-r),(o-a)/(d-a)],x=b*b<y&&(1-b)*(1-b)<1-y,E=o/(a-o)*(d/(a-d))+(f-i)/(r-i)*(o/(d-o))*(a/(d-a));h=x?Math.max(w,Math.min(1-w,E)):.5}return i}var ai=1e300,lo=1e-9;function*hi(n,{xlim:t,ylim:s},e,i,o){let r=([w,y],b)=>w+(y-w)*b/(i-1),a=new Float64Array(i*i),h=!0;for(let w=0;w<i;w++){let y=r(s,w);for(let b=0;b<i;b++){let x=n(r(t,b),y),E=Math.abs(x)<ai;a[w*i+b]=E?x:NaN,E&&(h=!1)}yield}if(h)return{heights:new Float32Array(i*i).fill(NaN),levels:new Float64Array(0),geometric:!1,lines:null};let l=[],c=1/0;for(let w=0;w<e.length;w+=2){let[y,b]=[e[w],e[w+1]],x=n(y,b);Math.abs(x)<ai&&(c=Math.min(c,x),y>=t[0]&&y<=t[1]&&b>=s[0]&&b<=s[1]&&l.push(x))}let u=ii(a,l,c),{levels:p,geometric:f}=u,m={heights:Float32Array.from(a,ni(u)),levels:Float64Array.from(p),geometric:f,lines:null};if(!o)return m;m.lines=[];for(let w of p){let y=(b,x)=>{let[E,N,O]=[b%i,Math.floor(b/i),x-b>1];return ri(we=>n(r(t,O?E:E+we),r(s,O?N+we:N))-w,a[b]-w,a[x]-w,lo*(i-1))};m.lines.push(Ft(a,i,w,y)),yield}return m}var G=161,co=41,uo=30,po=1.5,_t=class{#t=null;#s=null;#e=()=>{};constructor(t){this.finer=t}of(t,s,e){if(this.#t&&e===this.#s)return this.#t;this.forget();let i=(h,l)=>hi(s,e,[...t.minima,...t.valleys],h,l),o=h=>(this.#s=e,this.#t={...t,...e,...h},this.#t),r=uo/fo(s,e);if(r>po*G*G)return o(Gs(i(G,!0)));this.#e=ti(i(G,!0),h=>{o(h),this.finer()});let a=Math.max(co,Math.min(G,Math.floor(Math.sqrt(r))));return o(Gs(i(a,!1)))}forget(){this.#e(),this.#t=null}};function fo(n,{xlim:t,ylim:s}){let e=performance.now();for(let i=0;i<G;i++)n(t[0]+(t[1]-t[0])*i/G,s[0]);return(performance.now()-e)/G}var qt=60,Ht=class{last=0;points=new Float64Array(0);constructor(t,s,e){this.run=t,this.measure(s,e)}measure(t,s){let{run:e}=this;this.last=(e.ended??e.loss.length)-1,this.points.length<e.x.length&&(this.points=new Float64Array(e.x.length));for(let i=0;i<=this.last;i++)this.points[2*i]=t(e.x[2*i]),this.points[2*i+1]=s(e.x[2*i+1])}head(t){let s=Math.min(Math.floor(t),this.last),e=Math.min(s+1,this.last),i=Math.min(t,this.last)-s,o=r=>this.points[2*s+r]+i*(this.points[2*e+r]-this.points[2*s+r]);return[o(0),o(1)]}trace(t,s){let{points:e}=this,i=Math.min(Math.floor(s),this.last),o=ci(t.canvas);t.beginPath(),t.moveTo(e[0],e[1]);for(let h=1;h<=i;h++)li(t,o,e[2*h-2],e[2*h-1],e[2*h],e[2*h+1]);let[r,a]=this.head(s);li(t,o,e[2*i],e[2*i+1],r,a)}};function ci({clientWidth:n,clientHeight:t}){return[-qt,-qt,n+qt,t+qt]}function li(n,t,s,e,i,o){if(Us(t,s,e)&&Us(t,i,o)){n.lineTo(i,o);return}let[r,a]=[i-s,o-e],h=nt(t.slice(0,2),t.slice(2),[s,e],[r,a]);h&&(n.moveTo(s+h[0]*r,e+h[0]*a),n.lineTo(s+h[1]*r,e+h[1]*a))}function Us([n,t,s,e],i,o){return i>=n&&i<=s&&o>=t&&o<=e}function ui(n,t,s,e){let i=P*e.scale;n.lineJoin="round";for(let o of t)o.trace(n,s),n.setLineDash([]),n.lineWidth=i+v.trail.rim,n.strokeStyle=e.rim,n.stroke(),n.setLineDash(C(o.run,i)),n.lineWidth=i,n.strokeStyle=T(o.run,e),n.stroke();n.setLineDash([]);for(let o of t)mo(n,o,s,e)}function mo(n,t,s,e){let[i,o]=t.head(s);if(!Us(ci(n.canvas),i,o))return;let{style:r}=t.run,a=T({style:r},e);D(n,r.marker,i,o,zt*e.scale,a,e.paper)}var Wt=class{whole={xlim:[0,1],ylim:[0,1]};seen=this.whole;open({xlim:t,ylim:s}){this.whole={xlim:[...t],ylim:[...s]},this.seen=this.whole}get zoomed(){return this.seen!==this.whole}reset(){this.seen=this.whole}zoom([t,s],e){let{xlim:i,ylim:o}=this.seen,r=F(i)/F(this.whole.xlim),a=Math.max(Math.min(this.#s,r),r/e);if(a>=1)return this.reset();let h=(l,[c,u])=>[l-(l-c)/r*a,l+(u-l)/r*a];this.#e({xlim:h(t,i),ylim:h(s,o)})}fit(t){let{xlim:s,ylim:e}=this.whole,i=t.filter(([f,d])=>f>=s[0]&&f<=s[1]&&d>=e[0]&&d<=e[1]);if(!i.length)return;let o=f=>[Math.min(...f),Math.max(...f)],[r,a]=o(i.map(([f])=>f)),[h,l]=o(i.map(([,f])=>f)),[c,u]=[F(s),F(e)],p=1.4*Math.max((a-r)/c,(l-h)/u);this.#t([(r+a)/2,(h+l)/2],p||F(this.seen.xlim)/c/4)}enclose([[t,s],[e,i]]){let{xlim:o,ylim:r}=this.whole,a=Math.max(Math.abs(e-t)/F(o),Math.abs(i-s)/F(r));this.#t([(t+e)/2,(s+i)/2],a)}#t([t,s],e){let i=Math.max(this.#s,e);if(i>=1)return this.reset();let o=(r,a)=>{let h=F(a)*i/2;return[r-h,r+h]};this.#e({xlim:o(t,this.whole.xlim),ylim:o(s,this.whole.ylim)})}get#s(){let{xlim:t,ylim:s}=this.seen,[e,i]=[F(this.whole.xlim),F(this.whole.ylim)];return Math.max(1e-12,1e-13*Math.max(...t.map(Math.abs))/e,1e-13*Math.max(...s.map(Math.abs))/i)}pan(t,s){if(!this.zoomed)return;let{xlim:e,ylim:i}=this.seen;this.#e({xlim:[e[0]+t,e[1]+t],ylim:[i[0]+s,i[1]+s]})}#e({xlim:t,ylim:s}){this.seen={xlim:pi(t,this.whole.xlim),ylim:pi(s,this.whole.ylim)}}};function F([n,t]){return t-n}function pi([n,t],s){let e=Math.max(0,s[0]-n)+Math.min(0,s[1]-t);return[n+e,t+e]}var Bt=class{viewport=new Wt;lossAt=null;#t=new _t(()=>{this.#o=!0,this.changed()});#s=!1;#e=null;#i=this.viewport.seen;#n=[];#o=!0;#r=A([0,1],[0,1]);#a=A([0,1],[0,1]);#h={left:0,top:0,right:1,bottom:1};constructor(t,s){this.changed=s;let e=i=>t.querySelector(i);this.ground=new S(e(".ground")),this.trails=new S(e(".trails")),this.ring=e(".start"),this.surface=null,this.race=null}show(t,s){t!==this.surface&&(this.#o=!0,this.#t.forget(),this.viewport.open(t)),!this.lossAt&&this.viewport.zoomed&&(this.#o=!0,this.viewport.reset()),this.surface=t,this.race=s,this.#u()}refresh(){this.#o=!0}moved(){this.#s=!0,this.#t.forget()}get seen(){return this.viewport.seen}draw(t,s,e,i){if(!this.surface)return;this.ground.fit()||this.#o?this.#l(e):this.#s&&this.#c(e),this.trails.fit()&&this.#u();let{context:o}=this.trails,{left:r,top:a,right:h,bottom:l}=this.#h;this.trails.clear(),o.save(),o.beginPath(),o.rect(r,a,h-r,l-a),o.clip(),ui(o,this.#n.filter(({run:c})=>!s.has(c.name)),t,e),i(o,{x:this.#r,y:this.#a}),o.restore()}place([t,s]){let[e,i]=[this.#r(t),this.#a(s)],o=this.#h,r=e>=o.left&&e<=o.right&&i>=o.top&&i<=o.bottom,a=this.viewport.zoomed&&!r;this.ring.classList.toggle("beyond",a),this.ring.style.left=`${a?Math.max(o.left,Math.min(o.right,e)):e}px`,this.ring.style.top=`${a?Math.max(o.top,Math.min(o.bottom,i)):i}px`}#l(t){this.#o=this.#s=!1,this.ground.clear();let{width:s,height:e}=this.ground,{scale:i}=t,[o,r]=[28+18*i,e-18-22*i];this.#h={left:o,top:8,right:s-10,bottom:r};let{lossAt:a,seen:h,surface:l}=this,c=l,u=this.viewport.zoomed&&a?this.#t.of(c,a,h):c,{x:p,y:f}=Ze(this.ground,u,t,this.#h);this.#e=null,this.#i=this.seen,this.#r=p,this.#a=f,this.#u()}#c(t){this.#s=!1;let{context:s}=this.ground;this.#e||(this.#e=this.ground.twin(),this.#e.lay(this.ground));let{left:e,top:i,right:o,bottom:r}=this.#h,{xlim:a,ylim:h}=this.seen;this.#r=A(a,[e,o]),this.#a=A(h,[r,i]);let l=this.#i,[c,u]=[this.#r(l.xlim[0]),this.#r(l.xlim[1])],[p,f]=[this.#a(l.ylim[1]),this.#a(l.ylim[0])],d=this.#e.canvas.width/this.#e.width,[m,w]=[o-e,r-i];this.ground.clear(),s.save(),s.beginPath(),s.rect(e,i,m,w),s.clip();let{canvas:y}=this.#e;s.drawImage(y,e*d,i*d,m*d,w*d,c,p,u-c,f-p),s.restore(),js(s,{...this.surface,xlim:a,ylim:h},t,this.#h),this.#u()}#u(){if(!this.race)return;let{runs:t}=this.race;if(t.length===this.#n.length&&t.every((s,e)=>s===this.#n[e].run))for(let s of this.#n)s.measure(this.#r,this.#a);else this.#n=t.map(s=>new Ht(s,this.#r,this.#a));this.place(this.race.start)}get frame(){return this.#h}get perPixel(){let{left:t,top:s,right:e,bottom:i}=this.#h,{xlim:o,ylim:r}=this.seen;return[(o[1]-o[0])/(e-t),(r[1]-r[0])/(i-s)]}pointAt({clientX:t,clientY:s}){let e=this.trails.canvas.getBoundingClientRect(),{left:i,top:o,right:r,bottom:a}=this.#h,h=Math.max(i,Math.min(r,t-e.left)),l=Math.max(o,Math.min(a,s-e.top)),{xlim:c,ylim:u}=this.seen;return[A(c,[i,r]).invert(h),A(u,[a,o]).invert(l)]}};var fi=`.view3d {
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
`;var wo=["steps","seed","batch","parameter"];function Vs({start:n,steps:t,seed:s,batch:e,parameter:i,runs:o}){let r=o.map(({key:a,name:h,hyper:l})=>({rule:a,name:h,settings:{...l}}));return{start:[n[0],n[1]],steps:t,seed:s,batch:e,parameter:i,entrants:r}}function gt(n,t){let s={};t.start.some((e,i)=>e!==n.start[i])&&(s.start=t.start);for(let e of wo)t[e]!==n[e]&&Object.assign(s,{[e]:t[e]});return yo(n.entrants,t.entrants)?(t.entrants.forEach(({name:e,settings:i},o)=>{let r=n.entrants[o].settings,a=Object.entries(i).filter(([h,l])=>l!==r[h]);a.length&&((s.settings??={})[e]=Object.fromEntries(a))}),s):{...s,entrants:t.entrants}}function di(n,{settings:t,...s}){let e={...n,...s};if(!t)return e;let i=e.entrants.map(o=>({...o,settings:{...o.settings,...t[o.name]}}));return{...e,entrants:i}}function yo(n,t){let s=(e,i)=>e.name===i.name&&e.rule===i.rule;return n.length===t.length&&n.every((e,i)=>s(e,t[i]))}var bo=100,jt=class{#t=[];#s=-1;clear(){this.#t=[],this.#s=-1}get place(){return this.#s}cut(t){this.#t.length=Math.min(this.#t.length,t+1),this.#s=this.#t.length-1}keep(t){let s=this.#t[this.#s];s&&!Object.keys(gt(s,t)).length||(this.#t=[...this.#t.slice(0,this.#s+1),t].slice(-bo),this.#s=this.#t.length-1)}has(t){return this.#s+t in this.#t}go(t){return this.has(t)?(this.#s+=t,this.#t[this.#s]):null}};var Gt=class{#t=0;#s=-1/0;constructor(t){this.send=t}get possible(){return this.send!==null}get open(){return performance.now()-this.#s<3e3}ask(t,s){this.send&&(this.#s=performance.now(),this.#t+=1,performance.mark("optviz: asked"),this.send({...t,serial:this.#t,surface:s}))}answered(){this.#s=-1/0}};var xo=["steps","seed","batch"],mi=900,Ut=class{#t="no";#s=0;#e=null;#i=null;#n={};#o=new jt;own=!1;constructor(t,s){this.player=t,this.requests=new Gt(s)}get possible(){return this.requests.possible||this.player.live!==null}get held(){return this.#t==="held"||this.#s===1/0}get whole(){return this.#t!=="no"||this.#s>0}get choosing(){return this.#t!=="no"}canGo(t){return this.#o.has(t)}askWhole(t){this.requests.ask({start:[t.start[0],t.start[1]]},"")}get#r(){let t=this.requests.open?this.#i:this.#e;return t&&this.player.race?gt(t,this.#a()):{}}#a(){return di(Vs(this.player.race),this.#n)}receive(t,s){let e=this.#r;s();let i=this.player.race,o=t?.family===i.family;o||this.#o.clear(),this.#e=Vs(i),this.#n={},o&&this.#u(e),this.requests.answered(),this.#o.keep(this.#a()),this.held||this.#c()}start(t,s){let{race:e,live:i}=this.player;if(!e)return;this.#t=s?"let go":"held";let o=i?.start(t)??!1;this.#n=o||i&&!s?{}:{start:t},o&&this.#p(s),s?this.#l():i||this.#c(),this.player.redraw()}set(t,s,e,i){let{live:o}=this.player;o&&(o.set(t,s,e),this.changed(i))}changed(t){this.#s=t?performance.now()+mi:1/0,this.#p(t),t&&this.#l()}go(t){let s=this.held?null:this.#o.go(t);s&&(this.#u(gt(this.#a(),s)),this.#s=performance.now()+mi,this.#p(!0),this.#c())}pass(t){return this.#t!=="no"&&this.#h(),!this.#s||t<=this.#s?!1:(this.#s=0,!0)}#h(){this.#t!=="let go"||this.requests.open&&!this.player.live||(this.#t="no",this.player.clock.restart())}#l(){this.#o.keep(this.#a()),this.#c()}#c(){let{race:t}=this.player,s=this.#r;!t||!this.requests.possible||this.requests.open||!Object.keys(s).length||(this.#i=this.#a(),this.requests.ask(s,t.surface))}#u(t){let{race:s,live:e}=this.player;if(!s)return;let{start:i,settings:o={},...r}=t;if(this.#n=e?r:t,!!e){for(let a of xo){let h=r[a];h!=null&&(e.put(a,h),delete r[a])}i&&!e.start(i)&&(this.#n={...this.#n,start:i}),s.runs.forEach(({name:a},h)=>{for(let[l,c]of Object.entries(o[a]??{}))e.set(h,l,c)})}}get standing(){let{race:t,clock:s}=this.player;if(!t)return null;let{time:e,playing:i}=s;return{start:[t.start[0],t.start[1]],time:e,playing:i,own:this.own,place:this.#o.place}}goBack({start:t,time:s,playing:e,own:i,place:o}){let{race:r,clock:a,story:h}=this.player;r&&(this.start(t,!0),this.#t="no",this.#o.cut(o),Object.assign(a,{time:s,playing:e}),this.own=i,this.player.tellEndings(),!i&&!this.requests.possible&&h.tell(r.story))}#p(t){this.own||=!this.requests.possible,this.player.changed(t)}};var gi="A line on which the curvature term of the loss's quadratic model is the same: half-axes along the Hessian's eigenvectors, as 1/√eigenvalue to each other, the longest always alike. Where the model has no such ellipse, lines along the eigenvectors, with arrows where the loss curves down.";function wi({high:n,low:t,along:s},{x:e,y:i}){let o=Math.max(Math.abs(n),Math.abs(t));if(!(o>0))return{ellipse:[],lines:[]};let r=([u,p])=>[u*(e(1)-e(0)),p*(i(1)-i(0))],a=[r(s),r([-s[1],s[0]])];if(t>1e-12*o)return{ellipse:vo(a,[1/Math.sqrt(n/o),1/Math.sqrt(t/o)]),lines:[]};let h=[n,t].map((u,p)=>({value:u,to:Mo(a[p],44)})),c=Math.abs(t)<=1e-12*o?h.slice(1):h;return{ellipse:[],lines:c.map(({value:u,to:p})=>({to:p,down:u<-1e-12*o}))}}function yi(n,[t,s],{ellipse:e,lines:i}){let{context:o}=n;if(e.length){o.beginPath();for(let[r,a]of e)o.lineTo(t+r,s+a);o.closePath(),n.outline(1.6,[])}for(let{to:r,down:a}of i)for(let h of[1,-1]){let l=[t+h*r[0],s+h*r[1]];a?n.arrow([t,s],l,1,1.6):(o.beginPath(),o.moveTo(t,s),o.lineTo(...l),n.outline(1.6,[]))}}function vo([n,t],[s,e]){let i=Array.from({length:72},(r,a)=>{let[h,l]=[s*Math.cos(2*Math.PI*a/72),e*Math.sin(2*Math.PI*a/72)];return[h*n[0]+l*t[0],h*n[1]+l*t[1]]}),o=Math.max(...i.map(r=>Math.hypot(...r)));return i.map(([r,a])=>[r*44/o,a*44/o])}function Mo([n,t],s){let e=Math.hypot(n,t);return[n*s/e,t*s/e]}var ko="http://www.w3.org/1998/Math/MathML",Eo={lr:"lr",mu:"μ",rho:"ρ",eps:"ε",beta1:"β₁",beta2:"β₂",rate:"α",E_g2:"E[g²]",E_dx2:"E[Δx²]",dx:"Δx",decay:"λ",psi:"ψ",rho_inf:"ρ∞",lr_t:"lrₜ",mu_next:"μ′",mu_product:"Πμ",v_max:"vₘₐₓ"},Ao={if:0,"+":1,"-":1,neg:2,"*":3,"/":5,"^":4,sqrt:5,abs:5,sign:5,max:5},So={"<":"<","<=":"≤",">":">",">=":"≥","==":"=","!=":"≠"};function M(n,...t){let s=document.createElementNS(ko,n);return s.append(...t),s}function ot(n){return n.endsWith("_hat")?`${ot(n.slice(0,-4))}̂`:Eo[n]??n}function U(n){if(!n.endsWith("_hat"))return M("mi",ot(n));let t=M("mover",U(n.slice(0,-4)),M("mo","^"));return t.setAttribute("accent","true"),t}function I(n,t){if(typeof n=="number")return M("mn",String(n));if(typeof n=="string")return t(n);let[s,...e]=n,i=e.map((o,r)=>Lo(o,s,r,t));switch(s){case"/":return M("mfrac",...e.map(o=>I(o,t)));case"sqrt":return M("msqrt",I(e[0],t));case"abs":return M("mrow",M("mo","|"),I(e[0],t),M("mo","|"));case"sign":case"max":return No(s,e.map(o=>I(o,t)));case"if":return To(e,t);case"^":return M("msup",i[0],I(e[1],t));case"neg":return M("mrow",M("mo","−"),i[0]);case"*":return M("mrow",i[0],M("mo","·"),i[1]);default:return M("mrow",i[0],M("mo",s==="-"?"−":"+"),i[1])}}function No(n,t){let s=t.flatMap((e,i)=>i?[M("mo",","),e]:[e]);return M("mrow",M("mi",n),M("mo","("),...s,M("mo",")"))}function To([[n,t,s],e,i],o){let r=M("mo",So[n]),a=M("mrow",M("mtext","if "),I(t,o),r,I(s,o)),l=[[I(e,o),a],[I(i,o),M("mtext","otherwise")]].map(c=>M("mtr",...c.map(u=>M("mtd",u))));return M("mrow",M("mo","{"),M("mtable",...l))}function Lo(n,t,s,e){let i=I(n,e);if(!Array.isArray(n))return i;let o=l=>Ao[l],[r,a]=[o(n[0]),o(t)];return r<a||r===a&&t==="-"&&s===1?M("mrow",M("mo","("),i,M("mo",")")):i}function wt(n,t){if(typeof n=="number")return n;if(typeof n=="string")return t(n);if(n[0]==="if")return wt(Oo(n[1],t)?n[2]:n[3],t);let[s,e]=n.slice(1).map(i=>wt(i,t));switch(n[0]){case"+":return s+e;case"-":return s-e;case"*":return s*e;case"/":return s/e;case"^":return s**e;case"neg":return-s;case"abs":return Math.abs(s);case"sign":return Math.sign(s);case"max":return Math.max(s,e);default:return Math.sqrt(s)}}function Oo(n,t){if(!Array.isArray(n))return!1;let[s,e]=n.slice(1).map(i=>wt(i,t));switch(n[0]){case"<":return s<e;case"<=":return s<=e;case">":return s>e;case">=":return s>=e;case"==":return s===e;default:return s!==e}}function yt(n,t){return t(n)||Array.isArray(n)&&n.slice(1).some(s=>yt(s,t))}var Vt=class{constructor(t,s,e){this.context=t,this.colour=s,this.theme=e}arrow(t,s,e=1,i=2.4){let o=Math.hypot(s[0]-t[0],s[1]-t[1]);if(!(o>.5))return;let[r,a]=[(s[0]-t[0])/o,(s[1]-t[1])/o],h=Math.min(9,o*.6);this.context.save(),this.context.globalAlpha=e,this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(...s),this.context.moveTo(s[0]-h*(r+.5*a),s[1]-h*(a-.5*r)),this.context.lineTo(...s),this.context.lineTo(s[0]-h*(r-.5*a),s[1]-h*(a+.5*r)),this.outline(i,[]),this.context.restore()}outline(t,s){let{context:e}=this;e.lineCap="round",e.lineJoin="round",e.setLineDash([]),e.lineWidth=t+2.5,e.strokeStyle=this.theme.rim,e.stroke(),e.setLineDash(s),e.lineWidth=t,e.strokeStyle=this.colour,e.stroke(),e.setLineDash([]),e.lineCap="butt"}};var rt=class{constructor(t,s){this.run=t;let e=(t.ended??t.loss.length)-1;this.step=Math.max(0,Math.min(s,e-1)),this.exists=e>0}value(t,s,e=1/0){let{run:i,step:o}=this;if(t==="t")return o+1;if(t==="g")return i.grad[2*o+s];if(t in i.hyper)return i.hyper[t];let r=i.equations.findIndex(([l])=>l===t),a=e===1/0||r>=0&&r<e?o+1:o,h=t==="x"?i.x:i.state[t];return h?h[2*a+s]:NaN}pair(t,s){return[this.value(t,0,s),this.value(t,1,s)]}get measured(){let t=this.run.grad_at??this.run.x;return[t[2*this.step],t[2*this.step+1]]}get rate(){return"rate"in this.run.state?this.pair("rate"):[this.run.hyper.lr,this.run.hyper.lr]}};function J(n,t){if(t==="g")return"gradient";let s=n.equations.find(([i])=>i===t)?.[1]??0,e=n.equations.find(([i])=>i==="x")?.[1]??0;return Io(e,t,n.hyper)?"displacement":bi(n,t)?t==="rate"||Kt(s,"sqrt")?"rate":xi(n,t)?"square":Kt(s,"abs")?"size":"gradient":"factor"}function Kt(n,t){return yt(n,s=>Array.isArray(s)&&s[0]===t)}function bi(n,t,s=[]){let e=n.equations.find(([o])=>o===t)?.[1]??0,i=[...s,t];return yt(e,o=>typeof o!="string"||i.includes(o)?!1:o==="g"||o in n.state&&bi(n,o,i))}function Io(n,t,s){if(!Array.isArray(n)||n[0]!=="+")return!1;let e=n[2];return e===t||Array.isArray(e)&&e[0]==="*"&&e[1]in s&&e[2]===t}function xi(n,t){let s=n.equations.find(([e])=>e===t)?.[1]??0;return yt(s,e=>Array.isArray(e)?e[0]==="^"&&e[2]===2:typeof e=="string"&&e!==t&&e in n.state&&xi(n,e))}var Ks=[["gradient","gradient, downhill"],["memory","velocity or m"],["rate","step size per axis"],["look","look-ahead point"],["curvature","curvature",gi]],$o=66,vi=40,Yt=class{constructor(t,s,e,i,o){this.context=t,this.run=s,this.scales=i,this.theme=o,this.update=new rt(s,e),this.colour=T(s,o),this.strokes=new Vt(t,this.colour,o)}draw(t){if(!this.update.exists)return;let s=this.#h(this.update.pair("x",0));t.has("curvature")&&this.run.curvature&&yi(this.strokes,s,wi(this.run.curvature.at(this.update.step),this.scales)),t.has("rate")&&this.rate(s),t.has("look")&&this.run.grad_at&&this.lookAhead(s),t.has("gradient")&&this.gradient(this.#h(this.update.measured),this.update.pair("g")),t.has("memory")&&this.#t(s)}part(t,s){let e=this.#h(this.update.pair("x",0)),i=this.#h(this.update.pair("x"));if(this.run.grad_at&&this.lookAhead(e),t.kind==="measure")return this.gradient(this.#h(this.update.measured),this.update.pair("g"),s);if(t.kind==="ghost"||t.kind==="move")return this.#o(e,i,t.kind==="ghost"?s:1);this.gradient(this.#h(this.update.measured),this.update.pair("g"),1,.35),this.#s(e,t,s)}gradient(t,s,e=1,i=1){let[o,r]=this.#a([-s[0],-s[1]]),a=$o*e*Math.hypot(...s)/this.#r();this.strokes.arrow(t,[t[0]+o*a,t[1]+r*a],i)}rate(t,s=this.update.rate){let e=vi/Math.max(s[0],s[1]);Number.isFinite(e)&&(this.context.beginPath(),this.context.ellipse(t[0],t[1],Math.max(1,s[0]*e),Math.max(1,s[1]*e),0,0,7),this.strokes.outline(1.5,[4,3]))}lookAhead(t){let s=this.#h(this.update.measured);this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(...s),this.strokes.outline(1.5,[3,3]),this.context.beginPath(),this.context.arc(s[0],s[1],5,0,7),this.strokes.outline(2,[])}#t(t){let s=["m","v"].find(i=>i in this.run.state&&J(this.run,i)!=="square");if(!s)return;let e=this.update.pair(s);J(this.run,s)==="displacement"?this.#i(t,e):this.gradient(t,e)}#s(t,s,e){let[i]=this.run.equations[s.equation],o=this.#e(s,e);switch(J(this.run,i)){case"displacement":return this.#i(t,o);case"rate":return this.rate(t,o);case"square":return this.#n(t,o,i,Math.sqrt);case"size":return this.#n(t,o,i,r=>r);case"factor":return;default:return this.gradient(t,o)}}#e(t,s){let[e,i]=this.run.equations[t.equation],o=this.update.pair(e);if(t.kind==="compute"||!Array.isArray(i))return o;let r=this.update.pair(e,t.equation),a=[0,1].map(c=>wt(i[1],u=>this.update.value(u,c,t.equation))),[h,l]=t.kind==="decay"?[r,a]:[a,o];return[h[0]+s*(l[0]-h[0]),h[1]+s*(l[1]-h[1])]}#i(t,s){let e=this.update.pair("x",0);this.strokes.arrow(t,this.#h([e[0]+s[0],e[1]+s[1]]))}#n([t,s],e,i,o){let r=o(Math.max(...this.update.pair(i),...this.update.pair(i,0))),[a,h]=e.map(l=>vi*o(Math.max(0,l))/r);Number.isFinite(a+h)&&(this.context.beginPath(),this.context.moveTo(t-a,s),this.context.lineTo(t+a,s),this.context.moveTo(t,s-h),this.context.lineTo(t,s+h),this.strokes.outline(4,[]))}#o(t,s,e){let i=[t[0]+e*(s[0]-t[0]),t[1]+e*(s[1]-t[1])];this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(i[0],i[1]),this.strokes.outline(2,[2,3]),this.context.save(),this.context.globalAlpha=.5,D(this.context,this.run.style.marker,i[0],i[1],6,this.colour,this.theme.rim),this.context.restore()}#r(){let t=["g",...Object.keys(this.run.state).filter(s=>J(this.run,s)==="gradient")];return Math.max(...t.map(s=>Math.hypot(...this.update.pair(s))))||1}#a([t,s]){let{x:e,y:i}=this.scales,[o,r]=[t*(e(1)-e(0)),s*(i(1)-i(0))],a=Math.hypot(o,r)||1;return[o/a,r/a]}#h([t,s]){return[this.scales.x(t),this.scales.y(s)]}};function ki({curvature:n,rule:t},s,e){if(!n)return"";let i=n.at(s),{high:o,low:r,along:a,against:h}=i;if(Number.isNaN(o))return`Curvature at step ${s}: the loss has no finite second derivatives here, or is at a border between two pieces.`;if(o===0&&r===0)return`Curvature at step ${s}: none, the loss is as a plane here.`;let c=`Curvature at step ${s}: ${e?"sharpness of the full loss":"sharpness"} ${k(o)}`;if(o<=0)return`${c}: the loss curves up in no direction, and down most along ${Ys(Mi(a))} (eigenvalue ${k(r)}).`;let u=r<0?` Along ${Ys(Mi(a))} the loss curves down (eigenvalue ${k(r)}).`:"";if(!h)return`${c}; ${Ro(t,e,n.words)}.${u}`;let{value:p,limit:f,scaled:d}=h,m=p>f?">":p<f?"<":"=",w=n.words===k(f)?k(f):`${n.words} = ${zo(f)}`,y=p>f?"grow":p<f?"die out":"neither grow nor die out",b=d?`; scaled by this step's rates it is ${k(p)}`:"";return`${c}${b} ${m} ${w}: on the local quadratic${d?" with these rates held":""}, steps along ${Ys(h.along)} ${y}.${u}`}function Ro(n,t,s){return t?"steps see minibatches, for which there is no simple limit":s?"this step's rates are no finite numbers that could scale it":`there is no simple limit for ${n}`}function zo(n){return n===1/0?"∞":k(n)}function Mi([n,t]){return t>0?[t,-n]:[-t,n]}function Ys([n,t]){return`(${k(Number(n.toFixed(3)),3)}, ${k(Number(t.toFixed(3)),3)})`}var Po=5,Xs="",Do=90,Xt=class{chosen=["Adam",Xs];#t=null;#s=["x","y"];#e=[];#i=-1/0;constructor(t,s){this.box=t,this.changed=s,this.selects=[0,1].map(i=>this.#n(i)),this.rules=g("div",{class:"rules"});let e=g("div",{class:"choices"},"Inspect ",this.selects[0]," beside ",this.selects[1]);t.append(e,this.rules)}get open(){return!this.box.hidden}get runs(){return this.#e.map(({run:t})=>t)}show(t,s){this.#t=t,this.#s=s;let e=t.runs.map(({name:i})=>i);e.includes(this.chosen[0])||(this.chosen[0]=e[e.length-1]),e.includes(this.chosen[1])||(this.chosen[1]=Xs),this.selects.forEach((i,o)=>{let r=o?[Xs,...e]:e;i.replaceChildren(...r.map(a=>g("option",{value:a},a||"none"))),i.value=this.chosen[o]}),this.#o()}draw(t,s,e){if(!(!this.open||s&&performance.now()-this.#i<Do)){this.#i=performance.now();for(let i of this.#e)i.draw(t,e)}}refresh(){this.#i=-1/0}#n(t){let e=g("select",{"aria-label":t?"Second inspected optimizer":"Inspected optimizer"});return e.addEventListener("change",()=>{this.chosen[t]=e.value,this.#o(),this.changed()}),e}#o(){let t=this.chosen.flatMap(s=>this.#t?.runs.find(e=>e.name===s)??[]);this.#e=[...new Set(t)].map(s=>new Zs(s,this.#s,!!this.#t?.batches)),this.rules.replaceChildren(...this.#e.map(({root:s})=>s)),this.#i=-1/0}},Zs=class{#t=[];constructor(t,s,e){this.run=t,this.minibatches=e,this.curvature=g("p",{class:"curvature"}),this.title=g("caption"),this.table=g("table",{},this.title,Co(s)),this.rows=[this.#s(),...t.equations.map((r,a)=>this.#e(a))],this.table.append(g("tbody",{},...this.rows,this.#i()));let i="rate"in t.state?"α is the step size of each coordinate. ":"",o=g("p",{class:"source"},`${i}${t.source&&`Source: ${t.source}`}`);this.root=g("section",{class:"rule",tabindex:"0",role:"region","aria-label":`Rule of ${t.name}`},this.table,this.curvature,o)}draw(t,s){let e=new rt(this.run,t),{settings:i}=this.run,o=At(this.run);this.title.textContent=e.exists?`${o} (${i}): from step ${e.step} to step ${e.step+1}`:`${o} (${i}) ${this.run.ending?.words}: there is no update to show`;let r=e.exists?ki(this.run,e.step,this.minibatches):"";this.curvature.textContent!==r&&(this.curvature.textContent=r),this.curvature.hidden=!r;for(let{node:a,name:h,axis:l,equation:c}of this.#t){let u=e.exists?Fo(e,h,l,c):"–";a.textContent!==u&&(a.textContent=u)}this.rows.forEach((a,h)=>a.classList.toggle("active",h-1===s))}#s(){let t=this.run.grad_at?M("mrow",U("x"),M("mo","+"),M("mi","μ"),U("v")):U("x"),s=M("mrow",U("g"),M("mo","="),M("mo","∇"),M("mi","f"),M("mo","("),t,M("mo",")")),e=[0,1].map(i=>Js(this.#n("g",i),"g",i));return g("tr",{},g("th",{scope:"row"},Qs(s)),...e)}#e(t){let[s,e]=this.run.equations[t],i=M("mrow",U(s),M("mo","←"),I(e,U)),o=[0,1].map(r=>{let a=I(e,l=>this.#n(l,r,t)),h=this.#n(s,r);return h.setAttribute("class","result"),Js(M("mrow",a,M("mo","="),h),s,r)});return g("tr",{},g("th",{scope:"row"},Qs(i)),...o)}#i(){let t=[0,1].map(e=>Js(this.#n("update",e),"update",e)),s=g("th",{scope:"row"},"update of x");return g("tr",{class:"outcome"},s,...t)}#n(t,s,e=1/0){let i=M("mn","0");return this.#t.push({node:i,name:t,axis:s,equation:e}),i}};function Co(n){let t=["",...n].map(s=>g("th",{scope:"col"},s));return g("thead",{},g("tr",{},...t))}function Fo(n,t,s,e){let i=e!==1/0,o=t==="update"?n.value("x",s)-n.value("x",s,0):n.value(t,s,e),r=k(o,Po);return i&&o<0?`(${r})`:r}function Js(n,t,s){return g("td",{"data-quantity":t,"data-axis":String(s)},Qs(n))}function Qs(n){let t=M("math",n);return t.setAttribute("displaystyle","true"),t}var bt={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]};var te=[{keys:[" "],say:"Space: play or pause",act:({clock:n})=>n.toggle()},{keys:["ArrowRight","ArrowLeft"],say:"← →: one step; with Shift ten",act:Ho},{keys:["Home"],say:"Home: to the start",act:({clock:n})=>Ei(n,0)},{keys:["End"],say:"End: to the last step",act:({clock:n})=>Ei(n,n.steps)},{keys:["["],say:"[ : slower",act:({clock:n})=>n.shift(-1)},{keys:["]"],say:"] : faster",act:({clock:n})=>n.shift(1)},{keys:[..."123456789"],say:"1–9: show or hide an optimizer; answer a lesson's question",act:qo},{keys:["l","L"],say:"L: loop",act:({clock:n})=>n.loop=!n.loop},{keys:["s","S"],say:"S: this step in slow motion",act:n=>n.slowly()},{keys:["i","I"],say:"I: inspector",act:n=>n.toggleInspector()},{keys:["+","=","-","0"],say:"+ −, Ctrl+wheel, double click, Alt+drag a box: zoom the view from above (where the page computes the loss); 0: whole picture",act:({zoom:n},{key:t})=>t==="0"?n.reset():n.by(t==="-"?1/2:2)},{keys:Object.keys(bt),moves:!0,say:"Ctrl+arrows (Mac: Option+arrows), Shift+drag: move what is seen",act:Wo},{keys:["z"],say:"Z, Ctrl+Z: undo what you changed of the race",act:({changes:n})=>n.go(-1)},{keys:["Z","y","Y"],say:"Shift+Z, Ctrl+Y: redo it",act:({changes:n})=>n.go(1)},{keys:["f","F"],say:"F: full screen",act:n=>n.toggleFullScreen()},{keys:["PageDown","n","N"],say:"Page down, N: next step of a lesson",act:({lesson:n})=>n.turn(1)},{keys:["PageUp","p","P"],say:"Page up, P: the one before",act:({lesson:n})=>n.turn(-1)},{keys:["?"],say:"?: this list",act:n=>n.toggleHelp()}],_o=["z","Z","y"];function Ai(n,t){let{ctrlKey:s,altKey:e,metaKey:i}=t,o=s!==e&&!i&&(s||/Mac/.test(navigator.platform)),r=(s||i)&&!e&&_o.includes(t.key);if(!o&&!r&&(s||e||i))return!1;let a=te.find(h=>h.keys.includes(t.key)&&!!h.moves===(o&&!r));return a?(a.act(n,t),!0):!1}function qo(n,{key:t}){n.lesson.asks?n.lesson.choose(Number(t)-1):n.toggleRun(Number(t)-1)}function Ho({clock:n},t){n.move((t.key==="ArrowRight"?1:-1)*(t.shiftKey?10:1))}function Wo({zoom:n},{key:t}){n.move(...bt[t])}function Ei(n,t){n.playing=!1,n.seek(t)}var Bo="M4 4h7v2.4H6.4V11H4zM20 20h-7v-2.4h4.6V13H20zM4 20v-7h2.4v4.6H11V20zM20 4v7h-2.4V6.4H13V4z";function Si(){let n=g("div",{class:"stage"},g("section",{class:"lesson","aria-label":"Lesson",hidden:""}),jo(),g("div",{class:"legend",role:"group","aria-label":"Optimizers"}),g("div",{class:"controls",role:"group","aria-label":"Playback"}),g("div",{class:"chart"},g("div",{class:"quantities",role:"group","aria-label":"Chart"}),g("div",{class:"curves"})),g("p",{class:"notice",role:"status",hidden:""}),Go(),g("div",{class:"inspector",hidden:""}),g("div",{class:"story",hidden:""}),g("p",{class:"summary"}));return g("div",{class:"player",tabindex:"-1",role:"region","aria-label":"Race of optimizers; press ? for the keys"},n,Uo())}function jo(){let n=g("div",{class:"picture view","data-view":"above"},g("canvas",{class:"ground"}),g("canvas",{class:"trails",role:"img","aria-label":"The race on the surface, from above"}),g("span",{class:"start","aria-hidden":"true"}),g("output",{class:"caption","aria-live":"off",hidden:""}));return g("div",{class:"views"},n,g("div",{class:"space view","data-view":"space",hidden:""}),g("div",{class:"samples view","data-view":"samples",hidden:""}))}function Go(){return g("div",{class:"tools"},g("div",{class:"switches","data-group":"views",role:"group","aria-label":"Views"}),g("div",{class:"switches","data-group":"glyphs",role:"group","aria-label":"Arrows and marks"}),g("div",{class:"switches","data-group":"more",role:"group","aria-label":"More"}))}function Uo(){let n=te.map(({say:t})=>g("li",{},t));return g("div",{class:"help",role:"note",hidden:""},g("ul",{},...n))}function se(n,t){let s=g("button",{type:"button","aria-pressed":"false"},n);return s.addEventListener("click",()=>t(s.getAttribute("aria-pressed")!=="true")),s}function Ni(n){return ee(Bo,"Full screen (F)",n)}function ee(n,t,s){let e=t.replace(/ \(.*\)/,""),i=g("button",{type:"button",class:"icon",title:t,"aria-label":e},B(n));return i.addEventListener("click",s),i}function Ti({steps:n,runs:t,newcomers:s},e,i,o){let{states:r,content:a}=e.rule(i),{symbols:h,equations:l,source:c}=a;return{name:o,key:i,rule:s[i].name,hyper:{},settings:"",origin:"",origin_means:"",style:{light:"",dark:"",dash:[],marker:""},ended:null,ending:null,x:new Float64Array(2*n+2),loss:new Float64Array(n+1),grad:new Float64Array(2*n),grad_at:null,state:Object.fromEntries(r.map(u=>[u,new Float64Array(2*n+2)])),accuracy:e.accuracy&&new Float64Array(n+1),distance:t[0].distance&&new Float64Array(n+1),symbols:h,equations:l,source:c}}function Jt({symbols:n,hyper:t}){return Object.entries(n).map(([s,[e]])=>`${e} ${$t(t[s])}`).join(", ")}function Li(n,t,s){return n/2+s/2+Math.hypot(n/2-s/2,t)}function ie(n,t,s){let[e,i,o]=[n/2+s/2,n/2-s/2,Math.hypot(n/2-s/2,t)],r=Math.atan2(t,i)/2,a=t===0&&i<0?[0,1]:[Math.cos(r),Math.sin(r)];return{high:e+o,low:e-o,along:a}}function $(n,t){if(n.length===t)return n;let s=n.constructor,{buffer:e,byteOffset:i}=n,o=i===0&&e.byteLength>=t*n.BYTES_PER_ELEMENT;return new s(o?e:new s(Math.ceil(1.5*t)).buffer,0,t)}function Oi(n,t){n.steps=t;for(let s of n.runs){s.x=$(s.x,2*t+2),s.loss=$(s.loss,t+1),s.grad=$(s.grad,2*t),s.grad_at&&=$(s.grad_at,2*t),s.accuracy&&=$(s.accuracy,t+1),s.distance&&=$(s.distance,t+1);for(let e of Object.keys(s.state))s.state[e]=$(s.state[e],2*t+2)}}var Zt=class{#t;#s=new Float64Array(3);constructor(t,s){this.program=t,this.all=s,this.#t=t.input()}at(t,s){let{inputs:e}=this.program;for(let i=0;i<e.length;i++)this.#t[i]=e[i]==="x"?t:s;return this.program.run(this.#t,this.#s,this.all,this.all.length),Number.isFinite(t+s)||this.#s.fill(NaN),this.#s}},Qt=class{#t;#s;constructor(t,s){this.program=t,this.words=s,this.scaled=t.at.has("rates"),this.#t=t.input(),this.#s=t.output()}at({hyper:t,state:s},e){return this.program.inputs.forEach((i,o)=>{let[r,a,h]=i.split(".");this.#t[o]=r==="t"?e+1:r==="hyper"?t[a]:s[a][2*e+2+(h==="y"?1:0)]}),this.program.run(this.#t,this.#s,[],0),this.#s}},ts=class{#t=!0;#s=new Float64Array(0);constructor(t,s,e){this.hessian=t,this.allowed=s,this.run=e}forget(){this.#t=!0}get sharpness(){let{x:t,loss:s}=this.run;if(!this.#t)return this.#s;this.#t=!1,this.#s=$(this.#s,s.length);for(let e=0;e<s.length;e++){let[i,o,r]=this.hessian.at(t[2*e],t[2*e+1]);this.#s[e]=Ii(Li(i,o,r))}return this.#s}get limit(){return this.allowed&&!this.allowed.scaled?Ii(this.allowed.at(this.run,0)[0]):NaN}get words(){return this.allowed?.words??""}at(t){let{run:s,allowed:e}=this,[i,o,r]=this.hessian.at(s.x[2*t],s.x[2*t+1]),a=ie(i,o,r);if(!Number.isFinite(a.high+a.low))return{high:NaN,low:NaN,along:[NaN,NaN],against:null};if(!e||t+1>=s.loss.length)return{...a,against:null};let[h,l,c]=e.at(s,t);return e.scaled?{...a,against:Vo([l,c],[i,o,r],h)}:{...a,against:{value:a.high,limit:h,along:a.along,scaled:!1}}}};function Vo([n,t],[s,e,i],o){let[r,a]=[Math.sqrt(n),Math.sqrt(t)],{high:h,along:l}=ie(n*s,r*a*e,t*i),[c,u]=[r*l[0],a*l[1]],p=Math.hypot(c,u);return!Number.isFinite(h)||!(p>0)?null:{value:h,limit:o,along:[c/p,u/p],scaled:!0}}function Ii(n){return Number.isFinite(n)?n:NaN}var Ko=Float64Array.of(63045,40908,57188,17285,23972,8134,60677,9056),ss=class{#t=new Uint32Array(4);#s=new Float64Array(8);#e=new Float64Array(8);#i=0;seed(t,s){this.#o(t,s),this.#i=2337405405;let e=this.#s,[i,o]=[this.#h(),this.#h()],[r,a]=[this.#h(),this.#h()];$i(this.#e,r,a);for(let h=7;h>=0;h--){let l=h?this.#e[h-1]>>15:1;this.#e[h]=this.#e[h]<<1&65535|l}$i(e,i,o);for(let h=0,l=0;h<8;h++){let c=e[h]+this.#e[h]+l;l=c>=65536?1:0,e[h]=c-l*65536}this.#n()}next(){this.#n();let t=this.#s,s=(t[7]^t[3])<<16|t[6]^t[2],e=(t[5]^t[1])<<16|t[4]^t[0],i=t[7]>>10;if(i>=32&&([s,e]=[e,s],i-=32),i){let o=s>>>i|e<<32-i;e=e>>>i|s<<32-i,s=o}return(s>>>0)*2097152+(e>>>11)}#n(){let t=this.#s;for(let s=7;s>=0;s--){let e=this.#e[s];for(let i=0;i<=s;i++)e+=t[i]*Ko[s-i];t[s]=e}for(let s=0,e=0;s<8;s++){let i=t[s]+e;e=Math.floor(i/65536),t[s]=i-e*65536}}#o(t,s){let e=this.#t;this.#i=1135663077;for(let i=0;i<4;i++)e[i]=this.#a(i===0?t:i===1?s:0,2468251765);for(let i=0;i<4;i++)for(let o=0;o<4;o++){if(i===o)continue;let r=Math.imul(3389127133,e[o])-Math.imul(1232336661,this.#a(e[i],2468251765));e[o]=r^(r|0)>>>16}this.#r=0}#r=0;#a(t,s){let e=t^this.#i;this.#i=Math.imul(this.#i,s);let i=Math.imul(e,this.#i);return(i^i>>>16)>>>0}#h(){let t=this.#a(this.#t[this.#r++%4],1492356589),s=this.#a(this.#t[this.#r++%4],1492356589);return[t,s]}};function $i(n,t,s){[...s,...t].forEach((e,i)=>{n[2*i]=e&65535,n[2*i+1]=e>>>16})}var es=class{#t=new ss;#s=-1;#e=0;#i=new Uint16Array(0);#n;#o;constructor(t){this.count=t,this.#n=new Float64Array(t),this.#o=new Uint32Array(t+1)}seen(t,s,e,i){let{count:o}=this,r=Math.ceil(o/s);this.#r(t,Math.ceil(e/r));let a=$(i,e*s);for(let h=0,l=0;h<e;h++){let c=h%r,u=(h-c)/r*o;for(let p=c*s;p<(c+1)*s;p++)a[l++]=this.#i[u+Math.min(p,o-1)]}return a}#r(t,s){if(t!==this.#s&&(this.#e=0),this.#s=t,this.#i.length<s*this.count){let e=this.#i;this.#i=new Uint16Array(s*this.count),this.#i.set(e)}for(;this.#e<s;this.#e++)this.#a(this.#e)}#a(t){let{count:s}=this,[e,i]=[this.#n,this.#o],o=this.#i.subarray(t*s,(t+1)*s);this.#t.seed(this.#s,t),i.fill(0);for(let r=0;r<s;r++)e[r]=this.#t.next(),i[Ri(e[r],s)+1]++;for(let r=0;r<s;r++)i[r+1]+=i[r];for(let r=0;r<s;r++)o[i[Ri(e[r],s)]++]=r;for(let r=1;r<s;r++){let a=o[r],h=r;for(;h&&e[o[h-1]]>e[a];h--)o[h]=o[h-1];o[h]=a}}};function Ri(n,t){return Math.floor(n/2**53*t)}var xt="state.",is="hyper.",ne=class{constructor(t,s){this.program=t,this.input=t.input(),this.output=t.output();let e=r=>t.inputs.indexOf(r),{inputs:i,outputs:o}=t.encoded;this.looksAhead=o.grad_at.some((r,a)=>i[r]!==["x.x","x.y"][a]),this.x=e("x.x"),this.y=e("x.y"),this.t=e("t"),this.carried=s.flatMap(([r])=>{let a=Number(t.at.get(xt+r));return[[a,e(`${xt}${r}.x`)],[a+1,e(`${xt}${r}.y`)]]}),this.hyper=t.inputs.filter(r=>r.startsWith(is)).map(r=>r.slice(is.length)),this.hyperAt=this.hyper.map(r=>e(is+r)),this.afterAt=Number(t.at.get("x")),this.gradAt=Number(t.at.get("grad")),this.whereAt=Number(t.at.get("grad_at")),this.states=zi(t)}},ns=class{#t;#s;#e;#i;constructor(t,s){this.content=t,this.#t=s[t.memory],this.#s=this.#t.input(),this.#e=this.#t.output(),this.#i=zi(this.#t),this.stages=t.programs.map(e=>new ne(s[e],this.#i)),this.limit=t.limit&&new Qt(s[t.limit.program],t.limit.words)}get states(){return this.stages[0].states.map(([t])=>t)}begin({hyper:t,state:s}){let{inputs:e}=this.#t;for(let i=0;i<e.length;i++)this.#s[i]=t[e[i].slice(is.length)];this.#t.run(this.#s,this.#e,[],0);for(let i of Object.values(s))i[0]=i[1]=NaN;for(let[i,o]of this.#i)s[i][0]=this.#e[o],s[i][1]=this.#e[o+1];for(let{input:i,hyper:o,hyperAt:r,carried:a}of this.stages){for(let h=0;h<a.length;h++)i[a[h][1]]=this.#e[h];for(let h=0;h<o.length;h++)i[r[h]]=t[o[h]]}}};function zi({at:n}){return[...n].flatMap(([t,s])=>t.startsWith(xt)?[[t.slice(xt.length),s]]:[])}var os=class{#t=new Map;#s;#e=new Float64Array(3);#i=new Float64Array(1);#n=null;constructor(t){this.content=t;let s=t.programs.map(e=>new Nt(e,t.columns));this.loss=s[t.loss],this.accuracy=t.accuracy===null?null:s[t.accuracy],this.all=Uint16Array.from({length:this.loss.samples},(e,i)=>i),this.#s=t.hessian===null?null:new Zt(s[t.hessian],this.all);for(let[e,i]of Object.entries(t.rules))"why"in i||this.#t.set(e,new ns(i,s))}knows(t){return this.#t.has(t)}rule(t){let s=this.#t.get(t);if(!s)throw new Error(`there is no program of ${t}`);return s}bend(t){let{limit:s}=this.rule(t.key);this.#s&&(t.curvature=new ts(this.#s,s,t))}draw(t){let{seed:s,batch:e,steps:i,batches:o}=t;!o||!e||(this.#n??=new es(this.rule(t.runs[0].key).stages[0].program.samples),t.batches=this.#n.seen(s,e,i,o))}lossAt(t,s){return this.#o(this.loss,t,s)}#o(t,s,e){let{inputs:i}=t;for(let o=0;o<i.length;o++)i[o]!=="count"&&(this.#e[o]=i[o]==="x"?s:e);return t.run(this.#e,this.#i,this.all,t.samples),this.#i[0]}race(t,s){t.runs.forEach((e,i)=>this.run(t,i,s))}run(t,s,e){let i=t.runs[s],o=this.rule(i.key),{stages:r}=o,{steps:a}=t,[h,l]=t.start;o.begin(i),r[0].looksAhead&&(i.grad_at??=new Float64Array(2*a)),this.#a(i,0,h,l,this.lossAt(h,l),e);let c=null,u=r[0];for(let p=0;p<a;p++){let f=r.length===1?u:r[Math.min(Math.floor(p/this.content.lasts),r.length-1)],{input:d,output:m,program:w}=f;if(f!==u)for(let x=0;x<f.carried.length;x++)d[f.carried[x][1]]=u.input[u.carried[x][1]];u=f,f.x>=0&&(d[f.x]=h),f.y>=0&&(d[f.y]=l),f.t>=0&&(d[f.t]=p+1),this.#r(t,w,d,m,p),i.grad[2*p]=m[f.gradAt],i.grad[2*p+1]=m[f.gradAt+1],i.grad_at&&(i.grad_at[2*p]=m[f.whereAt],i.grad_at[2*p+1]=m[f.whereAt+1]),h=m[f.afterAt],l=m[f.afterAt+1];let y=this.lossAt(h,l),b=Number.isFinite(h)&&Number.isFinite(l)&&Number.isFinite(y);for(let x=0;x<f.carried.length;x++){let E=m[f.carried[x][0]];d[f.carried[x][1]]=E,b=b&&Number.isFinite(E)}if(!b){c=p+1;break}for(let x=0;x<f.states.length;x++){let[E,N]=f.states[x],O=i.state[E];O[2*p+2]=m[N],O[2*p+3]=m[N+1]}this.#a(i,p+1,h,l,y,e)}i.curvature?.forget(),i.ended=c,i.ending=c===null?null:Xo(c),c!==null&&Yo(i,c)}#r({batches:t,batch:s},e,i,o,r){if(!t||!s)return e.run(i,o,this.all,e.samples);let a=Math.ceil(e.samples/s),h=(r+1)%a===0?e.samples-(a-1)*s:s;e.run(i,o,t.subarray(r*s,r*s+h),h)}#a(t,s,e,i,o,r){if(t.x[2*s]=e,t.x[2*s+1]=i,t.loss[s]=o,t.accuracy&&this.accuracy&&(t.accuracy[s]=this.#o(this.accuracy,e,i)),!t.distance)return;let a=1/0;for(let h=0;h<r.length;h+=2)a=Math.min(a,Math.hypot(e-r[h],i-r[h+1]));t.distance[s]=a}};function Yo(n,t){for(let s of[n.x,...Object.values(n.state)])s.fill(NaN,2*t);for(let s of[n.loss,n.accuracy,n.distance])s?.fill(NaN,t);for(let s of[n.grad,n.grad_at])s?.fill(NaN,2*t)}function Xo(n){return{words:`ended at step ${n}`,explained:"",loss:""}}function Pi(n,t,s){let e=Object.values(s.own),i=[...[...s.spare].reverse(),...e].map(({dash:u})=>u),o=[...new Set(e.map(({marker:u})=>u))],r=Jo(n,t,s),a=Zo(n,e[0].shades.length),h=new Set([...r.values()].map(({dash:u})=>u.join())),l=n.map((u,p)=>({at:p,rule:t.indexOf(u.key),number:a[p]}));l.sort((u,p)=>u.rule-p.rule||u.number-p.number);let c=[];for(let{at:u,rule:p,number:f}of l){let d=r.get(n[u].key),m=(5*p+f-1)%s.spare.length,w=f?Di(i,m,y=>h.has(y.join())):d.dash;h.add(w.join()),c[u]=Qo(d,f,w,o)}return c}function Jo(n,t,{own:s,spare:e}){let i=new Map(n.map(({key:a,rule:h})=>[a,h])),o=new Set,r=new Map;return t.forEach((a,h)=>{let l=i.get(a);if(l===void 0)return;let c=(h-Object.keys(s).length+e.length)%e.length,u=Object.hasOwn(s,l)?s[l]:Di(e,c,p=>o.has(p));o.add(u),r.set(a,u)}),r}function Di(n,t,s){let e=[...n.slice(t),...n.slice(0,t)];return e.find(i=>!s(i))??e[0]}function Zo(n,t){let s=new Set;return n.map(({key:i,rule:o,name:r})=>{let h=[o,...Array.from({length:t-1},(l,c)=>`${o} ${c+2}`)].indexOf(r);return s.add(`${h} ${i}`),h}).map((i,o)=>{let r=Math.max(0,i);if(i<0)for(;s.has(`${r} ${n[o].key}`);)r++;return s.add(`${r} ${n[o].key}`),r})}function Qo({shades:n,marker:t},s,e,i){let[o,r]=n[s&&1+(s-1)%(n.length-1)];return{light:o,dark:r,dash:e,marker:i[(i.indexOf(t)+s)%i.length]}}function Ci(n,t,s){let e=s.map(({rule:h,name:l})=>n.runs.find(c=>c.key===h&&c.name===l)),i=n.runs.filter(h=>!e.includes(h)),o=[],r=n.runs.map(({key:h,hyper:l,origin:c,origin_means:u})=>({key:h,hyper:l,origin:c,origin_means:u}));n.runs=s.map(({rule:h,name:l,settings:c},u)=>{let p=e[u];if(!p){let m=i.findIndex(({key:w,hyper:y})=>w===h&&oe(y,c));[p]=m<0?[]:i.splice(m,1)}let f=p??Ti(n,t,h,l);if(f.name=l,p&&oe(p.hyper,c))return p;let d=[...r,{key:h,...n.newcomers[h]}].find(({key:m,hyper:w})=>m===h&&oe(w,c));return f.hyper={...c},f.settings=Jt(f),[f.origin,f.origin_means]=d?[d.origin,d.origin_means]:n.yours,o.push(f),f});let a=Pi(n.runs,Object.keys(n.newcomers),t.content.styles);return n.runs.forEach((h,l)=>h.style=a[l]),o}function oe(n,t){return Object.keys(n).every(s=>n[s]===t[s])}var Fi=new WeakMap,rs=class n{constructor(t,s,e){this.race=t,this.surface=s,this.engine=e}static of(t,s){if(re(t,s))return null;try{let e=tr(s);return t.runs.forEach(i=>e.bend(i)),new n(t,s,e)}catch{return null}}start([t,s]){return Number.isFinite(this.engine.lossAt(t,s))?(this.race.start[0]=t,this.race.start[1]=s,this.engine.race(this.race,this.surface.minima),!0):!1}put(t,s){t==="steps"?Oi(this.race,s):this.race[t]=s,this.engine.draw(this.race),this.engine.race(this.race,this.surface.minima)}set(t,s,e){let i=this.race.runs[t];i.hyper[s]=e,[i.origin,i.origin_means]=this.race.yours,i.settings=Jt(i),this.engine.run(this.race,t,this.surface.minima)}enter(t){let{race:s,engine:e,surface:i}=this;if(!t.every(({rule:o})=>e.knows(o)))return!1;for(let o of Ci(s,e,t))e.bend(o),e.run(s,s.runs.indexOf(o),i.minima);return!0}};function re({runs:n},{engine:t}){if("why"in t)return t.why;for(let{key:s}of n){let e=t.rules[s];if("why"in e)return e.why}return""}function tr(n){let t=Fi.get(n)??new os(n.engine);return Fi.set(n,t),t}var sr=4,as=class{#t=[];#s=!0;constructor(){this.root=g("div",{class:"mark-key"})}show(t){let s=er(t);this.#t=[];let e=s.map(([o,r])=>{let a=g("canvas",{class:"mark","aria-hidden":"true"});return this.#t.push([o,new S(a)]),g("span",{class:"entry"},a,r)}),i=t.found?[g("p",{},t.found)]:[];this.root.replaceChildren(...e,...i),this.root.hidden=!e.length&&!i.length,this.refresh()}refresh(){this.#s=!0}draw(t){for(let[s,e]of this.#t){if(!e.fit()&&!this.#s)continue;e.clear();let{context:i,width:o,height:r}=e;s==="valley"?it(i,[1,r/2,o-1,r/2],t):s==="lowest"?X(i,!0,o/2-4,r-sr,t,.85):X(i,!1,o/2,r/2,t)}this.#s=!1}};function er({minima:n,lowest:t,valleys:s,unlisted:e}){let i=n.length/2-t,o=[],a=`${!i&&!e&&!s.length?"":"lowest "}${t>1?"minima":"minimum"}${e?" found":""}`;return t&&o.push(["lowest",a]),i>0&&o.push(["minimum",`${t?"other ":""}${i>1?"minima":"minimum"}`]),s.length&&o.push(["valley","floor of a valley"]),o}var ir=100,nr=1/20,_i=1/10,qi=3,or=1e-12,rr=12,ar=new Intl.NumberFormat("en",{maximumSignificantDigits:17,useGrouping:!1}),hr={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10},hs=class{#t=null;held=!1;constructor(t,s,e,i){this.spread=s,this.changed=i,this.value=e,this.root=g("span",{class:"scrub",role:"spinbutton",tabindex:"0","aria-label":t}),this.root.title="Drag it left or right, use the arrow keys (Shift: finer), or double-click to type",s!=="number"&&this.root.setAttribute("aria-valuemin","0"),s==="share"&&this.root.setAttribute("aria-valuemax","1"),this.show(e),this.root.addEventListener("pointerdown",o=>this.#s(o)),this.root.addEventListener("keydown",o=>this.#e(o)),this.root.addEventListener("dblclick",()=>this.#n())}show(t){if(this.value=t,this.#t)return;let s=$t(t);this.root.textContent!==s&&(this.root.textContent=s),this.root.setAttribute("aria-valuenow",ar.format(t)),this.root.setAttribute("aria-valuetext",s)}#s(t){if(t.button!==0||this.#t)return;t.preventDefault(),t.stopPropagation(),this.root.focus({preventScroll:!0}),this.root.setPointerCapture(t.pointerId);let{clientX:s}=t,e=Hi(this.value,this.spread),i=!1;this.held=!0;let o=({clientX:a,shiftKey:h})=>{e=Wi(e+(a-s)/ir*(h?_i:1),this.spread),s=a,this.#i(Bi(e,this.spread),!1),i=!0},r=()=>{this.root.removeEventListener("pointermove",o),this.held=!1,i&&this.changed(this.value,!0)};this.root.addEventListener("pointermove",o),this.root.addEventListener("lostpointercapture",r,{once:!0})}#e(t){if(this.#t)return;if(t.key==="Enter")return t.preventDefault(),t.stopPropagation(),this.#n();let s=hr[t.key];if(!s)return;t.preventDefault(),t.stopPropagation();let e=this.value;for(let i=1;i<40&&this.value===e;i++){let o=Hi(e,this.spread)+s*nr*(t.shiftKey?_i:1)*i;this.#i(Bi(Wi(o,this.spread),this.spread),!0)}}#i(t,s){t!==this.value&&(this.show(t),this.changed(t,s))}#n(){if(this.#t)return;let t=this.root.getAttribute("aria-label")??"",s=g("input",{type:"text",inputmode:"decimal","aria-label":t,value:String(this.value)});this.#t=s,this.root.replaceChildren(s),s.select();let e=i=>{if(this.#t!==s)return;let o=lr(s.value,this.spread);if(i&&o===null)return s.setAttribute("aria-invalid","true");this.#t=null,this.root.replaceChildren(),this.show(this.value),i&&o!==null&&this.#i(o,!0)};s.addEventListener("keydown",i=>{i.stopPropagation(),i.key==="Enter"&&e(!0),i.key==="Escape"&&e(!1),this.#t||this.root.focus()}),s.addEventListener("pointerdown",i=>i.stopPropagation()),s.addEventListener("blur",()=>{e(!0),e(!1)})}};function Hi(n,t){return t==="size"?Math.log10(Math.max(n,or)):t==="share"?-Math.log10(1-n):n}function Wi(n,t){return t==="share"?Math.max(0,Math.min(rr,n)):t==="size"?Math.min(300,n):n}function Bi(n,t){let s=i=>Number(i.toPrecision(qi));if(t==="size")return s(10**n);if(t==="number")return s(n);let e=s(10**-n);return Number((1-e).toFixed(qi-1-Math.floor(Math.log10(e))))}function lr(n,t){let s=n.trim().replace(",","."),e=/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(s)?Number(s):NaN,i=t==="number"||e>=0&&(t==="size"||e<1);return Number.isFinite(e)&&i?e:null}var ls=class{#t=[];#s=!0;#e=!1;constructor(t,s,e,i){this.list=t,this.hidden=s,this.changed=e,this.set=i,this.marks=new as,this.why=g("p",{class:"why",hidden:""})}show(t,s,e){let{runs:i}=t;if(this.#e===e&&this.#i(i))this.#t.forEach((r,a)=>this.#n(r,i[a]));else{this.#e=e,this.#t=i.map((a,h)=>this.#o(a,h));let r=g("div",{class:"head"},g("span",{},"optimizer"),"loss at this step");this.list.replaceChildren(r,...this.#t.map(({entry:a})=>a),this.marks.root,this.why)}let o=re(t,s);this.why.hidden=!o,vt(this.why,o&&`${o}. So settings are changed beside the race.`),this.marks.show(s),this.refresh()}#i(t){let s=({name:e,rule:i,style:o,hyper:r})=>JSON.stringify([e,i,o,Object.keys(r)]);return t.length===this.#t.length&&t.every((e,i)=>s(e)===s(this.#t[i].run))}#n(t,s){t.run=s;for(let[e,i]of t.scrubs)i.held||i.show(s.hyper[e]);t.scrubs.size||vt(t.settings,s.settings),ji(t.row,s)}refresh(){this.#s=!0,this.marks.refresh()}draw(t,s,e){for(let{run:i,row:o,sheet:r,value:a,note:h,origin:l}of this.#t){(r.fit()||this.#s)&&cr(r,i,s);let{ended:c,ending:u,loss:p}=i,f=c!==null&&t>=c?u:null;vt(a,f?.loss||k(p[f?Number(c)-1:t],4)),vt(h,f?f.words:e(i)?"out of the picture":""),vt(l,i.origin),o.setAttribute("aria-pressed",String(!this.hidden.has(i.name)))}this.#s=!1,this.marks.draw(s)}#o(t,s){let e=g("canvas",{class:"sample","aria-hidden":"true"}),i=g("span",{class:"value"}),o=g("span",{class:"note"}),r=g("span",{class:"origin"},t.origin),a=g("span",{class:"name"},t.name," ",r),h=g("button",{type:"button",class:"row"},e,a,i,o),l=g("span",{class:"settings"}),c=this.#e?this.#r(t,s):new Map;[...c].forEach(([p,{root:f}],d)=>l.append(d?", ":"",`${t.symbols[p][0]} `,f)),c.size||(l.textContent=t.settings),ji(h,t),h.addEventListener("click",()=>{let{name:p}=this.#t[s].run;this.hidden.delete(p)||this.hidden.add(p),this.changed()});let u=g("div",{class:"entry"},h,l);return{run:t,entry:u,row:h,settings:l,scrubs:c,sheet:new S(e),value:i,note:o,origin:r}}#r(t,s){return new Map(Object.entries(t.symbols).map(([e,[i,o]])=>{let r=`${t.name}: ${i===e?e:`${i}, ${e}`}`,a=(h,l)=>this.set(s,e,h,l);return[e,new hs(r,o,t.hyper[e],a)]}))}};function ji(n,t){n.title=`${At(t)}: ${t.settings}
${t.origin}: ${t.origin_means}
Click to show or hide.`}function cr(n,t,s){let{context:e,width:i,height:o}=n,r=T(t,s);n.clear(),e.beginPath(),e.moveTo(1,o/2),e.lineTo(i-8,o/2),e.setLineDash(C(t,P)),e.lineWidth=P,e.strokeStyle=r,e.stroke(),e.setLineDash([]),D(e,t.style.marker,i-9,o/2,5.4,r,s.paper)}function vt(n,t){n.textContent!==t&&(n.textContent=t)}var ur=`
  :root { color-scheme: light dark; font: 18px/1.45 system-ui, sans-serif; }
  body { margin: 18px 22px; }
  h1 { font-size: 1.25em; margin: 0 0 10px; }
  p { margin: 0 0 12px; }
  b { display: block; font-size: 0.75em; opacity: 0.75; }
  time { float: right; font-variant-numeric: tabular-nums; opacity: 0.75; }
`,us=class{#t=null;#s=0;#e=0;constructor(t){this.press=t}open(t,s,e){return this.#t=window.open("","optviz-notes","popup,width=460,height=560"),this.#t?(this.#s=Date.now(),clearInterval(this.#e),this.#e=setInterval(()=>this.#i(),1e3),this.#t.document.onkeydown=this.press,this.show(t,s,e),this.#t.focus(),!0):!1}show(t,s,e){if(!this.#t||this.#t.closed)return;if(!e)return this.#t.close();let{head:i,body:o}=this.#t.document;i.replaceChildren(g("title",{},"Notes"),g("style",{},ur)),o.replaceChildren(g("time",{}),g("small",{},t),g("h1",{},s),...cs("",e.text),...cs("Answer",e.answer),...cs("Measured",e.measured),...cs("Next",e.next)),this.#i()}#i(){if(!this.#t||this.#t.closed)return clearInterval(this.#e);let t=Math.floor((Date.now()-this.#s)/1e3),s=this.#t.document.querySelector("time");s&&(s.textContent=`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`)}};function cs(n,t){return t?[g("p",{},...n?[g("b",{},n)]:[],t)]:[]}var ps=class{content=null;constructor(t,s,e){this.box=t,this.tell=s,this.notes=new us(e)}get asks(){return!!(this.content?.question&&!this.content.chosen)}show(t){let s=t?.id!==this.content?.id,e=JSON.stringify(t)===JSON.stringify(this.content);return this.content=t,this.box.hidden=!t,!t||e?!1:(this.box.replaceChildren(g("small",{},t.place),...this.#t(t),g("h4",{},t.heading),g("p",{},t.text),...this.#s(t)),s)}turn(t){this.content&&this.tell({turn:t})}choose(t){let s=this.content?.choices[t];this.asks&&s&&this.tell({answer:s})}#t({place:t,heading:s,notes:e}){if(this.notes.show(t,s,e),!e)return[];let i=g("button",{type:"button",class:"notes"},"Notes in a window");return i.addEventListener("click",()=>{this.notes.open(t,s,e)||(i.textContent="The browser allows no window")}),[i]}#s({question:t,choices:s,chosen:e,right:i,numbers:o,finding:r}){let a=r&&(!t||e)?[g("p",{class:"finding"},`Measured: ${r}`)]:[];if(!t)return a;let h=g("p",{class:"question"},t);if(e){let c=e===i?`Right: ${i}.`:`You said ${e}; it is ${i}.`;return[h,g("p",{class:"answer",role:"status"},`${c} ${o}`),...a]}let l=s.map((c,u)=>{let p=g("button",{type:"button"},g("kbd",{},String(u+1)),` ${c}`);return p.addEventListener("click",()=>this.choose(u)),p});return[h,g("div",{class:"choices"},...l)]}};var pr=["scene","formula","room","lesson"],fr=["view","t"],dr=["embed","embed_options"];var mr=-1/0;addEventListener("popstate",()=>mr=performance.now());function Gi(n,t,s,e){let i=new URLSearchParams(location.search);gr(n,i)&&((!s||i.has("view"))&&i.set("view",t),e?i.set("t",e):i.delete("t"),yr(wr(n,[...dr,...fr],i),!1))}function gr(n,t){let s=new URLSearchParams(n);return pr.every(e=>(s.get(e)??"")===(t.get(e)??""))}function wr(n,t,s){let e=t.filter(i=>s.has(i)).map(i=>`${i}=${encodeURIComponent(s.get(i)??"").replaceAll("%2C",",")}`);return[n,...e].filter(Boolean).join("&")}function yr(n,t){let s=location.pathname+(n?`?${n}`:"")+location.hash;if(s!==location.pathname+location.search+location.hash)try{history[t?"pushState":"replaceState"](history.state,"",s)}catch{}}var L={left:34,top:30,right:10,bottom:26},fs=class{#t=!0;#s=A([0,1],[0,1]);#e=A([0,1],[0,1]);#i=null;#n=null;constructor(t){let s="The samples, this step's minibatch and the decision line of each optimizer";this.samples=new S(g("canvas")),this.lines=new S(g("canvas",{role:"img","aria-label":s})),t.append(this.samples.canvas,this.lines.canvas)}show(t,s){this.#i=t,this.#n=s,this.#t=!0}refresh(){this.#t=!0}draw(t,s,e){if(!this.#i?.samples||!this.#n)return;(this.samples.fit()||this.#t)&&this.#o(e),this.lines.fit(),this.lines.clear();let{context:i}=this.lines;this.#h(i,Math.floor(t),e),i.save(),i.beginPath(),i.rect(L.left,L.top,this.lines.width-L.left-L.right,this.lines.height-L.top-L.bottom),i.clip();for(let o of this.#n.runs)s.has(o.name)||this.#l(i,o,t,e);i.restore()}#o(t){this.#t=!1;let{context:s,width:e,height:i}=this.samples,{samples:o}=this.#i,{points:r,labels:a}=o,h=[0,1].map(l=>br(r,l));this.#s=A(h[0],[L.left,e-L.right]),this.#e=A(h[1],[i-L.bottom,L.top]),this.samples.clear(),this.#r(s,h,t),s.lineWidth=1.3,a.forEach((l,c)=>{Ui(s,this.#s(r[2*c]),this.#e(r[2*c+1]),3,l,t.soft,t.paper)}),this.#a(s,t)}#r(t,s,e){let{left:i,top:o}=L,r={left:i,top:o,right:this.samples.width-L.right,bottom:this.samples.height-L.bottom};_(t,"below",K(z(s[0],5),this.#s),r,e),_(t,"left",K(z(s[1],5),this.#e),r,e),Rt(t,r,e)}#a(t,s){t.textAlign="left",t.textBaseline="middle",t.fillStyle=s.ink;let e=L.left+6;for(let[i,o]of[[1,"label 1"],[0,"label 0"],[2,"this step's minibatch"]])i===2&&Vi(t,e,L.top-14,s),Ui(t,e,L.top-14,3,i%2,s.soft,s.paper),t.fillStyle=s.ink,t.fillText(o,e+10,L.top-13),e+=26+t.measureText(o).width}#h(t,s,e){let{batches:i,steps:o}=this.#n,r=this.#i?.samples?.points;if(!i||!r)return;let a=i.length/o,h=Math.min(s,o-1);for(let l of i.subarray(h*a,(h+1)*a))Vi(t,this.#s(r[2*l]),this.#e(r[2*l+1]),e)}#l(t,s,e,i){let o=Math.floor(e),r=Math.min(o+1,s.loss.length-1),[a,h]=[0,1].map(c=>{let[u,p]=[s.x[2*o+c],s.x[2*r+c]];return Number.isFinite(p)?u+(e-o)*(p-u):u}),l=100/Math.hypot(a,h);Number.isFinite(l)&&(t.beginPath(),t.moveTo(this.#s(-h*l),this.#e(a*l)),t.lineTo(this.#s(h*l),this.#e(-a*l)),t.setLineDash(C(s,P)),t.lineWidth=P*i.scale,t.strokeStyle=T(s,i),t.stroke(),t.setLineDash([]))}};function br(n,t){let s=Array.from(n).filter((r,a)=>a%2===t),[e,i]=[Math.min(...s),Math.max(...s)],o=.06*(i-e);return[e-o,i+o]}function Ui(n,t,s,e,i,o,r){n.beginPath(),n.arc(t,s,e,0,7),n.fillStyle=i?o:r,n.strokeStyle=o,n.fill(),n.stroke()}function Vi(n,t,s,e){n.beginPath(),n.arc(t,s,7.5,0,7),n.lineWidth=2.4,n.strokeStyle=e.ink,n.stroke(),n.lineWidth=1.3}var Ki=v.box.line;function Yi(n,t){if(t*n.length<2*Ki)return[];let s=Math.ceil(Ki/t),e=[1/0,[]];for(let i=s;i<s+3;i++)for(let o=0;o<Math.min(i,n.length);o++){let r=[];for(let l=o;l<n.length;l+=i)r.push(l);let h=r.reduce((l,c)=>l+xr(n[c]),0)/r.length+(i-s)/2;h<e[0]&&(e=[h,r])}return e[1]}function xr(n){let t=k(n);return t.length+(/^−?[0.]*(10*)?[⁻⁰-⁹¹²³]*$/.test(t)?0:4)}var V=v.box.height,ae=1e-9,R=v.box.base,he=v.sun.direction,le=v.sun.wall,at=v.sun.tint,ms=600,gs=5,ds=class{constructor({heights:t,levels:s,xlim:e,ylim:i}){this.heights=t,this.n=Math.sqrt(t.length),this.levels=s,this.limits=[e,i];let[o,r]=vr(t);this.low=o,this.rise=V/(r-o),this.slopes=Mr(t,this.n,this.rise)}cell(t,s){let[e,i]=this.limits[s];return(t-e)/(i-e)*(this.n-1)}side(t,s){return this.cell(t,s)/(this.n-1)-.5}ground(t,s){let{n:e,heights:i}=this,o=e-1+ae;if(!(t>=-ae&&s>=-ae&&t<=o&&s<=o))return NaN;let r=Math.max(0,Math.min(Math.floor(t),e-2)),a=Math.max(0,Math.min(Math.floor(s),e-2)),[h,l,c]=[t-r,s-a,a*e+r],u=i[c]+h*(i[c+1]-i[c]),p=i[c+e]+h*(i[c+e+1]-i[c+e]);return this.z(u+l*(p-u))}z(t){return(t-this.low)*this.rise}};function vr(n){let[t,s]=[1/0,-1/0];for(let e of n)e<t&&(t=e),e>s&&(s=e);return t<s?[t,s]:[0,1]}function Mr(n,t,s){let e=new Float32Array(2*t*t),i=(o,r,a,h)=>{let l=r||Number.isNaN(n[o-h])?0:h,c=a||Number.isNaN(n[o+h])?0:h,u=(l+c)/h||1;return(n[o+c]-n[o-l])/u*s*(t-1)};for(let o=0;o<t*t;o++){let[r,a]=[o%t,Math.floor(o/t)];e[2*o]=i(o,r===0,r===t-1,1),e[2*o+1]=i(o,a===0,a===t-1,t)}return kr(e,t)}function kr(n,t){let s=n.slice();for(let e=2*(t+1);e<2*(t*t-t-1);e++){let i=(e>>1)%t;if(i===0||i===t-1)continue;let o=4*n[e];for(let r of[2,2*t])o+=2*(n[e-r]+n[e+r]);for(let r of[2*t-2,2*t+2])o+=n[e-r]+n[e+r];Number.isNaN(o)||(s[e]=o/16)}return s}function Mt({right:n,away:t}){let[s,e]=[0,1].map(i=>(he[0]*n[i]+he[1]*t[i])/he[2]);return[s,e]}function ce(n,{middle:t,contrast:s,darkest:e,brightest:i}){return Math.max(e,Math.min(i,t+s*(n-1)))}function Xi(n,t,s){let e=Mt(n);return ce(le+.5*(t[0]*e[0]+t[1]*e[1]),s)}function Ji({right:n,away:t},s){let[e,i,o]=[-1/0,1/0,[0,0]];for(let r of[0,1]){let[a,h]=[n[r]*s,t[r]||1e-12],l=Math.sign(h),c=(-.5*l-a)/h;i=Math.min(i,(.5*l-a)/h),!(c<e)&&(e=c,o=r?[0,-l]:[-l,0])}return e<i?{near:e,far:i,wall:o}:null}function Zi(n){let{contour:t,light:s}=v.themes[n.dark?"dark":"light"],{level:e,...i}=s;return{paper:Float32Array.from(It(n.ground).flat()),line:t.slice(0,3),strength:t[3],middle:e,...i}}var{tick:ws,gap:Qi,name:Er}=v.box,Ar=v.trail.hidden,ys=class{#t=[];constructor(t,s,e,i,o){this.context=t,this.surface=s,this.terrain=e,this.camera=i,this.theme=o,this.front=[-Math.sign(i.away[0])||1,-Math.sign(i.away[1])||1];let r=e.rise*i.scale*i.cosine/o.scale;this.labelled=Yi(s.levels,r)}drawBack(){let[t,s]=[-this.front[0]/2,-this.front[1]/2],{context:e,terrain:i,theme:o}=this;e.lineWidth=1,e.strokeStyle=o.wall;let r=this.labelled.map(a=>i.z(a+1));for(let a of[...r,V])this.#s([[t,-s,a],[t,s,a],[-t,s,a]]);for(let[a,h]of[[t,-s],[t,s],[-t,s]])this.#s([[a,h,R],[a,h,V]])}drawFront(t,s){this.#h(s),this.#e(t),this.#o(0),this.#o(1),this.#r(),this.#u(t)}#s(t){let{context:s,camera:e}=this;s.beginPath();for(let[i,o,r]of t)s.lineTo(e.x(i,o),e.y(i,o,r));s.stroke()}#e(t){let{context:s,theme:e}=this,[i,o]=[this.front[0]/2,this.front[1]/2];s.strokeStyle=e.edge,s.lineJoin="round",this.#s([[i,-o,R],[i,o,R],[-i,o,R]]);for(let[r,a]of[[i,-o],[i,o],[-i,o]])this.#s([[r,a,R],[r,a,this.#n(r,a)]]);for(let r of[i,-i])this.#i(a=>[r,a],t);for(let r of[o,-o])this.#i(a=>[a,r],t)}#i(t,s){let{n:e}=this.terrain,i=[];for(let o=0;o<e;o++){let[r,a]=t(o/(e-1)-.5),h=this.#n(r,a);s.clearance(r,a,h)>=0?i.push([r,a,h]):(this.#s(i),i=[])}this.#s(i)}#n(t,s){let e=this.terrain.n-1;return this.terrain.ground((t+.5)*e,(s+.5)*e)}#o(t){let{camera:s,surface:e,terrain:i}=this,{scale:o}=this.theme,r=this.front[1-t]/2,a=b=>t?[r,b]:[b,r],h=t?[2*r,0]:[0,2*r],[l,c]=Sr(s.across(h[0],h[1]),-s.lift(h[0],h[1],0)),u=b=>{let[x,E]=a(b);return[s.x(x,E),s.y(x,E,R)]},[[p,f],[d,m]]=[u(-.5),u(.5)],w=Math.hypot(d-p,m-f)/o;if(w<Qi)return;for(let b of z(t?e.ylim:e.xlim,w/Qi)){let[x,E]=u(i.side(b,t));this.#a(x,E,l,c,k(b))}let y=Er*o;this.#l(e.axes[t],(p+d)/2+l*y,(f+m)/2+c*y)}#r(){let{camera:t,surface:s,terrain:e}=this,i=[[-.5,-.5],[.5,-.5],[.5,.5],[-.5,.5]],o=i.map(([h,l])=>t.across(h,l)),[r,a]=i[o.indexOf(Math.min(...o))];for(let h of this.labelled)this.#a(t.x(r,a),t.y(r,a,e.z(h+1)),-1,0,k(s.levels[h]));this.labelled.length&&this.#l("loss",t.x(r,a)-14,t.y(r,a,V)-12*this.theme.scale)}#a(t,s,e,i,o){let{context:r,theme:a}=this;r.font=`${v.type.number*a.scale}px ${a.font}`;let{width:h}=r.measureText(o),[l,c]=[t+e*(ws+4+h/2),s+i*(ws+9*a.scale)];this.#c(o,l,c,h,a.soft)&&(r.strokeStyle=a.soft,r.beginPath(),r.moveTo(t,s),r.lineTo(t+e*ws,s+i*ws),r.stroke())}#h(t){let{context:s,theme:e}=this;s.font=`${v.type.number*e.scale}px ${e.font}`;let{width:i}=s.measureText(t),[o,r]=[6+i/2,9*e.scale];s.lineWidth=4,s.lineJoin="round",s.strokeStyle=e.rim,s.textAlign="center",s.textBaseline="middle",s.strokeText(t,o,r),this.#c(t,o,r,i,e.soft),s.lineWidth=1}#l(t,s,e){let{context:i,theme:o}=this;i.font=`italic ${v.type.name*o.scale}px ${o.font}`,this.#c(t,s,e,i.measureText(t).width,o.ink)}#c(t,s,e,i,o){let{context:r,theme:a}=this,[h,l]=[i/2+3,6*a.scale],[c,u,p,f]=[s-h,e-l,s+h,e+l];return this.#t.some(([d,m,w,y])=>d<p&&w>c&&m<f&&y>u)?!1:(this.#t.push([c,u,p,f]),r.textAlign="center",r.textBaseline="middle",r.fillStyle=o,r.fillText(t,s,e),!0)}#u(t){let{context:s,camera:e,terrain:i,theme:o}=this;this.#p(t),Pt(this.surface,(r,a,h)=>{let[l,c]=[i.side(r,0),i.side(a,1)],u=this.#n(l,c);Number.isNaN(u)||(s.globalAlpha=t.clearance(l,c,u)<0?Ar:1,X(s,h,e.x(l,c),e.y(l,c,u),o,o.scale),s.globalAlpha=1)})}#p(t){let{context:s,camera:e,terrain:i,theme:o}=this,{valleys:r}=this.surface,a=[];for(let h=0;h<r.length;h+=2){let[l,c]=[i.side(r[h],0),i.side(r[h+1],1)],u=this.#n(l,c),p=Number.isNaN(u)||t.clearance(l,c,u)<0;a.push(...p?[NaN,NaN]:[e.x(l,c),e.y(l,c,u)])}it(s,a,o,o.scale)}};function Sr(n,t){let s=Math.hypot(n,t)||1;return[n/s,t/s]}var Nr=8,Tr=12,Lr=.6,Or=v.box.margin,{wide:Ir,tall:$r}=v.box,ue=[0,0,V/2],ht=(n,t,s)=>Math.max(t,Math.min(s,n)),tn=n=>n*Math.PI/180,bs=class{home={...v.camera,zoom:1};view={...this.home};version=0;scale=1;right=[1,0];away=[0,1];sine=0;cosine=1;centre=[0,0];#t=ue;#s=[0,0];#e=[1,1];#i=1;reset(){this.#t=ue,this.view={...this.home},this.#n()}fit(t,s,e){this.#e=[t,s],this.#i=e,this.#n()}turn(t,s){this.view.azimuth=((this.view.azimuth+t)%360+360)%360,this.view.elevation=ht(this.view.elevation+s,Nr,90),this.#n()}zoomAt(t,s=this.centre[0],e=this.centre[1]){let i=this.view.zoom;this.view.zoom=ht(i*t,Lr,Tr),this.#n();let o=1-this.view.zoom/i;if(o<0&&this.move((s-this.centre[0])*o,(e-this.centre[1])*o),o>0){let r=i>1?ht((this.view.zoom-1)/(i-1),0,1):0;this.#t=ue.map((a,h)=>a+r*(this.#t[h]-a))}this.#n()}move(t,s){let[e,i]=[-t/this.scale,s/this.scale],[o,r,a]=this.#t;this.#t=[ht(o+e*this.right[0]+i*this.sine*this.away[0],-.5,.5),ht(r+e*this.right[1]+i*this.sine*this.away[1],-.5,.5),ht(a+i*this.cosine,0,V)],this.#n()}x(t,s){return this.centre[0]+this.scale*(this.across(t,s)-this.#s[0])}y(t,s,e){return this.centre[1]-this.scale*(this.lift(t,s,e)-this.#s[1])}across(t,s){return t*this.right[0]+s*this.right[1]}distance(t,s){return t*this.away[0]+s*this.away[1]}lift(t,s,e){return this.distance(t,s)*this.sine+e*this.cosine}get origin(){let[t,s]=this.centre;return[this.#s[0]-t/this.scale,this.#s[1]+s/this.scale]}#n(){let[t,s]=[tn(this.view.azimuth),tn(this.view.elevation)];this.right=[-Math.sin(t),Math.cos(t)],this.away=[-Math.cos(t),-Math.sin(t)],this.sine=Math.sin(s),this.cosine=Math.cos(s);let[e,i]=this.#e,[o,r,a,h]=Or.map(d=>d*this.#i),[l,c]=[e-o-a,i-r-h];this.centre=[o+l/2,r+c/2],this.scale=Math.max(1,Math.min(l/Ir,c/$r))*this.view.zoom;let[u,p,f]=this.#t;this.#s=[this.across(u,p),this.lift(u,p,f)],this.version+=1}};var Rr=2,zr=6,sn=.2,Pr=5,[xs,lt,vs]=[0,1,2],Ms=class{#t=[];#s=[];constructor(t,s){this.run=t,this.terrain=s,this.last=(t.ended??t.loss.length)-1;let e=NaN;for(let i=0;i<this.last;i++)e=this.#e(i,e)}#e(t,s){let e=this.terrain.n-1,[i,o]=this.#i(t),[r,a]=this.#i(t+1),h=nt([0,0],[e,e],[i,o],[r-i,a-o]);if(!h)return s;let[l,c]=h,u=Math.hypot(r-i,a-o)*(c-l),p=Math.max(1,Math.ceil(u/Rr));for(let f=s===t+l?1:0;f<=p;f++){let d=l+(c-l)*f/p,m=this.#n(i+d*(r-i),o+d*(a-o));this.#t.push(...m,t+d,f?lt:xs)}return t+c}#i(t){let{x:s}=this.run;return[this.terrain.cell(s[2*t],0),this.terrain.cell(s[2*t+1],1)]}#n(t,s){let e=this.terrain.n-1;return[t/e-.5,s/e-.5,this.terrain.ground(t,s)]}lay(t,s){let e=this.#t;this.#s=[];let i=NaN;for(let o=0;o<e.length;o+=5){let[r,a,h,l]=[e[o],e[o+1],e[o+2],e[o+3]],c=s.clearance(r,a,h),u=e[o+4]===xs||Number.isNaN(i+c);if(!u&&c<0!=i<0){let[p,f,d,m]=this.#o(o,i<0,s);this.#r(t.x(p,f),t.y(p,f,d),m,i<0?vs:lt)}if(!Number.isNaN(c)){let p=u?xs:c<0?vs:lt;this.#r(t.x(r,a),t.y(r,a,h),l,p)}i=c}}#o(t,s,e){let i=this.#t,o=h=>[0,1,2,3].map(l=>i[t+l-5]+h*(i[t+l]-i[t+l-5])),[r,a]=[0,1];for(let h=0;h<Pr;h++){let[l,c,u]=o((r+a)/2);e.clearance(l,c,u)<0===s?r=(r+a)/2:a=(r+a)/2}return o((r+a)/2)}#r(t,s,e,i){let o=this.#s,r=o.length-4;if(r>=4&&i!==xs&&o[r+3]===i){let[a,h]=[t-o[r-4],s-o[r-3]],[l,c]=[o[r]-o[r-4],o[r+1]-o[r-3]],u=Math.hypot(a,h),p=Math.abs(l*h-c*a)<sn*u&&l*a+c*h>0;(u<sn||u<zr&&p)&&(o.length=r)}o.push(t,s,e,i)}trace(t,s,e){let i=this.#s;t.beginPath();let o=!1;for(let r=4;r<i.length&&i[r-2]<s;r+=4){let a=i[r+3]===e;if(a){let h=Math.min(1,(s-i[r-2])/(i[r+2]-i[r-2]));o||t.moveTo(i[r-4],i[r-3]),t.lineTo(i[r-4]+h*(i[r]-i[r-4]),i[r-3]+h*(i[r+1]-i[r-3]))}o=a}}head(t){let s=Math.max(0,Math.min(Math.floor(t),this.last)),e=Math.min(t,this.last)-s,[i,o]=[this.#i(s),this.#i(Math.max(s,Math.min(s+1,this.last)))];return this.#n(i[0]+e*(o[0]-i[0]),i[1]+e*(o[1]-i[1]))}};function pe([n,t],s){let[e,i]=[s.cell(n,0),s.cell(t,1)];return[s.side(n,0),s.side(t,1),s.ground(e,i)]}var en=Math.SQRT1_2,Dr=4,Cr=30;function nn(n,t,s,e){let i=e.origin[0]+n/e.scale,o=e.origin[1]-t/e.scale,r=c=>[e.right[0]*i+e.away[0]*c,e.right[1]*i+e.away[1]*c],a=c=>{let[u,p]=r(c),f=s.n-1,d=s.ground((u+.5)*f,(p+.5)*f);return e.lift(u,p,d)-o},h=1/(Dr*(s.n-1)),l=NaN;for(let c=-en;c<=en;c+=h){let u=a(c);if(l<0&&u>=0)return _r(r(Fr(a,c-h,c)),s);if(Number.isNaN(l)&&u>=0)return null;l=u}return null}function Fr(n,t,s){for(let e=0;e<Cr;e++){let i=(t+s)/2;n(i)<0?t=i:s=i}return s}function _r([n,t],{limits:[s,e]}){return[s[0]+(n+.5)*(s[1]-s[0]),e[0]+(t+.5)*(e[1]-e[0])]}var Z=Math.SQRT1_2,qr=1.5,Hr=1.2,Wr=-9,ks=class{constructor(t,s){this.terrain=t,this.camera=s,this.side=Math.ceil(2*Z*(t.n-1))+1,this.tops=new Float32Array(this.side**2);for(let e=0;e<this.side;e++)this.#t(e)}#t(t){let{terrain:s,camera:e,side:i,tops:o}=this,[r,a]=[s.n-1,2*Z/(i-1)],h=t*a-Z,[l,c]=[e.right[0]*h+.5,e.right[1]*h+.5],u=Wr;for(let p=0;p<i;p++){let f=p*a-Z,d=s.ground((l+e.away[0]*f)*r,(c+e.away[1]*f)*r),m=f*e.sine+d*e.cosine;m>u&&(u=m),o[t*i+p]=u}}clearance(t,s,e){let{camera:i,side:o,tops:r}=this,a=(o-1)/(2*Z),h=(i.across(t,s)+Z)*a,l=Math.max(0,(i.distance(t,s)+Z)*a-qr),[c,u]=[Math.min(o-2,Math.floor(h)),Math.min(o-2,Math.floor(l))],[p,f,d]=[h-c,l-u,c*o+u],m=r[d]+f*(r[d+1]-r[d]),w=r[d+o]+f*(r[d+o+1]-r[d+o]);return i.lift(t,s,e)+Hr/i.scale-(m+p*(w-m))}};var Br={ArrowLeft:[1,0],ArrowRight:[-1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},Es=class{#t=new Map;#s=0;#e=!0;constructor(t,s,e){this.box=t,this.camera=s,this.changed=e,t.addEventListener("pointerdown",i=>this.#n(i)),t.addEventListener("pointermove",i=>this.#o(i));for(let i of["pointerup","pointercancel"])t.addEventListener(i,({pointerId:o})=>this.#t.delete(o));t.addEventListener("wheel",i=>this.#a(i),{passive:!1}),t.addEventListener("keydown",i=>this.#h(i)),t.addEventListener("dblclick",()=>this.#i())}#i(){this.camera.reset(),this.changed()}#n(t){t.button===0&&(this.box.focus({preventScroll:!0}),this.box.setPointerCapture(t.pointerId),this.#t.set(t.pointerId,t),this.#s=t.clientX,this.#e=t.pointerType!=="touch")}#o(t){let s=this.#t.get(t.pointerId);if(!s)return;let[e,i]=[t.clientX-s.clientX,t.clientY-s.clientY],{pointerId:o}=t,r=[...this.#t.values()].find(a=>a.pointerId!==o);if(r){let a=({clientX:p,clientY:f})=>Math.max(10,Math.hypot(p-r.clientX,f-r.clientY)),[h,l]=this.#r(t),[c,u]=this.#r(r);this.camera.move(e/2,i/2),this.camera.zoomAt(a(t)/a(s),(h+c)/2,(l+u)/2)}else this.#e||=Math.abs(t.clientX-this.#s)>8,this.camera.turn(-e*.45,this.#e?i*.45:0);this.#t.set(t.pointerId,t),this.changed()}#r({clientX:t,clientY:s}){let{left:e,top:i}=this.box.getBoundingClientRect();return[t-e,s-i]}#a(t){if(!t.ctrlKey&&!this.box.matches(":focus"))return;t.preventDefault();let s=t.deltaMode===1?16:1,e=Math.max(-240,Math.min(240,t.deltaY*s*(t.ctrlKey?5:1)));this.camera.zoomAt(Math.exp(-e/500),...this.#r(t)),this.changed()}#h(t){if(t.ctrlKey||t.metaKey||t.altKey)return;let s=Br[t.key];if(s)this.camera.turn(s[0]*5,s[1]*5);else if(t.key==="+"||t.key==="=")this.camera.zoomAt(1.2);else if(t.key==="-")this.camera.zoomAt(1/1.2);else if(t.key==="0")this.camera.reset();else return;t.preventDefault(),t.stopPropagation(),this.changed()}};var[q,Q,tt,st]=[0,1,2,3],jr=.75,Gr=1.25,et=class{name="Canvas 2-D";software=!0;#t=document.createElement("canvas");#s=this.#t.getContext("2d");#e=new ImageData(1,1);#i=new Float32Array(0);#n=new Float64Array(4);#o=new Float64Array(4);#r=new Float64Array(4);#a=-1;#h=0;#l=0;#c=1;terrain=null;show(t){this.terrain=t,this.#i=new Float32Array(3*t.n**2)}paint(t,s,{width:e,height:i,density:o,fine:r}){let a=r?2*o:o;this.#c=o,this.#u(Math.round(e*a),Math.round(i*o)),this.#p(t,s);for(let h=0;h<this.#e.width;h++)this.#l=h,this.#d(t,s,(h+.5)/a,r?jr:Gr);return this.#s.putImageData(this.#e,0,0),this.#t}#u(t,s){if(this.#e.width===t&&this.#e.height===s){this.#e.data.fill(0);return}Object.assign(this.#t,{width:t,height:s}),this.#e=new ImageData(t,s)}#p(t,s){let{right:e,away:i,sine:o,cosine:r,scale:a}=t,h=Mt(t),{slopes:l,heights:c,rise:u}=this.terrain,p=this.#i;for(let f=0;f<c.length;f++){let[d,m]=[l[2*f],l[2*f+1]],w=d*e[0]+m*e[1],y=d*i[0]+m*i[1],b=(1-d*h[0]-m*h[1])/Math.sqrt(1+d*d+m*m),x=Math.sqrt(w*w+y*y/(o*o))+1e-9;p[3*f]=c[f],p[3*f+1]=ce(b,s);let E=u*a*Math.abs(1+y*r/o)/x;p[3*f+2]=Math.min(ms,E)}}#d(t,s,e,i){let[o,r]=t.origin,a=o+e/t.scale,h=Ji(t,a);if(!h)return;let{near:l,far:c}=h;this.#h=0,this.#a=-1;let u=this.terrain.n-1,p=Math.ceil((c-l)*u/i),f=t.scale*this.#c;for(let d=0;d<=p;d++){let m=l+(c-l)*d/p;this.#m((t.right[0]*a+t.away[0]*m+.5)*u,(t.right[1]*a+t.away[1]*m+.5)*u);let w=this.terrain.z(this.#o[Q]),y=m*t.sine+w*t.cosine;if(this.#o[q]=this.#e.height+(y-r)*f,d===0?this.#g(t,s,h):this.#o[q]>this.#h&&this.#f(s),[this.#n,this.#o]=[this.#o,this.#n],this.#h>=this.#e.height)break}this.#w()}#m(t,s){let{n:e}=this.terrain,[i,o]=[this.#i,this.#o],r=Math.max(0,Math.min(e-2,Math.floor(t))),a=Math.max(0,Math.min(e-2,Math.floor(s))),[h,l,c,u]=[t-r,s-a,3*(a*e+r),3*e];for(let p=0;p<3;p++){let f=i[c+p]+h*(i[c+3+p]-i[c+p]),d=i[c+u+p]+h*(i[c+u+3+p]-i[c+u+p]);o[p+1]=f+l*(d-f)}}#g(t,s,{wall:e}){let[i,o]=[this.#n,this.#o],[r,a]=[o[tt],o[st]],{rise:h,low:l}=this.terrain,c=t.scale*t.cosine;i[Q]=l+R/h,i[q]=o[q]-(o[Q]-i[Q])*h*c*this.#c,i[tt]=o[tt]=Xi(t,e,s),i[st]=o[st]=c*h,o[q]>this.#h&&this.#f(s),[o[tt],o[st]]=[r,a]}#f({paper:t,line:s,strength:e}){let[i,o,r,a]=[this.#n,this.#o,this.#r,this.#c],[h,l]=[i[q],this.terrain.levels.length],c=o[q]-h,u=Math.min(o[q],this.#e.height);for(let p=Math.max(this.#h,h);p<u;){let f=Math.floor(p),d=Math.min(u,f+1);f!==this.#a&&this.#w(),this.#a=f;let m=((p+d)/2-h)/c,w=i[Q]+m*(o[Q]-i[Q]),y=i[tt]+m*(o[tt]-i[tt])-1,b=i[st]+m*(o[st]-i[st]),x=Math.abs(w-Math.max(1,Math.min(l,Math.round(w))))*b,N=Math.max(0,Math.min(1,(.5-x)*a+.5))*e*Math.min(1,b/gs)*(d-p),O=d-p-N,W=3*Math.max(0,Math.min(255,Math.round(255*w/(l+1))));r[0]+=O*(1+y*at[0])*t[W]+N*s[0],r[1]+=O*(1+y*at[1])*t[W+1]+N*s[1],r[2]+=O*(1+y*at[2])*t[W+2]+N*s[2],r[3]+=d-p,p=d}this.#h=Math.max(this.#h,o[q])}#w(){let[t,{data:s,width:e,height:i}]=[this.#r,this.#e],o=4*((i-1-this.#a)*e+this.#l);this.#a>=0&&t[3]>0&&(s[o]=t[0]/t[3],s[o+1]=t[1]/t[3],s[o+2]=t[2]/t[3],s[o+3]=255*t[3]),t[0]=t[1]=t[2]=t[3]=0}};var fe=6,Ur=`#version 300 es
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
}`,Vr=`#version 300 es
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
  float bright = wall ? ${le} + 0.5 * dot(slope.xy, sun)
    : (1.0 - dot(slope.xy, sun)) * inversesqrt(1.0 + dot(slope.xy, slope.xy));
  float light = clamp(middle + tones.x * (bright - 1.0), tones.y, tones.z);
  float ahead = dot(slope.xy, away);
  float steep = length(vec2(dot(slope.xy, right), ahead / angle.x)) + 1e-9;
  float spread = rise * scale * (wall ? angle.y : abs(1.0 + ahead * angle.y / angle.x) / steep);
  spread = min(spread, ${ms}.0);
  float beside = abs(level - clamp(round(level), 1.0, levels)) * spread;
  float drawn = strength * clamp((0.5 - beside) * density + 0.5, 0.0, 1.0);
  drawn *= min(1.0, spread / ${gs}.0);
  vec3 ground = texture(paper, vec2(clamp(level / (levels + 1.0), 0.0, 1.0), 0.5)).rgb;
  colour = vec4(mix(ground * (1.0 + (light - 1.0) * vec3(${at})), line, drawn), 1);
}`;function on(){let n=document.createElement("canvas").getContext("webgl2"),t=n?.getExtension("WEBGL_debug_renderer_info"),s=t?String(n?.getParameter(t.UNMASKED_RENDERER_WEBGL)):n?"WebGL2":"";return n?.getExtension("WEBGL_lose_context")?.loseContext(),/swiftshader|llvmpipe|softpipe|software|microsoft basic/i.test(s)?"":s}var As=class{name="WebGL";software=!1;#t=document.createElement("canvas");#s=0;#e=null;#i=null;constructor(){if(this.gl=this.#t.getContext("webgl2",{antialias:!0}),!this.gl)throw new Error("no WebGL2");this.program=Kr(this.gl),this.gl.useProgram(this.program),this.gl.enable(this.gl.DEPTH_TEST),this.gl.bindTexture(this.gl.TEXTURE_2D,this.gl.createTexture()),this.corners=this.gl.createBuffer(),this.triangles=this.gl.createBuffer()}show(t){let{gl:s}=this,{corners:e,triangles:i}=Yr(t);this.#e=t,this.#s=i.length,s.bindBuffer(s.ARRAY_BUFFER,this.corners),s.bufferData(s.ARRAY_BUFFER,new Float32Array(e),s.STATIC_DRAW),s.bindBuffer(s.ELEMENT_ARRAY_BUFFER,this.triangles),s.bufferData(s.ELEMENT_ARRAY_BUFFER,new Uint32Array(i),s.STATIC_DRAW),["place","slant"].forEach((o,r)=>{let a=s.getAttribLocation(this.program,o);s.enableVertexAttribArray(a),s.vertexAttribPointer(a,3,s.FLOAT,!1,4*fe,12*r)})}paint(t,s,{width:e,height:i,density:o}){let{gl:r}=this;if(r.isContextLost()||!this.#e)return null;let[a,h]=[Math.round(e*o),Math.round(i*o)],{width:l,height:c}=this.#t;return(l!==a||c!==h)&&Object.assign(this.#t,{width:a,height:h}),r.viewport(0,0,a,h),s!==this.#i&&this.#n(s),this.#o(t,this.#e,s,[e,i],o),r.clear(r.COLOR_BUFFER_BIT|r.DEPTH_BUFFER_BIT),r.drawElements(r.TRIANGLES,this.#s,r.UNSIGNED_INT,0),this.#t}#n(t){let{gl:s}=this;this.#i=t;let e=Uint8Array.from(t.paper,Math.round);s.pixelStorei(s.UNPACK_ALIGNMENT,1),s.texImage2D(s.TEXTURE_2D,0,s.RGB,256,1,0,s.RGB,s.UNSIGNED_BYTE,e),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_MIN_FILTER,s.LINEAR),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_WRAP_S,s.CLAMP_TO_EDGE)}#o(t,s,e,i,o){let{right:r,away:a,origin:h,scale:l}=t,{low:c,rise:u}=s,p=[e.contrast,e.darkest,e.brightest],{strength:f,middle:d}=e,m=s.levels.length,w={scale:l,rise:u,low:c,density:o,strength:f,middle:d,levels:m},y=e.line.map(N=>N/255),b=[t.sine,t.cosine],x={right:r,away:a,origin:h,size:i,angle:b,sun:Mt(t),tones:p,line:y},{gl:E}=this;for(let[N,O]of Object.entries({...w,...x})){let W=E.getUniformLocation(this.program,N);typeof O=="number"?E.uniform1f(W,O):O.length===2?E.uniform2fv(W,O):E.uniform3fv(W,O)}}};function Kr(n){let t=n.createProgram(),s=[[n.VERTEX_SHADER,Ur],[n.FRAGMENT_SHADER,Vr]];for(let[e,i]of s){let o=n.createShader(e);n.shaderSource(o,i),n.compileShader(o),n.getShaderParameter(o,n.COMPILE_STATUS)||console.warn(n.getShaderInfoLog(o)),n.attachShader(t,o)}if(n.linkProgram(t),!n.getProgramParameter(t,n.LINK_STATUS))throw new Error("the shaders do not link");return t}function Yr({n,heights:t,slopes:s,low:e,rise:i}){let o=[],r=[],a=(l,c,u,p)=>{[l,c,u,p].some(f=>Number.isNaN(o[fe*f+2]))||r.push(l,c,u,c,p,u)},h=l=>l/(n-1)-.5;for(let l=0;l<n*n;l++){let[c,u]=[h(l%n),h(Math.floor(l/n))];o.push(c,u,t[l],s[2*l],s[2*l+1],0)}for(let l=0;l<n*(n-1);l++)l%n<n-1&&a(l,l+1,l+n,l+n+1);for(let[l,c]of[[-1,0],[1,0],[0,-1],[0,1]]){let u=o.length/fe;for(let p=0;p<n;p++){let[f,d]=[l?l>0?n-1:0:p,c?c>0?n-1:0:p];for(let m of[e+R/i,t[d*n+f]])o.push(h(f),h(d),m,l,c,1);p&&a(u+2*p-2,u+2*p-1,u+2*p,u+2*p+1)}}return{corners:o,triangles:r}}var me=v.trail.hidden;function rn(n,t,s,e){let i=P*e.scale;n.lineJoin="round";for(let[o,r]of[[vs,me],[lt,1]]){n.globalAlpha=r;for(let a of t)a.trace(n,s,o),o===lt&&de(n,i+v.trail.rim,e.rim,[]),de(n,i,T(a.run,e),C(a.run,i))}n.setLineDash([])}function de(n,t,s,e){n.setLineDash(e),n.lineWidth=t,n.strokeStyle=s,n.stroke()}function an(n,t,s,e,i,o){let a=t.map(l=>({trail:l,place:l.head(s)})).filter(({place:l})=>!Number.isNaN(l[2])),h=({place:[l,c]})=>i.distance(l,c);a.sort((l,c)=>h(c)-h(l));for(let{trail:l,place:[c,u,p]}of a){let{marker:f}=l.run.style;n.globalAlpha=o.clearance(c,u,p)<0?me:1;let d=zt*e.scale,m=T(l.run,e);D(n,f,i.x(c,u),i.y(c,u,p),d,m,e.paper)}n.globalAlpha=1}function hn(n,[t,s,e],i,o,r){if(!Number.isNaN(e)){n.globalAlpha=r.clearance(t,s,e)<0?me:1;for(let[a,h]of[[v.ring.rim,i.rim],[v.ring.width,i.ink]])n.beginPath(),n.arc(o.x(t,s),o.y(t,s,e),v.ring.radius*i.scale,0,2*Math.PI),de(n,a,h,[]);n.globalAlpha=1}}var Xr=140,Jr=8,Zr=16e5,ln=50,Qr="Arrow keys turn it, plus and minus zoom, 0 resets.",Ss=class{#t=new bs;#s=[];#e=null;#i=null;#n=null;#o=null;#r=null;#a=null;#h=-1;#l=!1;#c=!1;#u=!1;#p=1;#d=0;constructor(t,s,e="auto"){this.ground=new S(g("canvas")),this.front=new S(g("canvas")),t.classList.add("view3d"),t.tabIndex=0,t.setAttribute("role","application"),t.setAttribute("aria-label",`The race on the surface in three dimensions. ${Qr}`),this.ring=g("span",{class:"start3d","aria-hidden":"true"}),t.append(this.ground.canvas,this.front.canvas,this.ring),this.redraw=s,this.wanted=e,new Es(t,this.#t,()=>this.#b())}get home(){return this.#t.home}set home(t){let{home:s,view:e}=this.#t;this.#t.home=t,["azimuth","elevation","zoom"].every(o=>e[o]===s[o])&&this.reset()}get view(){return{...this.#t.view}}reset(){this.#t.reset(),this.redraw()}get renderer(){return this.#r?this.#r.software?`${this.#r.name} (no WebGL)`:this.#r.name:""}get scaleName(){return v.captions[this.#e?.geometric===!1?"linear":"logarithmic"]}show(t,s){(t!==this.#e||!this.#n)&&(this.#n=new ds(t),this.#o=null,this.#r??=ta(this.wanted),this.#r.show(this.#n),this.refresh());let e=this.#n;this.#e=t,this.#i=s,this.#s=s.runs.map(i=>new Ms(i,e)),this.#l=!1}refresh(){this.#c=!1,this.#a=null}draw(t,s,e){let i=[this.ground.fit(),this.front.fit()].includes(!0),{width:o,height:r}=this.ground;if(!this.#e||!this.#i||o<ln||r<ln)return;(i||!this.#a)&&this.#t.fit(o,r,e.scale);let a=this.#m();this.#a??=Zi(e),this.#c||this.#g(a,this.#a,e);let{context:h}=this.front,l=this.#s.filter(({run:u})=>!s.has(u.name)),c=pe(this.#i.start,this.#n);this.front.clear(),rn(h,l,t,e),hn(h,c,e,this.#t,a),an(h,l,t,e,this.#t,a),this.place([this.#i.start[0],this.#i.start[1]])}get race(){return this.#i}get surface(){return this.#e}pointAt({clientX:t,clientY:s}){if(!this.#n)return null;let{left:e,top:i}=this.front.canvas.getBoundingClientRect();return nn(t-e,s-i,this.#n,this.#t)}place(t){if(!this.#n)return;let[s,e,i]=pe(t,this.#n);this.ring.hidden=Number.isNaN(i),!this.ring.hidden&&(this.ring.style.left=`${this.#t.x(s,e)}px`,this.ring.style.top=`${this.#t.y(s,e,i)}px`)}#m(){let t=this.#n;if((!this.#o||this.#h!==this.#t.version)&&(this.#h=this.#t.version,this.#o=new ks(t,this.#t),this.#c=this.#l=!1),!this.#l)for(let s of this.#s)s.lay(this.#t,this.#o);return this.#l=!0,this.#o}#g(t,s,e){let{context:i,width:o,height:r}=this.ground,a=this.#n,h=new ys(i,this.#e,a,this.#t,e);this.#c=!0,this.ground.clear(),h.drawBack(),i.drawImage(this.#f(a,s),0,0,o,r),h.drawFront(t,this.scaleName)}#f(t,s){let{canvas:e,width:i,height:o}=this.ground,r=this.#r??new et,a=e.width/i,h=Math.min(a,Math.sqrt(Zr/(i*o))),l=this.#u&&r.software,c=l?this.#p:r.software?h:a,u=performance.now(),p=r.paint(this.#t,s,{width:i,height:o,density:c,fine:!l});return l&&this.#w(Jr/(performance.now()-u),h),p||(this.#r=new et,this.#r.show(t),this.#f(t,s))}#w(t,s){let e=this.#p*Math.sqrt(t);e<this.#p&&(this.#p-=1/8),e>this.#p*1.4&&(this.#p+=1/8),this.#p=Math.max(1/2,Math.min(s,this.#p))}#b(){this.#u=!0,clearTimeout(this.#d),this.#d=window.setTimeout(()=>{this.#u=!1,this.#c&&=!this.#r?.software,this.redraw()},Xr),this.redraw()}};function ta(n){let t=n==="WebGL"||n==="auto"&&on()!=="";try{return t?new As:new et}catch{return new et}}var H=[["above","From above"],["space","3-D"],["samples","Samples"]],cn=20,un=3,Ns=class{#t={};#s=0;#e=1;#i=0;constructor(t,s,e){let i=o=>t.querySelector(`[data-view=${o}]`);this.boxes={above:i("above"),space:i("space"),samples:i("samples")},this.stage=t.querySelector(".stage"),this.topView=s,this.changed=e,this.space=new Ss(this.boxes.space,e),this.samples=new fs(this.boxes.samples)}show(t,s,e){if(this.topView.show(t,s),this.#t={space:[t,s],samples:[t,s]},!e)return;let[i,o]=s.camera;this.space.home={elevation:i,azimuth:o,zoom:1},this.space.reset();for(let[r]of H)this.boxes[r].hidden=!s.views.includes(r)}refresh(){this.#s=un,this.topView.refresh(),this.space.refresh(),this.samples.refresh()}isOpen(t){return!this.boxes[t].hidden}toggle(t){this.boxes[t].hidden=!this.boxes[t].hidden,H.every(([s])=>!this.isOpen(s))&&(this.boxes.above.hidden=!1)}draw(t,s,e,i,o){let r=H.filter(([h])=>this.isOpen(h)).length;this.stage.classList.toggle("many",r>1);let a=h=>this.isOpen(h)&&i(this.boxes[h]);a("above")&&this.topView.draw(t,s,e,o),a("samples")&&this.#n("samples").draw(t,s,e),a("space")&&(this.#o()?this.#n("space").draw(t,s,e):this.changed())}#n(t){let s=this.#t[t];return s&&this[t].show(...s),delete this.#t[t],this[t]}outside({x:t},s){if(!this.topView.surface)return!1;let{xlim:e,ylim:i}=this.topView.seen,[o,r]=[t[2*s],t[2*s+1]];return!(o>=e[0]&&o<=e[1]&&r>=i[0]&&r<=i[1])}#o(){let t=performance.now(),s=t-this.#i;return this.#i=t,s>cn&&s<100?this.#e=Math.min(un,this.#e+1):s<cn&&(this.#e=Math.max(1,this.#e-.02)),this.#s+=1,this.#s<Math.floor(this.#e)?!1:(this.#s=0,!0)}};var sa=400,ea=2500;function pn(n){return H.map(([t])=>t).filter(t=>n.views.isOpen(t))}var Ts=class{#t="";#s=0;tell(t){let{race:s,clock:e,slow:i}=t;if(!s?.link)return;let o=pn(t),r=H.every(([c])=>o.includes(c)===s.views.includes(c)),a=e.atEnd&&!e.loop,h=e.playing||i.running||a?"":String(e.step),l=JSON.stringify([s.link,o,r,h]);l!==this.#t&&(this.#t=l,clearTimeout(this.#s),this.#s=setTimeout(()=>Gi(s.link.split("?")[1]??"",o.join(),r,h),sa))}};function ia(n){let t=pn(n),s=n.race?.link??"";return`${s}${s.includes("?")?"&":"?"}view=${t.join()}&t=${n.clock.step}`}async function fn(n){let t=ia(n);try{await navigator.clipboard.writeText(t)}catch{window.prompt("Copy this link",t);return}n.caption.hidden=!1,n.caption.textContent=`Copied: the link to step ${n.clock.step}`,setTimeout(()=>n.redraw(),ea)}var na=1.1;function oa(n){let s=[{kind:"measure",equation:-1,words:`The gradient g is measured ${n.grad_at?"at the look-ahead point x + μ v":"at x"}.`}];n.equations.forEach(([i,o],r)=>{let a=ot(i);i!=="x"&&(Array.isArray(o)&&"+-".includes(o[0])&&aa(o[1],i)?(o[1]!==i&&s.push({kind:"decay",equation:r,words:`${a} fades: it keeps a share of itself.`}),s.push({kind:"add",equation:r,words:`${a} takes up the new gradient.`})):s.push({kind:"compute",equation:r,words:ra(n,i)}))});let e=n.equations.length-1;return s.push({kind:"ghost",equation:e,words:"This is where the rule leads."}),s.push({kind:"move",equation:e,words:"All optimizers take the step."}),s}function ra(n,t){let s=ot(t);if(t.endsWith("_hat"))return`${s} corrects ${ot(t.slice(0,-4))} for its start at zero.`;if(J(n,t)==="rate"){let e=n.equations.find(([o])=>o===t)?.[1]??0,i=Kt(e,"sqrt")?"a root":"a gradient's size";return`${s}, the step size of each coordinate, divides by ${i}.`}return`${s} is computed.`}function aa(n,t){return n===t||Array.isArray(n)&&n[0]==="*"&&n[2]===t}var Ls=class{run=null;step=0;#t=[];#s=0;get running(){return this.run!==null}get phase(){return this.#t[Math.min(this.#t.length-1,Math.floor(this.#s))]}get share(){let t=Math.min(1,this.#s%1*1.25);return t*t*(3-2*t)}begin(t,s){this.run=t,this.step=s,this.#t=oa(t),this.#s=0}stop(){this.run=null}advance(t){return this.#s+=t/na,this.#s>=this.#t.length?(this.stop(),this.step+1):this.phase.kind==="move"?this.step+this.share:this.step}};var ha=.01,kt=class{constructor(t,s,e){this.view=t,this.ground=s,this.choose=e,this.handle=g("button",{type:"button",class:t.ring.className,"aria-label":`Start point${s?"":" in space"}: drag it, or use the arrow keys`,title:s?"Start: drag it, or click anywhere":"Start: drag it over the surface"}),this.ring=t.ring,this.possible=!1,this.#t()}allow(t){t!==this.possible&&(this.possible=t,this.view.ring.replaceWith(t?this.handle:this.ring),this.view.ring=t?this.handle:this.ring,this.view.ring.parentElement?.classList.toggle("steered",t))}#t(){this.handle.addEventListener("pointerdown",s=>this.#s(s,this.handle)),this.handle.addEventListener("keydown",s=>this.#e(s));let{ground:t}=this;t&&(t.addEventListener("pointerdown",s=>this.#s(s,t)),t.addEventListener("click",s=>{let{pointerType:e}=s;this.possible&&e==="touch"&&this.#i(this.view.pointAt(s),!0)}))}#s(t,s){if(!this.possible||t.button!==0||t.pointerType==="touch"&&s!==this.handle)return;t.preventDefault(),this.ground||t.stopPropagation(),this.handle.focus({preventScroll:!0}),s.setPointerCapture(t.pointerId);let e=({clientX:r,clientY:a},h)=>this.#i(this.view.pointAt({clientX:r,clientY:a}),h),i=r=>e(r,!1),o=r=>{s.removeEventListener("pointermove",i),e(r,!0)};s.addEventListener("pointermove",i),s.addEventListener("pointerup",o,{once:!0}),s!==this.handle&&e(t,!1)}#e(t){let s=bt[t.key],{race:e,surface:i}=this.view;if(!s||!e||!i||t.ctrlKey||t.altKey||t.metaKey)return;t.preventDefault(),t.stopPropagation();let o=([c,u])=>(u-c)*ha,{xlim:r,ylim:a}=this.view.seen??i,[h,l]=e.start;this.#i([h+s[0]*o(r),l+s[1]*o(a)],!0)}#i(t,s){let{race:e}=this.view;if(!e||!t&&!s)return;let[i,o]=t??e.start,{xlim:r,ylim:a}=this.view.seen??this.view.surface,h=(c,[u,p])=>{let f=Math.max(0,3-Math.floor(Math.log10(p-u)));return Number(c.toFixed(f))},l=[h(i,r),h(o,a)];this.view.place(l),this.choose(l,s)}};var la={true:["✓","measured, and so it is"],false:["✗","measured, and not so here"]},Os=class{constructor(t,s){this.list=t,this.show=s}outdate(t){t||this.tell([]),this.list.classList.toggle("outdated",t)}tell(t){this.list.classList.remove("outdated");let s=g("h5",{},"What there is to see"),e=t.map(i=>g("li",{},this.#t(i),...ca(i)));this.list.hidden=t.length===0,this.list.replaceChildren(s,g("ol",{},...e))}#t(t){let s=t.holds?t.words:`Not so here: ${t.words}`,[e,i]=la[t.holds?"true":"false"],o=g("span",{class:"mark",role:"img","aria-label":i,title:i},e),r=g("button",{type:"button","data-holds":String(t.holds)},o,s);return r.title=`Show it: step ${t.step}`,r.addEventListener("click",()=>this.show(t)),r}};function ca({caption:n,agrees:t,own:s}){let e=[];return n&&t&&e.push(`Radford's caption: ${n}.`),n&&!t&&e.push(`Radford's caption says otherwise: ${n}.`),s&&e.push("Measured with the scene's own settings."),e.length?[g("small",{},e.join(" "))]:[]}function ge(n,t){let[s,e]=t.start;return[`${n}, ${t.steps} steps from (${k(s)}, ${k(e)}).`,...t.runs.map(ua)].join(" ")}function ua({name:n,loss:t,distance:s,ending:e,x:i}){if(e)return`${n} ${e.words}.`;let o=t.length-1,r=`${n} ends at (${k(i[2*o])}, ${k(i[2*o+1])}) with loss ${k(t[o])}`;if(!s)return`${r}.`;let a=s.indexOf(Math.min(...s));return`${r}; it comes nearest to a minimum, ${k(s[a])} away, at step ${a}.`}var pa=[[-1,"M12 5V1L5 7l7 6V9a5 5 0 1 1-5 6H4.6A7.5 7.5 0 1 0 12 5z","Undo a change of the race (Z)"],[1,"M12 5V1l7 6-7 6V9a5 5 0 1 0 5 6h2.4A7.5 7.5 0 1 1 12 5z","Redo it (Shift+Z)"]],Is=class{glyphs=new Set;#t=[];#s;constructor(t){this.player=t,this.quantities=t.root.querySelector(".quantities");for(let[s,e]of H)this.#n("views",e,()=>t.views.isOpen(s),()=>t.views.toggle(s));for(let[s,e,i]of Ks)this.#n("glyphs",e,()=>this.glyphs.has(s),()=>{this.glyphs.delete(s)||this.glyphs.add(s)},i);this.#n("more","Inspector",()=>t.inspector.open,()=>t.toggleInspector()),this.#n("more","Slow motion",()=>t.slow.running,()=>t.slowly()),this.#n("more","Copy link",()=>!1,()=>fn(t)),this.#n("more","Keys",()=>!this.#e.hidden,()=>t.toggleHelp()),this.#s=pa.map(([s,e,i])=>{let o=ee(e,i,()=>t.changes.go(s));return this.#i("more").append(o),[o,s]}),this.#i("more").append(Ni(()=>t.toggleFullScreen()))}show(t,s,e){let{chart:i}=this.player;(s||!t.includes(i.quantity))&&(i.quantity=t[0]);let o=t.map(r=>{let{label:a,axis:h}=r,l=se(h===void 0?a:`${a} ${e.axes[h]}`,()=>{i.quantity=r,i.refresh(),this.player.redraw()});return l.dataset.quantity=r.id,r.title&&(l.title=r.title),l});this.quantities.replaceChildren(...o);for(let[r]of this.#t)r.dataset.needs==="samples"&&(r.hidden=!e.samples),r.dataset.needs==="curvature"&&(r.hidden=!this.player.race?.runs[0]?.curvature),r.dataset.needs==="link"&&(r.hidden=!this.player.race?.link)}showOnly(t){let{views:s,chart:e}=this.player;for(let[r]of H)t.includes(r)&&!s.isOpen(r)&&s.toggle(r);this.glyphs=new Set(Ks.map(([r])=>r).filter(r=>t.includes(`glyph-${r}`)));let o=(this.player.race?Dt(this.player.race):[]).find(({id:r})=>t.includes(r));o&&(e.quantity=o),e.refresh()}draw(){for(let[s,e]of this.#t)dn(s,e());for(let[s,e]of this.#s)mn(s,"aria-disabled",!this.player.changes.canGo(e));let{id:t}=this.player.chart.quantity;for(let s of this.quantities.children)dn(s,s.dataset.quantity===t)}get#e(){return this.player.root.querySelector(".help")}#i(t){return this.player.root.querySelector(`[data-group=${t}]`)}#n(t,s,e,i,o){let r=se(s,()=>{i(),this.player.redraw()});o&&(r.title=o),s==="curvature"&&(r.dataset.needs="curvature"),s==="Samples"&&(r.dataset.needs="samples"),s==="Copy link"&&(r.dataset.needs="link"),this.#t.push([r,e]),this.#i(t).append(r)}};function dn(n,t){mn(n,"aria-pressed",t)}function mn(n,t,s){let e=String(s);n.getAttribute(t)!==e&&n.setAttribute(t,e)}function yn(n,t,s){let e=null,i=null,o=a=>{let h=t(a),l=h&&{x:a.clientX,y:a.clientY,at:a.timeStamp,held:h};e=l&&i&&l.at-i.at<500&&gn(i,l)?i:null,i=l},r=a=>{let h=i!==null&&gn(i,{x:a.clientX,y:a.clientY});h&&!e||(h&&e&&s(a,e.held),e=i=null)};n.addEventListener("pointerdown",a=>wn(a)&&o(a),{capture:!0}),n.addEventListener("pointerup",a=>wn(a)&&r(a))}function gn(n,t){return Math.hypot(n.x-t.x,n.y-t.y)<5}function wn({button:n,pointerType:t}){return n===0&&t!=="touch"}var fa=8;function xn(n,t,s,e){let{left:i,top:o}=t.getBoundingClientRect(),r=({clientX:w,clientY:y})=>[Math.max(s.left,Math.min(s.right,w-i)),Math.max(s.top,Math.min(s.bottom,y-o))],a=r(n),h=bn(a,a,s),l=g("div",{class:"zoombox"});t.append(l),t.setPointerCapture(n.pointerId);let c=new AbortController,u={signal:c.signal},p=()=>{c.abort(),l.remove()},f=w=>{h=bn(a,r(w),s),Object.assign(l.style,{left:`${h.left}px`,top:`${h.top}px`,width:`${h.right-h.left}px`,height:`${h.bottom-h.top}px`})},d=()=>{p(),h.right-h.left>=fa&&e(h)},m=w=>{w.key==="Escape"&&(w.preventDefault(),w.stopPropagation(),p())};t.addEventListener("pointermove",f,u),t.addEventListener("pointerup",d,u),t.addEventListener("pointercancel",p,u),window.addEventListener("keydown",m,{...u,capture:!0})}function bn([n,t],[s,e],{left:i,top:o,right:r,bottom:a}){let[h,l]=[r-i,a-o],[c,u]=[s<n,e<t],p=Math.max(Math.abs(s-n)/h,Math.abs(e-t)/l),f=Math.min(p,(c?n-i:r-n)/h,(u?t-o:a-t)/l),[d,m]=[f*h,f*l];return{left:c?n-d:n,right:c?n:n+d,top:u?t-m:t,bottom:u?t:t+m}}var da="M11 2h2v5h-2zM11 17h2v5h-2zM2 11h5v2H2zM17 11h5v2h-5zM9 9h6v6H9z",ma="M3 3h18v18H3zM5.4 5.4v13.2h13.2V5.4zM9 9h6v6H9z",ga=60,$s=2,wa=.1,ya=.0025,Rs=class{#t=0;constructor(t){this.player=t,this.view=t.topView;let{canvas:s}=this.view.trails;this.box=s.parentElement;let e=(o,r,a)=>{let h=g("button",{type:"button",title:r,"aria-label":r},o);return h.addEventListener("click",a),h};this.back=e(B(ma),"Whole picture (0)",()=>this.reset()),this.buttons=g("div",{class:"zoom",role:"group","aria-label":"Zoom",hidden:""},e("+","Zoom in (+)",()=>this.by($s)),e("−","Zoom out (-)",()=>this.by(1/$s)),e(B(da),"Zoom to the optimizers' heads",()=>this.fit()),this.back),this.box.append(this.buttons),s.addEventListener("wheel",o=>this.#e(o),{passive:!1});let i=({target:o})=>!!this.view.lossAt&&!this.buttons.contains(o);yn(this.box,o=>i(o)&&!vn(o)?t.changes.standing:null,(o,r)=>this.#o(o,r)),this.box.addEventListener("pointerdown",o=>i(o)&&this.#i(o),{capture:!0}),this.box.addEventListener("contextmenu",o=>{i(o)&&(this.view.viewport.zoomed||o.ctrlKey)&&o.preventDefault()}),s.addEventListener("touchstart",o=>this.#h(o),{passive:!1})}allow(t){this.view.lossAt=t&&((e,i)=>t.engine.lossAt(e,i)),this.buttons.hidden=!t;let{canvas:s}=this.view.trails;s.title=t?"Zoom: Ctrl and wheel, or the wheel alone once you clicked here; a double click; Alt or Ctrl and drag. Shift and drag moves":"No zoom here: this loss is computed by Python alone"}draw(){let{zoomed:t}=this.view.viewport;!t&&this.back.matches(":focus")&&this.player.root.focus({preventScroll:!0}),this.back.hidden=!t}by(t){let{xlim:s,ylim:e}=this.view.seen;this.#s(i=>i.zoom([(s[0]+s[1])/2,(e[0]+e[1])/2],t))}reset(){this.#s(t=>t.reset())}move(t,s){let{xlim:e,ylim:i}=this.view.seen,[o,r]=[e,i].map(([a,h])=>wa*(h-a));this.#s(a=>a.pan(t*o,s*r))}fit(){let{race:t,hidden:s,clock:e}=this.player,o=(t?.runs??[]).filter(({name:r})=>!s.has(r)).map(({x:r,ended:a,loss:h})=>{let l=Math.min(e.step,(a??h.length)-1);return[r[2*l],r[2*l+1]]});this.#s(r=>r.fit(o))}#s(t){this.view.lossAt&&(t(this.view.viewport),this.view.moved(),this.player.redraw(),clearTimeout(this.#t),this.#t=window.setTimeout(()=>{this.view.refresh(),this.player.redraw()},ga))}#e(t){if(!(t.ctrlKey||t.metaKey||this.player.root.matches(":focus-within"))||!this.view.lossAt)return;t.preventDefault();let e=t.deltaY*(t.deltaMode===WheelEvent.DOM_DELTA_LINE?16:1),i=t.ctrlKey&&Math.abs(e)<20?4:1;this.#s(o=>o.zoom(this.view.pointAt(t),Math.exp(-e*ya*i)))}#i(t){if(t.pointerType==="touch")return;let s=vn(t);!s&&!(this.view.viewport.zoomed&&(t.shiftKey||t.button>0))||(t.preventDefault(),t.stopImmediatePropagation(),this.player.root.focus({preventScroll:!0}),s?xn(t,this.box,this.view.frame,e=>this.#n(e)):this.#r(t))}#n(t){let{left:s,top:e}=this.box.getBoundingClientRect(),i=(r,a)=>this.view.pointAt({clientX:s+r,clientY:e+a}),o=[i(t.left,t.bottom),i(t.right,t.top)];this.#s(r=>r.enclose(o))}#o(t,s){let{zoomed:e}=this.view.viewport;t.shiftKey&&!e||(t.shiftKey||this.player.changes.goBack(s),this.#s(i=>i.zoom(this.view.pointAt(t),t.shiftKey?1/$s:$s)))}#r(t){let{canvas:s}=this.view.trails;s.setPointerCapture(t.pointerId);let[e,i]=[t.clientX,t.clientY],o=({clientX:r,clientY:a})=>{this.#a(r-e,a-i),[e,i]=[r,a]};s.addEventListener("pointermove",o),s.addEventListener("lostpointercapture",()=>s.removeEventListener("pointermove",o),{once:!0})}#a(t,s){let[e,i]=this.view.perPixel;this.#s(o=>o.pan(-t*e,s*i))}#h(t){if(t.touches.length!==2||!this.view.lossAt)return;t.preventDefault();let{canvas:s}=this.view.trails,e=Mn(t.touches),i=r=>{if(r.touches.length!==2)return;r.preventDefault();let a=Mn(r.touches);this.#a(a.clientX-e.clientX,a.clientY-e.clientY),this.#s(h=>h.zoom(this.view.pointAt(a),a.apart/e.apart)),e=a},o=()=>{for(let r of["touchend","touchcancel"])s.removeEventListener(r,o);s.removeEventListener("touchmove",i)};s.addEventListener("touchmove",i,{passive:!1});for(let r of["touchend","touchcancel"])s.addEventListener(r,o)}};function vn({altKey:n,ctrlKey:t,button:s,pointerType:e}){return(n||t)&&s===0&&e!=="touch"}function Mn([n,t]){return{clientX:(n.clientX+t.clientX)/2,clientY:(n.clientY+t.clientY)/2,apart:Math.max(1,Math.hypot(n.clientX-t.clientX,n.clientY-t.clientY))}}var ba=.1,xa="You have changed this race. What is written beside it is of the race as it was; reload the page to see that.",kn=new Map,ct=class{clock=new Tt;slow=new Ls;#t=new Ts;hidden=new Set;race=null;#s=null;live=null;#e=!0;#i=!1;#n=0;constructor(t,s){this.tell=r=>{},this.changes=new Ut(this,s),this.root=Si(),t.append(g("style",{},Se,fi),this.root);let e=()=>this.redraw(),i=r=>this.root.querySelector(r);this.topView=new Bt(this.root,e),this.views=new Ns(this.root,this.topView,e);let o=(r,a)=>this.changes.start(r,a);this.zoom=new Rs(this),this.handles=[new kt(this.topView,this.topView.trails.canvas,o),new kt(this.views.space,null,o)],this.chart=new Ct(i(".curves"),r=>this.#m(r)),this.controls=new Lt(i(".controls"),this.clock,()=>this.#l()),this.inspector=new Xt(i(".inspector"),e),this.legend=new ls(i(".legend"),this.hidden,()=>this.#c(),(r,a,h,l)=>this.changes.set(r,a,h,l)),this.tools=new Is(this),this.story=new Os(i(".story"),r=>this.#g(r)),this.lesson=new ps(i(".lesson"),r=>this.tell(r),r=>this.#h(r)),this.caption=i(".caption"),this.notice=i(".notice"),this.summary=i(".summary"),this.theme=Fs(this.root),this.clock.playing=!matchMedia("(prefers-reduced-motion: reduce)").matches,this.#a(),requestAnimationFrame(r=>this.#u(r))}receive(t){performance.mark("optviz: received"),t.surface&&kn.set(t.surface.key,t.surface);let s=kn.get(t.race.surface);if(!s)return this.changes.askWhole(t.race);let e=this.race;this.changes.receive(e,()=>{this.race=t.race,this.#s=s,this.live=rs.of(t.race,s)});for(let a of this.handles)a.allow(this.changes.possible);let i=e?.surface!==t.race.surface,o=!e||e.start.some((a,h)=>a!==t.race.start[h]);this.clock.fit(t.race.steps),(i||o)&&e&&this.clock.seek(0);let r=this.lesson.show(t.race.lesson);this.root.classList.toggle("asking",this.lesson.asks),(!e||r||i)&&t.race.at!==null&&this.#r(t.race.at),this.slow.stop(),this.zoom.allow(this.live),this.views.show(s,t.race,i),this.chart.show(s,t.race),this.legend.show(t.race,s,this.live!==null&&!t.race.lesson),this.inspector.show(t.race,s.axes),this.tools.show(Dt(t.race),i,s),r&&this.#o(t.race.lesson),this.story.tell(t.race.story),this.tellEndings(),this.summary.textContent=ge(s.name,t.race),this.#i=!0,this.redraw()}#o(t){t&&(this.root.classList.add("teaching"),this.tools.showOnly([...t.shows,...this.race?.views??[]]),this.clock.playing=t.plays,this.hidden.clear())}#r(t){this.clock.playing=!1,this.clock.seek(t)}retheme(){this.theme=Fs(this.root);for(let t of[this.views,this.chart,this.legend])t.refresh();this.redraw()}redraw(){this.#e=!0}toggleRun(t){let s=this.race?.runs[t]?.name;s&&(this.hidden.delete(s)||this.hidden.add(s),this.#c())}slowly(){if(this.slow.running)return this.slow.stop();let[t]=this.inspector.runs,s=t?(t.ended??t.loss.length)-1:0;!t||s<1||(this.clock.playing=!1,this.slow.begin(t,Math.min(this.clock.step,s-1)),this.hidden.delete(t.name),this.clock.seek(this.slow.step),this.redraw())}toggleInspector(){this.inspector.box.hidden=!this.inspector.box.hidden,this.redraw()}toggleHelp(){let t=this.root.querySelector(".help");t.hidden=!t.hidden}toggleFullScreen(){document.fullscreenElement?document.exitFullscreen():this.root.requestFullscreen().catch(()=>{})}#a(){new ResizeObserver(()=>this.redraw()).observe(this.root),this.root.addEventListener("keydown",t=>this.#h(t)),this.root.addEventListener("fullscreenchange",()=>{let t=this.root.matches(":fullscreen"),s=t?Math.max(1.25,Math.min(2.2,innerWidth/1e3)):1;this.root.style.setProperty("--scale",String(s)),t&&this.root.focus(),this.retheme()})}#h(t){let s=t.composedPath()[0];s.matches("select, input")||t.key===" "&&s.matches("button")||!Ai(this,t)||(t.preventDefault(),t.stopPropagation(),this.#l())}#l(){(this.clock.playing||this.clock.time!==this.slow.step)&&this.slow.stop(),this.redraw()}#c(){this.chart.refresh(),this.redraw()}#u(t){if(!this.root.isConnected&&this.#n)return;requestAnimationFrame(r=>this.#u(r));let s=Math.min(ba,(t-this.#n)/1e3);this.#n=t;let{time:e,playing:i}=this.clock;this.slow.running&&(this.#e=!0);let o=this.changes.choosing;this.changes.pass(t)&&(this.#e=!0),this.slow.running&&!o?this.clock.seek(this.slow.advance(s)):o||this.clock.advance(s),(e!==this.clock.time||i!==this.clock.playing)&&(this.#e=!0),this.#e&&this.draw()}draw(){if(!this.race)return;this.#e=!1,this.#i&&performance.mark("optviz: drawn"),this.#i=!1;let{theme:t,hidden:s,clock:e,slow:i}=this,o=this.changes.whole?e.steps:e.time,r=Math.floor(o+1e-9),a=h=>this.#p(h);this.views.draw(o,s,t,a,(h,l)=>{for(let c of this.#d()){let u=new Yt(h,c,i.running?i.step:r,l,t);i.running?u.part(i.phase,i.share):u.draw(this.tools.glyphs)}}),this.#p(this.chart.sheet.canvas)&&this.chart.draw(o,s,t),this.legend.draw(r,t,h=>this.views.outside(h,r)),this.inspector.draw(i.running?i.step:r,e.playing,i.running?i.phase.equation:-2),this.controls.draw(),this.zoom.draw(),this.tools.draw(),this.#t.tell(this),this.caption.hidden=!i.running,i.running&&(this.caption.textContent=`${i.run?.name}: ${i.phase.words}`)}#p(t){if(!this.changes.held)return!0;let{top:s,bottom:e}=t.getBoundingClientRect();return e>0&&s<innerHeight}#d(){return this.slow.run?[this.slow.run]:this.tools.glyphs.size?(this.inspector.open?this.inspector.runs:this.race?.runs??[]).filter(({name:s})=>!this.hidden.has(s)):[]}#m(t){this.clock.playing=!1,this.clock.seek(Math.round(t)),this.#l()}#g({step:t,shows:s}){this.tools.showOnly(s),this.#m(t),this.root.scrollIntoView({block:"nearest",behavior:"smooth"})}changed(t){let{race:s}=this;!s||!this.#s||(this.views.show(this.#s,s,!1),this.chart.refresh(),this.inspector.refresh(),this.story.outdate(!this.changes.own),t&&(this.summary.textContent=ge(this.#s.name,s),this.tellEndings()),this.redraw())}tellEndings(){let t=(this.race?.runs??[]).flatMap(({ending:s})=>s?.explained||[]);this.changes.own&&t.push(xa),this.notice.hidden=t.length===0,this.notice.textContent=t.join(" ")}};var va=2;function En(n){let t=s=>{document.documentElement.classList.toggle("paper",s),S.finer=s?va:1,n.retheme(),n.draw()};addEventListener("beforeprint",()=>t(!0)),addEventListener("afterprint",()=>t(!1))}function An(){let n=document.querySelector("script[data-optviz-race]");n&&Ma(n)}async function Ma(n){ke();let t=Et(await ka(n.textContent??"")),s=document.querySelector("[data-optviz-place]");s.replaceChildren();let e=new ct(s,null);e.receive(t),window===window.top&&e.root.focus({preventScroll:!0}),matchMedia("(prefers-color-scheme: dark)").addEventListener("change",()=>e.retheme()),En(e)}async function ka(n){let t=Uint8Array.from(atob(n),e=>e.charCodeAt(0)),s=new Blob([t]).stream().pipeThrough(new DecompressionStream("gzip"));return new Uint8Array(await new Response(s).arrayBuffer())}var Sn=new WeakMap;function Dp({parentElement:n,data:t,setStateValue:s,setTriggerValue:e}){let i=s?r=>s("chosen",r):null,o=Sn.get(n)??{player:new ct(n,i),data:null};if(Sn.set(n,o),o.player.changes.requests.send=i,o.player.tell=r=>e("lesson",r),o.data===t)return o.player.retheme();o.data=t,o.player.receive(Et(t))}An();export{Dp as mount};
