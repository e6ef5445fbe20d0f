// optviz player; sources 1c5fb66d6b33e389a7e5e6251f82a54cbbe4b7578a9ea2e63c8e1d167f7b2a4b
var re={f8:Float64Array,u2:Uint16Array,i1:Int8Array,i4:Int32Array};function vt(o){let t=o.slice().buffer,s=new DataView(t).getUint32(0,!0),e=new TextDecoder().decode(new Uint8Array(t,4,s)),i=JSON.parse(e,(r,n)=>Qi(n,t,4+s));return i.surface&&Zi(i.surface),i}function Zi(o){let t=(o.levels.length+1)/65534;o.heights=Float32Array.from(o.heights,s=>s===65535?NaN:s*t)}function Qi(o,t,s){if(!o||!Array.isArray(o.shape)||!(o.type in re))return o;let e=o,i=re[e.type],r=e.shape.reduce((n,a)=>n*a,1);return new i(t,s+e.at,r)}function Mt({name:o,rule:t}){return o.startsWith(t)?o:`${o} (${t})`}function ne(o,t){return o===1||o===-1&&Math.abs(t)===1/0?1:Math.pow(o,t)}function ae(o,t){if(o===t)return o+Math.LN2;let s=o-t;return s>0?o+Math.log1p(Math.exp(-s)):s<=0?t+Math.log1p(Math.exp(s)):s}function he(o){let t=Math.exp(-Math.abs(o));return(o<0?t:1)/(1+t)}var Ss={power:ne,logaddexp:ae,sigmoid:he},ct={add:["a + b",(o,t)=>o+t,2],subtract:["a - b",(o,t)=>o-t,2],multiply:["a * b",(o,t)=>o*t,2],divide:["a / b",(o,t)=>o/t,2],negative:["-a",o=>-o,1],sqrt:["Math.sqrt(a)",Math.sqrt,1],absolute:["Math.abs(a)",Math.abs,1],sign:["Math.sign(a)",Math.sign,1],floor:["Math.floor(a)",Math.floor,1],maximum:["Math.max(a, b)",(o,t)=>Math.max(o,t),2],minimum:["Math.min(a, b)",(o,t)=>Math.min(o,t),2],power:["power(a, b)",ne,2],exp:["Math.exp(a)",Math.exp,1],expm1:["Math.expm1(a)",Math.expm1,1],log:["Math.log(a)",Math.log,1],log1p:["Math.log1p(a)",Math.log1p,1],log2:["Math.log2(a)",Math.log2,1],log10:["Math.log10(a)",Math.log10,1],logaddexp:["logaddexp(a, b)",ae,2],sin:["Math.sin(a)",Math.sin,1],cos:["Math.cos(a)",Math.cos,1],tan:["Math.tan(a)",Math.tan,1],arcsin:["Math.asin(a)",Math.asin,1],arccos:["Math.acos(a)",Math.acos,1],arctan:["Math.atan(a)",Math.atan,1],arctan2:["Math.atan2(a, b)",Math.atan2,2],sinh:["Math.sinh(a)",Math.sinh,1],cosh:["Math.cosh(a)",Math.cosh,1],tanh:["Math.tanh(a)",Math.tanh,1],arcsinh:["Math.asinh(a)",Math.asinh,1],arccosh:["Math.acosh(a)",Math.acosh,1],arctanh:["Math.atanh(a)",Math.atanh,1],sigmoid:["sigmoid(a)",he,1],relu:["Math.max(a, 0)",o=>Math.max(o,0),1],hypot:["Math.hypot(a, b)",(o,t)=>Math.hypot(o,t),2],cbrt:["Math.cbrt(a)",Math.cbrt,1],less:["+(a < b)",(o,t)=>+(o<t),2],less_equal:["+(a <= b)",(o,t)=>+(o<=t),2],greater:["+(a > b)",(o,t)=>+(o>t),2],greater_equal:["+(a >= b)",(o,t)=>+(o>=t),2],equal:["+(a === b)",(o,t)=>+(o===t),2],not_equal:["+(a !== b)",(o,t)=>+(o!==t),2],logical_and:["+(a !== 0 && b !== 0)",(o,t)=>+(o!==0&&t!==0),2],logical_or:["+(a !== 0 || b !== 0)",(o,t)=>+(o!==0||t!==0),2],logical_not:["+(a === 0)",o=>+(o===0),1],where:["a !== 0 ? b : c",(o,t,s)=>o!==0?t:s,3]};function ut(o,t,s){if(s<8){let f=-0;for(let d=t;d<t+s;d++)f+=o[d];return f}if(s>128){let f=s>>1;return f-=f%8,ut(o,t,f)+ut(o,t+f,s-f)}let e=t+s-s%8,i=o[t],r=o[t+1],n=o[t+2],a=o[t+3],h=o[t+4],l=o[t+5],c=o[t+6],u=o[t+7];for(let f=t+8;f<e;f+=8)i+=o[f],r+=o[f+1],n+=o[f+2],a+=o[f+3],h+=o[f+4],l+=o[f+5],c+=o[f+6],u+=o[f+7];let p=i+r+(n+a)+(h+l+(c+u));for(let f=e;f<t+s;f++)p+=o[f];return p}var le="count",kt="sum",Et=class{run;constructor(t,s){let e=to(t,s);this.encoded=t,this.inputs=t.inputs,this.at=new Map;let i=0;for(let[r,n]of Object.entries(t.outputs))this.at.set(r,i),i+=n.length;this.length=i,this.samples=e.length?e[0].length:0,this.run=(...r)=>{this.run=(eo()?io:ro)(t,e),this.run(...r)}}input(){return new Float64Array(this.inputs.length)}output(){return new Float64Array(this.length)}};function to({inputs:o,constants:t,columns:s,code:e,outputs:i},r){let n=()=>{throw new Error("this is no program of optviz")},a=c=>{Array.isArray(c)||n()};[o,t,s,e,r].forEach(a);let h=s.map(c=>Ns(c,r.length)?Float64Array.from(r[c]):n());o.every(c=>typeof c=="string")||n(),t.every(Number.isFinite)||n(),h.every(c=>c.length===h[0].length&&c.every(Number.isFinite))||n();let l=o.length+t.length+s.length;e.forEach(([c,...u],p)=>{let f=c===kt?1:Object.hasOwn(ct,c)?ct[c][2]:-1;(u.length!==f||!u.every(d=>Ns(d,l+p)))&&n()});for(let c of Object.values(i))a(c),c.every(u=>Ns(u,l+e.length))||n();return h}function Ns(o,t){return Number.isInteger(o)&&Number(o)>=0&&Number(o)<t}function so({inputs:o,constants:t,columns:s,code:e}){let i=o.length+t.length+s.length,r=Array.from({length:i},(h,l)=>l>=o.length+t.length),n=new Array(i).fill(0);for(let[h,...l]of e)r.push(h!==kt&&l.some(c=>r[c])),n.push(Math.max(0,...l.map(c=>n[c]))+(h===kt?1:0));let a=Math.max(0,...n);return{sampled:r,before:n,passes:a}}var pt=null;function ce(){pt=!1}function eo(){if(pt===null)try{pt=new Function("return true")()}catch{pt=!1}return pt}function ue(o){let{inputs:t,constants:s,columns:e,code:i}=o,{sampled:r,before:n,passes:a}=so(o),h=t.length+s.length+e.length,l=[];for(let c=0;c<=a;c++){let u=[],p=[];for(let m=0;m<i.length;m++){let w=h+m;i[m][0]===kt?n[w]===c+1&&p.push(w):!r[w]&&n[w]===c&&u.push(w)}let f=new Set(p.map(m=>i[m-h][1]));for(let m=h+i.length-1;m>=h;m--)if(!(!f.has(m)||!r[m]))for(let w of i[m-h].slice(1))f.add(w);let d=[...f].filter(m=>r[m]).sort((m,w)=>m-w);l.push({alone:u,each:d,sums:p})}return l}function io(o,t){let{inputs:s,constants:e,code:i,outputs:r}=o,n=s.length+e.length,a=n+t.length,h=d=>{let[m,...w]=i[d-a],[y,b,v]=w.map(L=>`v${L}`),A={a:y,b,c:v};return ct[m][0].replace(/\b[abc]\b/g,L=>A[L])},l=s.map((d,m)=>`const v${m} = ${d===le?"count":`input[${m}]`};`);e.forEach((d,m)=>l.push(`const v${s.length+m} = ${oo(d)};`));let c=[];for(let{alone:d,each:m,sums:w}of ue(o)){for(let b of d)l.push(`const v${b} = ${h(b)};`);if(!w.length)continue;let y=c.length;w.forEach(()=>c.push(new Float64Array(t.length?t[0].length:0))),l.push("for (let k = 0; k < count; k++) {");for(let b of m){let v=b<a?`columns[${b-n}][seen[k]]`:h(b);l.push(`const v${b} = ${v};`)}w.forEach((b,v)=>l.push(`terms[${y+v}][k] = v${i[b-a][1]};`)),l.push("}"),w.forEach((b,v)=>l.push(`const v${b} = sum(terms[${y+v}], 0, count);`))}Object.values(r).flat().forEach((d,m)=>l.push(`output[${m}] = v${d};`));let p=`return (input, output, seen, count) => {
${l.join(`
`)}
};`;return new Function("sum","columns","terms",...Object.keys(Ss),p)(ut,t,c,...Object.values(Ss))}function oo(o){return Object.is(o,-0)?"-0":String(o)}function ro(o,t){let{inputs:s,constants:e,code:i,outputs:r}=o,n=s.length+e.length,a=n+t.length,h=new Float64Array(a+i.length);h.set(e,s.length);let l=s.indexOf(le),c=Object.values(r).flat(),u=f=>{let[d,m,w=0,y=0]=i[f-a],b=ct[d][1];return()=>{h[f]=b(h[m],h[w],h[y])}},p=ue(o).map(({alone:f,each:d,sums:m})=>({alone:f.map(u),columns:d.filter(w=>w<a),each:d.filter(w=>w>=a).map(u),sums:m,terms:m.map(()=>new Float64Array(t.length?t[0].length:0))}));return(f,d,m,w)=>{for(let y=0;y<s.length;y++)h[y]=f[y];l>=0&&(h[l]=w);for(let y of p){for(let b of y.alone)b();if(y.sums.length){for(let b=0;b<w;b++){for(let v of y.columns)h[v]=t[v-n][m[b]];for(let v of y.each)v();for(let v=0;v<y.sums.length;v++)y.terms[v][b]=h[Number(i[y.sums[v]-a][1])]}for(let b=0;b<y.sums.length;b++)h[y.sums[b]]=ut(y.terms[b],0,w)}}for(let y=0;y<c.length;y++)d[y]=h[c[y]]}}var ft=[.25,.5,1,2,4,8],At=class{time=0;steps=1;playing=!0;loop=!0;speed=1;#t=0;get step(){return Math.floor(this.time+1e-9)}get atEnd(){return this.time>=this.steps}advance(t){this.playing&&(this.atEnd?this.loop?(this.#t+=t)>=1.2&&this.seek(0):this.playing=!1:this.time=Math.min(this.steps,this.time+t*25*this.speed))}seek(t){this.time=Math.max(0,Math.min(this.steps,t)),this.#t=0}move(t){this.playing=!1,this.seek(t>0?this.step+t:Math.ceil(this.time-1e-9)+t)}toggle(){!this.playing&&this.atEnd&&this.seek(0),this.playing=!this.playing}shift(t){let s=ft.indexOf(this.speed)+t;this.speed=ft[Math.max(0,Math.min(ft.length-1,s))]}restart(){this.seek(0),this.playing=!0}fit(t){let s=this.atEnd&&this.steps>0;this.steps=t,this.time=s?t:Math.min(this.time,t)}};function g(o,t={},...s){let e=document.createElement(o);for(let[i,r]of Object.entries(t))e.setAttribute(i,r);return e.append(...s),e}function H(o){let t=document.createElementNS("http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let s=document.createElementNS("http://www.w3.org/2000/svg","path");return s.setAttribute("d",o),t.append(s),t}var Ls={restart:"M6 5h2.4v14H6zM19 5v14L9.5 12z",back:"M17 5v14L8 12zM6.2 5h2v14h-2z",play:"M7 4.5v15L20 12z",pause:"M6.5 5h4v14h-4zM13.5 5h4v14h-4z",forward:"M7 5v14l9-7zM15.8 5h2v14h-2z",loop:"M17 3l4 3.5L17 10V7.6H8A3.4 3.4 0 0 0 4.6 11v1H2.4v-1A5.6 5.6 0 0 1 8 5.4h9zM7 21l-4-3.5L7 14v2.4h9a3.4 3.4 0 0 0 3.4-3.4v-1h2.2v1a5.6 5.6 0 0 1-5.6 5.6H7z"},no=new Map([[.25,"¼×"],[.5,"½×"]]),St=class{constructor(t,s,e){this.clock=s;let i=h=>()=>{h(),e()};this.play=dt("Play","play"),this.loop=dt("Loop","loop"),this.scrub=g("input",{type:"range",min:"0",step:"1","aria-label":"Step"}),this.count=g("output",{class:"count"}),this.speed=g("select",{"aria-label":"Speed"});for(let h of ft){let l=no.get(h)??`${h}×`;this.speed.append(g("option",{value:String(h)},l))}let r=dt("Restart","restart"),n=dt("Step back","back"),a=dt("Step forward","forward");r.addEventListener("click",i(()=>s.restart())),n.addEventListener("click",i(()=>s.move(-1))),a.addEventListener("click",i(()=>s.move(1))),this.play.addEventListener("click",i(()=>s.toggle())),this.loop.addEventListener("click",i(()=>s.loop=!s.loop)),this.speed.addEventListener("change",i(()=>s.speed=Number(this.speed.value))),this.scrub.addEventListener("input",i(()=>this.#t())),this.count.setAttribute("aria-live","off"),t.append(r,n,this.play,a,this.scrub,this.count,this.speed,this.loop)}#t(){this.clock.playing=!1,this.clock.seek(Number(this.scrub.value))}draw(){let{clock:t}=this,s=String(t.step);Ts(this.scrub,"max",String(t.steps)),this.scrub.value!==s&&(this.scrub.value=s),Ts(this.scrub,"aria-valuetext",`step ${s} of ${t.steps}`);let e=`${s} / ${t.steps}`;this.count.textContent!==e&&(this.count.textContent=e),this.scrub.style.setProperty("--done",`${100*t.time/t.steps}%`),this.speed.value!==String(t.speed)&&(this.speed.value=String(t.speed)),Ts(this.loop,"aria-pressed",String(t.loop));let i=t.playing?"Pause":"Play";this.play.getAttribute("aria-label")!==i&&(pe(this.play,i),this.play.replaceChildren(H(t.playing?Ls.pause:Ls.play)))}};function dt(o,t){let s=g("button",{type:"button",class:t},H(Ls[t]));return pe(s,o),s}function pe(o,t){o.setAttribute("aria-label",t),o.title=t}function Ts(o,t,s){o.getAttribute(t)!==s&&o.setAttribute(t,s)}var fe=`:host {
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
`;var x={themes:{light:{ink:"#22262b",soft:"#5b6270",paper:"#ffffff",rim:[255,255,255,.8],contour:[40,60,90,.3],wall:[30,40,60,.12],edge:[40,60,90,.5],star:"#9aa3b0",areas:{diverged:{pattern:"lines",paper:"#d5d8de",ink:"#5b6270"},missed:{pattern:"dots",paper:"#ffffff",ink:"#aab1bd"},nowhere:{pattern:"lines",paper:"#ffffff",ink:"#a4abb6"}},ground:["#fff6d8","#f4f3e4","#e5eced","#d8e3ee","#cad8ea"],light:{level:1,contrast:.3,darkest:.76,brightest:1.05}},dark:{ink:"#f2f4f6",soft:"#b4bac6",paper:"#0e1117",rim:[14,17,23,.75],contour:[190,210,235,.3],wall:[255,255,255,.1],edge:[190,210,235,.5],star:"#8d97a6",areas:{diverged:{pattern:"lines",paper:"#3d434f",ink:"#b4bac6"},missed:{pattern:"dots",paper:"#0e1117",ink:"#5a6271"},nowhere:{pattern:"lines",paper:"#0e1117",ink:"#5b6472"}},ground:["#243b4a","#1d2f3e","#192634","#161e2a","#131720"],light:{level:1.3,contrast:.8,darkest:.8,brightest:1.75}}},sun:{direction:[-.5,.24,.832],wall:.5,tint:[1.15,1,.8]},box:{height:.55,base:-.035,wide:1.4142135623730951,tall:1.48,margin:[44,24,18,34],tick:5,gap:62,name:32,line:14},camera:{elevation:44.5,azimuth:225},captions:{linear:"height: loss, to scale",logarithmic:"height: roughly log(loss - minimum)"},trail:{width:2.2,rim:2,hidden:.22},head:{radius:6,rim:3.4},ring:{radius:9,width:2,rim:5},star:{radius:7,rim:2},minimum:{radius:5,rim:2,corners:[[0,1.4],[.4,.4],[1.4,0],[.4,-.4],[0,-1.4],[-.4,-.4],[-1.4,0],[-.4,.4]]},lowest:{radius:7,rim:2,corners:[[0,-.25],[.22,0],[.22,1.05],[1.75,1.75],[.22,2.45],[-.22,2.45],[-.22,0]]},valley:{width:2,rim:4.5,dash:[5,3]},type:{number:11,name:12,label:10},contours:{width:1,shortest:24,apart:6.4,steep:70,tries:[.5,.3,.7,.15,.85,.4,.6]}};function Is(o){let t=getComputedStyle(o),s=t.getPropertyValue("--paper").trim()||x.themes.light.paper,e=lo(s)<.4,{ink:i,soft:r,star:n,areas:a,ground:h,...l}=x.themes[e?"dark":"light"];return{dark:e,paper:s,ink:t.getPropertyValue("--ink").trim()||i,soft:r,star:n,areas:{...a,nowhere:{...a.nowhere,paper:s}},ground:h,rim:Nt(l.rim),contour:Nt(l.contour),wall:Nt(l.wall),edge:Nt(l.edge),font:t.fontFamily,scale:Number(t.getPropertyValue("--scale"))||1}}function Nt(o){return`rgba(${o.join()})`}function lo(o){let t=document.createElement("canvas").getContext("2d",{willReadFrequently:!0});t.fillStyle=o,t.fillRect(0,0,1,1);let[s,e,i]=t.getImageData(0,0,1,1).data;return(.2126*s+.7152*e+.0722*i)/255}function Tt(o){let t=o.map(s=>[1,3,5].map(e=>parseInt(s.slice(e,e+2),16)));return Array.from({length:256},(s,e)=>{let i=e/255*(t.length-1),r=Math.min(t.length-2,Math.floor(i));return t[r].map((n,a)=>n+(t[r+1][a]-n)*(i-r))})}var S=class o{static finer=1;width=0;height=0;#t=0;constructor(t){this.canvas=t,this.context=t.getContext("2d")}fit(){let[t,s]=[this.canvas.clientWidth,this.canvas.clientHeight],e=(window.devicePixelRatio||1)*o.finer;return t===this.width&&s===this.height&&e===this.#t?!1:(Object.assign(this,{width:t,height:s}),this.#t=e,this.canvas.width=Math.max(1,Math.round(t*e)),this.canvas.height=Math.max(1,Math.round(s*e)),this.context.setTransform(e,0,0,e,0,0),!0)}clear(){this.context.clearRect(0,0,this.width,this.height)}twin(t=null){if(t&&t.canvas.width===this.canvas.width&&t.canvas.height===this.canvas.height)return t.clear(),t;let s=new o(document.createElement("canvas"));return s.canvas.width=this.canvas.width,s.canvas.height=this.canvas.height,Object.assign(s,{width:this.width,height:this.height}),s.context.setTransform(this.#t,0,0,this.#t,0,0),s}lay(t,s=this.width){let e=Math.max(0,Math.min(1,s/this.width)),[i,r]=[Math.round(t.canvas.width*e),t.canvas.height];if(i===0||r===0)return;let n=i/this.#t;this.context.drawImage(t.canvas,0,0,i,r,0,0,n,r/this.#t)}};var co="⁰¹²³⁴⁵⁶⁷⁸⁹";function k(o,t=3){if(!Number.isFinite(o))return"–";let s=Math.abs(o);if(s===0||s>=.001&&s<1e4)return de(String(Number(o.toPrecision(t))));let[e,i]=o.toExponential(t-1).split("e"),r=`10${uo(Number(i))}`,n=de(String(Number(e)));return n==="1"?r:n==="−1"?`−${r}`:`${n}·${r}`}function uo(o){let t=[...String(Math.abs(o))].map(s=>co[Number(s)]);return(o<0?"⁻":"")+t.join("")}function de(o){return o.replace("-","−")}function Lt(o){let[t,s]=o.toExponential(5).split("e"),e=Number(s);if(e>=-4&&e<6)return String(Number(o.toPrecision(6)));let i=e<0?"-":"+";return`${Number(t)}e${i}${String(Math.abs(e)).padStart(2,"0")}`}function E([o,t],[s,e]){let i=(e-s)/(t-o);return Object.assign(r=>s+(r-o)*i,{invert:r=>o+(r-s)/i})}function ge([o,t],s){let e=E([Math.log10(o),Math.log10(t)],s);return Object.assign(i=>e(Math.log10(i)),{invert:i=>10**e.invert(i)})}function P([o,t],s){let e=(t-o)/Math.max(1,s),i=10**Math.floor(Math.log10(e)),r=[.5,1,2,5,10].map(h=>h*i),n=r.findIndex(h=>h>=e*(1-1e-9)),a=me(o,t,r[n]);for(;a.length<2&&n>0;)a=me(o,t,r[--n]);return a}function me(o,t,s){let e=Math.ceil(o/s-1e-9),i=Math.floor(t/s+1e-9);return Array.from({length:Math.max(0,i-e+1)},(r,n)=>(e+n)*s)}function we([o,t],s){let e=Math.ceil(Math.log10(o)-1e-9),i=Math.floor(Math.log10(t)+1e-9),r=Math.max(1,Math.ceil((i-e+1)/Math.max(1,s))),n=[];for(let a=i;a>=e;a-=r)n.push(10**a);return n.reverse()}function j(o,t,s=k){return o.map(e=>({at:t(e),text:s(e)}))}function V(o,t=x.type.number){return`${t*o.scale}px ${o.font}`}function F(o,t,s,e,i,{tick:r=0,grid:n=!1,gap:a=7,size:h}={}){let{left:l,top:c,right:u,bottom:p}=e,f=t==="below";o.font=V(i,h),o.textAlign=f?"center":"right",o.textBaseline=f?"top":"middle";for(let{at:d,text:m}of s)o.fillStyle=i.wall,n&&f&&o.fillRect(d-.5,c,1,p-c),n&&!f&&o.fillRect(l,d-.5,u-l,1),o.fillStyle=i.soft,r&&f&&o.fillRect(d-.5,p,1,r),r&&!f&&o.fillRect(l-r,d-.5,r,1),f?o.fillText(m,d,p+a):o.fillText(m,l-a,d)}function It(o,{left:t,top:s,right:e,bottom:i},r){o.strokeStyle=r.soft,o.lineWidth=1,o.strokeRect(t,s,e-t,i-s)}function ye(o,[t,s],{left:e,top:i,right:r,bottom:n},a){o.fillStyle=a.ink,o.font=`italic ${V(a,x.type.name)}`,o.textBaseline="alphabetic",o.textAlign="center",o.fillText(t,(e+r)/2,n+19+13*a.scale),o.textAlign="left",o.fillText(s,3,(i+n)/2+4)}function be(o,t,s){let[e,i,r]=[1/0,-1/0,-1/0];for(let l of o){r=Math.max(r,l[0]);for(let c=0;c<l.length;c++)Number.isFinite(l[c])&&(e=Math.min(e,l[c]),i=Math.max(i,l[c]))}let n=Math.max(t,e),a=Math.min(s,Math.max(r*1.15,Math.min(i,r*1.6))),h=.06*(a-n||1);return Number.isFinite(n+a)?[n-h,a+h]:[0,1]}function xe(o,t){let[s,e]=[1/0,0];for(let r of o)for(let n=0;n<r.length;n++)r[n]>0&&(s=Math.min(s,r[n])),r[n]<=t&&(e=Math.max(e,r[n]));if(s===1/0)return[.1,10];if(!(s<e))return[s/10,s*10];let i=(e/s)**.05;return[s/i,e*i]}function ve(o){for(let t=0;t<o.length;t++)if(o[t]<=0)return!0;return!1}var D=x.trail.width,Ot=x.head.radius;function Me(o){return ke[o]??ke.circle}var ke={circle:po(),square:W([[-.85,-.85],[.85,-.85],[.85,.85],[-.85,.85]]),triangle:W([[0,-1.15],[1.05,.75],[-1.05,.75]]),diamond:W([[0,-1.25],[1,0],[0,1.25],[-1,0]]),plus:W(Ee()),cross:W(Ee().map(([o,t])=>[(o-t)*Math.SQRT1_2,(o+t)*Math.SQRT1_2])),star:W(fo())};function po(){let o=new Path2D;return o.arc(0,0,.95,0,2*Math.PI),o}function W(o){let t=new Path2D;return o.forEach(([s,e])=>t.lineTo(s,e)),t.closePath(),t}function Ee(){let[o,t]=[.38,1.15];return[[-o,-t],[o,-t],[o,-o],[t,-o],[t,o],[o,o],[o,t],[-o,t],[-o,o],[-t,o],[-t,-o],[-o,-o]]}function fo(){return Array.from({length:10},(o,t)=>{let[s,e]=[Math.PI*t/5-Math.PI/2,t%2?.6:1.4];return[e*Math.cos(s),e*Math.sin(s)]})}function R(o,t,s,e,i,r,n){o.save(),o.translate(s,e),o.scale(i,i),o.lineWidth=x.head.rim/i,o.lineJoin="round",o.strokeStyle=n,o.fillStyle=r,o.stroke(Me(t)),o.fill(Me(t)),o.restore()}function N({style:o},t){return t.dark?o.dark:o.light}function C(o,t){return o.style.dash.map(s=>s*t)}var Ae={minimum:W(Se(x.minimum.corners)),lowest:W(Se(x.lowest.corners))};function Se(o){return o.map(([t,s])=>[t,-s])}function Y(o,t,s,e,i,r=1){let n=t?"lowest":"minimum",{radius:a,rim:h}=x[n];o.save(),o.translate(s,e),o.scale(a*r,a*r),o.lineWidth=2*h/a,o.lineJoin="round",o.strokeStyle=i.paper,o.fillStyle=t?i.ink:i.star,o.stroke(Ae[n]),o.fill(Ae[n]),o.restore()}function $t({minima:o,lowest:t},s){for(let e=o.length/2-1;e>=0;e--)s(o[2*e],o[2*e+1],e<t)}function et(o,t,s,e=1){let{width:i,rim:r,dash:n}=x.valley;o.save(),o.lineJoin="round";for(let[a,h,l]of[[r,s.rim,[]],[i,s.ink,n]]){o.beginPath();let c=!1;for(let u=0;u<t.length;u+=2){let p=!Number.isNaN(t[u]);p&&c?o.lineTo(t[u],t[u+1]):p&&o.moveTo(t[u],t[u+1]),c=p}o.lineWidth=a*e,o.strokeStyle=h,o.setLineDash(l.map(u=>u*e)),o.stroke()}o.restore()}var mo=[2,4],Ne=100,Te=2;function Os(o,{limit:t}){return t?o.map(s=>({run:s,...t(s)})).filter(({value:s})=>Number.isFinite(s)&&s>0):[]}function Le([o,t],s){let e=s.map(({value:i})=>i).filter(i=>i<t*Ne&&i>o/Ne);return[Math.min(o,...e.map(i=>i/Te)),Math.max(t,...e.map(i=>i*Te))]}function Ie(o,t,s,{left:e,right:i,top:r,bottom:n},a){let h=12*a.scale,l=[];o.save(),o.font=V(a),o.textAlign="right",o.textBaseline="bottom",o.lineJoin="round";let c=t.map(({run:u,value:p,words:f})=>({line:s(p),words:f,colour:N(u,a)})).filter(({line:u})=>u>r-4&&u<n);for(let{line:u,colour:p}of c)go(o,p,[e,i,u],a.scale);for(let{line:u,words:p,colour:f}of c){let d=l.filter(y=>Math.abs(y.line-u)<h).map(({from:y})=>y),m=Math.min(i,...d)-4,w=m-o.measureText(p).width-4;w<e||u-h<r||(l.push({line:u,from:w}),o.setLineDash([]),o.lineWidth=3,o.strokeStyle=a.paper,o.strokeText(p,m,u-1),o.fillStyle=f,o.fillText(p,m,u-1))}o.restore()}function go(o,t,[s,e,i],r){o.strokeStyle=t,o.lineWidth=1.2*r,o.setLineDash(mo.map(n=>n*r)),o.beginPath(),o.moveTo(s,i),o.lineTo(e,i),o.stroke()}var $s=[{id:"accuracy",label:"Accuracy",log:!1,values:({accuracy:o})=>o},{id:"log",label:"Loss, log",log:!0,values:({loss:o})=>o},{id:"linear",label:"Loss",log:!1,values:({loss:o})=>o},{id:"distance",label:"Distance",log:!0,values:({distance:o})=>o},{id:"gradient",label:"Gradient",log:!0,values:({grad:o})=>yo(o)},{id:"sharpness",label:"Sharpness",title:"The largest eigenvalue of the full loss's Hessian at each iterate. Dashed: above it, the optimizer's steps grow on a quadratic. Rules that scale each coordinate have no such line; the inspector compares them step by step.",log:!0,signed:!0,known:({curvature:o})=>o!==void 0,values:({curvature:o})=>o?.sharpness??null,limit:({curvature:o})=>({value:o?.limit??NaN,words:o?.words??""})},{id:"rate-x",label:"Step",axis:0,log:!0,values:o=>Oe(o,0)},{id:"rate-y",label:"Step",axis:1,log:!0,values:o=>Oe(o,1)}];function zt(o){return $s.filter(({log:t,values:s,known:e})=>e?o.runs.every(e):o.runs.map(r=>s(r)).every(r=>r&&!(t&&wo(r,n=>n<0))))}function wo(o,t){for(let s=0;s<o.length;s++)if(t(o[s]))return!0;return!1}function yo(o){return Float64Array.from({length:o.length/2},(t,s)=>Math.hypot(o[2*s],o[2*s+1]))}function Oe({state:o,hyper:t,loss:s},e){let{rate:i}=o;return i?Float64Array.from({length:s.length},(r,n)=>i[2*n+e]):new Float64Array(s.length).fill(t.lr)}var $e=1.7,bo=18,ze={left:46,top:10,right:12,bottom:24},Pt=class{quantity=$s[1];#t=!0;#s=ze;#e=E([0,1],[0,1]);#i=E([0,1],[0,1]);#o=null;#r=null;#n=!1;#a=[0,1];#h=new Map;#l=[];#c=[];#u=0;constructor(t,s){let e=g("canvas",{role:"img","aria-label":"The chosen quantity over the steps"});this.reading=g("div",{class:"reading",hidden:""}),t.append(e,this.reading),this.sheet=new S(e),this.surface=null,this.race=null;let i=r=>{r.buttons&1&&s(this.#e.invert(r.offsetX)),this.#E(r.offsetX)};e.addEventListener("pointerdown",i),e.addEventListener("pointermove",i),e.addEventListener("pointerleave",()=>this.reading.hidden=!0)}show(t,s){this.surface=t,this.race=s,this.refresh()}refresh(){this.#t=!0}draw(t,s,e){if(!this.race)return;(this.sheet.fit()||this.#t)&&this.#p(s,e);let i=this.#e(t);if(this.sheet.clear(),t>=this.race.steps){this.#g(this.sheet.context,e);for(let n of this.#l)this.#x(this.sheet.context,n,e,1)}else this.#n||this.#d(e),this.sheet.lay(this.#o),this.sheet.lay(this.#r,i);let{context:r}=this.sheet;r.fillStyle=e.soft,r.fillRect(i-.5,this.#s.top,1,this.sheet.height-this.#s.top-this.#s.bottom);for(let n of this.#l)this.#M(r,n,t,e)}#p(t,s){this.#t=this.#n=!1;let{width:e,height:i}=this.sheet,{runs:r,steps:n}=this.race;this.#l=r.filter(({name:l})=>!t.has(l)),this.#h=new Map(this.#l.map(l=>[l,this.quantity.values(l)??[]])),this.#s={...ze,left:28+18*s.scale,bottom:10+14*s.scale},this.#e=E([0,n],[this.#s.left,e-this.#s.right]),this.#c=Os(this.#l,this.quantity),this.#a=this.#y();let a=this.quantity.signed&&this.#l.some(l=>ve(this.#f(l)));this.#u=a?bo*s.scale:0;let h=[i-this.#s.bottom-this.#u,this.#s.top];this.#i=(this.quantity.log?ge:E)(this.#a,h)}#d(t){this.#n=!0,this.#o=this.sheet.twin(this.#o),this.#r=this.sheet.twin(this.#r),this.#g(this.#o.context,t);for(let s of this.#l)this.#x(this.#o.context,s,t,.28),this.#x(this.#r.context,s,t,1)}#y(){let{id:t,log:s}=this.quantity;if(t==="accuracy")return[0,1];let{low:e,high:i}=this.surface,r=this.#l.map(n=>this.#f(n));return s?Le(xe(r,t==="log"?i:1e12),this.#c):be(r,e,i)}get#m(){let{left:t,top:s,right:e,bottom:i}=this.#s;return{left:t,top:s,right:this.sheet.width-e,bottom:this.sheet.height-i}}#f(t){return this.#h.get(t)??[]}#g(t,s){let e=this.#a,i=this.#m,r=(i.bottom-this.#u-i.top)/34,a=this.quantity.log&&Math.log10(e[1]/e[0])>1.5?we(e,r):P(e,r),h=j(a,this.#i,l=>this.#v(l));this.#u&&h.push({at:this.#w(0),text:"≤ 0"}),F(t,"left",h,i,s,{grid:!0}),F(t,"below",this.#b(t),i,s),Ie(t,this.#c,this.#i,i,s)}#b(t){let{width:s}=this.sheet,e=this.race?.steps??1,i=1.6*t.measureText(String(e)).width;return[...P([0,e],(this.#e(e)-this.#e(0))/70).filter(Number.isInteger).filter(n=>this.#e(e)-this.#e(n)>i),e].map(n=>{let a=t.measureText(String(n)).width/2;return{at:Math.min(this.#e(n),s-a),text:String(n)}})}#x(t,s,e,i){let{width:r,height:n}=this.sheet;t.save(),t.beginPath(),t.rect(this.#s.left,this.#s.top-4,r-this.#s.left,n-this.#s.top-this.#s.bottom+8),t.clip(),t.globalAlpha=i,t.strokeStyle=N(s,e),t.lineWidth=$e*e.scale,t.lineJoin="round",t.setLineDash(C(s,$e*e.scale)),t.beginPath();let a=this.#f(s);for(let h=0;h<a.length;h++)Number.isFinite(a[h])&&t.lineTo(this.#e(h),this.#w(a[h]));t.stroke(),t.restore()}#v(t){return this.quantity.id==="accuracy"?`${Number((100*t).toFixed(1))} %`:k(t)}#k(t,s){let[e]=Os([t],this.quantity);return e?` ${s>e.value?">":s<e.value?"<":"="} ${this.#v(e.value)}`:""}#E(t){let s=Math.round(this.#e.invert(t)),{steps:e}=this.race;if(this.reading.hidden=s<0||s>e,this.reading.hidden)return;let i=this.#l.map(n=>({run:n,value:this.#f(n)[s]})).filter(({value:n})=>Number.isFinite(n)).sort((n,a)=>a.value-n.value);this.reading.replaceChildren(g("b",{},`step ${s}`),...i.map(({run:n,value:a})=>g("span",{},`${n.name} `,g("i",{},this.#v(a)+this.#k(n,a)))));let r=t>this.sheet.width/2;this.reading.style.left=r?"auto":`${t+14}px`,this.reading.style.right=r?`${this.sheet.width-t+14}px`:"auto"}#w(t){return this.#u&&t<=0?this.#m.bottom-this.#u/3:Math.max(-9999,Math.min(9999,this.#i(t)))}#M(t,s,e,i){let r=this.#f(s),n=Math.floor(e),[a,h]=[r[n],r[Math.min(n+1,r.length-1)]];if(!Number.isFinite(a))return;let l=Number.isFinite(h)?this.#w(h):this.#w(a),c=this.#w(a)+(e-n)*(l-this.#w(a));if(c<this.#s.top-4||c>this.sheet.height-this.#s.bottom+4)return;let u=N(s,i);R(t,s.style.marker,this.#e(e),c,3.6*i.scale,u,i.paper)}};function it(o,t,s,e){let[i,r]=[0,1];for(let n of[0,1]){let[a,h]=[s[n],e[n]];if(h===0&&!(a>=o[n]&&a<=t[n]))return null;h!==0&&(i=Math.max(i,((h>0?o:t)[n]-a)/h),r=Math.min(r,((h>0?t:o)[n]-a)/h))}return i<=r?[i,r]:null}function Pe(o,t,s,e){let i=x.contours.apart*s,r=[];for(let{path:n,text:a}of o)if(!(zs(n)<i))for(let h of x.contours.tries){let l=Math.max(1,Math.floor(h*(n.length/2-1))),[c,u]=[n[2*l],n[2*l+1]];if(!(Math.min(c-t.left,t.right-c,u-t.top,t.bottom-u)<2*s||!(e(c,u)*s<1))&&!r.some(f=>Math.hypot(f.x-c,f.y-u)<i)){r.push({x:c,y:u,angle:xo(n,l),text:a});break}}return r}function xo(o,t){let s=Math.min(t+1,o.length/2-1),e=Math.atan2(o[2*s+1]-o[2*t-1],o[2*s]-o[2*t-2]),i=x.contours.steep*Math.PI/180,r=Math.floor((e-i)/Math.PI)+1;return e-r*Math.PI}function zs(o){let t=0;for(let s=2;s<o.length;s+=2)t+=Math.hypot(o[s]-o[s-2],o[s+1]-o[s-1]);return t}function De(o,{left:t,top:s,right:e,bottom:i}){let r=Math.sqrt(o.length),[n,a]=[(e-t)/(r-1),(i-s)/(r-1)],h=l=>Math.max(1,Math.min(r-2,Math.round(l)));return(l,c)=>{let u=h((i-c)/a)*r+h((l-t)/n),[p,f]=[o[u+1]-o[u-1],o[u+r]-o[u-r]];return Math.hypot(p/(2*n),f/(2*a))}}function Ps(o,t,s,e){let i=P(o,t),r=i.length>1?i[1]-i[0]:o[1]-o[0],n=Math.floor(Math.log10(r)+1e-9),a=Math.max(...i.map(Math.abs)),h=Math.floor(Math.log10(a/r))+2;if(h<=4&&n>=-3)return{marks:j(i,s,p=>k(p,Math.max(3,h))),note:""};let l=h<=4?0:i[Math.floor(i.length/2)],c=i.map(p=>{let f=String(Math.round((p-l)/10**n));return{at:s(p),text:f.replace("-","−")}}),u=l===0?"":`${l.toFixed(Math.max(0,Math.min(100,-n))).replace("-","−")} + `;return{marks:c,note:`${e||"value"} = ${u}n · ${k(10**n)}`}}function Re(o,t,s,e){let i=o.getTransform().a,r=document.createElement("canvas");r.width=Math.max(1,Math.round((s.right-s.left)*i)),r.height=Math.max(1,Math.round((s.bottom-s.top)*i));let n=r.getContext("2d");n.imageSmoothingEnabled=!1,n.drawImage(Ds(t),0,0,r.width,r.height),n.globalCompositeOperation="source-in",vo(n,{...e,pattern:""}),n.globalCompositeOperation="source-atop",Ce(n,e,i),o.drawImage(r,s.left,s.top,s.right-s.left,s.bottom-s.top)}function vo(o,t,s=1){o.fillStyle=t.paper,o.fillRect(0,0,o.canvas.width,o.canvas.height),Ce(o,t,s)}function Ce(o,{pattern:t,ink:s},e){let{width:i,height:r}=o.canvas;if(o.beginPath(),t==="lines"){for(let n=-r;n<i;n+=5*e)o.moveTo(n,r),o.lineTo(n+r,0);o.strokeStyle=s,o.lineWidth=1.1*e,o.stroke()}if(t==="dots"){for(let[n,a]=[2.5*e,!1];n<r;n+=5*e,a=!a)for(let h=(a?5:2.5)*e;h<i;h+=5*e)o.rect(h-.6*e,n-.6*e,1.2*e,1.2*e);o.fillStyle=s,o.fill()}}function Ds(o){let t=document.createElement("canvas");return t.width=o.width,t.height=o.height,t.getContext("2d").putImageData(o,0,0),t}function _e(o,t,s){let e=Mo(o,t,s),i=[];for(let[r,n]of e)n.length===1&&i.push(Fe(e,r));for(let r of e.keys())e.get(r)?.length&&i.push(Fe(e,r));return i.filter(r=>r.length>1).map(r=>r.flatMap(n=>ko(o,t,s,n)))}function Mo(o,t,s){let e=new Map,i=(r,n)=>{e.set(r,[...e.get(r)??[],n]),e.set(n,[...e.get(n)??[],r])};for(let r=0;r<t-1;r++)for(let n=0;n<t-1;n++){let a=r*t+n,[h,l,c,u]=[o[a],o[a+1],o[a+t],o[a+t+1]],p=+(h>s)|+(l>s)<<1|+(u>s)<<2|+(c>s)<<3;if(p===0||p===15||Number.isNaN(h+l+c+u))continue;let[f,d,m,w]=[2*a,2*(a+t),2*a+1,2*a+3],y=(h+l+c+u)/4>s;if(p===5||p===10){p===5===y?(i(m,d),i(f,w)):(i(m,f),i(d,w));continue}let b=[];(p&1)!==(p>>1&1)&&b.push(f),(p>>1&1)!==(p>>2&1)&&b.push(w),(p>>2&1)!==(p>>3&1)&&b.push(d),(p>>3&1)!==(p&1)&&b.push(m),i(b[0],b[1])}return e}function Fe(o,t){let s=[t];for(let e=o.get(t)?.pop();e!==void 0;e=o.get(t)?.pop()){let i=o.get(e);i.splice(i.indexOf(t),1),s.push(e),t=e}return s}function ko(o,t,s,e){let i=e>>1,r=i+(e&1?t:1),n=(s-o[i])/(o[r]-o[i]);return[i%t+(e&1?0:n),Math.floor(i/t)+(e&1?n:0)]}function qe({context:o},t,s,e){let i=E(t.xlim,[e.left,e.right]),r=E(t.ylim,[e.bottom,e.top]);return o.save(),o.beginPath(),o.rect(e.left,e.top,e.right-e.left,e.bottom-e.top),o.clip(),Eo(o,t,s,e),Ao(o,t,s,e),o.restore(),Rs(o,t,s,e),To(o,t,s,e,i,r),{x:i,y:r}}function Rs(o,t,s,e){let{left:i,top:r,right:n,bottom:a}=e;It(o,e,s);let h=Ps(t.xlim,(n-i)/70,E(t.xlim,[i,n]),t.axes[0]),l=Ps(t.ylim,(a-r)/50,E(t.ylim,[a,r]),t.axes[1]);F(o,"below",h.marks,e,s,{tick:4}),F(o,"left",l.marks,e,s,{tick:4}),ye(o,t.axes,e,s);let c=x.type.number*s.scale;o.font=V(s),o.textAlign="left",o.textBaseline="alphabetic",[h.note,l.note].filter(Boolean).forEach((u,p)=>{He(o,{x:i+8,y:r+(p+1)*1.5*c,angle:0,text:u},s)})}function Eo(o,{heights:t,levels:s},e,i){let r=Math.sqrt(t.length),n=Tt(e.ground),a=new ImageData(r,r),h=new ImageData(r,r),l=!1;t.forEach((m,w)=>{let y=Math.max(0,Math.min(255,Math.round(255*m/(s.length+1)))),v=4*((r-1-Math.floor(w/r))*r+w%r);if(!Number.isNaN(m))return a.data.set([...n[y],255],v);h.data.set([0,0,0,255],v),l=!0});let[c,u]=[(i.right-i.left)/(r-1),(i.bottom-i.top)/(r-1)];o.imageSmoothingQuality="high";let[p,f]=[i.left-c/2,i.top-u/2];if(o.drawImage(Ds(a),p,f,c*r,u*r),!l)return;let d={left:p,top:f,right:p+c*r,bottom:f+u*r};Re(o,h,d,e.areas.nowhere)}function Ao(o,{heights:t,levels:s},e,i){let r=So(s),n=Math.sqrt(t.length),[a,h]=[(i.right-i.left)/(n-1),(i.bottom-i.top)/(n-1)],l=(f,d)=>d%2?i.bottom-f*h:i.left+f*a,u=Array.from(s).flatMap((f,d)=>_e(t,n,d+1).map(m=>({path:m.map(l),text:k(f,r)}))).filter(({path:f})=>zs(f)>=x.contours.shortest);o.strokeStyle=e.contour,o.lineWidth=x.contours.width,o.lineJoin="round";for(let{path:f}of u)No(o,f);let p=x.type.label*e.scale;o.font=V(e,x.type.label),o.textAlign="center",o.textBaseline="middle";for(let f of Pe(u,i,p,De(t,i)))He(o,f,e)}function So(o){let t=4;for(let s=1;s<o.length;s++){let e=Math.ceil(Math.log10(Math.abs(o[s])/(o[s]-o[s-1])))+1;t=Math.max(t,Math.min(16,e))}return t}function No(o,t){o.beginPath();for(let s=0;s<t.length;s+=2)o.lineTo(t[s],t[s+1]);o.stroke()}function He(o,{x:t,y:s,angle:e,text:i},r){o.save(),o.translate(t,s),o.rotate(e),o.lineWidth=3.5,o.strokeStyle=r.dark?"rgba(24,36,50,0.9)":"rgba(240,243,242,0.92)",o.strokeText(i,0,0),o.fillStyle=r.soft,o.fillText(i,0,0),o.restore()}function To(o,t,s,e,i,r){et(o,Lo(t.valleys,i,r,e),s),$t(t,(n,a,h)=>{let[l,c]=[i(n),r(a)];l>=e.left-1&&l<=e.right+1&&c>=e.top-1&&c<=e.bottom+1&&Y(o,h,l,c,s)})}function Lo(o,t,s,{left:e,top:i,right:r,bottom:n}){let a=[],h=!1;for(let l=2;l<o.length;l+=2){let[c,u,p,f]=[t(o[l-2]),s(o[l-1]),t(o[l]),s(o[l+1])],[d,m]=[p-c,f-u],w=Number.isNaN(d+m)?null:it([e,i],[r,n],[c,u],[d,m]);if(!w){h=!1;continue}(!h||w[0]>0)&&a.push(NaN,NaN,c+w[0]*d,u+w[0]*m),a.push(c+w[1]*d,u+w[1]*m),h=w[1]===1}return a}var Be=22250738585072014e-324;function Ge(o,{xlim:t,ylim:s},e,i){let r=([w,y],b)=>w+(y-w)*b/(i-1),n=new Float64Array(i*i);for(let w=0;w<i;w++)for(let y=0;y<i;y++){let b=o(r(t,y),r(s,w));n[w*i+y]=Math.abs(b)<1e300?b:NaN}let a=n.filter(w=>!Number.isNaN(w)).sort();if(!a.length)return{heights:new Float32Array(i*i).fill(NaN),levels:new Float64Array(0)};let h=a[a.length-1],l=[],c=1/0;for(let w=0;w<e.length;w+=2){let[y,b]=[e[w],e[w+1]],v=o(y,b);Math.abs(v)<1e300&&(c=Math.min(c,v),y>=t[0]&&y<=t[1]&&b>=s[0]&&b<=s[1]&&l.push(v))}let u=l.reduce((w,y)=>Math.min(w,y),a[0]),p=l.length>0||Io(n,i,a[0]);!p&&c<=u&&h-c>30*(u-c)&&([p,u]=[!0,c]);let f=p?Oo(a,u):We(a);f.length<8&&(p=!1,f=We(a).filter(w=>w>u));let d=Math.max(1,Math.abs(a[0]),Math.abs(h));f.length<2&&(f=[h+d,h+2*d]);let m=p?Po(f,u):zo(f);return{heights:Float32Array.from(n,m),levels:Float64Array.from(f)}}function Io(o,t,s){for(let e=1;e<t-1;e++)for(let i=1;i<t-1;i++)if(o[e*t+i]<=s)return!0;return!1}function Ue(o){return Math.max(1e-12*Math.max(Math.abs(o[0]),Math.abs(o[o.length-1])),Be)}function We(o){let[t,s]=[o[0],o[o.length-1]];if(s-t<=Ue(o))return[];let e=10**Math.floor(Math.log10((s-t)/18));for(let i of[1,2,5,10]){let r=i*e,[n,a]=[Math.ceil(t/r),Math.floor(s/r)];if(!(a-n+1>18&&i<10))return Array.from({length:Math.max(0,a-n+1)},(h,l)=>(n+l)*r)}return[]}function Oo(o,t){let s=Ue(o),e=Array.from(o,f=>f-t).filter(f=>f>s);if(!e.length)return[];let i=5e-4*(e.length-1),r=Math.floor(i),n=e[Math.min(r+1,e.length-1)],a=e[r]+(i-r)*(n-e[r]),h=e[e.length-1],l=[];for(let f of[[1,2,5],[1,3],[1]]){l=[];for(let d=Math.floor(Math.log10(a));d<=Math.ceil(Math.log10(h));d++)for(let m of f)l.push(+`${m}e${d}`);if(l=l.filter(d=>d>=a&&d<h),l.length<=18)break}let c=Math.max(1,Math.ceil(l.length/18)),u=l.filter((f,d)=>(l.length-1-d)%c===0);return[...new Set(u.map(f=>$o(t+f,f)))].filter(f=>f>t).sort((f,d)=>f-d)}function $o(o,t){let s=Math.floor(Math.log10(t)+1e-9),e=t<1.5*10**s?1-s:-s;return e>100?o:e>=0?Number(o.toFixed(e)):Math.round(o/10**-e)*10**-e}function zo(o){let t=o[1]-o[0];return s=>Number.isNaN(s)?NaN:Math.max(0,Math.min(o.length+1,1+(s-o[0])/t))}function Po(o,t){let s=o.map(i=>Math.log(Math.max(i-t,Be)));s.push(2*s[s.length-1]-s[s.length-2]);let e=Math.exp(s[0]);return i=>{if(Number.isNaN(i))return NaN;let r=Math.max(i-t,0);if(r<e)return r/e;let n=Math.log(r),a=0;for(;a<s.length-2&&n>s[a+1];)a++;return a+1+Math.min(1,Math.max(0,(n-s[a])/(s[a+1]-s[a])))}}var Dt=60,Rt=class{last=0;points=new Float64Array(0);constructor(t,s,e){this.run=t,this.measure(s,e)}measure(t,s){let{run:e}=this;this.last=(e.ended??e.loss.length)-1,this.points.length<e.x.length&&(this.points=new Float64Array(e.x.length));for(let i=0;i<=this.last;i++)this.points[2*i]=t(e.x[2*i]),this.points[2*i+1]=s(e.x[2*i+1])}head(t){let s=Math.min(Math.floor(t),this.last),e=Math.min(s+1,this.last),i=Math.min(t,this.last)-s,r=n=>this.points[2*s+n]+i*(this.points[2*e+n]-this.points[2*s+n]);return[r(0),r(1)]}trace(t,s){let{points:e}=this,i=Math.min(Math.floor(s),this.last),r=Ve(t.canvas);t.beginPath(),t.moveTo(e[0],e[1]);for(let h=1;h<=i;h++)je(t,r,e[2*h-2],e[2*h-1],e[2*h],e[2*h+1]);let[n,a]=this.head(s);je(t,r,e[2*i],e[2*i+1],n,a)}};function Ve({clientWidth:o,clientHeight:t}){return[-Dt,-Dt,o+Dt,t+Dt]}function je(o,t,s,e,i,r){if(Cs(t,s,e)&&Cs(t,i,r)){o.lineTo(i,r);return}let[n,a]=[i-s,r-e],h=it(t.slice(0,2),t.slice(2),[s,e],[n,a]);h&&(o.moveTo(s+h[0]*n,e+h[0]*a),o.lineTo(s+h[1]*n,e+h[1]*a))}function Cs([o,t,s,e],i,r){return i>=o&&i<=s&&r>=t&&r<=e}function Ye(o,t,s,e){let i=D*e.scale;o.lineJoin="round";for(let r of t)r.trace(o,s),o.setLineDash([]),o.lineWidth=i+x.trail.rim,o.strokeStyle=e.rim,o.stroke(),o.setLineDash(C(r.run,i)),o.lineWidth=i,o.strokeStyle=N(r.run,e),o.stroke();o.setLineDash([]);for(let r of t)Do(o,r,s,e)}function Do(o,t,s,e){let[i,r]=t.head(s);if(!Cs(Ve(o.canvas),i,r))return;let{style:n}=t.run,a=N({style:n},e);R(o,n.marker,i,r,Ot*e.scale,a,e.paper)}var Ct=class{whole={xlim:[0,1],ylim:[0,1]};seen=this.whole;open({xlim:t,ylim:s}){this.whole={xlim:[...t],ylim:[...s]},this.seen=this.whole}get zoomed(){return this.seen!==this.whole}reset(){this.seen=this.whole}zoom([t,s],e){let{xlim:i,ylim:r}=this.seen,n=K(i)/K(this.whole.xlim),a=Math.max(Math.min(this.#t,n),n/e);if(a>=1)return this.reset();let h=(l,[c,u])=>[l-(l-c)/n*a,l+(u-l)/n*a];this.#s({xlim:h(t,i),ylim:h(s,r)})}fit(t){let{xlim:s,ylim:e}=this.whole,i=t.filter(([m,w])=>m>=s[0]&&m<=s[1]&&w>=e[0]&&w<=e[1]);if(!i.length)return;let r=m=>[Math.min(...m),Math.max(...m)],[n,a]=r(i.map(([m])=>m)),[h,l]=r(i.map(([,m])=>m)),[c,u]=[K(s),K(e)],p=1.4*Math.max((a-n)/c,(l-h)/u),f=Math.max(this.#t,p||K(this.seen.xlim)/c/4);if(f>=1)return this.reset();let d=(m,w)=>[m-w*f/2,m+w*f/2];this.#s({xlim:d((n+a)/2,c),ylim:d((h+l)/2,u)})}get#t(){let{xlim:t,ylim:s}=this.seen,[e,i]=[K(this.whole.xlim),K(this.whole.ylim)];return Math.max(1e-12,1e-13*Math.max(...t.map(Math.abs))/e,1e-13*Math.max(...s.map(Math.abs))/i)}pan(t,s){if(!this.zoomed)return;let{xlim:e,ylim:i}=this.seen;this.#s({xlim:[e[0]+t,e[1]+t],ylim:[i[0]+s,i[1]+s]})}#s({xlim:t,ylim:s}){this.seen={xlim:Ke(t,this.whole.xlim),ylim:Ke(s,this.whole.ylim)}}};function K([o,t]){return t-o}function Ke([o,t],s){let e=Math.max(0,s[0]-o)+Math.min(0,s[1]-t);return[o+e,t+e]}var Ft=161,Ro=41,Co=120,_t=class{viewport=new Ct;lossAt=null;#t=!1;#s=null;#e=this.viewport.seen;#i=[];#o=!0;#r=E([0,1],[0,1]);#n=E([0,1],[0,1]);#a={left:0,top:0,right:1,bottom:1};constructor(t){let s=e=>t.querySelector(e);this.ground=new S(s(".ground")),this.trails=new S(s(".trails")),this.ring=s(".start"),this.surface=null,this.race=null}show(t,s){t!==this.surface&&(this.#o=!0,this.viewport.open(t)),!this.lossAt&&this.viewport.zoomed&&(this.#o=!0,this.viewport.reset()),this.surface=t,this.race=s,this.#u()}refresh(){this.#o=!0}moved(){this.#t=!0}get seen(){return this.viewport.seen}draw(t,s,e,i){if(!this.surface)return;this.ground.fit()||this.#o?this.#h(e):this.#t&&this.#c(e),this.trails.fit()&&this.#u();let{context:r}=this.trails,{left:n,top:a,right:h,bottom:l}=this.#a;this.trails.clear(),r.save(),r.beginPath(),r.rect(n,a,h-n,l-a),r.clip(),Ye(r,this.#i.filter(({run:c})=>!s.has(c.name)),t,e),i(r,{x:this.#r,y:this.#n}),r.restore()}place([t,s]){let[e,i]=[this.#r(t),this.#n(s)],r=this.#a,n=e>=r.left&&e<=r.right&&i>=r.top&&i<=r.bottom;this.ring.style.visibility=n||!this.viewport.zoomed?"":"hidden",this.ring.style.left=`${e}px`,this.ring.style.top=`${i}px`}#h(t){this.#o=this.#t=!1,this.ground.clear();let{width:s,height:e}=this.ground,{scale:i}=t,[r,n]=[28+18*i,e-18-22*i];this.#a={left:r,top:8,right:s-10,bottom:n};let{x:a,y:h}=qe(this.ground,this.#l(),t,this.#a);this.#s=null,this.#e=this.seen,this.#r=a,this.#n=h,this.#u()}#l(){let t=this.surface,{lossAt:s,seen:e}=this;if(!this.viewport.zoomed||!s)return t;let i=[...t.minima,...t.valleys];return{...t,...e,...Ge(s,e,i,Fo(s,e))}}#c(t){this.#t=!1;let{context:s}=this.ground;this.#s||(this.#s=this.ground.twin(),this.#s.lay(this.ground));let{left:e,top:i,right:r,bottom:n}=this.#a,{xlim:a,ylim:h}=this.seen;this.#r=E(a,[e,r]),this.#n=E(h,[n,i]);let l=this.#e,[c,u]=[this.#r(l.xlim[0]),this.#r(l.xlim[1])],[p,f]=[this.#n(l.ylim[1]),this.#n(l.ylim[0])],d=this.#s.canvas.width/this.#s.width,[m,w]=[r-e,n-i];this.ground.clear(),s.save(),s.beginPath(),s.rect(e,i,m,w),s.clip();let{canvas:y}=this.#s;s.drawImage(y,e*d,i*d,m*d,w*d,c,p,u-c,f-p),s.restore(),Rs(s,{...this.surface,xlim:a,ylim:h},t,this.#a),this.#u()}#u(){if(!this.race)return;let{runs:t}=this.race;if(t.length===this.#i.length&&t.every((s,e)=>s===this.#i[e].run))for(let s of this.#i)s.measure(this.#r,this.#n);else this.#i=t.map(s=>new Rt(s,this.#r,this.#n));this.place(this.race.start)}get perPixel(){let{left:t,top:s,right:e,bottom:i}=this.#a,{xlim:r,ylim:n}=this.seen;return[(r[1]-r[0])/(e-t),(n[1]-n[0])/(i-s)]}pointAt({clientX:t,clientY:s}){let e=this.trails.canvas.getBoundingClientRect(),{left:i,top:r,right:n,bottom:a}=this.#a,h=Math.max(i,Math.min(n,t-e.left)),l=Math.max(r,Math.min(a,s-e.top)),{xlim:c,ylim:u}=this.seen;return[E(c,[i,n]).invert(h),E(u,[a,r]).invert(l)]}};function Fo(o,{xlim:t,ylim:s}){let e=performance.now();for(let r=0;r<Ft;r++)o(t[0]+(t[1]-t[0])*r/Ft,s[0]);let i=(performance.now()-e)/Ft;return Math.max(Ro,Math.min(Ft,Math.floor(Math.sqrt(Co/i))))}var Xe=`.view3d {
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
`;var Je="A line on which the curvature term of the loss's quadratic model is the same: half-axes along the Hessian's eigenvectors, as 1/√eigenvalue to each other, the longest always alike. Where the model has no such ellipse, lines along the eigenvectors, with arrows where the loss curves down.";function Ze({high:o,low:t,along:s},{x:e,y:i}){let r=Math.max(Math.abs(o),Math.abs(t));if(!(r>0))return{ellipse:[],lines:[]};let n=([u,p])=>[u*(e(1)-e(0)),p*(i(1)-i(0))],a=[n(s),n([-s[1],s[0]])];if(t>1e-12*r)return{ellipse:qo(a,[1/Math.sqrt(o/r),1/Math.sqrt(t/r)]),lines:[]};let h=[o,t].map((u,p)=>({value:u,to:Ho(a[p],44)})),c=Math.abs(t)<=1e-12*r?h.slice(1):h;return{ellipse:[],lines:c.map(({value:u,to:p})=>({to:p,down:u<-1e-12*r}))}}function Qe(o,[t,s],{ellipse:e,lines:i}){let{context:r}=o;if(e.length){r.beginPath();for(let[n,a]of e)r.lineTo(t+n,s+a);r.closePath(),o.outline(1.6,[])}for(let{to:n,down:a}of i)for(let h of[1,-1]){let l=[t+h*n[0],s+h*n[1]];a?o.arrow([t,s],l,1,1.6):(r.beginPath(),r.moveTo(t,s),r.lineTo(...l),o.outline(1.6,[]))}}function qo([o,t],[s,e]){let i=Array.from({length:72},(n,a)=>{let[h,l]=[s*Math.cos(2*Math.PI*a/72),e*Math.sin(2*Math.PI*a/72)];return[h*o[0]+l*t[0],h*o[1]+l*t[1]]}),r=Math.max(...i.map(n=>Math.hypot(...n)));return i.map(([n,a])=>[n*44/r,a*44/r])}function Ho([o,t],s){let e=Math.hypot(o,t);return[o*s/e,t*s/e]}var Wo="http://www.w3.org/1998/Math/MathML",Bo={lr:"lr",mu:"μ",rho:"ρ",eps:"ε",beta1:"β₁",beta2:"β₂",rate:"α",E_g2:"E[g²]",E_dx2:"E[Δx²]",dx:"Δx",decay:"λ",psi:"ψ",rho_inf:"ρ∞",lr_t:"lrₜ",mu_next:"μ′",mu_product:"Πμ",v_max:"vₘₐₓ"},Go={if:0,"+":1,"-":1,neg:2,"*":3,"/":5,"^":4,sqrt:5,abs:5,sign:5,max:5},Uo={"<":"<","<=":"≤",">":">",">=":"≥","==":"=","!=":"≠"};function M(o,...t){let s=document.createElementNS(Wo,o);return s.append(...t),s}function ot(o){return o.endsWith("_hat")?`${ot(o.slice(0,-4))}̂`:Bo[o]??o}function B(o){if(!o.endsWith("_hat"))return M("mi",ot(o));let t=M("mover",B(o.slice(0,-4)),M("mo","^"));return t.setAttribute("accent","true"),t}function I(o,t){if(typeof o=="number")return M("mn",String(o));if(typeof o=="string")return t(o);let[s,...e]=o,i=e.map((r,n)=>Yo(r,s,n,t));switch(s){case"/":return M("mfrac",...e.map(r=>I(r,t)));case"sqrt":return M("msqrt",I(e[0],t));case"abs":return M("mrow",M("mo","|"),I(e[0],t),M("mo","|"));case"sign":case"max":return jo(s,e.map(r=>I(r,t)));case"if":return Vo(e,t);case"^":return M("msup",i[0],I(e[1],t));case"neg":return M("mrow",M("mo","−"),i[0]);case"*":return M("mrow",i[0],M("mo","·"),i[1]);default:return M("mrow",i[0],M("mo",s==="-"?"−":"+"),i[1])}}function jo(o,t){let s=t.flatMap((e,i)=>i?[M("mo",","),e]:[e]);return M("mrow",M("mi",o),M("mo","("),...s,M("mo",")"))}function Vo([[o,t,s],e,i],r){let n=M("mo",Uo[o]),a=M("mrow",M("mtext","if "),I(t,r),n,I(s,r)),l=[[I(e,r),a],[I(i,r),M("mtext","otherwise")]].map(c=>M("mtr",...c.map(u=>M("mtd",u))));return M("mrow",M("mo","{"),M("mtable",...l))}function Yo(o,t,s,e){let i=I(o,e);if(!Array.isArray(o))return i;let r=l=>Go[l],[n,a]=[r(o[0]),r(t)];return n<a||n===a&&t==="-"&&s===1?M("mrow",M("mo","("),i,M("mo",")")):i}function mt(o,t){if(typeof o=="number")return o;if(typeof o=="string")return t(o);if(o[0]==="if")return mt(Ko(o[1],t)?o[2]:o[3],t);let[s,e]=o.slice(1).map(i=>mt(i,t));switch(o[0]){case"+":return s+e;case"-":return s-e;case"*":return s*e;case"/":return s/e;case"^":return s**e;case"neg":return-s;case"abs":return Math.abs(s);case"sign":return Math.sign(s);case"max":return Math.max(s,e);default:return Math.sqrt(s)}}function Ko(o,t){if(!Array.isArray(o))return!1;let[s,e]=o.slice(1).map(i=>mt(i,t));switch(o[0]){case"<":return s<e;case"<=":return s<=e;case">":return s>e;case">=":return s>=e;case"==":return s===e;default:return s!==e}}function gt(o,t){return t(o)||Array.isArray(o)&&o.slice(1).some(s=>gt(s,t))}var qt=class{constructor(t,s,e){this.context=t,this.colour=s,this.theme=e}arrow(t,s,e=1,i=2.4){let r=Math.hypot(s[0]-t[0],s[1]-t[1]);if(!(r>.5))return;let[n,a]=[(s[0]-t[0])/r,(s[1]-t[1])/r],h=Math.min(9,r*.6);this.context.save(),this.context.globalAlpha=e,this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(...s),this.context.moveTo(s[0]-h*(n+.5*a),s[1]-h*(a-.5*n)),this.context.lineTo(...s),this.context.lineTo(s[0]-h*(n-.5*a),s[1]-h*(a+.5*n)),this.outline(i,[]),this.context.restore()}outline(t,s){let{context:e}=this;e.lineCap="round",e.lineJoin="round",e.setLineDash([]),e.lineWidth=t+2.5,e.strokeStyle=this.theme.rim,e.stroke(),e.setLineDash(s),e.lineWidth=t,e.strokeStyle=this.colour,e.stroke(),e.setLineDash([]),e.lineCap="butt"}};var rt=class{constructor(t,s){this.run=t;let e=(t.ended??t.loss.length)-1;this.step=Math.max(0,Math.min(s,e-1)),this.exists=e>0}value(t,s,e=1/0){let{run:i,step:r}=this;if(t==="t")return r+1;if(t==="g")return i.grad[2*r+s];if(t in i.hyper)return i.hyper[t];let n=i.equations.findIndex(([l])=>l===t),a=e===1/0||n>=0&&n<e?r+1:r,h=t==="x"?i.x:i.state[t];return h?h[2*a+s]:NaN}pair(t,s){return[this.value(t,0,s),this.value(t,1,s)]}get measured(){let t=this.run.grad_at??this.run.x;return[t[2*this.step],t[2*this.step+1]]}get rate(){return"rate"in this.run.state?this.pair("rate"):[this.run.hyper.lr,this.run.hyper.lr]}};function X(o,t){if(t==="g")return"gradient";let s=o.equations.find(([i])=>i===t)?.[1]??0,e=o.equations.find(([i])=>i==="x")?.[1]??0;return Xo(e,t,o.hyper)?"displacement":ti(o,t)?t==="rate"||Ht(s,"sqrt")?"rate":si(o,t)?"square":Ht(s,"abs")?"size":"gradient":"factor"}function Ht(o,t){return gt(o,s=>Array.isArray(s)&&s[0]===t)}function ti(o,t,s=[]){let e=o.equations.find(([r])=>r===t)?.[1]??0,i=[...s,t];return gt(e,r=>typeof r!="string"||i.includes(r)?!1:r==="g"||r in o.state&&ti(o,r,i))}function Xo(o,t,s){if(!Array.isArray(o)||o[0]!=="+")return!1;let e=o[2];return e===t||Array.isArray(e)&&e[0]==="*"&&e[1]in s&&e[2]===t}function si(o,t){let s=o.equations.find(([e])=>e===t)?.[1]??0;return gt(s,e=>Array.isArray(e)?e[0]==="^"&&e[2]===2:typeof e=="string"&&e!==t&&e in o.state&&si(o,e))}var Fs=[["gradient","gradient, downhill"],["memory","velocity or m"],["rate","step size per axis"],["look","look-ahead point"],["curvature","curvature",Je]],Jo=66,ei=40,Wt=class{constructor(t,s,e,i,r){this.context=t,this.run=s,this.scales=i,this.theme=r,this.update=new rt(s,e),this.colour=N(s,r),this.strokes=new qt(t,this.colour,r)}draw(t){if(!this.update.exists)return;let s=this.#h(this.update.pair("x",0));t.has("curvature")&&this.run.curvature&&Qe(this.strokes,s,Ze(this.run.curvature.at(this.update.step),this.scales)),t.has("rate")&&this.rate(s),t.has("look")&&this.run.grad_at&&this.lookAhead(s),t.has("gradient")&&this.gradient(this.#h(this.update.measured),this.update.pair("g")),t.has("memory")&&this.#t(s)}part(t,s){let e=this.#h(this.update.pair("x",0)),i=this.#h(this.update.pair("x"));if(this.run.grad_at&&this.lookAhead(e),t.kind==="measure")return this.gradient(this.#h(this.update.measured),this.update.pair("g"),s);if(t.kind==="ghost"||t.kind==="move")return this.#r(e,i,t.kind==="ghost"?s:1);this.gradient(this.#h(this.update.measured),this.update.pair("g"),1,.35),this.#s(e,t,s)}gradient(t,s,e=1,i=1){let[r,n]=this.#a([-s[0],-s[1]]),a=Jo*e*Math.hypot(...s)/this.#n();this.strokes.arrow(t,[t[0]+r*a,t[1]+n*a],i)}rate(t,s=this.update.rate){let e=ei/Math.max(s[0],s[1]);Number.isFinite(e)&&(this.context.beginPath(),this.context.ellipse(t[0],t[1],Math.max(1,s[0]*e),Math.max(1,s[1]*e),0,0,7),this.strokes.outline(1.5,[4,3]))}lookAhead(t){let s=this.#h(this.update.measured);this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(...s),this.strokes.outline(1.5,[3,3]),this.context.beginPath(),this.context.arc(s[0],s[1],5,0,7),this.strokes.outline(2,[])}#t(t){let s=["m","v"].find(i=>i in this.run.state&&X(this.run,i)!=="square");if(!s)return;let e=this.update.pair(s);X(this.run,s)==="displacement"?this.#i(t,e):this.gradient(t,e)}#s(t,s,e){let[i]=this.run.equations[s.equation],r=this.#e(s,e);switch(X(this.run,i)){case"displacement":return this.#i(t,r);case"rate":return this.rate(t,r);case"square":return this.#o(t,r,i,Math.sqrt);case"size":return this.#o(t,r,i,n=>n);case"factor":return;default:return this.gradient(t,r)}}#e(t,s){let[e,i]=this.run.equations[t.equation],r=this.update.pair(e);if(t.kind==="compute"||!Array.isArray(i))return r;let n=this.update.pair(e,t.equation),a=[0,1].map(c=>mt(i[1],u=>this.update.value(u,c,t.equation))),[h,l]=t.kind==="decay"?[n,a]:[a,r];return[h[0]+s*(l[0]-h[0]),h[1]+s*(l[1]-h[1])]}#i(t,s){let e=this.update.pair("x",0);this.strokes.arrow(t,this.#h([e[0]+s[0],e[1]+s[1]]))}#o([t,s],e,i,r){let n=r(Math.max(...this.update.pair(i),...this.update.pair(i,0))),[a,h]=e.map(l=>ei*r(Math.max(0,l))/n);Number.isFinite(a+h)&&(this.context.beginPath(),this.context.moveTo(t-a,s),this.context.lineTo(t+a,s),this.context.moveTo(t,s-h),this.context.lineTo(t,s+h),this.strokes.outline(4,[]))}#r(t,s,e){let i=[t[0]+e*(s[0]-t[0]),t[1]+e*(s[1]-t[1])];this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(i[0],i[1]),this.strokes.outline(2,[2,3]),this.context.save(),this.context.globalAlpha=.5,R(this.context,this.run.style.marker,i[0],i[1],6,this.colour,this.theme.rim),this.context.restore()}#n(){let t=["g",...Object.keys(this.run.state).filter(s=>X(this.run,s)==="gradient")];return Math.max(...t.map(s=>Math.hypot(...this.update.pair(s))))||1}#a([t,s]){let{x:e,y:i}=this.scales,[r,n]=[t*(e(1)-e(0)),s*(i(1)-i(0))],a=Math.hypot(r,n)||1;return[r/a,n/a]}#h([t,s]){return[this.scales.x(t),this.scales.y(s)]}};function oi({curvature:o,rule:t},s,e){if(!o)return"";let i=o.at(s),{high:r,low:n,along:a,against:h}=i;if(Number.isNaN(r))return`Curvature at step ${s}: the loss has no finite second derivatives here, or is at a border between two pieces.`;if(r===0&&n===0)return`Curvature at step ${s}: none, the loss is as a plane here.`;let c=`Curvature at step ${s}: ${e?"sharpness of the full loss":"sharpness"} ${k(r)}`;if(r<=0)return`${c}: the loss curves up in no direction, and down most along ${_s(ii(a))} (eigenvalue ${k(n)}).`;let u=n<0?` Along ${_s(ii(a))} the loss curves down (eigenvalue ${k(n)}).`:"";if(!h)return`${c}; ${Zo(t,e,o.words)}.${u}`;let{value:p,limit:f,scaled:d}=h,m=p>f?">":p<f?"<":"=",w=o.words===k(f)?k(f):`${o.words} = ${Qo(f)}`,y=p>f?"grow":p<f?"die out":"neither grow nor die out",b=d?`; scaled by this step's rates it is ${k(p)}`:"";return`${c}${b} ${m} ${w}: on the local quadratic${d?" with these rates held":""}, steps along ${_s(h.along)} ${y}.${u}`}function Zo(o,t,s){return t?"steps see minibatches, for which there is no simple limit":s?"this step's rates are no finite numbers that could scale it":`there is no simple limit for ${o}`}function Qo(o){return o===1/0?"∞":k(o)}function ii([o,t]){return t>0?[t,-o]:[-t,o]}function _s([o,t]){return`(${k(Number(o.toFixed(3)),3)}, ${k(Number(t.toFixed(3)),3)})`}var tr=5,qs="",sr=90,Bt=class{chosen=["Adam",qs];#t=null;#s=["x","y"];#e=[];#i=-1/0;constructor(t,s){this.box=t,this.changed=s,this.selects=[0,1].map(i=>this.#o(i)),this.rules=g("div",{class:"rules"});let e=g("div",{class:"choices"},"Inspect ",this.selects[0]," beside ",this.selects[1]);t.append(e,this.rules)}get open(){return!this.box.hidden}get runs(){return this.#e.map(({run:t})=>t)}show(t,s){this.#t=t,this.#s=s;let e=t.runs.map(({name:i})=>i);e.includes(this.chosen[0])||(this.chosen[0]=e[e.length-1]),e.includes(this.chosen[1])||(this.chosen[1]=qs),this.selects.forEach((i,r)=>{let n=r?[qs,...e]:e;i.replaceChildren(...n.map(a=>g("option",{value:a},a||"none"))),i.value=this.chosen[r]}),this.#r()}draw(t,s,e){if(!(!this.open||s&&performance.now()-this.#i<sr)){this.#i=performance.now();for(let i of this.#e)i.draw(t,e)}}refresh(){this.#i=-1/0}#o(t){let e=g("select",{"aria-label":t?"Second inspected optimizer":"Inspected optimizer"});return e.addEventListener("change",()=>{this.chosen[t]=e.value,this.#r(),this.changed()}),e}#r(){let t=this.chosen.flatMap(s=>this.#t?.runs.find(e=>e.name===s)??[]);this.#e=[...new Set(t)].map(s=>new Ws(s,this.#s,!!this.#t?.batches)),this.rules.replaceChildren(...this.#e.map(({root:s})=>s)),this.#i=-1/0}},Ws=class{#t=[];constructor(t,s,e){this.run=t,this.minibatches=e,this.curvature=g("p",{class:"curvature"}),this.title=g("caption"),this.table=g("table",{},this.title,er(s)),this.rows=[this.#s(),...t.equations.map((n,a)=>this.#e(a))],this.table.append(g("tbody",{},...this.rows,this.#i()));let i="rate"in t.state?"α is the step size of each coordinate. ":"",r=g("p",{class:"source"},`${i}${t.source&&`Source: ${t.source}`}`);this.root=g("section",{class:"rule",tabindex:"0",role:"region","aria-label":`Rule of ${t.name}`},this.table,this.curvature,r)}draw(t,s){let e=new rt(this.run,t),{settings:i}=this.run,r=Mt(this.run);this.title.textContent=e.exists?`${r} (${i}): from step ${e.step} to step ${e.step+1}`:`${r} (${i}) ${this.run.ending?.words}: there is no update to show`;let n=e.exists?oi(this.run,e.step,this.minibatches):"";this.curvature.textContent!==n&&(this.curvature.textContent=n),this.curvature.hidden=!n;for(let{node:a,name:h,axis:l,equation:c}of this.#t){let u=e.exists?ir(e,h,l,c):"–";a.textContent!==u&&(a.textContent=u)}this.rows.forEach((a,h)=>a.classList.toggle("active",h-1===s))}#s(){let t=this.run.grad_at?M("mrow",B("x"),M("mo","+"),M("mi","μ"),B("v")):B("x"),s=M("mrow",B("g"),M("mo","="),M("mo","∇"),M("mi","f"),M("mo","("),t,M("mo",")")),e=[0,1].map(i=>Hs(this.#o("g",i),"g",i));return g("tr",{},g("th",{scope:"row"},Bs(s)),...e)}#e(t){let[s,e]=this.run.equations[t],i=M("mrow",B(s),M("mo","←"),I(e,B)),r=[0,1].map(n=>{let a=I(e,l=>this.#o(l,n,t)),h=this.#o(s,n);return h.setAttribute("class","result"),Hs(M("mrow",a,M("mo","="),h),s,n)});return g("tr",{},g("th",{scope:"row"},Bs(i)),...r)}#i(){let t=[0,1].map(e=>Hs(this.#o("update",e),"update",e)),s=g("th",{scope:"row"},"update of x");return g("tr",{class:"outcome"},s,...t)}#o(t,s,e=1/0){let i=M("mn","0");return this.#t.push({node:i,name:t,axis:s,equation:e}),i}};function er(o){let t=["",...o].map(s=>g("th",{scope:"col"},s));return g("thead",{},g("tr",{},...t))}function ir(o,t,s,e){let i=e!==1/0,r=t==="update"?o.value("x",s)-o.value("x",s,0):o.value(t,s,e),n=k(r,tr);return i&&r<0?`(${n})`:n}function Hs(o,t,s){return g("td",{"data-quantity":t,"data-axis":String(s)},Bs(o))}function Bs(o){let t=M("math",o);return t.setAttribute("displaystyle","true"),t}var Gs=[{keys:[" "],say:"Space: play or pause",act:({clock:o})=>o.toggle()},{keys:["ArrowRight","ArrowLeft"],say:"← →: one step; with Shift ten",act:rr},{keys:["Home"],say:"Home: to the start",act:({clock:o})=>ri(o,0)},{keys:["End"],say:"End: to the last step",act:({clock:o})=>ri(o,o.steps)},{keys:["["],say:"[ : slower",act:({clock:o})=>o.shift(-1)},{keys:["]"],say:"] : faster",act:({clock:o})=>o.shift(1)},{keys:[..."123456789"],say:"1–9: show or hide an optimizer; answer a lesson's question",act:or},{keys:["l","L"],say:"L: loop",act:({clock:o})=>o.loop=!o.loop},{keys:["s","S"],say:"S: this step in slow motion",act:o=>o.slowly()},{keys:["i","I"],say:"I: inspector",act:o=>o.toggleInspector()},{keys:["+","=","-","0"],say:"+ −: zoom the view from above (where the page computes the loss); 0: whole picture; Ctrl+wheel: zoom; Shift+drag: move",act:({zoom:o},{key:t})=>t==="0"?o.reset():o.by(t==="-"?.5:2)},{keys:["f","F"],say:"F: full screen",act:o=>o.toggleFullScreen()},{keys:["PageDown","n","N"],say:"Page down, N: next step of a lesson",act:({lesson:o})=>o.turn(1)},{keys:["PageUp","p","P"],say:"Page up, P: the one before",act:({lesson:o})=>o.turn(-1)},{keys:["?"],say:"?: this list",act:o=>o.toggleHelp()}];function ni(o,t){if(t.ctrlKey||t.metaKey||t.altKey)return!1;let s=Gs.find(({keys:e})=>e.includes(t.key));return s?(s.act(o,t),!0):!1}function or(o,{key:t}){o.lesson.asks?o.lesson.choose(Number(t)-1):o.toggleRun(Number(t)-1)}function rr({clock:o},t){o.move((t.key==="ArrowRight"?1:-1)*(t.shiftKey?10:1))}function ri(o,t){o.playing=!1,o.seek(t)}var nr="M4 4h7v2.4H6.4V11H4zM20 20h-7v-2.4h4.6V13H20zM4 20v-7h2.4v4.6H11V20zM20 4v7h-2.4V6.4H13V4z";function ai(){let o=g("div",{class:"stage"},g("section",{class:"lesson","aria-label":"Lesson",hidden:""}),ar(),g("div",{class:"legend",role:"group","aria-label":"Optimizers"}),g("div",{class:"controls",role:"group","aria-label":"Playback"}),g("div",{class:"chart"},g("div",{class:"quantities",role:"group","aria-label":"Chart"}),g("div",{class:"curves"})),g("p",{class:"notice",role:"status",hidden:""}),hr(),g("div",{class:"inspector",hidden:""}),g("div",{class:"story",hidden:""}),g("p",{class:"summary"}));return g("div",{class:"player",tabindex:"-1",role:"region","aria-label":"Race of optimizers; press ? for the keys"},o,lr())}function ar(){let o=g("div",{class:"picture view","data-view":"above"},g("canvas",{class:"ground"}),g("canvas",{class:"trails",role:"img","aria-label":"The race on the surface, from above"}),g("span",{class:"start","aria-hidden":"true"}),g("output",{class:"caption","aria-live":"off",hidden:""}));return g("div",{class:"views"},o,g("div",{class:"space view","data-view":"space",hidden:""}),g("div",{class:"samples view","data-view":"samples",hidden:""}))}function hr(){return g("div",{class:"tools"},g("div",{class:"switches","data-group":"views",role:"group","aria-label":"Views"}),g("div",{class:"switches","data-group":"glyphs",role:"group","aria-label":"Arrows and marks"}),g("div",{class:"switches","data-group":"more",role:"group","aria-label":"More"}))}function lr(){let o=Gs.map(({say:t})=>g("li",{},t));return g("div",{class:"help",role:"note",hidden:""},g("ul",{},...o))}function Us(o,t){let s=g("button",{type:"button","aria-pressed":"false"},o);return s.addEventListener("click",()=>t(s.getAttribute("aria-pressed")!=="true")),s}function hi(o){let t=g("button",{type:"button",class:"enlarge",title:"Full screen (F)","aria-label":"Full screen"},H(nr));return t.addEventListener("click",o),t}function li(o,t,s){return o/2+s/2+Math.hypot(o/2-s/2,t)}function js(o,t,s){let[e,i,r]=[o/2+s/2,o/2-s/2,Math.hypot(o/2-s/2,t)],n=Math.atan2(t,i)/2,a=t===0&&i<0?[0,1]:[Math.cos(n),Math.sin(n)];return{high:e+r,low:e-r,along:a}}function $(o,t){if(o.length===t)return o;let s=o.constructor,{buffer:e,byteOffset:i}=o,r=i===0&&e.byteLength>=t*o.BYTES_PER_ELEMENT;return new s(r?e:new s(Math.ceil(1.5*t)).buffer,0,t)}function ci(o,t){o.steps=t;for(let s of o.runs){s.x=$(s.x,2*t+2),s.loss=$(s.loss,t+1),s.grad=$(s.grad,2*t),s.grad_at&&=$(s.grad_at,2*t),s.accuracy&&=$(s.accuracy,t+1),s.distance&&=$(s.distance,t+1);for(let e of Object.keys(s.state))s.state[e]=$(s.state[e],2*t+2)}}var Gt=class{#t;#s=new Float64Array(3);constructor(t,s){this.program=t,this.all=s,this.#t=t.input()}at(t,s){let{inputs:e}=this.program;for(let i=0;i<e.length;i++)this.#t[i]=e[i]==="x"?t:s;return this.program.run(this.#t,this.#s,this.all,this.all.length),Number.isFinite(t+s)||this.#s.fill(NaN),this.#s}},Ut=class{#t;#s;constructor(t,s){this.program=t,this.words=s,this.scaled=t.at.has("rates"),this.#t=t.input(),this.#s=t.output()}at({hyper:t,state:s},e){return this.program.inputs.forEach((i,r)=>{let[n,a,h]=i.split(".");this.#t[r]=n==="t"?e+1:n==="hyper"?t[a]:s[a][2*e+2+(h==="y"?1:0)]}),this.program.run(this.#t,this.#s,[],0),this.#s}},jt=class{#t=!0;#s=new Float64Array(0);constructor(t,s,e){this.hessian=t,this.allowed=s,this.run=e}forget(){this.#t=!0}get sharpness(){let{x:t,loss:s}=this.run;if(!this.#t)return this.#s;this.#t=!1,this.#s=$(this.#s,s.length);for(let e=0;e<s.length;e++){let[i,r,n]=this.hessian.at(t[2*e],t[2*e+1]);this.#s[e]=ui(li(i,r,n))}return this.#s}get limit(){return this.allowed&&!this.allowed.scaled?ui(this.allowed.at(this.run,0)[0]):NaN}get words(){return this.allowed?.words??""}at(t){let{run:s,allowed:e}=this,[i,r,n]=this.hessian.at(s.x[2*t],s.x[2*t+1]),a=js(i,r,n);if(!Number.isFinite(a.high+a.low))return{high:NaN,low:NaN,along:[NaN,NaN],against:null};if(!e||t+1>=s.loss.length)return{...a,against:null};let[h,l,c]=e.at(s,t);return e.scaled?{...a,against:cr([l,c],[i,r,n],h)}:{...a,against:{value:a.high,limit:h,along:a.along,scaled:!1}}}};function cr([o,t],[s,e,i],r){let[n,a]=[Math.sqrt(o),Math.sqrt(t)],{high:h,along:l}=js(o*s,n*a*e,t*i),[c,u]=[n*l[0],a*l[1]],p=Math.hypot(c,u);return!Number.isFinite(h)||!(p>0)?null:{value:h,limit:r,along:[c/p,u/p],scaled:!0}}function ui(o){return Number.isFinite(o)?o:NaN}var ur=Float64Array.of(63045,40908,57188,17285,23972,8134,60677,9056),Vt=class{#t=new Uint32Array(4);#s=new Float64Array(8);#e=new Float64Array(8);#i=0;seed(t,s){this.#r(t,s),this.#i=2337405405;let e=this.#s,[i,r]=[this.#h(),this.#h()],[n,a]=[this.#h(),this.#h()];pi(this.#e,n,a);for(let h=7;h>=0;h--){let l=h?this.#e[h-1]>>15:1;this.#e[h]=this.#e[h]<<1&65535|l}pi(e,i,r);for(let h=0,l=0;h<8;h++){let c=e[h]+this.#e[h]+l;l=c>=65536?1:0,e[h]=c-l*65536}this.#o()}next(){this.#o();let t=this.#s,s=(t[7]^t[3])<<16|t[6]^t[2],e=(t[5]^t[1])<<16|t[4]^t[0],i=t[7]>>10;if(i>=32&&([s,e]=[e,s],i-=32),i){let r=s>>>i|e<<32-i;e=e>>>i|s<<32-i,s=r}return(s>>>0)*2097152+(e>>>11)}#o(){let t=this.#s;for(let s=7;s>=0;s--){let e=this.#e[s];for(let i=0;i<=s;i++)e+=t[i]*ur[s-i];t[s]=e}for(let s=0,e=0;s<8;s++){let i=t[s]+e;e=Math.floor(i/65536),t[s]=i-e*65536}}#r(t,s){let e=this.#t;this.#i=1135663077;for(let i=0;i<4;i++)e[i]=this.#a(i===0?t:i===1?s:0,2468251765);for(let i=0;i<4;i++)for(let r=0;r<4;r++){if(i===r)continue;let n=Math.imul(3389127133,e[r])-Math.imul(1232336661,this.#a(e[i],2468251765));e[r]=n^(n|0)>>>16}this.#n=0}#n=0;#a(t,s){let e=t^this.#i;this.#i=Math.imul(this.#i,s);let i=Math.imul(e,this.#i);return(i^i>>>16)>>>0}#h(){let t=this.#a(this.#t[this.#n++%4],1492356589),s=this.#a(this.#t[this.#n++%4],1492356589);return[t,s]}};function pi(o,t,s){[...s,...t].forEach((e,i)=>{o[2*i]=e&65535,o[2*i+1]=e>>>16})}var Yt=class{#t=new Vt;#s=-1;#e=0;#i=new Uint16Array(0);#o;#r;constructor(t){this.count=t,this.#o=new Float64Array(t),this.#r=new Uint32Array(t+1)}seen(t,s,e,i){let{count:r}=this,n=Math.ceil(r/s);this.#n(t,Math.ceil(e/n));let a=$(i,e*s);for(let h=0,l=0;h<e;h++){let c=h%n,u=(h-c)/n*r;for(let p=c*s;p<(c+1)*s;p++)a[l++]=this.#i[u+Math.min(p,r-1)]}return a}#n(t,s){if(t!==this.#s&&(this.#e=0),this.#s=t,this.#i.length<s*this.count){let e=this.#i;this.#i=new Uint16Array(s*this.count),this.#i.set(e)}for(;this.#e<s;this.#e++)this.#a(this.#e)}#a(t){let{count:s}=this,[e,i]=[this.#o,this.#r],r=this.#i.subarray(t*s,(t+1)*s);this.#t.seed(this.#s,t),i.fill(0);for(let n=0;n<s;n++)e[n]=this.#t.next(),i[fi(e[n],s)+1]++;for(let n=0;n<s;n++)i[n+1]+=i[n];for(let n=0;n<s;n++)r[i[fi(e[n],s)]++]=n;for(let n=1;n<s;n++){let a=r[n],h=n;for(;h&&e[r[h-1]]>e[a];h--)r[h]=r[h-1];r[h]=a}}};function fi(o,t){return Math.floor(o/2**53*t)}var wt="state.",Kt="hyper.",Vs=class{constructor(t,s){this.program=t,this.input=t.input(),this.output=t.output();let e=n=>t.inputs.indexOf(n),{inputs:i,outputs:r}=t.encoded;this.looksAhead=r.grad_at.some((n,a)=>i[n]!==["x.x","x.y"][a]),this.x=e("x.x"),this.y=e("x.y"),this.t=e("t"),this.carried=s.flatMap(([n])=>{let a=Number(t.at.get(wt+n));return[[a,e(`${wt}${n}.x`)],[a+1,e(`${wt}${n}.y`)]]}),this.hyper=t.inputs.filter(n=>n.startsWith(Kt)).map(n=>n.slice(Kt.length)),this.hyperAt=this.hyper.map(n=>e(Kt+n)),this.afterAt=Number(t.at.get("x")),this.gradAt=Number(t.at.get("grad")),this.whereAt=Number(t.at.get("grad_at")),this.states=di(t)}},Xt=class{#t;#s;#e;#i;constructor(t,s){this.content=t,this.#t=s[t.memory],this.#s=this.#t.input(),this.#e=this.#t.output(),this.#i=di(this.#t),this.stages=t.programs.map(e=>new Vs(s[e],this.#i)),this.limit=t.limit&&new Ut(s[t.limit.program],t.limit.words)}get states(){return this.stages[0].states.map(([t])=>t)}begin({hyper:t,state:s}){let{inputs:e}=this.#t;for(let i=0;i<e.length;i++)this.#s[i]=t[e[i].slice(Kt.length)];this.#t.run(this.#s,this.#e,[],0);for(let i of Object.values(s))i[0]=i[1]=NaN;for(let[i,r]of this.#i)s[i][0]=this.#e[r],s[i][1]=this.#e[r+1];for(let{input:i,hyper:r,hyperAt:n,carried:a}of this.stages){for(let h=0;h<a.length;h++)i[a[h][1]]=this.#e[h];for(let h=0;h<r.length;h++)i[n[h]]=t[r[h]]}}};function di({at:o}){return[...o].flatMap(([t,s])=>t.startsWith(wt)?[[t.slice(wt.length),s]]:[])}var Jt=class{#t=new Map;#s;#e=new Float64Array(3);#i=new Float64Array(1);#o=null;constructor(t){this.content=t;let s=t.programs.map(e=>new Et(e,t.columns));this.loss=s[t.loss],this.accuracy=t.accuracy===null?null:s[t.accuracy],this.all=Uint16Array.from({length:this.loss.samples},(e,i)=>i),this.#s=t.hessian===null?null:new Gt(s[t.hessian],this.all);for(let[e,i]of Object.entries(t.rules))"why"in i||this.#t.set(e,new Xt(i,s))}knows(t){return this.#t.has(t)}rule(t){let s=this.#t.get(t);if(!s)throw new Error(`there is no program of ${t}`);return s}bend(t){let{limit:s}=this.rule(t.key);this.#s&&(t.curvature=new jt(this.#s,s,t))}draw(t){let{seed:s,batch:e,steps:i,batches:r}=t;!r||!e||(this.#o??=new Yt(this.rule(t.runs[0].key).stages[0].program.samples),t.batches=this.#o.seen(s,e,i,r))}lossAt(t,s){return this.#r(this.loss,t,s)}#r(t,s,e){let{inputs:i}=t;for(let r=0;r<i.length;r++)i[r]!=="count"&&(this.#e[r]=i[r]==="x"?s:e);return t.run(this.#e,this.#i,this.all,t.samples),this.#i[0]}race(t,s){t.runs.forEach((e,i)=>this.run(t,i,s))}run(t,s,e){let i=t.runs[s],r=this.rule(i.key),{stages:n}=r,{steps:a}=t,[h,l]=t.start;r.begin(i),n[0].looksAhead&&(i.grad_at??=new Float64Array(2*a)),this.#a(i,0,h,l,this.lossAt(h,l),e);let c=null,u=n[0];for(let p=0;p<a;p++){let f=n.length===1?u:n[Math.min(Math.floor(p/this.content.lasts),n.length-1)],{input:d,output:m,program:w}=f;if(f!==u)for(let v=0;v<f.carried.length;v++)d[f.carried[v][1]]=u.input[u.carried[v][1]];u=f,f.x>=0&&(d[f.x]=h),f.y>=0&&(d[f.y]=l),f.t>=0&&(d[f.t]=p+1),this.#n(t,w,d,m,p),i.grad[2*p]=m[f.gradAt],i.grad[2*p+1]=m[f.gradAt+1],i.grad_at&&(i.grad_at[2*p]=m[f.whereAt],i.grad_at[2*p+1]=m[f.whereAt+1]),h=m[f.afterAt],l=m[f.afterAt+1];let y=this.lossAt(h,l),b=Number.isFinite(h)&&Number.isFinite(l)&&Number.isFinite(y);for(let v=0;v<f.carried.length;v++){let A=m[f.carried[v][0]];d[f.carried[v][1]]=A,b=b&&Number.isFinite(A)}if(!b){c=p+1;break}for(let v=0;v<f.states.length;v++){let[A,L]=f.states[v],O=i.state[A];O[2*p+2]=m[L],O[2*p+3]=m[L+1]}this.#a(i,p+1,h,l,y,e)}i.curvature?.forget(),i.ended=c,i.ending=c===null?null:fr(c),c!==null&&pr(i,c)}#n({batches:t,batch:s},e,i,r,n){if(!t||!s)return e.run(i,r,this.all,e.samples);let a=Math.ceil(e.samples/s),h=(n+1)%a===0?e.samples-(a-1)*s:s;e.run(i,r,t.subarray(n*s,n*s+h),h)}#a(t,s,e,i,r,n){if(t.x[2*s]=e,t.x[2*s+1]=i,t.loss[s]=r,t.accuracy&&this.accuracy&&(t.accuracy[s]=this.#r(this.accuracy,e,i)),!t.distance)return;let a=1/0;for(let h=0;h<n.length;h+=2)a=Math.min(a,Math.hypot(e-n[h],i-n[h+1]));t.distance[s]=a}};function pr(o,t){for(let s of[o.x,...Object.values(o.state)])s.fill(NaN,2*t);for(let s of[o.loss,o.accuracy,o.distance])s?.fill(NaN,t);for(let s of[o.grad,o.grad_at])s?.fill(NaN,2*t)}function fr(o){return{words:`ended at step ${o}`,explained:"",loss:""}}var mi=new WeakMap,Zt=class o{constructor(t,s,e){this.race=t,this.surface=s,this.engine=e}static of(t,s){if(Ys(t,s))return null;try{let e=dr(s);return t.runs.forEach(i=>e.bend(i)),new o(t,s,e)}catch{return null}}start([t,s]){return Number.isFinite(this.engine.lossAt(t,s))?(this.race.start[0]=t,this.race.start[1]=s,this.engine.race(this.race,this.surface.minima),!0):!1}put(t,s){t==="steps"?ci(this.race,s):this.race[t]=s,this.engine.draw(this.race),this.engine.race(this.race,this.surface.minima)}set(t,s,e){let i=this.race.runs[t];i.hyper[s]=e,[i.origin,i.origin_means]=this.race.yours,i.settings=Object.entries(i.symbols).map(([r,[n]])=>`${n} ${Lt(i.hyper[r])}`).join(", "),this.engine.run(this.race,t,this.surface.minima)}};function Ys({runs:o},{engine:t}){if("why"in t)return t.why;for(let{key:s}of o){let e=t.rules[s];if("why"in e)return e.why}return""}function dr(o){let t=mi.get(o)??new Jt(o.engine);return mi.set(o,t),t}var mr=4,Qt=class{#t=[];#s=!0;constructor(){this.root=g("div",{class:"mark-key"})}show(t){let s=gr(t);this.#t=[];let e=s.map(([r,n])=>{let a=g("canvas",{class:"mark","aria-hidden":"true"});return this.#t.push([r,new S(a)]),g("span",{class:"entry"},a,n)}),i=t.found?[g("p",{},t.found)]:[];this.root.replaceChildren(...e,...i),this.root.hidden=!e.length&&!i.length,this.refresh()}refresh(){this.#s=!0}draw(t){for(let[s,e]of this.#t){if(!e.fit()&&!this.#s)continue;e.clear();let{context:i,width:r,height:n}=e;s==="valley"?et(i,[1,n/2,r-1,n/2],t):s==="lowest"?Y(i,!0,r/2-4,n-mr,t,.85):Y(i,!1,r/2,n/2,t)}this.#s=!1}};function gr({minima:o,lowest:t,valleys:s,unlisted:e}){let i=o.length/2-t,r=[],a=`${!i&&!e&&!s.length?"":"lowest "}${t>1?"minima":"minimum"}${e?" found":""}`;return t&&r.push(["lowest",a]),i>0&&r.push(["minimum",`${t?"other ":""}${i>1?"minima":"minimum"}`]),s.length&&r.push(["valley","floor of a valley"]),r}var wr=100,yr=1/20,gi=1/10,wi=3,br=1e-12,xr=12,vr=new Intl.NumberFormat("en",{maximumSignificantDigits:17,useGrouping:!1}),Mr={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10},ts=class{#t=null;held=!1;constructor(t,s,e,i){this.spread=s,this.changed=i,this.value=e,this.root=g("span",{class:"scrub",role:"spinbutton",tabindex:"0","aria-label":t}),this.root.title="Drag it left or right, use the arrow keys (Shift: finer), or double-click to type",s!=="number"&&this.root.setAttribute("aria-valuemin","0"),s==="share"&&this.root.setAttribute("aria-valuemax","1"),this.show(e),this.root.addEventListener("pointerdown",r=>this.#s(r)),this.root.addEventListener("keydown",r=>this.#e(r)),this.root.addEventListener("dblclick",()=>this.#o())}show(t){if(this.value=t,this.#t)return;let s=Lt(t);this.root.textContent!==s&&(this.root.textContent=s),this.root.setAttribute("aria-valuenow",vr.format(t)),this.root.setAttribute("aria-valuetext",s)}#s(t){if(t.button!==0||this.#t)return;t.preventDefault(),t.stopPropagation(),this.root.focus({preventScroll:!0}),this.root.setPointerCapture(t.pointerId);let{clientX:s}=t,e=yi(this.value,this.spread),i=!1;this.held=!0;let r=({clientX:a,shiftKey:h})=>{e=bi(e+(a-s)/wr*(h?gi:1),this.spread),s=a,this.#i(xi(e,this.spread),!1),i=!0},n=()=>{this.root.removeEventListener("pointermove",r),this.held=!1,i&&this.changed(this.value,!0)};this.root.addEventListener("pointermove",r),this.root.addEventListener("lostpointercapture",n,{once:!0})}#e(t){if(this.#t)return;if(t.key==="Enter")return t.preventDefault(),t.stopPropagation(),this.#o();let s=Mr[t.key];if(!s)return;t.preventDefault(),t.stopPropagation();let e=this.value;for(let i=1;i<40&&this.value===e;i++){let r=yi(e,this.spread)+s*yr*(t.shiftKey?gi:1)*i;this.#i(xi(bi(r,this.spread),this.spread),!0)}}#i(t,s){t!==this.value&&(this.show(t),this.changed(t,s))}#o(){if(this.#t)return;let t=this.root.getAttribute("aria-label")??"",s=g("input",{type:"text",inputmode:"decimal","aria-label":t,value:String(this.value)});this.#t=s,this.root.replaceChildren(s),s.select();let e=i=>{if(this.#t!==s)return;let r=kr(s.value,this.spread);if(i&&r===null)return s.setAttribute("aria-invalid","true");this.#t=null,this.root.replaceChildren(),this.show(this.value),i&&r!==null&&this.#i(r,!0)};s.addEventListener("keydown",i=>{i.stopPropagation(),i.key==="Enter"&&e(!0),i.key==="Escape"&&e(!1),this.#t||this.root.focus()}),s.addEventListener("pointerdown",i=>i.stopPropagation()),s.addEventListener("blur",()=>{e(!0),e(!1)})}};function yi(o,t){return t==="size"?Math.log10(Math.max(o,br)):t==="share"?-Math.log10(1-o):o}function bi(o,t){return t==="share"?Math.max(0,Math.min(xr,o)):t==="size"?Math.min(300,o):o}function xi(o,t){let s=i=>Number(i.toPrecision(wi));if(t==="size")return s(10**o);if(t==="number")return s(o);let e=s(10**-o);return Number((1-e).toFixed(wi-1-Math.floor(Math.log10(e))))}function kr(o,t){let s=o.trim().replace(",","."),e=/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(s)?Number(s):NaN,i=t==="number"||e>=0&&(t==="size"||e<1);return Number.isFinite(e)&&i?e:null}var ss=class{#t=[];#s=!0;#e=!1;constructor(t,s,e,i){this.list=t,this.hidden=s,this.changed=e,this.set=i,this.marks=new Qt,this.why=g("p",{class:"why",hidden:""})}show(t,s,e){let{runs:i}=t;if(this.#e===e&&this.#i(i))this.#t.forEach((n,a)=>this.#o(n,i[a]));else{this.#e=e,this.#t=i.map((a,h)=>this.#r(a,h));let n=g("div",{class:"head"},g("span",{},"optimizer"),"loss at this step");this.list.replaceChildren(n,...this.#t.map(({entry:a})=>a),this.marks.root,this.why)}let r=Ys(t,s);this.why.hidden=!r,yt(this.why,r&&`${r}. So settings are changed beside the race.`),this.marks.show(s),this.refresh()}#i(t){let s=({name:e,rule:i,style:r,hyper:n})=>JSON.stringify([e,i,r,Object.keys(n)]);return t.length===this.#t.length&&t.every((e,i)=>s(e)===s(this.#t[i].run))}#o(t,s){t.run=s;for(let[e,i]of t.scrubs)i.held||i.show(s.hyper[e]);t.scrubs.size||yt(t.settings,s.settings),vi(t.row,s)}heldSettings(t){let e=[...this.#t.find(({run:i})=>i.name===t)?.scrubs??[]].filter(([,i])=>i.held);return Object.fromEntries(e.map(([i,{value:r}])=>[i,r]))}refresh(){this.#s=!0,this.marks.refresh()}draw(t,s,e){for(let{run:i,row:r,sheet:n,value:a,note:h,origin:l}of this.#t){(n.fit()||this.#s)&&Er(n,i,s);let{ended:c,ending:u,loss:p}=i,f=c!==null&&t>=c?u:null;yt(a,f?.loss||k(p[f?Number(c)-1:t],4)),yt(h,f?f.words:e(i)?"out of the picture":""),yt(l,i.origin),r.setAttribute("aria-pressed",String(!this.hidden.has(i.name)))}this.#s=!1,this.marks.draw(s)}#r(t,s){let e=g("canvas",{class:"sample","aria-hidden":"true"}),i=g("span",{class:"value"}),r=g("span",{class:"note"}),n=g("span",{class:"origin"},t.origin),a=g("span",{class:"name"},t.name," ",n),h=g("button",{type:"button",class:"row"},e,a,i,r),l=g("span",{class:"settings"}),c=this.#e?this.#n(t,s):new Map;[...c].forEach(([p,{root:f}],d)=>l.append(d?", ":"",`${t.symbols[p][0]} `,f)),c.size||(l.textContent=t.settings),vi(h,t),h.addEventListener("click",()=>{let{name:p}=this.#t[s].run;this.hidden.delete(p)||this.hidden.add(p),this.changed()});let u=g("div",{class:"entry"},h,l);return{run:t,entry:u,row:h,settings:l,scrubs:c,sheet:new S(e),value:i,note:r,origin:n}}#n(t,s){return new Map(Object.entries(t.symbols).map(([e,[i,r]])=>{let n=`${t.name}: ${i===e?e:`${i}, ${e}`}`,a=(h,l)=>this.set(s,e,h,l);return[e,new ts(n,r,t.hyper[e],a)]}))}};function vi(o,t){o.title=`${Mt(t)}: ${t.settings}
${t.origin}: ${t.origin_means}
Click to show or hide.`}function Er(o,t,s){let{context:e,width:i,height:r}=o,n=N(t,s);o.clear(),e.beginPath(),e.moveTo(1,r/2),e.lineTo(i-8,r/2),e.setLineDash(C(t,D)),e.lineWidth=D,e.strokeStyle=n,e.stroke(),e.setLineDash([]),R(e,t.style.marker,i-9,r/2,5.4,n,s.paper)}function yt(o,t){o.textContent!==t&&(o.textContent=t)}var Ar=`
  :root { color-scheme: light dark; font: 18px/1.45 system-ui, sans-serif; }
  body { margin: 18px 22px; }
  h1 { font-size: 1.25em; margin: 0 0 10px; }
  p { margin: 0 0 12px; }
  b { display: block; font-size: 0.75em; opacity: 0.75; }
  time { float: right; font-variant-numeric: tabular-nums; opacity: 0.75; }
`,is=class{#t=null;#s=0;#e=0;constructor(t){this.press=t}open(t,s,e){return this.#t=window.open("","optviz-notes","popup,width=460,height=560"),this.#t?(this.#s=Date.now(),clearInterval(this.#e),this.#e=setInterval(()=>this.#i(),1e3),this.#t.document.onkeydown=this.press,this.show(t,s,e),this.#t.focus(),!0):!1}show(t,s,e){if(!this.#t||this.#t.closed)return;if(!e)return this.#t.close();let{head:i,body:r}=this.#t.document;i.replaceChildren(g("title",{},"Notes"),g("style",{},Ar)),r.replaceChildren(g("time",{}),g("small",{},t),g("h1",{},s),...es("",e.text),...es("Answer",e.answer),...es("Measured",e.measured),...es("Next",e.next)),this.#i()}#i(){if(!this.#t||this.#t.closed)return clearInterval(this.#e);let t=Math.floor((Date.now()-this.#s)/1e3),s=this.#t.document.querySelector("time");s&&(s.textContent=`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`)}};function es(o,t){return t?[g("p",{},...o?[g("b",{},o)]:[],t)]:[]}var os=class{content=null;constructor(t,s,e){this.box=t,this.tell=s,this.notes=new is(e)}get asks(){return!!(this.content?.question&&!this.content.chosen)}show(t){let s=t?.id!==this.content?.id,e=JSON.stringify(t)===JSON.stringify(this.content);return this.content=t,this.box.hidden=!t,!t||e?!1:(this.box.replaceChildren(g("small",{},t.place),...this.#t(t),g("h4",{},t.heading),g("p",{},t.text),...this.#s(t)),s)}turn(t){this.content&&this.tell({turn:t})}choose(t){let s=this.content?.choices[t];this.asks&&s&&this.tell({answer:s})}#t({place:t,heading:s,notes:e}){if(this.notes.show(t,s,e),!e)return[];let i=g("button",{type:"button",class:"notes"},"Notes in a window");return i.addEventListener("click",()=>{this.notes.open(t,s,e)||(i.textContent="The browser allows no window")}),[i]}#s({question:t,choices:s,chosen:e,right:i,numbers:r,finding:n}){let a=n&&(!t||e)?[g("p",{class:"finding"},`Measured: ${n}`)]:[];if(!t)return a;let h=g("p",{class:"question"},t);if(e){let c=e===i?`Right: ${i}.`:`You said ${e}; it is ${i}.`;return[h,g("p",{class:"answer",role:"status"},`${c} ${r}`),...a]}let l=s.map((c,u)=>{let p=g("button",{type:"button"},g("kbd",{},String(u+1)),` ${c}`);return p.addEventListener("click",()=>this.choose(u)),p});return[h,g("div",{class:"choices"},...l)]}};var Sr=["scene","formula","room","lesson"],Nr=["view","t"],Tr=["embed","embed_options"];var Lr=-1/0;addEventListener("popstate",()=>Lr=performance.now());function Mi(o,t,s,e){let i=new URLSearchParams(location.search);Ir(o,i)&&((!s||i.has("view"))&&i.set("view",t),e?i.set("t",e):i.delete("t"),$r(Or(o,[...Tr,...Nr],i),!1))}function Ir(o,t){let s=new URLSearchParams(o);return Sr.every(e=>(s.get(e)??"")===(t.get(e)??""))}function Or(o,t,s){let e=t.filter(i=>s.has(i)).map(i=>`${i}=${encodeURIComponent(s.get(i)??"").replaceAll("%2C",",")}`);return[o,...e].filter(Boolean).join("&")}function $r(o,t){let s=location.pathname+(o?`?${o}`:"")+location.hash;if(s!==location.pathname+location.search+location.hash)try{history[t?"pushState":"replaceState"](history.state,"",s)}catch{}}var T={left:34,top:30,right:10,bottom:26},rs=class{#t=!0;#s=E([0,1],[0,1]);#e=E([0,1],[0,1]);#i=null;#o=null;constructor(t){let s="The samples, this step's minibatch and the decision line of each optimizer";this.samples=new S(g("canvas")),this.lines=new S(g("canvas",{role:"img","aria-label":s})),t.append(this.samples.canvas,this.lines.canvas)}show(t,s){this.#i=t,this.#o=s,this.#t=!0}refresh(){this.#t=!0}draw(t,s,e){if(!this.#i?.samples||!this.#o)return;(this.samples.fit()||this.#t)&&this.#r(e),this.lines.fit(),this.lines.clear();let{context:i}=this.lines;this.#h(i,Math.floor(t),e),i.save(),i.beginPath(),i.rect(T.left,T.top,this.lines.width-T.left-T.right,this.lines.height-T.top-T.bottom),i.clip();for(let r of this.#o.runs)s.has(r.name)||this.#l(i,r,t,e);i.restore()}#r(t){this.#t=!1;let{context:s,width:e,height:i}=this.samples,{samples:r}=this.#i,{points:n,labels:a}=r,h=[0,1].map(l=>zr(n,l));this.#s=E(h[0],[T.left,e-T.right]),this.#e=E(h[1],[i-T.bottom,T.top]),this.samples.clear(),this.#n(s,h,t),s.lineWidth=1.3,a.forEach((l,c)=>{ki(s,this.#s(n[2*c]),this.#e(n[2*c+1]),3,l,t.soft,t.paper)}),this.#a(s,t)}#n(t,s,e){let{left:i,top:r}=T,n={left:i,top:r,right:this.samples.width-T.right,bottom:this.samples.height-T.bottom};F(t,"below",j(P(s[0],5),this.#s),n,e),F(t,"left",j(P(s[1],5),this.#e),n,e),It(t,n,e)}#a(t,s){t.textAlign="left",t.textBaseline="middle",t.fillStyle=s.ink;let e=T.left+6;for(let[i,r]of[[1,"label 1"],[0,"label 0"],[2,"this step's minibatch"]])i===2&&Ei(t,e,T.top-14,s),ki(t,e,T.top-14,3,i%2,s.soft,s.paper),t.fillStyle=s.ink,t.fillText(r,e+10,T.top-13),e+=26+t.measureText(r).width}#h(t,s,e){let{batches:i,steps:r}=this.#o,n=this.#i?.samples?.points;if(!i||!n)return;let a=i.length/r,h=Math.min(s,r-1);for(let l of i.subarray(h*a,(h+1)*a))Ei(t,this.#s(n[2*l]),this.#e(n[2*l+1]),e)}#l(t,s,e,i){let r=Math.floor(e),n=Math.min(r+1,s.loss.length-1),[a,h]=[0,1].map(c=>{let[u,p]=[s.x[2*r+c],s.x[2*n+c]];return Number.isFinite(p)?u+(e-r)*(p-u):u}),l=100/Math.hypot(a,h);Number.isFinite(l)&&(t.beginPath(),t.moveTo(this.#s(-h*l),this.#e(a*l)),t.lineTo(this.#s(h*l),this.#e(-a*l)),t.setLineDash(C(s,D)),t.lineWidth=D*i.scale,t.strokeStyle=N(s,i),t.stroke(),t.setLineDash([]))}};function zr(o,t){let s=Array.from(o).filter((n,a)=>a%2===t),[e,i]=[Math.min(...s),Math.max(...s)],r=.06*(i-e);return[e-r,i+r]}function ki(o,t,s,e,i,r,n){o.beginPath(),o.arc(t,s,e,0,7),o.fillStyle=i?r:n,o.strokeStyle=r,o.fill(),o.stroke()}function Ei(o,t,s,e){o.beginPath(),o.arc(t,s,7.5,0,7),o.lineWidth=2.4,o.strokeStyle=e.ink,o.stroke(),o.lineWidth=1.3}var Ai=x.box.line;function Si(o,t){if(t*o.length<2*Ai)return[];let s=Math.ceil(Ai/t),e=[1/0,[]];for(let i=s;i<s+3;i++)for(let r=0;r<Math.min(i,o.length);r++){let n=[];for(let l=r;l<o.length;l+=i)n.push(l);let h=n.reduce((l,c)=>l+Pr(o[c]),0)/n.length+(i-s)/2;h<e[0]&&(e=[h,n])}return e[1]}function Pr(o){let t=k(o);return t.length+(/^−?[0.]*(10*)?[⁻⁰-⁹¹²³]*$/.test(t)?0:4)}var G=x.box.height,Ks=1e-9,z=x.box.base,Xs=x.sun.direction,Js=x.sun.wall,nt=x.sun.tint,as=600,hs=5,ns=class{constructor({heights:t,levels:s,xlim:e,ylim:i}){this.heights=t,this.n=Math.sqrt(t.length),this.levels=s,this.limits=[e,i];let[r,n]=Dr(t);this.low=r,this.rise=G/(n-r),this.slopes=Rr(t,this.n,this.rise)}cell(t,s){let[e,i]=this.limits[s];return(t-e)/(i-e)*(this.n-1)}side(t,s){return this.cell(t,s)/(this.n-1)-.5}ground(t,s){let{n:e,heights:i}=this,r=e-1+Ks;if(!(t>=-Ks&&s>=-Ks&&t<=r&&s<=r))return NaN;let n=Math.max(0,Math.min(Math.floor(t),e-2)),a=Math.max(0,Math.min(Math.floor(s),e-2)),[h,l,c]=[t-n,s-a,a*e+n],u=i[c]+h*(i[c+1]-i[c]),p=i[c+e]+h*(i[c+e+1]-i[c+e]);return this.z(u+l*(p-u))}z(t){return(t-this.low)*this.rise}};function Dr(o){let[t,s]=[1/0,-1/0];for(let e of o)e<t&&(t=e),e>s&&(s=e);return t<s?[t,s]:[0,1]}function Rr(o,t,s){let e=new Float32Array(2*t*t),i=(r,n,a,h)=>{let l=n||Number.isNaN(o[r-h])?0:h,c=a||Number.isNaN(o[r+h])?0:h,u=(l+c)/h||1;return(o[r+c]-o[r-l])/u*s*(t-1)};for(let r=0;r<t*t;r++){let[n,a]=[r%t,Math.floor(r/t)];e[2*r]=i(r,n===0,n===t-1,1),e[2*r+1]=i(r,a===0,a===t-1,t)}return Cr(e,t)}function Cr(o,t){let s=o.slice();for(let e=2*(t+1);e<2*(t*t-t-1);e++){let i=(e>>1)%t;if(i===0||i===t-1)continue;let r=4*o[e];for(let n of[2,2*t])r+=2*(o[e-n]+o[e+n]);for(let n of[2*t-2,2*t+2])r+=o[e-n]+o[e+n];Number.isNaN(r)||(s[e]=r/16)}return s}function bt({right:o,away:t}){let[s,e]=[0,1].map(i=>(Xs[0]*o[i]+Xs[1]*t[i])/Xs[2]);return[s,e]}function Zs(o,{middle:t,contrast:s,darkest:e,brightest:i}){return Math.max(e,Math.min(i,t+s*(o-1)))}function Ni(o,t,s){let e=bt(o);return Zs(Js+.5*(t[0]*e[0]+t[1]*e[1]),s)}function Ti({right:o,away:t},s){let[e,i,r]=[-1/0,1/0,[0,0]];for(let n of[0,1]){let[a,h]=[o[n]*s,t[n]||1e-12],l=Math.sign(h),c=(-.5*l-a)/h;i=Math.min(i,(.5*l-a)/h),!(c<e)&&(e=c,r=n?[0,-l]:[-l,0])}return e<i?{near:e,far:i,wall:r}:null}function Li(o){let{contour:t,light:s}=x.themes[o.dark?"dark":"light"],{level:e,...i}=s;return{paper:Float32Array.from(Tt(o.ground).flat()),line:t.slice(0,3),strength:t[3],middle:e,...i}}var{tick:ls,gap:Ii,name:Fr}=x.box,_r=x.trail.hidden,cs=class{#t=[];constructor(t,s,e,i,r){this.context=t,this.surface=s,this.terrain=e,this.camera=i,this.theme=r,this.front=[-Math.sign(i.away[0])||1,-Math.sign(i.away[1])||1];let n=e.rise*i.scale*i.cosine/r.scale;this.labelled=Si(s.levels,n)}drawBack(){let[t,s]=[-this.front[0]/2,-this.front[1]/2],{context:e,terrain:i,theme:r}=this;e.lineWidth=1,e.strokeStyle=r.wall;let n=this.labelled.map(a=>i.z(a+1));for(let a of[...n,G])this.#s([[t,-s,a],[t,s,a],[-t,s,a]]);for(let[a,h]of[[t,-s],[t,s],[-t,s]])this.#s([[a,h,z],[a,h,G]])}drawFront(t,s){this.#h(s),this.#e(t),this.#r(0),this.#r(1),this.#n(),this.#u(t)}#s(t){let{context:s,camera:e}=this;s.beginPath();for(let[i,r,n]of t)s.lineTo(e.x(i,r),e.y(i,r,n));s.stroke()}#e(t){let{context:s,theme:e}=this,[i,r]=[this.front[0]/2,this.front[1]/2];s.strokeStyle=e.edge,s.lineJoin="round",this.#s([[i,-r,z],[i,r,z],[-i,r,z]]);for(let[n,a]of[[i,-r],[i,r],[-i,r]])this.#s([[n,a,z],[n,a,this.#o(n,a)]]);for(let n of[i,-i])this.#i(a=>[n,a],t);for(let n of[r,-r])this.#i(a=>[a,n],t)}#i(t,s){let{n:e}=this.terrain,i=[];for(let r=0;r<e;r++){let[n,a]=t(r/(e-1)-.5),h=this.#o(n,a);s.clearance(n,a,h)>=0?i.push([n,a,h]):(this.#s(i),i=[])}this.#s(i)}#o(t,s){let e=this.terrain.n-1;return this.terrain.ground((t+.5)*e,(s+.5)*e)}#r(t){let{camera:s,surface:e,terrain:i}=this,{scale:r}=this.theme,n=this.front[1-t]/2,a=b=>t?[n,b]:[b,n],h=t?[2*n,0]:[0,2*n],[l,c]=qr(s.across(h[0],h[1]),-s.lift(h[0],h[1],0)),u=b=>{let[v,A]=a(b);return[s.x(v,A),s.y(v,A,z)]},[[p,f],[d,m]]=[u(-.5),u(.5)],w=Math.hypot(d-p,m-f)/r;if(w<Ii)return;for(let b of P(t?e.ylim:e.xlim,w/Ii)){let[v,A]=u(i.side(b,t));this.#a(v,A,l,c,k(b))}let y=Fr*r;this.#l(e.axes[t],(p+d)/2+l*y,(f+m)/2+c*y)}#n(){let{camera:t,surface:s,terrain:e}=this,i=[[-.5,-.5],[.5,-.5],[.5,.5],[-.5,.5]],r=i.map(([h,l])=>t.across(h,l)),[n,a]=i[r.indexOf(Math.min(...r))];for(let h of this.labelled)this.#a(t.x(n,a),t.y(n,a,e.z(h+1)),-1,0,k(s.levels[h]));this.labelled.length&&this.#l("loss",t.x(n,a)-14,t.y(n,a,G)-12*this.theme.scale)}#a(t,s,e,i,r){let{context:n,theme:a}=this;n.font=`${x.type.number*a.scale}px ${a.font}`;let{width:h}=n.measureText(r),[l,c]=[t+e*(ls+4+h/2),s+i*(ls+9*a.scale)];this.#c(r,l,c,h,a.soft)&&(n.strokeStyle=a.soft,n.beginPath(),n.moveTo(t,s),n.lineTo(t+e*ls,s+i*ls),n.stroke())}#h(t){let{context:s,theme:e}=this;s.font=`${x.type.number*e.scale}px ${e.font}`;let{width:i}=s.measureText(t),[r,n]=[6+i/2,9*e.scale];s.lineWidth=4,s.lineJoin="round",s.strokeStyle=e.rim,s.textAlign="center",s.textBaseline="middle",s.strokeText(t,r,n),this.#c(t,r,n,i,e.soft),s.lineWidth=1}#l(t,s,e){let{context:i,theme:r}=this;i.font=`italic ${x.type.name*r.scale}px ${r.font}`,this.#c(t,s,e,i.measureText(t).width,r.ink)}#c(t,s,e,i,r){let{context:n,theme:a}=this,[h,l]=[i/2+3,6*a.scale],[c,u,p,f]=[s-h,e-l,s+h,e+l];return this.#t.some(([d,m,w,y])=>d<p&&w>c&&m<f&&y>u)?!1:(this.#t.push([c,u,p,f]),n.textAlign="center",n.textBaseline="middle",n.fillStyle=r,n.fillText(t,s,e),!0)}#u(t){let{context:s,camera:e,terrain:i,theme:r}=this;this.#p(t),$t(this.surface,(n,a,h)=>{let[l,c]=[i.side(n,0),i.side(a,1)],u=this.#o(l,c);Number.isNaN(u)||(s.globalAlpha=t.clearance(l,c,u)<0?_r:1,Y(s,h,e.x(l,c),e.y(l,c,u),r,r.scale),s.globalAlpha=1)})}#p(t){let{context:s,camera:e,terrain:i,theme:r}=this,{valleys:n}=this.surface,a=[];for(let h=0;h<n.length;h+=2){let[l,c]=[i.side(n[h],0),i.side(n[h+1],1)],u=this.#o(l,c),p=Number.isNaN(u)||t.clearance(l,c,u)<0;a.push(...p?[NaN,NaN]:[e.x(l,c),e.y(l,c,u)])}et(s,a,r,r.scale)}};function qr(o,t){let s=Math.hypot(o,t)||1;return[o/s,t/s]}var Hr=8,Wr=12,Br=.6,Gr=x.box.margin,{wide:Ur,tall:jr}=x.box,Qs=[0,0,G/2],at=(o,t,s)=>Math.max(t,Math.min(s,o)),Oi=o=>o*Math.PI/180,us=class{home={...x.camera,zoom:1};view={...this.home};version=0;scale=1;right=[1,0];away=[0,1];sine=0;cosine=1;centre=[0,0];#t=Qs;#s=[0,0];#e=[1,1];#i=1;reset(){this.#t=Qs,this.view={...this.home},this.#o()}fit(t,s,e){this.#e=[t,s],this.#i=e,this.#o()}turn(t,s){this.view.azimuth=((this.view.azimuth+t)%360+360)%360,this.view.elevation=at(this.view.elevation+s,Hr,90),this.#o()}zoomAt(t,s=this.centre[0],e=this.centre[1]){let i=this.view.zoom;this.view.zoom=at(i*t,Br,Wr),this.#o();let r=1-this.view.zoom/i;if(r<0&&this.move((s-this.centre[0])*r,(e-this.centre[1])*r),r>0){let n=i>1?at((this.view.zoom-1)/(i-1),0,1):0;this.#t=Qs.map((a,h)=>a+n*(this.#t[h]-a))}this.#o()}move(t,s){let[e,i]=[-t/this.scale,s/this.scale],[r,n,a]=this.#t;this.#t=[at(r+e*this.right[0]+i*this.sine*this.away[0],-.5,.5),at(n+e*this.right[1]+i*this.sine*this.away[1],-.5,.5),at(a+i*this.cosine,0,G)],this.#o()}x(t,s){return this.centre[0]+this.scale*(this.across(t,s)-this.#s[0])}y(t,s,e){return this.centre[1]-this.scale*(this.lift(t,s,e)-this.#s[1])}across(t,s){return t*this.right[0]+s*this.right[1]}distance(t,s){return t*this.away[0]+s*this.away[1]}lift(t,s,e){return this.distance(t,s)*this.sine+e*this.cosine}get origin(){let[t,s]=this.centre;return[this.#s[0]-t/this.scale,this.#s[1]+s/this.scale]}#o(){let[t,s]=[Oi(this.view.azimuth),Oi(this.view.elevation)];this.right=[-Math.sin(t),Math.cos(t)],this.away=[-Math.cos(t),-Math.sin(t)],this.sine=Math.sin(s),this.cosine=Math.cos(s);let[e,i]=this.#e,[r,n,a,h]=Gr.map(d=>d*this.#i),[l,c]=[e-r-a,i-n-h];this.centre=[r+l/2,n+c/2],this.scale=Math.max(1,Math.min(l/Ur,c/jr))*this.view.zoom;let[u,p,f]=this.#t;this.#s=[this.across(u,p),this.lift(u,p,f)],this.version+=1}};var Vr=2,Yr=6,$i=.2,Kr=5,[ps,ht,fs]=[0,1,2],ds=class{#t=[];#s=[];constructor(t,s){this.run=t,this.terrain=s,this.last=(t.ended??t.loss.length)-1;let e=NaN;for(let i=0;i<this.last;i++)e=this.#e(i,e)}#e(t,s){let e=this.terrain.n-1,[i,r]=this.#i(t),[n,a]=this.#i(t+1),h=it([0,0],[e,e],[i,r],[n-i,a-r]);if(!h)return s;let[l,c]=h,u=Math.hypot(n-i,a-r)*(c-l),p=Math.max(1,Math.ceil(u/Vr));for(let f=s===t+l?1:0;f<=p;f++){let d=l+(c-l)*f/p,m=this.#o(i+d*(n-i),r+d*(a-r));this.#t.push(...m,t+d,f?ht:ps)}return t+c}#i(t){let{x:s}=this.run;return[this.terrain.cell(s[2*t],0),this.terrain.cell(s[2*t+1],1)]}#o(t,s){let e=this.terrain.n-1;return[t/e-.5,s/e-.5,this.terrain.ground(t,s)]}lay(t,s){let e=this.#t;this.#s=[];let i=NaN;for(let r=0;r<e.length;r+=5){let[n,a,h,l]=[e[r],e[r+1],e[r+2],e[r+3]],c=s.clearance(n,a,h),u=e[r+4]===ps||Number.isNaN(i+c);if(!u&&c<0!=i<0){let[p,f,d,m]=this.#r(r,i<0,s);this.#n(t.x(p,f),t.y(p,f,d),m,i<0?fs:ht)}if(!Number.isNaN(c)){let p=u?ps:c<0?fs:ht;this.#n(t.x(n,a),t.y(n,a,h),l,p)}i=c}}#r(t,s,e){let i=this.#t,r=h=>[0,1,2,3].map(l=>i[t+l-5]+h*(i[t+l]-i[t+l-5])),[n,a]=[0,1];for(let h=0;h<Kr;h++){let[l,c,u]=r((n+a)/2);e.clearance(l,c,u)<0===s?n=(n+a)/2:a=(n+a)/2}return r((n+a)/2)}#n(t,s,e,i){let r=this.#s,n=r.length-4;if(n>=4&&i!==ps&&r[n+3]===i){let[a,h]=[t-r[n-4],s-r[n-3]],[l,c]=[r[n]-r[n-4],r[n+1]-r[n-3]],u=Math.hypot(a,h),p=Math.abs(l*h-c*a)<$i*u&&l*a+c*h>0;(u<$i||u<Yr&&p)&&(r.length=n)}r.push(t,s,e,i)}trace(t,s,e){let i=this.#s;t.beginPath();let r=!1;for(let n=4;n<i.length&&i[n-2]<s;n+=4){let a=i[n+3]===e;if(a){let h=Math.min(1,(s-i[n-2])/(i[n+2]-i[n-2]));r||t.moveTo(i[n-4],i[n-3]),t.lineTo(i[n-4]+h*(i[n]-i[n-4]),i[n-3]+h*(i[n+1]-i[n-3]))}r=a}}head(t){let s=Math.max(0,Math.min(Math.floor(t),this.last)),e=Math.min(t,this.last)-s,[i,r]=[this.#i(s),this.#i(Math.max(s,Math.min(s+1,this.last)))];return this.#o(i[0]+e*(r[0]-i[0]),i[1]+e*(r[1]-i[1]))}};function te([o,t],s){let[e,i]=[s.cell(o,0),s.cell(t,1)];return[s.side(o,0),s.side(t,1),s.ground(e,i)]}var zi=Math.SQRT1_2,Xr=4,Jr=30;function Pi(o,t,s,e){let i=e.origin[0]+o/e.scale,r=e.origin[1]-t/e.scale,n=c=>[e.right[0]*i+e.away[0]*c,e.right[1]*i+e.away[1]*c],a=c=>{let[u,p]=n(c),f=s.n-1,d=s.ground((u+.5)*f,(p+.5)*f);return e.lift(u,p,d)-r},h=1/(Xr*(s.n-1)),l=NaN;for(let c=-zi;c<=zi;c+=h){let u=a(c);if(l<0&&u>=0)return Qr(n(Zr(a,c-h,c)),s);if(Number.isNaN(l)&&u>=0)return null;l=u}return null}function Zr(o,t,s){for(let e=0;e<Jr;e++){let i=(t+s)/2;o(i)<0?t=i:s=i}return s}function Qr([o,t],{limits:[s,e]}){return[s[0]+(o+.5)*(s[1]-s[0]),e[0]+(t+.5)*(e[1]-e[0])]}var J=Math.SQRT1_2,tn=1.5,sn=1.2,en=-9,ms=class{constructor(t,s){this.terrain=t,this.camera=s,this.side=Math.ceil(2*J*(t.n-1))+1,this.tops=new Float32Array(this.side**2);for(let e=0;e<this.side;e++)this.#t(e)}#t(t){let{terrain:s,camera:e,side:i,tops:r}=this,[n,a]=[s.n-1,2*J/(i-1)],h=t*a-J,[l,c]=[e.right[0]*h+.5,e.right[1]*h+.5],u=en;for(let p=0;p<i;p++){let f=p*a-J,d=s.ground((l+e.away[0]*f)*n,(c+e.away[1]*f)*n),m=f*e.sine+d*e.cosine;m>u&&(u=m),r[t*i+p]=u}}clearance(t,s,e){let{camera:i,side:r,tops:n}=this,a=(r-1)/(2*J),h=(i.across(t,s)+J)*a,l=Math.max(0,(i.distance(t,s)+J)*a-tn),[c,u]=[Math.min(r-2,Math.floor(h)),Math.min(r-2,Math.floor(l))],[p,f,d]=[h-c,l-u,c*r+u],m=n[d]+f*(n[d+1]-n[d]),w=n[d+r]+f*(n[d+r+1]-n[d+r]);return i.lift(t,s,e)+sn/i.scale-(m+p*(w-m))}};var on={ArrowLeft:[1,0],ArrowRight:[-1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},gs=class{#t=new Map;#s=0;#e=!0;constructor(t,s,e){this.box=t,this.camera=s,this.changed=e,t.addEventListener("pointerdown",i=>this.#o(i)),t.addEventListener("pointermove",i=>this.#r(i));for(let i of["pointerup","pointercancel"])t.addEventListener(i,({pointerId:r})=>this.#t.delete(r));t.addEventListener("wheel",i=>this.#a(i),{passive:!1}),t.addEventListener("keydown",i=>this.#h(i)),t.addEventListener("dblclick",()=>this.#i())}#i(){this.camera.reset(),this.changed()}#o(t){t.button===0&&(this.box.focus({preventScroll:!0}),this.box.setPointerCapture(t.pointerId),this.#t.set(t.pointerId,t),this.#s=t.clientX,this.#e=t.pointerType!=="touch")}#r(t){let s=this.#t.get(t.pointerId);if(!s)return;let[e,i]=[t.clientX-s.clientX,t.clientY-s.clientY],{pointerId:r}=t,n=[...this.#t.values()].find(a=>a.pointerId!==r);if(n){let a=({clientX:p,clientY:f})=>Math.max(10,Math.hypot(p-n.clientX,f-n.clientY)),[h,l]=this.#n(t),[c,u]=this.#n(n);this.camera.move(e/2,i/2),this.camera.zoomAt(a(t)/a(s),(h+c)/2,(l+u)/2)}else this.#e||=Math.abs(t.clientX-this.#s)>8,this.camera.turn(-e*.45,this.#e?i*.45:0);this.#t.set(t.pointerId,t),this.changed()}#n({clientX:t,clientY:s}){let{left:e,top:i}=this.box.getBoundingClientRect();return[t-e,s-i]}#a(t){if(!t.ctrlKey&&!this.box.matches(":focus"))return;t.preventDefault();let s=t.deltaMode===1?16:1,e=Math.max(-240,Math.min(240,t.deltaY*s*(t.ctrlKey?5:1)));this.camera.zoomAt(Math.exp(-e/500),...this.#n(t)),this.changed()}#h(t){if(t.ctrlKey||t.metaKey||t.altKey)return;let s=on[t.key];if(s)this.camera.turn(s[0]*5,s[1]*5);else if(t.key==="+"||t.key==="=")this.camera.zoomAt(1.2);else if(t.key==="-")this.camera.zoomAt(1/1.2);else if(t.key==="0")this.camera.reset();else return;t.preventDefault(),t.stopPropagation(),this.changed()}};var[_,Z,Q,tt]=[0,1,2,3],rn=.75,nn=1.25,st=class{name="Canvas 2-D";software=!0;#t=document.createElement("canvas");#s=this.#t.getContext("2d");#e=new ImageData(1,1);#i=new Float32Array(0);#o=new Float64Array(4);#r=new Float64Array(4);#n=new Float64Array(4);#a=-1;#h=0;#l=0;#c=1;terrain=null;show(t){this.terrain=t,this.#i=new Float32Array(3*t.n**2)}paint(t,s,{width:e,height:i,density:r,fine:n}){let a=n?2*r:r;this.#c=r,this.#u(Math.round(e*a),Math.round(i*r)),this.#p(t,s);for(let h=0;h<this.#e.width;h++)this.#l=h,this.#d(t,s,(h+.5)/a,n?rn:nn);return this.#s.putImageData(this.#e,0,0),this.#t}#u(t,s){if(this.#e.width===t&&this.#e.height===s){this.#e.data.fill(0);return}Object.assign(this.#t,{width:t,height:s}),this.#e=new ImageData(t,s)}#p(t,s){let{right:e,away:i,sine:r,cosine:n,scale:a}=t,h=bt(t),{slopes:l,heights:c,rise:u}=this.terrain,p=this.#i;for(let f=0;f<c.length;f++){let[d,m]=[l[2*f],l[2*f+1]],w=d*e[0]+m*e[1],y=d*i[0]+m*i[1],b=(1-d*h[0]-m*h[1])/Math.sqrt(1+d*d+m*m),v=Math.sqrt(w*w+y*y/(r*r))+1e-9;p[3*f]=c[f],p[3*f+1]=Zs(b,s);let A=u*a*Math.abs(1+y*n/r)/v;p[3*f+2]=Math.min(as,A)}}#d(t,s,e,i){let[r,n]=t.origin,a=r+e/t.scale,h=Ti(t,a);if(!h)return;let{near:l,far:c}=h;this.#h=0,this.#a=-1;let u=this.terrain.n-1,p=Math.ceil((c-l)*u/i),f=t.scale*this.#c;for(let d=0;d<=p;d++){let m=l+(c-l)*d/p;this.#y((t.right[0]*a+t.away[0]*m+.5)*u,(t.right[1]*a+t.away[1]*m+.5)*u);let w=this.terrain.z(this.#r[Z]),y=m*t.sine+w*t.cosine;if(this.#r[_]=this.#e.height+(y-n)*f,d===0?this.#m(t,s,h):this.#r[_]>this.#h&&this.#f(s),[this.#o,this.#r]=[this.#r,this.#o],this.#h>=this.#e.height)break}this.#g()}#y(t,s){let{n:e}=this.terrain,[i,r]=[this.#i,this.#r],n=Math.max(0,Math.min(e-2,Math.floor(t))),a=Math.max(0,Math.min(e-2,Math.floor(s))),[h,l,c,u]=[t-n,s-a,3*(a*e+n),3*e];for(let p=0;p<3;p++){let f=i[c+p]+h*(i[c+3+p]-i[c+p]),d=i[c+u+p]+h*(i[c+u+3+p]-i[c+u+p]);r[p+1]=f+l*(d-f)}}#m(t,s,{wall:e}){let[i,r]=[this.#o,this.#r],[n,a]=[r[Q],r[tt]],{rise:h,low:l}=this.terrain,c=t.scale*t.cosine;i[Z]=l+z/h,i[_]=r[_]-(r[Z]-i[Z])*h*c*this.#c,i[Q]=r[Q]=Ni(t,e,s),i[tt]=r[tt]=c*h,r[_]>this.#h&&this.#f(s),[r[Q],r[tt]]=[n,a]}#f({paper:t,line:s,strength:e}){let[i,r,n,a]=[this.#o,this.#r,this.#n,this.#c],[h,l]=[i[_],this.terrain.levels.length],c=r[_]-h,u=Math.min(r[_],this.#e.height);for(let p=Math.max(this.#h,h);p<u;){let f=Math.floor(p),d=Math.min(u,f+1);f!==this.#a&&this.#g(),this.#a=f;let m=((p+d)/2-h)/c,w=i[Z]+m*(r[Z]-i[Z]),y=i[Q]+m*(r[Q]-i[Q])-1,b=i[tt]+m*(r[tt]-i[tt]),v=Math.abs(w-Math.max(1,Math.min(l,Math.round(w))))*b,L=Math.max(0,Math.min(1,(.5-v)*a+.5))*e*Math.min(1,b/hs)*(d-p),O=d-p-L,U=3*Math.max(0,Math.min(255,Math.round(255*w/(l+1))));n[0]+=O*(1+y*nt[0])*t[U]+L*s[0],n[1]+=O*(1+y*nt[1])*t[U+1]+L*s[1],n[2]+=O*(1+y*nt[2])*t[U+2]+L*s[2],n[3]+=d-p,p=d}this.#h=Math.max(this.#h,r[_])}#g(){let[t,{data:s,width:e,height:i}]=[this.#n,this.#e],r=4*((i-1-this.#a)*e+this.#l);this.#a>=0&&t[3]>0&&(s[r]=t[0]/t[3],s[r+1]=t[1]/t[3],s[r+2]=t[2]/t[3],s[r+3]=255*t[3]),t[0]=t[1]=t[2]=t[3]=0}};var se=6,an=`#version 300 es
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
}`,hn=`#version 300 es
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
  float bright = wall ? ${Js} + 0.5 * dot(slope.xy, sun)
    : (1.0 - dot(slope.xy, sun)) * inversesqrt(1.0 + dot(slope.xy, slope.xy));
  float light = clamp(middle + tones.x * (bright - 1.0), tones.y, tones.z);
  float ahead = dot(slope.xy, away);
  float steep = length(vec2(dot(slope.xy, right), ahead / angle.x)) + 1e-9;
  float spread = rise * scale * (wall ? angle.y : abs(1.0 + ahead * angle.y / angle.x) / steep);
  spread = min(spread, ${as}.0);
  float beside = abs(level - clamp(round(level), 1.0, levels)) * spread;
  float drawn = strength * clamp((0.5 - beside) * density + 0.5, 0.0, 1.0);
  drawn *= min(1.0, spread / ${hs}.0);
  vec3 ground = texture(paper, vec2(clamp(level / (levels + 1.0), 0.0, 1.0), 0.5)).rgb;
  colour = vec4(mix(ground * (1.0 + (light - 1.0) * vec3(${nt})), line, drawn), 1);
}`;function Di(){let o=document.createElement("canvas").getContext("webgl2"),t=o?.getExtension("WEBGL_debug_renderer_info"),s=t?String(o?.getParameter(t.UNMASKED_RENDERER_WEBGL)):o?"WebGL2":"";return o?.getExtension("WEBGL_lose_context")?.loseContext(),/swiftshader|llvmpipe|softpipe|software|microsoft basic/i.test(s)?"":s}var ws=class{name="WebGL";software=!1;#t=document.createElement("canvas");#s=0;#e=null;#i=null;constructor(){if(this.gl=this.#t.getContext("webgl2",{antialias:!0}),!this.gl)throw new Error("no WebGL2");this.program=ln(this.gl),this.gl.useProgram(this.program),this.gl.enable(this.gl.DEPTH_TEST),this.gl.bindTexture(this.gl.TEXTURE_2D,this.gl.createTexture()),this.corners=this.gl.createBuffer(),this.triangles=this.gl.createBuffer()}show(t){let{gl:s}=this,{corners:e,triangles:i}=cn(t);this.#e=t,this.#s=i.length,s.bindBuffer(s.ARRAY_BUFFER,this.corners),s.bufferData(s.ARRAY_BUFFER,new Float32Array(e),s.STATIC_DRAW),s.bindBuffer(s.ELEMENT_ARRAY_BUFFER,this.triangles),s.bufferData(s.ELEMENT_ARRAY_BUFFER,new Uint32Array(i),s.STATIC_DRAW),["place","slant"].forEach((r,n)=>{let a=s.getAttribLocation(this.program,r);s.enableVertexAttribArray(a),s.vertexAttribPointer(a,3,s.FLOAT,!1,4*se,12*n)})}paint(t,s,{width:e,height:i,density:r}){let{gl:n}=this;if(n.isContextLost()||!this.#e)return null;let[a,h]=[Math.round(e*r),Math.round(i*r)],{width:l,height:c}=this.#t;return(l!==a||c!==h)&&Object.assign(this.#t,{width:a,height:h}),n.viewport(0,0,a,h),s!==this.#i&&this.#o(s),this.#r(t,this.#e,s,[e,i],r),n.clear(n.COLOR_BUFFER_BIT|n.DEPTH_BUFFER_BIT),n.drawElements(n.TRIANGLES,this.#s,n.UNSIGNED_INT,0),this.#t}#o(t){let{gl:s}=this;this.#i=t;let e=Uint8Array.from(t.paper,Math.round);s.pixelStorei(s.UNPACK_ALIGNMENT,1),s.texImage2D(s.TEXTURE_2D,0,s.RGB,256,1,0,s.RGB,s.UNSIGNED_BYTE,e),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_MIN_FILTER,s.LINEAR),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_WRAP_S,s.CLAMP_TO_EDGE)}#r(t,s,e,i,r){let{right:n,away:a,origin:h,scale:l}=t,{low:c,rise:u}=s,p=[e.contrast,e.darkest,e.brightest],{strength:f,middle:d}=e,m=s.levels.length,w={scale:l,rise:u,low:c,density:r,strength:f,middle:d,levels:m},y=e.line.map(L=>L/255),b=[t.sine,t.cosine],v={right:n,away:a,origin:h,size:i,angle:b,sun:bt(t),tones:p,line:y},{gl:A}=this;for(let[L,O]of Object.entries({...w,...v})){let U=A.getUniformLocation(this.program,L);typeof O=="number"?A.uniform1f(U,O):O.length===2?A.uniform2fv(U,O):A.uniform3fv(U,O)}}};function ln(o){let t=o.createProgram(),s=[[o.VERTEX_SHADER,an],[o.FRAGMENT_SHADER,hn]];for(let[e,i]of s){let r=o.createShader(e);o.shaderSource(r,i),o.compileShader(r),o.getShaderParameter(r,o.COMPILE_STATUS)||console.warn(o.getShaderInfoLog(r)),o.attachShader(t,r)}if(o.linkProgram(t),!o.getProgramParameter(t,o.LINK_STATUS))throw new Error("the shaders do not link");return t}function cn({n:o,heights:t,slopes:s,low:e,rise:i}){let r=[],n=[],a=(l,c,u,p)=>{[l,c,u,p].some(f=>Number.isNaN(r[se*f+2]))||n.push(l,c,u,c,p,u)},h=l=>l/(o-1)-.5;for(let l=0;l<o*o;l++){let[c,u]=[h(l%o),h(Math.floor(l/o))];r.push(c,u,t[l],s[2*l],s[2*l+1],0)}for(let l=0;l<o*(o-1);l++)l%o<o-1&&a(l,l+1,l+o,l+o+1);for(let[l,c]of[[-1,0],[1,0],[0,-1],[0,1]]){let u=r.length/se;for(let p=0;p<o;p++){let[f,d]=[l?l>0?o-1:0:p,c?c>0?o-1:0:p];for(let m of[e+z/i,t[d*o+f]])r.push(h(f),h(d),m,l,c,1);p&&a(u+2*p-2,u+2*p-1,u+2*p,u+2*p+1)}}return{corners:r,triangles:n}}var ie=x.trail.hidden;function Ri(o,t,s,e){let i=D*e.scale;o.lineJoin="round";for(let[r,n]of[[fs,ie],[ht,1]]){o.globalAlpha=n;for(let a of t)a.trace(o,s,r),r===ht&&ee(o,i+x.trail.rim,e.rim,[]),ee(o,i,N(a.run,e),C(a.run,i))}o.setLineDash([])}function ee(o,t,s,e){o.setLineDash(e),o.lineWidth=t,o.strokeStyle=s,o.stroke()}function Ci(o,t,s,e,i,r){let a=t.map(l=>({trail:l,place:l.head(s)})).filter(({place:l})=>!Number.isNaN(l[2])),h=({place:[l,c]})=>i.distance(l,c);a.sort((l,c)=>h(c)-h(l));for(let{trail:l,place:[c,u,p]}of a){let{marker:f}=l.run.style;o.globalAlpha=r.clearance(c,u,p)<0?ie:1;let d=Ot*e.scale,m=N(l.run,e);R(o,f,i.x(c,u),i.y(c,u,p),d,m,e.paper)}o.globalAlpha=1}function Fi(o,[t,s,e],i,r,n){if(!Number.isNaN(e)){o.globalAlpha=n.clearance(t,s,e)<0?ie:1;for(let[a,h]of[[x.ring.rim,i.rim],[x.ring.width,i.ink]])o.beginPath(),o.arc(r.x(t,s),r.y(t,s,e),x.ring.radius*i.scale,0,2*Math.PI),ee(o,a,h,[]);o.globalAlpha=1}}var un=140,pn=8,fn=16e5,_i=50,dn="Arrow keys turn it, plus and minus zoom, 0 resets.",ys=class{#t=new us;#s=[];#e=null;#i=null;#o=null;#r=null;#n=null;#a=null;#h=-1;#l=!1;#c=!1;#u=!1;#p=1;#d=0;constructor(t,s,e="auto"){this.ground=new S(g("canvas")),this.front=new S(g("canvas")),t.classList.add("view3d"),t.tabIndex=0,t.setAttribute("role","application"),t.setAttribute("aria-label",`The race on the surface in three dimensions. ${dn}`),this.ring=g("span",{class:"start3d","aria-hidden":"true"}),t.append(this.ground.canvas,this.front.canvas,this.ring),this.redraw=s,this.wanted=e,new gs(t,this.#t,()=>this.#b())}get home(){return this.#t.home}set home(t){let{home:s,view:e}=this.#t;this.#t.home=t,["azimuth","elevation","zoom"].every(r=>e[r]===s[r])&&this.reset()}get view(){return{...this.#t.view}}reset(){this.#t.reset(),this.redraw()}get renderer(){return this.#n?this.#n.software?`${this.#n.name} (no WebGL)`:this.#n.name:""}get scaleName(){return x.captions[this.#e?.geometric===!1?"linear":"logarithmic"]}show(t,s){(t!==this.#e||!this.#o)&&(this.#o=new ns(t),this.#r=null,this.#n??=mn(this.wanted),this.#n.show(this.#o),this.refresh());let e=this.#o;this.#e=t,this.#i=s,this.#s=s.runs.map(i=>new ds(i,e)),this.#l=!1}refresh(){this.#c=!1,this.#a=null}draw(t,s,e){let i=[this.ground.fit(),this.front.fit()].includes(!0),{width:r,height:n}=this.ground;if(!this.#e||!this.#i||r<_i||n<_i)return;(i||!this.#a)&&this.#t.fit(r,n,e.scale);let a=this.#y();this.#a??=Li(e),this.#c||this.#m(a,this.#a,e);let{context:h}=this.front,l=this.#s.filter(({run:u})=>!s.has(u.name)),c=te(this.#i.start,this.#o);this.front.clear(),Ri(h,l,t,e),Fi(h,c,e,this.#t,a),Ci(h,l,t,e,this.#t,a),this.place([this.#i.start[0],this.#i.start[1]])}get race(){return this.#i}get surface(){return this.#e}pointAt({clientX:t,clientY:s}){if(!this.#o)return null;let{left:e,top:i}=this.front.canvas.getBoundingClientRect();return Pi(t-e,s-i,this.#o,this.#t)}place(t){if(!this.#o)return;let[s,e,i]=te(t,this.#o);this.ring.hidden=Number.isNaN(i),!this.ring.hidden&&(this.ring.style.left=`${this.#t.x(s,e)}px`,this.ring.style.top=`${this.#t.y(s,e,i)}px`)}#y(){let t=this.#o;if((!this.#r||this.#h!==this.#t.version)&&(this.#h=this.#t.version,this.#r=new ms(t,this.#t),this.#c=this.#l=!1),!this.#l)for(let s of this.#s)s.lay(this.#t,this.#r);return this.#l=!0,this.#r}#m(t,s,e){let{context:i,width:r,height:n}=this.ground,a=this.#o,h=new cs(i,this.#e,a,this.#t,e);this.#c=!0,this.ground.clear(),h.drawBack(),i.drawImage(this.#f(a,s),0,0,r,n),h.drawFront(t,this.scaleName)}#f(t,s){let{canvas:e,width:i,height:r}=this.ground,n=this.#n??new st,a=e.width/i,h=Math.min(a,Math.sqrt(fn/(i*r))),l=this.#u&&n.software,c=l?this.#p:n.software?h:a,u=performance.now(),p=n.paint(this.#t,s,{width:i,height:r,density:c,fine:!l});return l&&this.#g(pn/(performance.now()-u),h),p||(this.#n=new st,this.#n.show(t),this.#f(t,s))}#g(t,s){let e=this.#p*Math.sqrt(t);e<this.#p&&(this.#p-=1/8),e>this.#p*1.4&&(this.#p+=1/8),this.#p=Math.max(1/2,Math.min(s,this.#p))}#b(){this.#u=!0,clearTimeout(this.#d),this.#d=window.setTimeout(()=>{this.#u=!1,this.#c&&=!this.#n?.software,this.redraw()},un),this.redraw()}};function mn(o){let t=o==="WebGL"||o==="auto"&&Di()!=="";try{return t?new ws:new st}catch{return new st}}var q=[["above","From above"],["space","3-D"],["samples","Samples"]],qi=20,Hi=3,bs=class{#t={};#s=0;#e=1;#i=0;constructor(t,s,e){let i=r=>t.querySelector(`[data-view=${r}]`);this.boxes={above:i("above"),space:i("space"),samples:i("samples")},this.stage=t.querySelector(".stage"),this.topView=s,this.changed=e,this.space=new ys(this.boxes.space,e),this.samples=new rs(this.boxes.samples)}show(t,s,e){if(this.topView.show(t,s),this.#t={space:[t,s],samples:[t,s]},!e)return;let[i,r]=s.camera;this.space.home={elevation:i,azimuth:r,zoom:1},this.space.reset();for(let[n]of q)this.boxes[n].hidden=!s.views.includes(n)}refresh(){this.#s=Hi,this.topView.refresh(),this.space.refresh(),this.samples.refresh()}isOpen(t){return!this.boxes[t].hidden}toggle(t){this.boxes[t].hidden=!this.boxes[t].hidden,q.every(([s])=>!this.isOpen(s))&&(this.boxes.above.hidden=!1)}draw(t,s,e,i,r){let n=q.filter(([h])=>this.isOpen(h)).length;this.stage.classList.toggle("many",n>1);let a=h=>this.isOpen(h)&&i(this.boxes[h]);a("above")&&this.topView.draw(t,s,e,r),a("samples")&&this.#o("samples").draw(t,s,e),a("space")&&(this.#r()?this.#o("space").draw(t,s,e):this.changed())}#o(t){let s=this.#t[t];return s&&this[t].show(...s),delete this.#t[t],this[t]}outside({x:t},s){if(!this.topView.surface)return!1;let{xlim:e,ylim:i}=this.topView.seen,[r,n]=[t[2*s],t[2*s+1]];return!(r>=e[0]&&r<=e[1]&&n>=i[0]&&n<=i[1])}#r(){let t=performance.now(),s=t-this.#i;return this.#i=t,s>qi&&s<100?this.#e=Math.min(Hi,this.#e+1):s<qi&&(this.#e=Math.max(1,this.#e-.02)),this.#s+=1,this.#s<Math.floor(this.#e)?!1:(this.#s=0,!0)}};var gn=400,wn=2500;function Wi(o){return q.map(([t])=>t).filter(t=>o.views.isOpen(t))}var xs=class{#t="";#s=0;tell(t){let{race:s,clock:e,slow:i}=t;if(!s?.link)return;let r=Wi(t),n=q.every(([c])=>r.includes(c)===s.views.includes(c)),a=e.atEnd&&!e.loop,h=e.playing||i.running||a?"":String(e.step),l=JSON.stringify([s.link,r,n,h]);l!==this.#t&&(this.#t=l,clearTimeout(this.#s),this.#s=setTimeout(()=>Mi(s.link.split("?")[1]??"",r.join(),n,h),gn))}};function yn(o){let t=Wi(o),s=o.race?.link??"";return`${s}${s.includes("?")?"&":"?"}view=${t.join()}&t=${o.clock.step}`}async function Bi(o){let t=yn(o);try{await navigator.clipboard.writeText(t)}catch{window.prompt("Copy this link",t);return}o.caption.hidden=!1,o.caption.textContent=`Copied: the link to step ${o.clock.step}`,setTimeout(()=>o.redraw(),wn)}var vs=class{#t=0;#s=-1/0;next=null;constructor(t){this.send=t}get possible(){return this.send!==null}get open(){return performance.now()-this.#s<3e3}ask(t,s,e={}){if(this.send){if(this.open){this.next={start:t,settings:bn(this.next?.settings??{},e)};return}this.next=null,this.#s=performance.now(),this.#t+=1,performance.mark("optviz: asked"),this.send({start:t,settings:e,serial:this.#t,surface:s})}}answered(t,s){this.#s=-1/0;let{next:e}=this;if(!e)return;e.start.every((r,n)=>r===s[n])&&!Object.keys(e.settings).length?this.next=null:this.ask(e.start,t.surface,e.settings)}};function bn(o,t){let s={...o};for(let[e,i]of Object.entries(t))s[e]={...s[e],...i};return s}var xn=1.1;function vn(o){let s=[{kind:"measure",equation:-1,words:`The gradient g is measured ${o.grad_at?"at the look-ahead point x + μ v":"at x"}.`}];o.equations.forEach(([i,r],n)=>{let a=ot(i);i!=="x"&&(Array.isArray(r)&&"+-".includes(r[0])&&kn(r[1],i)?(r[1]!==i&&s.push({kind:"decay",equation:n,words:`${a} fades: it keeps a share of itself.`}),s.push({kind:"add",equation:n,words:`${a} takes up the new gradient.`})):s.push({kind:"compute",equation:n,words:Mn(o,i)}))});let e=o.equations.length-1;return s.push({kind:"ghost",equation:e,words:"This is where the rule leads."}),s.push({kind:"move",equation:e,words:"All optimizers take the step."}),s}function Mn(o,t){let s=ot(t);if(t.endsWith("_hat"))return`${s} corrects ${ot(t.slice(0,-4))} for its start at zero.`;if(X(o,t)==="rate"){let e=o.equations.find(([r])=>r===t)?.[1]??0,i=Ht(e,"sqrt")?"a root":"a gradient's size";return`${s}, the step size of each coordinate, divides by ${i}.`}return`${s} is computed.`}function kn(o,t){return o===t||Array.isArray(o)&&o[0]==="*"&&o[2]===t}var Ms=class{run=null;step=0;#t=[];#s=0;get running(){return this.run!==null}get phase(){return this.#t[Math.min(this.#t.length-1,Math.floor(this.#s))]}get share(){let t=Math.min(1,this.#s%1*1.25);return t*t*(3-2*t)}begin(t,s){this.run=t,this.step=s,this.#t=vn(t),this.#s=0}stop(){this.run=null}advance(t){return this.#s+=t/xn,this.#s>=this.#t.length?(this.stop(),this.step+1):this.phase.kind==="move"?this.step+this.share:this.step}};var En=.01,An={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},xt=class{constructor(t,s,e){this.view=t,this.ground=s,this.choose=e,this.handle=g("button",{type:"button",class:t.ring.className,"aria-label":`Start point${s?"":" in space"}: drag it, or use the arrow keys`,title:s?"Start: drag it, or click anywhere":"Start: drag it over the surface"}),this.ring=t.ring,this.possible=!1,this.#t()}allow(t){t!==this.possible&&(this.possible=t,this.view.ring.replaceWith(t?this.handle:this.ring),this.view.ring=t?this.handle:this.ring,this.view.ring.parentElement?.classList.toggle("steered",t))}#t(){this.handle.addEventListener("pointerdown",s=>this.#s(s,this.handle)),this.handle.addEventListener("keydown",s=>this.#e(s));let{ground:t}=this;t&&(t.addEventListener("pointerdown",s=>this.#s(s,t)),t.addEventListener("click",s=>{let{pointerType:e}=s;this.possible&&e==="touch"&&this.#i(this.view.pointAt(s),!0)}))}#s(t,s){if(!this.possible||t.button!==0||t.pointerType==="touch"&&s!==this.handle)return;t.preventDefault(),this.ground||t.stopPropagation(),this.handle.focus({preventScroll:!0}),s.setPointerCapture(t.pointerId);let e=({clientX:n,clientY:a},h)=>this.#i(this.view.pointAt({clientX:n,clientY:a}),h),i=n=>e(n,!1),r=n=>{s.removeEventListener("pointermove",i),e(n,!0)};s.addEventListener("pointermove",i),s.addEventListener("pointerup",r,{once:!0}),s!==this.handle&&e(t,!1)}#e(t){let s=An[t.key],{race:e,surface:i}=this.view;if(!s||!e||!i)return;t.preventDefault(),t.stopPropagation();let r=([c,u])=>(u-c)*En,{xlim:n,ylim:a}=this.view.seen??i,[h,l]=e.start;this.#i([h+s[0]*r(n),l+s[1]*r(a)],!0)}#i(t,s){let{race:e}=this.view;if(!e||!t&&!s)return;let[i,r]=t??e.start,{xlim:n,ylim:a}=this.view.seen??this.view.surface,h=(c,[u,p])=>{let f=Math.max(0,3-Math.floor(Math.log10(p-u)));return Number(c.toFixed(f))},l=[h(i,n),h(r,a)];this.view.place(l),this.choose(l,s)}};var Sn={true:["✓","measured, and so it is"],false:["✗","measured, and not so here"]},ks=class{constructor(t,s){this.list=t,this.show=s}outdate(t){t||this.tell([]),this.list.classList.toggle("outdated",t)}tell(t){this.list.classList.remove("outdated");let s=g("h5",{},"What there is to see"),e=t.map(i=>g("li",{},this.#t(i),...Nn(i)));this.list.hidden=t.length===0,this.list.replaceChildren(s,g("ol",{},...e))}#t(t){let s=t.holds?t.words:`Not so here: ${t.words}`,[e,i]=Sn[t.holds?"true":"false"],r=g("span",{class:"mark",role:"img","aria-label":i,title:i},e),n=g("button",{type:"button","data-holds":String(t.holds)},r,s);return n.title=`Show it: step ${t.step}`,n.addEventListener("click",()=>this.show(t)),n}};function Nn({caption:o,agrees:t,own:s}){let e=[];return o&&t&&e.push(`Radford's caption: ${o}.`),o&&!t&&e.push(`Radford's caption says otherwise: ${o}.`),s&&e.push("Measured with the scene's own settings."),e.length?[g("small",{},e.join(" "))]:[]}function oe(o,t){let[s,e]=t.start;return[`${o}, ${t.steps} steps from (${k(s)}, ${k(e)}).`,...t.runs.map(Tn)].join(" ")}function Tn({name:o,loss:t,distance:s,ending:e,x:i}){if(e)return`${o} ${e.words}.`;let r=t.length-1,n=`${o} ends at (${k(i[2*r])}, ${k(i[2*r+1])}) with loss ${k(t[r])}`;if(!s)return`${n}.`;let a=s.indexOf(Math.min(...s));return`${n}; it comes nearest to a minimum, ${k(s[a])} away, at step ${a}.`}var Es=class{glyphs=new Set;#t=[];constructor(t){this.player=t,this.quantities=t.root.querySelector(".quantities");for(let[s,e]of q)this.#i("views",e,()=>t.views.isOpen(s),()=>t.views.toggle(s));for(let[s,e,i]of Fs)this.#i("glyphs",e,()=>this.glyphs.has(s),()=>{this.glyphs.delete(s)||this.glyphs.add(s)},i);this.#i("more","Inspector",()=>t.inspector.open,()=>t.toggleInspector()),this.#i("more","Slow motion",()=>t.slow.running,()=>t.slowly()),this.#i("more","Copy link",()=>!1,()=>Bi(t)),this.#i("more","Keys",()=>!this.#s.hidden,()=>t.toggleHelp()),this.#e("more").append(hi(()=>t.toggleFullScreen()))}show(t,s,e){let{chart:i}=this.player;(s||!t.includes(i.quantity))&&(i.quantity=t[0]);let r=t.map(n=>{let{label:a,axis:h}=n,l=Us(h===void 0?a:`${a} ${e.axes[h]}`,()=>{i.quantity=n,i.refresh(),this.player.redraw()});return l.dataset.quantity=n.id,n.title&&(l.title=n.title),l});this.quantities.replaceChildren(...r);for(let[n]of this.#t)n.dataset.needs==="samples"&&(n.hidden=!e.samples),n.dataset.needs==="curvature"&&(n.hidden=!this.player.race?.runs[0]?.curvature),n.dataset.needs==="link"&&(n.hidden=!this.player.race?.link)}showOnly(t){let{views:s,chart:e}=this.player;for(let[n]of q)t.includes(n)&&!s.isOpen(n)&&s.toggle(n);this.glyphs=new Set(Fs.map(([n])=>n).filter(n=>t.includes(`glyph-${n}`)));let r=(this.player.race?zt(this.player.race):[]).find(({id:n})=>t.includes(n));r&&(e.quantity=r),e.refresh()}draw(){for(let[s,e]of this.#t)Gi(s,e());let{id:t}=this.player.chart.quantity;for(let s of this.quantities.children)Gi(s,s.dataset.quantity===t)}get#s(){return this.player.root.querySelector(".help")}#e(t){return this.player.root.querySelector(`[data-group=${t}]`)}#i(t,s,e,i,r){let n=Us(s,()=>{i(),this.player.redraw()});r&&(n.title=r),s==="curvature"&&(n.dataset.needs="curvature"),s==="Samples"&&(n.dataset.needs="samples"),s==="Copy link"&&(n.dataset.needs="link"),this.#t.push([n,e]),this.#e(t).append(n)}};function Gi(o,t){let s=String(t);o.getAttribute("aria-pressed")!==s&&o.setAttribute("aria-pressed",s)}var Ln="M11 2h2v5h-2zM11 17h2v5h-2zM2 11h5v2H2zM17 11h5v2h-5zM9 9h6v6H9z",In="M3 3h18v18H3zM5.4 5.4v13.2h13.2V5.4zM9 9h6v6H9z",On=60,Ui=2,$n=.0025,As=class{#t=0;constructor(t){this.player=t,this.view=t.topView;let{canvas:s}=this.view.trails;this.box=s.parentElement;let e=(i,r,n)=>{let a=g("button",{type:"button",title:r,"aria-label":r},i);return a.addEventListener("click",n),a};this.back=e(H(In),"Whole picture (0)",()=>this.reset()),this.buttons=g("div",{class:"zoom",role:"group","aria-label":"Zoom",hidden:""},e("+","Zoom in (+)",()=>this.by(Ui)),e("−","Zoom out (-)",()=>this.by(1/Ui)),e(H(Ln),"Zoom to the optimizers' heads",()=>this.fit()),this.back),this.box.append(this.buttons),s.addEventListener("wheel",i=>this.#e(i),{passive:!1}),s.addEventListener("pointerdown",i=>this.#i(i),{capture:!0}),s.addEventListener("contextmenu",i=>this.view.viewport.zoomed&&i.preventDefault()),s.addEventListener("touchstart",i=>this.#r(i),{passive:!1})}allow(t){this.view.lossAt=t&&((e,i)=>t.engine.lossAt(e,i)),this.buttons.hidden=!t;let{canvas:s}=this.view.trails;s.title=t?"Zoom: Ctrl and wheel, or the wheel alone once you clicked here; Shift and drag moves":"No zoom here: this loss is computed by Python alone"}draw(){this.back.hidden=!this.view.viewport.zoomed}by(t){let{xlim:s,ylim:e}=this.view.seen;this.#s(i=>i.zoom([(s[0]+s[1])/2,(e[0]+e[1])/2],t))}reset(){this.#s(t=>t.reset())}fit(){let{race:t,hidden:s,clock:e}=this.player,r=(t?.runs??[]).filter(({name:n})=>!s.has(n)).map(({x:n,ended:a,loss:h})=>{let l=Math.min(e.step,(a??h.length)-1);return[n[2*l],n[2*l+1]]});this.#s(n=>n.fit(r))}#s(t){this.view.lossAt&&(t(this.view.viewport),this.view.moved(),this.player.redraw(),clearTimeout(this.#t),this.#t=window.setTimeout(()=>{this.view.refresh(),this.player.redraw()},On))}#e(t){if(!(t.ctrlKey||t.metaKey||this.player.root.matches(":focus-within"))||!this.view.lossAt)return;t.preventDefault();let e=t.deltaY*(t.deltaMode===WheelEvent.DOM_DELTA_LINE?16:1),i=t.ctrlKey&&Math.abs(e)<20?4:1;this.#s(r=>r.zoom(this.view.pointAt(t),Math.exp(-e*$n*i)))}#i(t){let{canvas:s}=this.view.trails;if(t.pointerType==="touch"||!this.view.viewport.zoomed||!(t.shiftKey||t.button>0))return;t.preventDefault(),t.stopImmediatePropagation(),s.setPointerCapture(t.pointerId);let[e,i]=[t.clientX,t.clientY],r=({clientX:n,clientY:a})=>{this.#o(n-e,a-i),[e,i]=[n,a]};s.addEventListener("pointermove",r),s.addEventListener("lostpointercapture",()=>s.removeEventListener("pointermove",r),{once:!0})}#o(t,s){let[e,i]=this.view.perPixel;this.#s(r=>r.pan(-t*e,s*i))}#r(t){if(t.touches.length!==2||!this.view.lossAt)return;t.preventDefault();let{canvas:s}=this.view.trails,e=ji(t.touches),i=n=>{if(n.touches.length!==2)return;n.preventDefault();let a=ji(n.touches);this.#o(a.clientX-e.clientX,a.clientY-e.clientY),this.#s(h=>h.zoom(this.view.pointAt(a),a.apart/e.apart)),e=a},r=()=>{for(let n of["touchend","touchcancel"])s.removeEventListener(n,r);s.removeEventListener("touchmove",i)};s.addEventListener("touchmove",i,{passive:!1});for(let n of["touchend","touchcancel"])s.addEventListener(n,r)}};function ji([o,t]){return{clientX:(o.clientX+t.clientX)/2,clientY:(o.clientY+t.clientY)/2,apart:Math.max(1,Math.hypot(o.clientX-t.clientX,o.clientY-t.clientY))}}var zn=.1,Pn="You have changed this race. What is written beside it is of the race as it was; reload the page to see that.",Dn=900,Vi=new Map,lt=class{clock=new At;slow=new Ms;#t=new xs;hidden=new Set;race=null;#s=null;live=null;#e="no";#i=null;#o=0;#r=!1;#n=!0;#a=!1;#h=0;constructor(t,s){this.tell=n=>{},this.requests=new vs(s),this.root=ai(),t.append(g("style",{},fe,Xe),this.root);let e=()=>this.redraw(),i=n=>this.root.querySelector(n);this.topView=new _t(this.root),this.views=new bs(this.root,this.topView,e);let r=(n,a)=>this.#v(n,a);this.zoom=new As(this),this.handles=[new xt(this.topView,this.topView.trails.canvas,r),new xt(this.views.space,null,r)],this.chart=new Pt(i(".curves"),n=>this.#b(n)),this.controls=new St(i(".controls"),this.clock,()=>this.#d()),this.inspector=new Bt(i(".inspector"),e),this.legend=new ss(i(".legend"),this.hidden,()=>this.#y(),(n,a,h,l)=>this.#k(n,a,h,l)),this.tools=new Es(this),this.story=new ks(i(".story"),n=>this.#x(n)),this.lesson=new os(i(".lesson"),n=>this.tell(n),n=>this.#p(n)),this.caption=i(".caption"),this.notice=i(".notice"),this.summary=i(".summary"),this.theme=Is(this.root),this.clock.playing=!matchMedia("(prefers-reduced-motion: reduce)").matches,this.#u(),requestAnimationFrame(n=>this.#m(n))}receive(t){performance.mark("optviz: received"),t.surface&&Vi.set(t.surface.key,t.surface);let s=Vi.get(t.race.surface);if(!s)return this.requests.ask(Yi(t.race),"");let e=this.race;this.race=t.race,this.#s=s,this.live=Zt.of(t.race,s);let i=t.race.start.slice();this.#E();for(let h of this.handles)h.allow(this.requests.possible||this.live!==null);let r=e?.surface!==t.race.surface,n=!e||e.start.some((h,l)=>h!==t.race.start[l]);this.clock.fit(t.race.steps),(r||n)&&e&&this.clock.seek(0);let a=this.lesson.show(t.race.lesson);this.root.classList.toggle("asking",this.lesson.asks),(!e||a||r)&&t.race.at!==null&&this.#c(t.race.at),this.slow.stop(),this.zoom.allow(this.live),this.views.show(s,t.race,r),this.chart.show(s,t.race),this.legend.show(t.race,s,this.live!==null&&!t.race.lesson),this.inspector.show(t.race,s.axes),this.tools.show(zt(t.race),r,s),a&&this.#l(t.race.lesson),this.story.tell(t.race.story),this.#A(),this.summary.textContent=oe(s.name,t.race),this.requests.answered(t.race,i),this.#M(),this.#a=!0,this.redraw()}#l(t){t&&(this.root.classList.add("teaching"),this.tools.showOnly([...t.shows,...this.race?.views??[]]),this.clock.playing=t.plays,this.hidden.clear())}#c(t){this.clock.playing=!1,this.clock.seek(t)}retheme(){this.theme=Is(this.root);for(let t of[this.views,this.chart,this.legend])t.refresh();this.redraw()}redraw(){this.#n=!0}toggleRun(t){let s=this.race?.runs[t]?.name;s&&(this.hidden.delete(s)||this.hidden.add(s),this.#y())}slowly(){if(this.slow.running)return this.slow.stop();let[t]=this.inspector.runs,s=t?(t.ended??t.loss.length)-1:0;!t||s<1||(this.clock.playing=!1,this.slow.begin(t,Math.min(this.clock.step,s-1)),this.hidden.delete(t.name),this.clock.seek(this.slow.step),this.redraw())}toggleInspector(){this.inspector.box.hidden=!this.inspector.box.hidden,this.redraw()}toggleHelp(){let t=this.root.querySelector(".help");t.hidden=!t.hidden}toggleFullScreen(){document.fullscreenElement?document.exitFullscreen():this.root.requestFullscreen().catch(()=>{})}#u(){new ResizeObserver(()=>this.redraw()).observe(this.root),this.root.addEventListener("keydown",t=>this.#p(t)),this.root.addEventListener("fullscreenchange",()=>{let t=this.root.matches(":fullscreen"),s=t?Math.max(1.25,Math.min(2.2,innerWidth/1e3)):1;this.root.style.setProperty("--scale",String(s)),t&&this.root.focus(),this.retheme()})}#p(t){let s=t.composedPath()[0];s.matches("select, input")||t.key===" "&&s.matches("button")||!ni(this,t)||(t.preventDefault(),t.stopPropagation(),this.#d())}#d(){(this.clock.playing||this.clock.time!==this.slow.step)&&this.slow.stop(),this.redraw()}#y(){this.chart.refresh(),this.redraw()}#m(t){if(!this.root.isConnected&&this.#h)return;requestAnimationFrame(r=>this.#m(r));let s=Math.min(zn,(t-this.#h)/1e3);this.#h=t;let{time:e,playing:i}=this.clock;this.slow.running&&(this.#n=!0),this.#o&&t>this.#o&&(this.#o=0,this.#n=!0),this.#e!=="no"?this.#M():this.slow.running?this.clock.seek(this.slow.advance(s)):this.clock.advance(s),(e!==this.clock.time||i!==this.clock.playing)&&(this.#n=!0),this.#n&&this.draw()}draw(){if(!this.race)return;this.#n=!1,this.#a&&performance.mark("optviz: drawn"),this.#a=!1;let{theme:t,hidden:s,clock:e,slow:i}=this,r=this.#e==="no"&&!this.#o?e.time:e.steps,n=Math.floor(r+1e-9),a=h=>this.#f(h);this.views.draw(r,s,t,a,(h,l)=>{for(let c of this.#g()){let u=new Wt(h,c,i.running?i.step:n,l,t);i.running?u.part(i.phase,i.share):u.draw(this.tools.glyphs)}}),this.#f(this.chart.sheet.canvas)&&this.chart.draw(r,s,t),this.legend.draw(n,t,h=>this.views.outside(h,n)),this.inspector.draw(i.running?i.step:n,e.playing,i.running?i.phase.equation:-2),this.controls.draw(),this.zoom.draw(),this.tools.draw(),this.#t.tell(this),this.caption.hidden=!i.running,i.running&&(this.caption.textContent=`${i.run?.name}: ${i.phase.words}`)}#f(t){if(this.#e!=="held"&&this.#o!==1/0)return!0;let{top:s,bottom:e}=t.getBoundingClientRect();return e>0&&s<innerHeight}#g(){return this.slow.run?[this.slow.run]:this.tools.glyphs.size?(this.inspector.open?this.inspector.runs:this.race?.runs??[]).filter(({name:s})=>!this.hidden.has(s)):[]}#b(t){this.clock.playing=!1,this.clock.seek(Math.round(t)),this.#d()}#x({step:t,shows:s}){this.tools.showOnly(s),this.#b(t),this.root.scrollIntoView({block:"nearest",behavior:"smooth"})}#v(t,s){let{race:e,live:i}=this;if(!e)return;this.#e=s?"let go":"held",this.#i=s?null:t;let r=t.every((n,a)=>n===e.start[a])&&(!i||!s);i?.start(t)&&this.#w(s),!r&&(s||!i)&&this.requests.ask(t,e.surface),this.redraw()}#k(t,s,e,i){let{race:r,live:n}=this;!r||!n||(n.set(t,s,e),this.#o=i?performance.now()+Dn:1/0,this.#w(i),i&&this.requests.ask(Yi(r),r.surface,{[r.runs[t].name]:{[s]:e}}))}#E(){let{race:t,live:s}=this;if(!t||!s)return;let{next:e}=this.requests,i=this.#i??e?.start;i&&i.some((r,n)=>r!==t.start[n])&&s.start(i),t.runs.forEach(({name:r,hyper:n},a)=>{let h={...e?.settings[r],...this.legend.heldSettings(r)};for(let[l,c]of Object.entries(h))l in n&&s.set(a,l,c)})}#w(t){let{race:s}=this;!s||!this.#s||(this.views.show(this.#s,s,!1),this.chart.refresh(),this.inspector.refresh(),this.story.outdate(this.requests.possible),this.#r||=!this.requests.possible,t&&(this.summary.textContent=oe(this.#s.name,s),this.#A()),this.redraw())}#M(){this.#e!=="let go"||this.requests.open&&!this.live||(this.#e="no",this.clock.restart())}#A(){let t=(this.race?.runs??[]).flatMap(({ending:s})=>s?.explained||[]);this.#r&&t.push(Pn),this.notice.hidden=t.length===0,this.notice.textContent=t.join(" ")}};function Yi({start:o}){return[o[0],o[1]]}var Rn=2;function Ki(o){let t=s=>{document.documentElement.classList.toggle("paper",s),S.finer=s?Rn:1,o.retheme(),o.draw()};addEventListener("beforeprint",()=>t(!0)),addEventListener("afterprint",()=>t(!1))}function Xi(){let o=document.querySelector("script[data-optviz-race]");o&&Cn(o)}async function Cn(o){ce();let t=vt(await Fn(o.textContent??"")),s=document.querySelector("[data-optviz-place]");s.replaceChildren();let e=new lt(s,null);e.receive(t),window===window.top&&e.root.focus({preventScroll:!0}),matchMedia("(prefers-color-scheme: dark)").addEventListener("change",()=>e.retheme()),Ki(e)}async function Fn(o){let t=Uint8Array.from(atob(o),e=>e.charCodeAt(0)),s=new Blob([t]).stream().pipeThrough(new DecompressionStream("gzip"));return new Uint8Array(await new Response(s).arrayBuffer())}var Ji=new WeakMap;function wu({parentElement:o,data:t,setStateValue:s,setTriggerValue:e}){let i=s?n=>s("chosen",n):null,r=Ji.get(o)??{player:new lt(o,i),data:null};if(Ji.set(o,r),r.player.requests.send=i,r.player.tell=n=>e("lesson",n),r.data===t)return r.player.retheme();r.data=t,r.player.receive(vt(t))}Xi();export{wu as mount};
