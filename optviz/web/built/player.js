// optviz player; sources 4da90c24726ec0cf83f645480d2ba0e84e3f7f6b02ef7f46d3259d689bd307ef
var te={f8:Float64Array,u2:Uint16Array,i1:Int8Array,i4:Int32Array};function xt(i){let t=i.slice().buffer,s=new DataView(t).getUint32(0,!0),e=new TextDecoder().decode(new Uint8Array(t,4,s)),o=JSON.parse(e,(n,r)=>Gi(r,t,4+s));return o.surface&&Wi(o.surface),o}function Wi(i){let t=(i.levels.length+1)/65534;i.heights=Float32Array.from(i.heights,s=>s===65535?NaN:s*t)}function Gi(i,t,s){if(!i||!Array.isArray(i.shape)||!(i.type in te))return i;let e=i,o=te[e.type],n=e.shape.reduce((r,a)=>r*a,1);return new o(t,s+e.at,n)}function vt({name:i,rule:t}){return i.startsWith(t)?i:`${i} (${t})`}function se(i,t){return i===1||i===-1&&Math.abs(t)===1/0?1:Math.pow(i,t)}function ee(i,t){if(i===t)return i+Math.LN2;let s=i-t;return s>0?i+Math.log1p(Math.exp(-s)):s<=0?t+Math.log1p(Math.exp(s)):s}function ie(i){let t=Math.exp(-Math.abs(i));return(i<0?t:1)/(1+t)}var vs={power:se,logaddexp:ee,sigmoid:ie},ct={add:["a + b",(i,t)=>i+t,2],subtract:["a - b",(i,t)=>i-t,2],multiply:["a * b",(i,t)=>i*t,2],divide:["a / b",(i,t)=>i/t,2],negative:["-a",i=>-i,1],sqrt:["Math.sqrt(a)",Math.sqrt,1],absolute:["Math.abs(a)",Math.abs,1],sign:["Math.sign(a)",Math.sign,1],floor:["Math.floor(a)",Math.floor,1],maximum:["Math.max(a, b)",(i,t)=>Math.max(i,t),2],minimum:["Math.min(a, b)",(i,t)=>Math.min(i,t),2],power:["power(a, b)",se,2],exp:["Math.exp(a)",Math.exp,1],expm1:["Math.expm1(a)",Math.expm1,1],log:["Math.log(a)",Math.log,1],log1p:["Math.log1p(a)",Math.log1p,1],log2:["Math.log2(a)",Math.log2,1],log10:["Math.log10(a)",Math.log10,1],logaddexp:["logaddexp(a, b)",ee,2],sin:["Math.sin(a)",Math.sin,1],cos:["Math.cos(a)",Math.cos,1],tan:["Math.tan(a)",Math.tan,1],arcsin:["Math.asin(a)",Math.asin,1],arccos:["Math.acos(a)",Math.acos,1],arctan:["Math.atan(a)",Math.atan,1],arctan2:["Math.atan2(a, b)",Math.atan2,2],sinh:["Math.sinh(a)",Math.sinh,1],cosh:["Math.cosh(a)",Math.cosh,1],tanh:["Math.tanh(a)",Math.tanh,1],arcsinh:["Math.asinh(a)",Math.asinh,1],arccosh:["Math.acosh(a)",Math.acosh,1],arctanh:["Math.atanh(a)",Math.atanh,1],sigmoid:["sigmoid(a)",ie,1],relu:["Math.max(a, 0)",i=>Math.max(i,0),1],hypot:["Math.hypot(a, b)",(i,t)=>Math.hypot(i,t),2],cbrt:["Math.cbrt(a)",Math.cbrt,1],less:["+(a < b)",(i,t)=>+(i<t),2],less_equal:["+(a <= b)",(i,t)=>+(i<=t),2],greater:["+(a > b)",(i,t)=>+(i>t),2],greater_equal:["+(a >= b)",(i,t)=>+(i>=t),2],equal:["+(a === b)",(i,t)=>+(i===t),2],not_equal:["+(a !== b)",(i,t)=>+(i!==t),2],logical_and:["+(a !== 0 && b !== 0)",(i,t)=>+(i!==0&&t!==0),2],logical_or:["+(a !== 0 || b !== 0)",(i,t)=>+(i!==0||t!==0),2],logical_not:["+(a === 0)",i=>+(i===0),1],where:["a !== 0 ? b : c",(i,t,s)=>i!==0?t:s,3]};function ut(i,t,s){if(s<8){let p=-0;for(let d=t;d<t+s;d++)p+=i[d];return p}if(s>128){let p=s>>1;return p-=p%8,ut(i,t,p)+ut(i,t+p,s-p)}let e=t+s-s%8,o=i[t],n=i[t+1],r=i[t+2],a=i[t+3],h=i[t+4],l=i[t+5],c=i[t+6],u=i[t+7];for(let p=t+8;p<e;p+=8)o+=i[p],n+=i[p+1],r+=i[p+2],a+=i[p+3],h+=i[p+4],l+=i[p+5],c+=i[p+6],u+=i[p+7];let f=o+n+(r+a)+(h+l+(c+u));for(let p=e;p<t+s;p++)f+=i[p];return f}var oe="count",Mt="sum",kt=class{run;constructor(t,s){let e=ji(t,s);this.encoded=t,this.inputs=t.inputs,this.at=new Map;let o=0;for(let[r,a]of Object.entries(t.outputs))this.at.set(r,o),o+=a.length;this.length=o,this.samples=e.length?e[0].length:0;let n=Bi()?Vi:Ki;this.run=n(t,e)}input(){return new Float64Array(this.inputs.length)}output(){return new Float64Array(this.length)}};function ji({inputs:i,constants:t,columns:s,code:e,outputs:o},n){let r=()=>{throw new Error("this is no program of optviz")},a=c=>{Array.isArray(c)||r()};[i,t,s,e,n].forEach(a);let h=s.map(c=>Ms(c,n.length)?Float64Array.from(n[c]):r());i.every(c=>typeof c=="string")||r(),t.every(Number.isFinite)||r(),h.every(c=>c.length===h[0].length&&c.every(Number.isFinite))||r();let l=i.length+t.length+s.length;e.forEach(([c,...u],f)=>{let p=c===Mt?1:Object.hasOwn(ct,c)?ct[c][2]:-1;(u.length!==p||!u.every(d=>Ms(d,l+f)))&&r()});for(let c of Object.values(o))a(c),c.every(u=>Ms(u,l+e.length))||r();return h}function Ms(i,t){return Number.isInteger(i)&&Number(i)>=0&&Number(i)<t}function Ui({inputs:i,constants:t,columns:s,code:e}){let o=i.length+t.length+s.length,n=Array.from({length:o},(h,l)=>l>=i.length+t.length),r=new Array(o).fill(0);for(let[h,...l]of e)n.push(h!==Mt&&l.some(c=>n[c])),r.push(Math.max(0,...l.map(c=>r[c]))+(h===Mt?1:0));let a=Math.max(0,...r);return{sampled:n,before:r,passes:a}}var pt=null;function ne(){pt=!1}function Bi(){if(pt===null)try{pt=new Function("return true")()}catch{pt=!1}return pt}function re(i){let{inputs:t,constants:s,columns:e,code:o}=i,{sampled:n,before:r,passes:a}=Ui(i),h=t.length+s.length+e.length,l=[];for(let c=0;c<=a;c++){let u=[],f=[];for(let m=0;m<o.length;m++){let w=h+m;o[m][0]===Mt?r[w]===c+1&&f.push(w):!n[w]&&r[w]===c&&u.push(w)}let p=new Set(f.map(m=>o[m-h][1]));for(let m=h+o.length-1;m>=h;m--)if(!(!p.has(m)||!n[m]))for(let w of o[m-h].slice(1))p.add(w);let d=[...p].filter(m=>n[m]).sort((m,w)=>m-w);l.push({alone:u,each:d,sums:f})}return l}function Vi(i,t){let{inputs:s,constants:e,code:o,outputs:n}=i,r=s.length+e.length,a=r+t.length,h=d=>{let[m,...w]=o[d-a],[b,y,v]=w.map(L=>`v${L}`),A={a:b,b:y,c:v};return ct[m][0].replace(/\b[abc]\b/g,L=>A[L])},l=s.map((d,m)=>`const v${m} = ${d===oe?"count":`input[${m}]`};`);e.forEach((d,m)=>l.push(`const v${s.length+m} = ${Yi(d)};`));let c=[];for(let{alone:d,each:m,sums:w}of re(i)){for(let y of d)l.push(`const v${y} = ${h(y)};`);if(!w.length)continue;let b=c.length;w.forEach(()=>c.push(new Float64Array(t.length?t[0].length:0))),l.push("for (let k = 0; k < count; k++) {");for(let y of m){let v=y<a?`columns[${y-r}][seen[k]]`:h(y);l.push(`const v${y} = ${v};`)}w.forEach((y,v)=>l.push(`terms[${b+v}][k] = v${o[y-a][1]};`)),l.push("}"),w.forEach((y,v)=>l.push(`const v${y} = sum(terms[${b+v}], 0, count);`))}Object.values(n).flat().forEach((d,m)=>l.push(`output[${m}] = v${d};`));let f=`return (input, output, seen, count) => {
${l.join(`
`)}
};`;return new Function("sum","columns","terms",...Object.keys(vs),f)(ut,t,c,...Object.values(vs))}function Yi(i){return Object.is(i,-0)?"-0":String(i)}function Ki(i,t){let{inputs:s,constants:e,code:o,outputs:n}=i,r=s.length+e.length,a=r+t.length,h=new Float64Array(a+o.length);h.set(e,s.length);let l=s.indexOf(oe),c=Object.values(n).flat(),u=p=>{let[d,m,w=0,b=0]=o[p-a],y=ct[d][1];return()=>{h[p]=y(h[m],h[w],h[b])}},f=re(i).map(({alone:p,each:d,sums:m})=>({alone:p.map(u),columns:d.filter(w=>w<a),each:d.filter(w=>w>=a).map(u),sums:m,terms:m.map(()=>new Float64Array(t.length?t[0].length:0))}));return(p,d,m,w)=>{for(let b=0;b<s.length;b++)h[b]=p[b];l>=0&&(h[l]=w);for(let b of f){for(let y of b.alone)y();if(b.sums.length){for(let y=0;y<w;y++){for(let v of b.columns)h[v]=t[v-r][m[y]];for(let v of b.each)v();for(let v=0;v<b.sums.length;v++)b.terms[v][y]=h[Number(o[b.sums[v]-a][1])]}for(let y=0;y<b.sums.length;y++)h[b.sums[y]]=ut(b.terms[y],0,w)}}for(let b=0;b<c.length;b++)d[b]=h[c[b]]}}var ft=[.25,.5,1,2,4,8],Et=class{time=0;steps=1;playing=!0;loop=!0;speed=1;#t=0;get step(){return Math.floor(this.time+1e-9)}get atEnd(){return this.time>=this.steps}advance(t){this.playing&&(this.atEnd?this.loop?(this.#t+=t)>=1.2&&this.seek(0):this.playing=!1:this.time=Math.min(this.steps,this.time+t*25*this.speed))}seek(t){this.time=Math.max(0,Math.min(this.steps,t)),this.#t=0}move(t){this.playing=!1,this.seek(t>0?this.step+t:Math.ceil(this.time-1e-9)+t)}toggle(){!this.playing&&this.atEnd&&this.seek(0),this.playing=!this.playing}shift(t){let s=ft.indexOf(this.speed)+t;this.speed=ft[Math.max(0,Math.min(ft.length-1,s))]}restart(){this.seek(0),this.playing=!0}fit(t){let s=this.atEnd&&this.steps>0;this.steps=t,this.time=s?t:Math.min(this.time,t)}};function g(i,t={},...s){let e=document.createElement(i);for(let[o,n]of Object.entries(t))e.setAttribute(o,n);return e.append(...s),e}function q(i){let t=document.createElementNS("http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let s=document.createElementNS("http://www.w3.org/2000/svg","path");return s.setAttribute("d",i),t.append(s),t}var Es={restart:"M6 5h2.4v14H6zM19 5v14L9.5 12z",back:"M17 5v14L8 12zM6.2 5h2v14h-2z",play:"M7 4.5v15L20 12z",pause:"M6.5 5h4v14h-4zM13.5 5h4v14h-4z",forward:"M7 5v14l9-7zM15.8 5h2v14h-2z",loop:"M17 3l4 3.5L17 10V7.6H8A3.4 3.4 0 0 0 4.6 11v1H2.4v-1A5.6 5.6 0 0 1 8 5.4h9zM7 21l-4-3.5L7 14v2.4h9a3.4 3.4 0 0 0 3.4-3.4v-1h2.2v1a5.6 5.6 0 0 1-5.6 5.6H7z"},Xi=new Map([[.25,"¼×"],[.5,"½×"]]),At=class{constructor(t,s,e){this.clock=s;let o=h=>()=>{h(),e()};this.play=dt("Play","play"),this.loop=dt("Loop","loop"),this.scrub=g("input",{type:"range",min:"0",step:"1","aria-label":"Step"}),this.count=g("output",{class:"count"}),this.speed=g("select",{"aria-label":"Speed"});for(let h of ft){let l=Xi.get(h)??`${h}×`;this.speed.append(g("option",{value:String(h)},l))}let n=dt("Restart","restart"),r=dt("Step back","back"),a=dt("Step forward","forward");n.addEventListener("click",o(()=>s.restart())),r.addEventListener("click",o(()=>s.move(-1))),a.addEventListener("click",o(()=>s.move(1))),this.play.addEventListener("click",o(()=>s.toggle())),this.loop.addEventListener("click",o(()=>s.loop=!s.loop)),this.speed.addEventListener("change",o(()=>s.speed=Number(this.speed.value))),this.scrub.addEventListener("input",o(()=>this.#t())),this.count.setAttribute("aria-live","off"),t.append(n,r,this.play,a,this.scrub,this.count,this.speed,this.loop)}#t(){this.clock.playing=!1,this.clock.seek(Number(this.scrub.value))}draw(){let{clock:t}=this,s=String(t.step);ks(this.scrub,"max",String(t.steps)),this.scrub.value!==s&&(this.scrub.value=s),ks(this.scrub,"aria-valuetext",`step ${s} of ${t.steps}`);let e=`${s} / ${t.steps}`;this.count.textContent!==e&&(this.count.textContent=e),this.scrub.style.setProperty("--done",`${100*t.time/t.steps}%`),this.speed.value!==String(t.speed)&&(this.speed.value=String(t.speed)),ks(this.loop,"aria-pressed",String(t.loop));let o=t.playing?"Pause":"Play";this.play.getAttribute("aria-label")!==o&&(ae(this.play,o),this.play.replaceChildren(q(t.playing?Es.pause:Es.play)))}};function dt(i,t){let s=g("button",{type:"button",class:t},q(Es[t]));return ae(s,i),s}function ae(i,t){i.setAttribute("aria-label",t),i.title=t}function ks(i,t,s){i.getAttribute(t)!==s&&i.setAttribute(t,s)}var he=`:host {
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
`;var x={themes:{light:{ink:"#22262b",soft:"#5b6270",paper:"#ffffff",rim:[255,255,255,.8],contour:[40,60,90,.3],wall:[30,40,60,.12],edge:[40,60,90,.5],star:"#9aa3b0",areas:{diverged:{pattern:"lines",paper:"#d5d8de",ink:"#5b6270"},missed:{pattern:"dots",paper:"#ffffff",ink:"#aab1bd"},nowhere:{pattern:"lines",paper:"#ffffff",ink:"#a4abb6"}},ground:["#fff6d8","#f4f3e4","#e5eced","#d8e3ee","#cad8ea"],light:{level:1,contrast:.3,darkest:.76,brightest:1.05}},dark:{ink:"#f2f4f6",soft:"#b4bac6",paper:"#0e1117",rim:[14,17,23,.75],contour:[190,210,235,.3],wall:[255,255,255,.1],edge:[190,210,235,.5],star:"#8d97a6",areas:{diverged:{pattern:"lines",paper:"#3d434f",ink:"#b4bac6"},missed:{pattern:"dots",paper:"#0e1117",ink:"#5a6271"},nowhere:{pattern:"lines",paper:"#0e1117",ink:"#5b6472"}},ground:["#243b4a","#1d2f3e","#192634","#161e2a","#131720"],light:{level:1.3,contrast:.8,darkest:.8,brightest:1.75}}},sun:{direction:[-.5,.24,.832],wall:.5,tint:[1.15,1,.8]},box:{height:.55,base:-.035,wide:1.4142135623730951,tall:1.48,margin:[44,24,18,34],tick:5,gap:62,name:32,line:14},camera:{elevation:44.5,azimuth:225},captions:{linear:"height: loss, to scale",logarithmic:"height: roughly log(loss - minimum)"},trail:{width:2.2,rim:2,hidden:.22},head:{radius:6,rim:3.4},ring:{radius:9,width:2,rim:5},star:{radius:7,rim:2},minimum:{radius:5,rim:2,corners:[[0,1.4],[.4,.4],[1.4,0],[.4,-.4],[0,-1.4],[-.4,-.4],[-1.4,0],[-.4,.4]]},lowest:{radius:7,rim:2,corners:[[0,-.25],[.22,0],[.22,1.05],[1.75,1.75],[.22,2.45],[-.22,2.45],[-.22,0]]},valley:{width:2,rim:4.5,dash:[5,3]},type:{number:11,name:12,label:10},contours:{width:1,shortest:24,apart:6.4,steep:70,tries:[.5,.3,.7,.15,.85,.4,.6]}};function As(i){let t=getComputedStyle(i),s=t.getPropertyValue("--paper").trim()||x.themes.light.paper,e=Qi(s)<.4,{ink:o,soft:n,star:r,areas:a,ground:h,...l}=x.themes[e?"dark":"light"];return{dark:e,paper:s,ink:t.getPropertyValue("--ink").trim()||o,soft:n,star:r,areas:{...a,nowhere:{...a.nowhere,paper:s}},ground:h,rim:St(l.rim),contour:St(l.contour),wall:St(l.wall),edge:St(l.edge),font:t.fontFamily,scale:Number(t.getPropertyValue("--scale"))||1}}function St(i){return`rgba(${i.join()})`}function Qi(i){let t=document.createElement("canvas").getContext("2d",{willReadFrequently:!0});t.fillStyle=i,t.fillRect(0,0,1,1);let[s,e,o]=t.getImageData(0,0,1,1).data;return(.2126*s+.7152*e+.0722*o)/255}function Nt(i){let t=i.map(s=>[1,3,5].map(e=>parseInt(s.slice(e,e+2),16)));return Array.from({length:256},(s,e)=>{let o=e/255*(t.length-1),n=Math.min(t.length-2,Math.floor(o));return t[n].map((r,a)=>r+(t[n+1][a]-r)*(o-n))})}var S=class i{static finer=1;width=0;height=0;#t=0;constructor(t){this.canvas=t,this.context=t.getContext("2d")}fit(){let[t,s]=[this.canvas.clientWidth,this.canvas.clientHeight],e=(window.devicePixelRatio||1)*i.finer;return t===this.width&&s===this.height&&e===this.#t?!1:(Object.assign(this,{width:t,height:s}),this.#t=e,this.canvas.width=Math.max(1,Math.round(t*e)),this.canvas.height=Math.max(1,Math.round(s*e)),this.context.setTransform(e,0,0,e,0,0),!0)}clear(){this.context.clearRect(0,0,this.width,this.height)}twin(t=null){if(t&&t.canvas.width===this.canvas.width&&t.canvas.height===this.canvas.height)return t.clear(),t;let s=new i(document.createElement("canvas"));return s.canvas.width=this.canvas.width,s.canvas.height=this.canvas.height,Object.assign(s,{width:this.width,height:this.height}),s.context.setTransform(this.#t,0,0,this.#t,0,0),s}lay(t,s=this.width){let e=Math.max(0,Math.min(1,s/this.width)),[o,n]=[Math.round(t.canvas.width*e),t.canvas.height];if(o===0||n===0)return;let r=o/this.#t;this.context.drawImage(t.canvas,0,0,o,n,0,0,r,n/this.#t)}};var to="⁰¹²³⁴⁵⁶⁷⁸⁹";function k(i,t=3){if(!Number.isFinite(i))return"–";let s=Math.abs(i);if(s===0||s>=.001&&s<1e4)return le(String(Number(i.toPrecision(t))));let[e,o]=i.toExponential(t-1).split("e"),n=`10${so(Number(o))}`,r=le(String(Number(e)));return r==="1"?n:r==="−1"?`−${n}`:`${r}·${n}`}function so(i){let t=[...String(Math.abs(i))].map(s=>to[Number(s)]);return(i<0?"⁻":"")+t.join("")}function le(i){return i.replace("-","−")}function Tt(i){let[t,s]=i.toExponential(5).split("e"),e=Number(s);if(e>=-4&&e<6)return String(Number(i.toPrecision(6)));let o=e<0?"-":"+";return`${Number(t)}e${o}${String(Math.abs(e)).padStart(2,"0")}`}function E([i,t],[s,e]){let o=(e-s)/(t-i);return Object.assign(n=>s+(n-i)*o,{invert:n=>i+(n-s)/o})}function ue([i,t],s){let e=E([Math.log10(i),Math.log10(t)],s);return Object.assign(o=>e(Math.log10(o)),{invert:o=>10**e.invert(o)})}function z([i,t],s){let e=(t-i)/Math.max(1,s),o=10**Math.floor(Math.log10(e)),n=[.5,1,2,5,10].map(h=>h*o),r=n.findIndex(h=>h>=e*(1-1e-9)),a=ce(i,t,n[r]);for(;a.length<2&&r>0;)a=ce(i,t,n[--r]);return a}function ce(i,t,s){let e=Math.ceil(i/s-1e-9),o=Math.floor(t/s+1e-9);return Array.from({length:Math.max(0,o-e+1)},(n,r)=>(e+r)*s)}function pe([i,t],s){let e=Math.ceil(Math.log10(i)-1e-9),o=Math.floor(Math.log10(t)+1e-9),n=Math.max(1,Math.ceil((o-e+1)/Math.max(1,s))),r=[];for(let a=o;a>=e;a-=n)r.push(10**a);return r.reverse()}function U(i,t,s=k){return i.map(e=>({at:t(e),text:s(e)}))}function B(i,t=x.type.number){return`${t*i.scale}px ${i.font}`}function C(i,t,s,e,o,{tick:n=0,grid:r=!1,gap:a=7,size:h}={}){let{left:l,top:c,right:u,bottom:f}=e,p=t==="below";i.font=B(o,h),i.textAlign=p?"center":"right",i.textBaseline=p?"top":"middle";for(let{at:d,text:m}of s)i.fillStyle=o.wall,r&&p&&i.fillRect(d-.5,c,1,f-c),r&&!p&&i.fillRect(l,d-.5,u-l,1),i.fillStyle=o.soft,n&&p&&i.fillRect(d-.5,f,1,n),n&&!p&&i.fillRect(l-n,d-.5,n,1),p?i.fillText(m,d,f+a):i.fillText(m,l-a,d)}function Lt(i,{left:t,top:s,right:e,bottom:o},n){i.strokeStyle=n.soft,i.lineWidth=1,i.strokeRect(t,s,e-t,o-s)}function fe(i,[t,s],{left:e,top:o,right:n,bottom:r},a){i.fillStyle=a.ink,i.font=`italic ${B(a,x.type.name)}`,i.textBaseline="alphabetic",i.textAlign="center",i.fillText(t,(e+n)/2,r+19+13*a.scale),i.textAlign="left",i.fillText(s,3,(o+r)/2+4)}function de(i,t,s){let[e,o,n]=[1/0,-1/0,-1/0];for(let l of i){n=Math.max(n,l[0]);for(let c=0;c<l.length;c++)Number.isFinite(l[c])&&(e=Math.min(e,l[c]),o=Math.max(o,l[c]))}let r=Math.max(t,e),a=Math.min(s,Math.max(n*1.15,Math.min(o,n*1.6))),h=.06*(a-r||1);return Number.isFinite(r+a)?[r-h,a+h]:[0,1]}function me(i,t){let[s,e]=[1/0,0];for(let n of i)for(let r=0;r<n.length;r++)n[r]>0&&(s=Math.min(s,n[r])),n[r]<=t&&(e=Math.max(e,n[r]));if(s===1/0)return[.1,10];if(!(s<e))return[s/10,s*10];let o=(e/s)**.05;return[s/o,e*o]}function ge(i){for(let t=0;t<i.length;t++)if(i[t]<=0)return!0;return!1}var D=x.trail.width,It=x.head.radius;function we(i){return be[i]??be.circle}var be={circle:eo(),square:H([[-.85,-.85],[.85,-.85],[.85,.85],[-.85,.85]]),triangle:H([[0,-1.15],[1.05,.75],[-1.05,.75]]),diamond:H([[0,-1.25],[1,0],[0,1.25],[-1,0]]),plus:H(ye()),cross:H(ye().map(([i,t])=>[(i-t)*Math.SQRT1_2,(i+t)*Math.SQRT1_2])),star:H(io())};function eo(){let i=new Path2D;return i.arc(0,0,.95,0,2*Math.PI),i}function H(i){let t=new Path2D;return i.forEach(([s,e])=>t.lineTo(s,e)),t.closePath(),t}function ye(){let[i,t]=[.38,1.15];return[[-i,-t],[i,-t],[i,-i],[t,-i],[t,i],[i,i],[i,t],[-i,t],[-i,i],[-t,i],[-t,-i],[-i,-i]]}function io(){return Array.from({length:10},(i,t)=>{let[s,e]=[Math.PI*t/5-Math.PI/2,t%2?.6:1.4];return[e*Math.cos(s),e*Math.sin(s)]})}function R(i,t,s,e,o,n,r){i.save(),i.translate(s,e),i.scale(o,o),i.lineWidth=x.head.rim/o,i.lineJoin="round",i.strokeStyle=r,i.fillStyle=n,i.stroke(we(t)),i.fill(we(t)),i.restore()}function N({style:i},t){return t.dark?i.dark:i.light}function P(i,t){return i.style.dash.map(s=>s*t)}var xe={minimum:H(ve(x.minimum.corners)),lowest:H(ve(x.lowest.corners))};function ve(i){return i.map(([t,s])=>[t,-s])}function V(i,t,s,e,o,n=1){let r=t?"lowest":"minimum",{radius:a,rim:h}=x[r];i.save(),i.translate(s,e),i.scale(a*n,a*n),i.lineWidth=2*h/a,i.lineJoin="round",i.strokeStyle=o.paper,i.fillStyle=t?o.ink:o.star,i.stroke(xe[r]),i.fill(xe[r]),i.restore()}function Ot({minima:i,lowest:t},s){for(let e=i.length/2-1;e>=0;e--)s(i[2*e],i[2*e+1],e<t)}function st(i,t,s,e=1){let{width:o,rim:n,dash:r}=x.valley;i.save(),i.lineJoin="round";for(let[a,h,l]of[[n,s.rim,[]],[o,s.ink,r]]){i.beginPath();let c=!1;for(let u=0;u<t.length;u+=2){let f=!Number.isNaN(t[u]);f&&c?i.lineTo(t[u],t[u+1]):f&&i.moveTo(t[u],t[u+1]),c=f}i.lineWidth=a*e,i.strokeStyle=h,i.setLineDash(l.map(u=>u*e)),i.stroke()}i.restore()}var oo=[2,4],Me=100,ke=2;function Ss(i,{limit:t}){return t?i.map(s=>({run:s,...t(s)})).filter(({value:s})=>Number.isFinite(s)&&s>0):[]}function Ee([i,t],s){let e=s.map(({value:o})=>o).filter(o=>o<t*Me&&o>i/Me);return[Math.min(i,...e.map(o=>o/ke)),Math.max(t,...e.map(o=>o*ke))]}function Ae(i,t,s,{left:e,right:o,top:n,bottom:r},a){let h=12*a.scale,l=[];i.save(),i.font=B(a),i.textAlign="right",i.textBaseline="bottom",i.lineJoin="round";let c=t.map(({run:u,value:f,words:p})=>({line:s(f),words:p,colour:N(u,a)})).filter(({line:u})=>u>n-4&&u<r);for(let{line:u,colour:f}of c)no(i,f,[e,o,u],a.scale);for(let{line:u,words:f,colour:p}of c){let d=l.filter(b=>Math.abs(b.line-u)<h).map(({from:b})=>b),m=Math.min(o,...d)-4,w=m-i.measureText(f).width-4;w<e||u-h<n||(l.push({line:u,from:w}),i.setLineDash([]),i.lineWidth=3,i.strokeStyle=a.paper,i.strokeText(f,m,u-1),i.fillStyle=p,i.fillText(f,m,u-1))}i.restore()}function no(i,t,[s,e,o],n){i.strokeStyle=t,i.lineWidth=1.2*n,i.setLineDash(oo.map(r=>r*n)),i.beginPath(),i.moveTo(s,o),i.lineTo(e,o),i.stroke()}var Ns=[{id:"accuracy",label:"Accuracy",log:!1,values:({accuracy:i})=>i},{id:"log",label:"Loss, log",log:!0,values:({loss:i})=>i},{id:"linear",label:"Loss",log:!1,values:({loss:i})=>i},{id:"distance",label:"Distance",log:!0,values:({distance:i})=>i},{id:"gradient",label:"Gradient",log:!0,values:({grad:i})=>ao(i)},{id:"sharpness",label:"Sharpness",title:"The largest eigenvalue of the full loss's Hessian at each iterate. Dashed: above it, the optimizer's steps grow on a quadratic. Rules that scale each coordinate have no such line; the inspector compares them step by step.",log:!0,signed:!0,known:({curvature:i})=>i!==void 0,values:({curvature:i})=>i?.sharpness??null,limit:({curvature:i})=>({value:i?.limit??NaN,words:i?.words??""})},{id:"rate-x",label:"Step",axis:0,log:!0,values:i=>Se(i,0)},{id:"rate-y",label:"Step",axis:1,log:!0,values:i=>Se(i,1)}];function $t(i){return Ns.filter(({log:t,values:s,known:e})=>e?i.runs.every(e):i.runs.map(n=>s(n)).every(n=>n&&!(t&&ro(n,r=>r<0))))}function ro(i,t){for(let s=0;s<i.length;s++)if(t(i[s]))return!0;return!1}function ao(i){return Float64Array.from({length:i.length/2},(t,s)=>Math.hypot(i[2*s],i[2*s+1]))}function Se({state:i,hyper:t,loss:s},e){let{rate:o}=i;return o?Float64Array.from({length:s.length},(n,r)=>o[2*r+e]):new Float64Array(s.length).fill(t.lr)}var Ne=1.7,ho=18,Te={left:46,top:10,right:12,bottom:24},zt=class{quantity=Ns[1];#t=!0;#s=Te;#e=E([0,1],[0,1]);#i=E([0,1],[0,1]);#o=null;#n=null;#r=!1;#a=[0,1];#h=new Map;#l=[];#c=[];#u=0;constructor(t,s){let e=g("canvas",{role:"img","aria-label":"The chosen quantity over the steps"});this.reading=g("div",{class:"reading",hidden:""}),t.append(e,this.reading),this.sheet=new S(e),this.surface=null,this.race=null;let o=n=>{n.buttons&1&&s(this.#e.invert(n.offsetX)),this.#E(n.offsetX)};e.addEventListener("pointerdown",o),e.addEventListener("pointermove",o),e.addEventListener("pointerleave",()=>this.reading.hidden=!0)}show(t,s){this.surface=t,this.race=s,this.refresh()}refresh(){this.#t=!0}draw(t,s,e){if(!this.race)return;(this.sheet.fit()||this.#t)&&this.#p(s,e);let o=this.#e(t);if(this.sheet.clear(),t>=this.race.steps){this.#g(this.sheet.context,e);for(let r of this.#l)this.#x(this.sheet.context,r,e,1)}else this.#r||this.#d(e),this.sheet.lay(this.#o),this.sheet.lay(this.#n,o);let{context:n}=this.sheet;n.fillStyle=e.soft,n.fillRect(o-.5,this.#s.top,1,this.sheet.height-this.#s.top-this.#s.bottom);for(let r of this.#l)this.#M(n,r,t,e)}#p(t,s){this.#t=this.#r=!1;let{width:e,height:o}=this.sheet,{runs:n,steps:r}=this.race;this.#l=n.filter(({name:l})=>!t.has(l)),this.#h=new Map(this.#l.map(l=>[l,this.quantity.values(l)??[]])),this.#s={...Te,left:28+18*s.scale,bottom:10+14*s.scale},this.#e=E([0,r],[this.#s.left,e-this.#s.right]),this.#c=Ss(this.#l,this.quantity),this.#a=this.#b();let a=this.quantity.signed&&this.#l.some(l=>ge(this.#f(l)));this.#u=a?ho*s.scale:0;let h=[o-this.#s.bottom-this.#u,this.#s.top];this.#i=(this.quantity.log?ue:E)(this.#a,h)}#d(t){this.#r=!0,this.#o=this.sheet.twin(this.#o),this.#n=this.sheet.twin(this.#n),this.#g(this.#o.context,t);for(let s of this.#l)this.#x(this.#o.context,s,t,.28),this.#x(this.#n.context,s,t,1)}#b(){let{id:t,log:s}=this.quantity;if(t==="accuracy")return[0,1];let{low:e,high:o}=this.surface,n=this.#l.map(r=>this.#f(r));return s?Ee(me(n,t==="log"?o:1e12),this.#c):de(n,e,o)}get#m(){let{left:t,top:s,right:e,bottom:o}=this.#s;return{left:t,top:s,right:this.sheet.width-e,bottom:this.sheet.height-o}}#f(t){return this.#h.get(t)??[]}#g(t,s){let e=this.#a,o=this.#m,n=(o.bottom-this.#u-o.top)/34,a=this.quantity.log&&Math.log10(e[1]/e[0])>1.5?pe(e,n):z(e,n),h=U(a,this.#i,l=>this.#v(l));this.#u&&h.push({at:this.#w(0),text:"≤ 0"}),C(t,"left",h,o,s,{grid:!0}),C(t,"below",this.#y(t),o,s),Ae(t,this.#c,this.#i,o,s)}#y(t){let{width:s}=this.sheet,e=this.race?.steps??1,o=1.6*t.measureText(String(e)).width;return[...z([0,e],(this.#e(e)-this.#e(0))/70).filter(Number.isInteger).filter(r=>this.#e(e)-this.#e(r)>o),e].map(r=>{let a=t.measureText(String(r)).width/2;return{at:Math.min(this.#e(r),s-a),text:String(r)}})}#x(t,s,e,o){let{width:n,height:r}=this.sheet;t.save(),t.beginPath(),t.rect(this.#s.left,this.#s.top-4,n-this.#s.left,r-this.#s.top-this.#s.bottom+8),t.clip(),t.globalAlpha=o,t.strokeStyle=N(s,e),t.lineWidth=Ne*e.scale,t.lineJoin="round",t.setLineDash(P(s,Ne*e.scale)),t.beginPath();let a=this.#f(s);for(let h=0;h<a.length;h++)Number.isFinite(a[h])&&t.lineTo(this.#e(h),this.#w(a[h]));t.stroke(),t.restore()}#v(t){return this.quantity.id==="accuracy"?`${Number((100*t).toFixed(1))} %`:k(t)}#k(t,s){let[e]=Ss([t],this.quantity);return e?` ${s>e.value?">":s<e.value?"<":"="} ${this.#v(e.value)}`:""}#E(t){let s=Math.round(this.#e.invert(t)),{steps:e}=this.race;if(this.reading.hidden=s<0||s>e,this.reading.hidden)return;let o=this.#l.map(r=>({run:r,value:this.#f(r)[s]})).filter(({value:r})=>Number.isFinite(r)).sort((r,a)=>a.value-r.value);this.reading.replaceChildren(g("b",{},`step ${s}`),...o.map(({run:r,value:a})=>g("span",{},`${r.name} `,g("i",{},this.#v(a)+this.#k(r,a)))));let n=t>this.sheet.width/2;this.reading.style.left=n?"auto":`${t+14}px`,this.reading.style.right=n?`${this.sheet.width-t+14}px`:"auto"}#w(t){return this.#u&&t<=0?this.#m.bottom-this.#u/3:Math.max(-9999,Math.min(9999,this.#i(t)))}#M(t,s,e,o){let n=this.#f(s),r=Math.floor(e),[a,h]=[n[r],n[Math.min(r+1,n.length-1)]];if(!Number.isFinite(a))return;let l=Number.isFinite(h)?this.#w(h):this.#w(a),c=this.#w(a)+(e-r)*(l-this.#w(a));if(c<this.#s.top-4||c>this.sheet.height-this.#s.bottom+4)return;let u=N(s,o);R(t,s.style.marker,this.#e(e),c,3.6*o.scale,u,o.paper)}};function et(i,t,s,e){let[o,n]=[0,1];for(let r of[0,1]){let[a,h]=[s[r],e[r]];if(h===0&&!(a>=i[r]&&a<=t[r]))return null;h!==0&&(o=Math.max(o,((h>0?i:t)[r]-a)/h),n=Math.min(n,((h>0?t:i)[r]-a)/h))}return o<=n?[o,n]:null}function Le(i,t,s,e){let o=x.contours.apart*s,n=[];for(let{path:r,text:a}of i)if(!(Ts(r)<o))for(let h of x.contours.tries){let l=Math.max(1,Math.floor(h*(r.length/2-1))),[c,u]=[r[2*l],r[2*l+1]];if(!(Math.min(c-t.left,t.right-c,u-t.top,t.bottom-u)<2*s||!(e(c,u)*s<1))&&!n.some(p=>Math.hypot(p.x-c,p.y-u)<o)){n.push({x:c,y:u,angle:lo(r,l),text:a});break}}return n}function lo(i,t){let s=Math.min(t+1,i.length/2-1),e=Math.atan2(i[2*s+1]-i[2*t-1],i[2*s]-i[2*t-2]),o=x.contours.steep*Math.PI/180,n=Math.floor((e-o)/Math.PI)+1;return e-n*Math.PI}function Ts(i){let t=0;for(let s=2;s<i.length;s+=2)t+=Math.hypot(i[s]-i[s-2],i[s+1]-i[s-1]);return t}function Ie(i,{left:t,top:s,right:e,bottom:o}){let n=Math.sqrt(i.length),[r,a]=[(e-t)/(n-1),(o-s)/(n-1)],h=l=>Math.max(1,Math.min(n-2,Math.round(l)));return(l,c)=>{let u=h((o-c)/a)*n+h((l-t)/r),[f,p]=[i[u+1]-i[u-1],i[u+n]-i[u-n]];return Math.hypot(f/(2*r),p/(2*a))}}function Ls(i,t,s,e){let o=z(i,t),n=o.length>1?o[1]-o[0]:i[1]-i[0],r=Math.floor(Math.log10(n)+1e-9),a=Math.max(...o.map(Math.abs)),h=Math.floor(Math.log10(a/n))+2;if(h<=4&&r>=-3)return{marks:U(o,s,f=>k(f,Math.max(3,h))),note:""};let l=h<=4?0:o[Math.floor(o.length/2)],c=o.map(f=>{let p=String(Math.round((f-l)/10**r));return{at:s(f),text:p.replace("-","−")}}),u=l===0?"":`${l.toFixed(Math.max(0,Math.min(100,-r))).replace("-","−")} + `;return{marks:c,note:`${e||"value"} = ${u}n · ${k(10**r)}`}}function Oe(i,t,s,e){let o=i.getTransform().a,n=document.createElement("canvas");n.width=Math.max(1,Math.round((s.right-s.left)*o)),n.height=Math.max(1,Math.round((s.bottom-s.top)*o));let r=n.getContext("2d");r.imageSmoothingEnabled=!1,r.drawImage(Is(t),0,0,n.width,n.height),r.globalCompositeOperation="source-in",co(r,{...e,pattern:""}),r.globalCompositeOperation="source-atop",$e(r,e,o),i.drawImage(n,s.left,s.top,s.right-s.left,s.bottom-s.top)}function co(i,t,s=1){i.fillStyle=t.paper,i.fillRect(0,0,i.canvas.width,i.canvas.height),$e(i,t,s)}function $e(i,{pattern:t,ink:s},e){let{width:o,height:n}=i.canvas;if(i.beginPath(),t==="lines"){for(let r=-n;r<o;r+=5*e)i.moveTo(r,n),i.lineTo(r+n,0);i.strokeStyle=s,i.lineWidth=1.1*e,i.stroke()}if(t==="dots"){for(let[r,a]=[2.5*e,!1];r<n;r+=5*e,a=!a)for(let h=(a?5:2.5)*e;h<o;h+=5*e)i.rect(h-.6*e,r-.6*e,1.2*e,1.2*e);i.fillStyle=s,i.fill()}}function Is(i){let t=document.createElement("canvas");return t.width=i.width,t.height=i.height,t.getContext("2d").putImageData(i,0,0),t}function De(i,t,s){let e=uo(i,t,s),o=[];for(let[n,r]of e)r.length===1&&o.push(ze(e,n));for(let n of e.keys())e.get(n)?.length&&o.push(ze(e,n));return o.filter(n=>n.length>1).map(n=>n.flatMap(r=>po(i,t,s,r)))}function uo(i,t,s){let e=new Map,o=(n,r)=>{e.set(n,[...e.get(n)??[],r]),e.set(r,[...e.get(r)??[],n])};for(let n=0;n<t-1;n++)for(let r=0;r<t-1;r++){let a=n*t+r,[h,l,c,u]=[i[a],i[a+1],i[a+t],i[a+t+1]],f=+(h>s)|+(l>s)<<1|+(u>s)<<2|+(c>s)<<3;if(f===0||f===15||Number.isNaN(h+l+c+u))continue;let[p,d,m,w]=[2*a,2*(a+t),2*a+1,2*a+3],b=(h+l+c+u)/4>s;if(f===5||f===10){f===5===b?(o(m,d),o(p,w)):(o(m,p),o(d,w));continue}let y=[];(f&1)!==(f>>1&1)&&y.push(p),(f>>1&1)!==(f>>2&1)&&y.push(w),(f>>2&1)!==(f>>3&1)&&y.push(d),(f>>3&1)!==(f&1)&&y.push(m),o(y[0],y[1])}return e}function ze(i,t){let s=[t];for(let e=i.get(t)?.pop();e!==void 0;e=i.get(t)?.pop()){let o=i.get(e);o.splice(o.indexOf(t),1),s.push(e),t=e}return s}function po(i,t,s,e){let o=e>>1,n=o+(e&1?t:1),r=(s-i[o])/(i[n]-i[o]);return[o%t+(e&1?0:r),Math.floor(o/t)+(e&1?r:0)]}function Re({context:i},t,s,e){let o=E(t.xlim,[e.left,e.right]),n=E(t.ylim,[e.bottom,e.top]);return i.save(),i.beginPath(),i.rect(e.left,e.top,e.right-e.left,e.bottom-e.top),i.clip(),fo(i,t,s,e),mo(i,t,s,e),i.restore(),Os(i,t,s,e),bo(i,t,s,e,o,n),{x:o,y:n}}function Os(i,t,s,e){let{left:o,top:n,right:r,bottom:a}=e;Lt(i,e,s);let h=Ls(t.xlim,(r-o)/70,E(t.xlim,[o,r]),t.axes[0]),l=Ls(t.ylim,(a-n)/50,E(t.ylim,[a,n]),t.axes[1]);C(i,"below",h.marks,e,s,{tick:4}),C(i,"left",l.marks,e,s,{tick:4}),fe(i,t.axes,e,s);let c=x.type.number*s.scale;i.font=B(s),i.textAlign="left",i.textBaseline="alphabetic",[h.note,l.note].filter(Boolean).forEach((u,f)=>{Pe(i,{x:o+8,y:n+(f+1)*1.5*c,angle:0,text:u},s)})}function fo(i,{heights:t,levels:s},e,o){let n=Math.sqrt(t.length),r=Nt(e.ground),a=new ImageData(n,n),h=new ImageData(n,n),l=!1;t.forEach((m,w)=>{let b=Math.max(0,Math.min(255,Math.round(255*m/(s.length+1)))),v=4*((n-1-Math.floor(w/n))*n+w%n);if(!Number.isNaN(m))return a.data.set([...r[b],255],v);h.data.set([0,0,0,255],v),l=!0});let[c,u]=[(o.right-o.left)/(n-1),(o.bottom-o.top)/(n-1)];i.imageSmoothingQuality="high";let[f,p]=[o.left-c/2,o.top-u/2];if(i.drawImage(Is(a),f,p,c*n,u*n),!l)return;let d={left:f,top:p,right:f+c*n,bottom:p+u*n};Oe(i,h,d,e.areas.nowhere)}function mo(i,{heights:t,levels:s},e,o){let n=go(s),r=Math.sqrt(t.length),[a,h]=[(o.right-o.left)/(r-1),(o.bottom-o.top)/(r-1)],l=(p,d)=>d%2?o.bottom-p*h:o.left+p*a,u=Array.from(s).flatMap((p,d)=>De(t,r,d+1).map(m=>({path:m.map(l),text:k(p,n)}))).filter(({path:p})=>Ts(p)>=x.contours.shortest);i.strokeStyle=e.contour,i.lineWidth=x.contours.width,i.lineJoin="round";for(let{path:p}of u)wo(i,p);let f=x.type.label*e.scale;i.font=B(e,x.type.label),i.textAlign="center",i.textBaseline="middle";for(let p of Le(u,o,f,Ie(t,o)))Pe(i,p,e)}function go(i){let t=4;for(let s=1;s<i.length;s++){let e=Math.ceil(Math.log10(Math.abs(i[s])/(i[s]-i[s-1])))+1;t=Math.max(t,Math.min(16,e))}return t}function wo(i,t){i.beginPath();for(let s=0;s<t.length;s+=2)i.lineTo(t[s],t[s+1]);i.stroke()}function Pe(i,{x:t,y:s,angle:e,text:o},n){i.save(),i.translate(t,s),i.rotate(e),i.lineWidth=3.5,i.strokeStyle=n.dark?"rgba(24,36,50,0.9)":"rgba(240,243,242,0.92)",i.strokeText(o,0,0),i.fillStyle=n.soft,i.fillText(o,0,0),i.restore()}function bo(i,t,s,e,o,n){st(i,yo(t.valleys,o,n,e),s),Ot(t,(r,a,h)=>{let[l,c]=[o(r),n(a)];l>=e.left-1&&l<=e.right+1&&c>=e.top-1&&c<=e.bottom+1&&V(i,h,l,c,s)})}function yo(i,t,s,{left:e,top:o,right:n,bottom:r}){let a=[],h=!1;for(let l=2;l<i.length;l+=2){let[c,u,f,p]=[t(i[l-2]),s(i[l-1]),t(i[l]),s(i[l+1])],[d,m]=[f-c,p-u],w=Number.isNaN(d+m)?null:et([e,o],[n,r],[c,u],[d,m]);if(!w){h=!1;continue}(!h||w[0]>0)&&a.push(NaN,NaN,c+w[0]*d,u+w[0]*m),a.push(c+w[1]*d,u+w[1]*m),h=w[1]===1}return a}var Fe=22250738585072014e-324;function _e(i,{xlim:t,ylim:s},e,o){let n=([w,b],y)=>w+(b-w)*y/(o-1),r=new Float64Array(o*o);for(let w=0;w<o;w++)for(let b=0;b<o;b++){let y=i(n(t,b),n(s,w));r[w*o+b]=Math.abs(y)<1e300?y:NaN}let a=r.filter(w=>!Number.isNaN(w)).sort();if(!a.length)return{heights:new Float32Array(o*o).fill(NaN),levels:new Float64Array(0)};let h=a[a.length-1],l=[],c=1/0;for(let w=0;w<e.length;w+=2){let[b,y]=[e[w],e[w+1]],v=i(b,y);Math.abs(v)<1e300&&(c=Math.min(c,v),b>=t[0]&&b<=t[1]&&y>=s[0]&&y<=s[1]&&l.push(v))}let u=l.reduce((w,b)=>Math.min(w,b),a[0]),f=l.length>0||xo(r,o,a[0]);!f&&c<=u&&h-c>30*(u-c)&&([f,u]=[!0,c]);let p=f?vo(a,u):Ce(a);p.length<8&&(f=!1,p=Ce(a).filter(w=>w>u));let d=Math.max(1,Math.abs(a[0]),Math.abs(h));p.length<2&&(p=[h+d,h+2*d]);let m=f?Eo(p,u):ko(p);return{heights:Float32Array.from(r,m),levels:Float64Array.from(p)}}function xo(i,t,s){for(let e=1;e<t-1;e++)for(let o=1;o<t-1;o++)if(i[e*t+o]<=s)return!0;return!1}function qe(i){return Math.max(1e-12*Math.max(Math.abs(i[0]),Math.abs(i[i.length-1])),Fe)}function Ce(i){let[t,s]=[i[0],i[i.length-1]];if(s-t<=qe(i))return[];let e=10**Math.floor(Math.log10((s-t)/18));for(let o of[1,2,5,10]){let n=o*e,[r,a]=[Math.ceil(t/n),Math.floor(s/n)];if(!(a-r+1>18&&o<10))return Array.from({length:Math.max(0,a-r+1)},(h,l)=>(r+l)*n)}return[]}function vo(i,t){let s=qe(i),e=Array.from(i,p=>p-t).filter(p=>p>s);if(!e.length)return[];let o=5e-4*(e.length-1),n=Math.floor(o),r=e[Math.min(n+1,e.length-1)],a=e[n]+(o-n)*(r-e[n]),h=e[e.length-1],l=[];for(let p of[[1,2,5],[1,3],[1]]){l=[];for(let d=Math.floor(Math.log10(a));d<=Math.ceil(Math.log10(h));d++)for(let m of p)l.push(+`${m}e${d}`);if(l=l.filter(d=>d>=a&&d<h),l.length<=18)break}let c=Math.max(1,Math.ceil(l.length/18)),u=l.filter((p,d)=>(l.length-1-d)%c===0);return[...new Set(u.map(p=>Mo(t+p,p)))].filter(p=>p>t).sort((p,d)=>p-d)}function Mo(i,t){let s=Math.floor(Math.log10(t)+1e-9),e=t<1.5*10**s?1-s:-s;return e>100?i:e>=0?Number(i.toFixed(e)):Math.round(i/10**-e)*10**-e}function ko(i){let t=i[1]-i[0];return s=>Number.isNaN(s)?NaN:Math.max(0,Math.min(i.length+1,1+(s-i[0])/t))}function Eo(i,t){let s=i.map(o=>Math.log(Math.max(o-t,Fe)));s.push(2*s[s.length-1]-s[s.length-2]);let e=Math.exp(s[0]);return o=>{if(Number.isNaN(o))return NaN;let n=Math.max(o-t,0);if(n<e)return n/e;let r=Math.log(n),a=0;for(;a<s.length-2&&r>s[a+1];)a++;return a+1+Math.min(1,Math.max(0,(r-s[a])/(s[a+1]-s[a])))}}var Dt=60,Rt=class{last=0;points=new Float64Array(0);constructor(t,s,e){this.run=t,this.measure(s,e)}measure(t,s){let{run:e}=this;this.last=(e.ended??e.loss.length)-1,this.points.length<e.x.length&&(this.points=new Float64Array(e.x.length));for(let o=0;o<=this.last;o++)this.points[2*o]=t(e.x[2*o]),this.points[2*o+1]=s(e.x[2*o+1])}head(t){let s=Math.min(Math.floor(t),this.last),e=Math.min(s+1,this.last),o=Math.min(t,this.last)-s,n=r=>this.points[2*s+r]+o*(this.points[2*e+r]-this.points[2*s+r]);return[n(0),n(1)]}trace(t,s){let{points:e}=this,o=Math.min(Math.floor(s),this.last),n=We(t.canvas);t.beginPath(),t.moveTo(e[0],e[1]);for(let h=1;h<=o;h++)He(t,n,e[2*h-2],e[2*h-1],e[2*h],e[2*h+1]);let[r,a]=this.head(s);He(t,n,e[2*o],e[2*o+1],r,a)}};function We({clientWidth:i,clientHeight:t}){return[-Dt,-Dt,i+Dt,t+Dt]}function He(i,t,s,e,o,n){if($s(t,s,e)&&$s(t,o,n)){i.lineTo(o,n);return}let[r,a]=[o-s,n-e],h=et(t.slice(0,2),t.slice(2),[s,e],[r,a]);h&&(i.moveTo(s+h[0]*r,e+h[0]*a),i.lineTo(s+h[1]*r,e+h[1]*a))}function $s([i,t,s,e],o,n){return o>=i&&o<=s&&n>=t&&n<=e}function Ge(i,t,s,e){let o=D*e.scale;i.lineJoin="round";for(let n of t)n.trace(i,s),i.setLineDash([]),i.lineWidth=o+x.trail.rim,i.strokeStyle=e.rim,i.stroke(),i.setLineDash(P(n.run,o)),i.lineWidth=o,i.strokeStyle=N(n.run,e),i.stroke();i.setLineDash([]);for(let n of t)Ao(i,n,s,e)}function Ao(i,t,s,e){let[o,n]=t.head(s);if(!$s(We(i.canvas),o,n))return;let{style:r}=t.run,a=N({style:r},e);R(i,r.marker,o,n,It*e.scale,a,e.paper)}var Pt=class{whole={xlim:[0,1],ylim:[0,1]};seen=this.whole;open({xlim:t,ylim:s}){this.whole={xlim:[...t],ylim:[...s]},this.seen=this.whole}get zoomed(){return this.seen!==this.whole}reset(){this.seen=this.whole}zoom([t,s],e){let{xlim:o,ylim:n}=this.seen,r=Y(o)/Y(this.whole.xlim),a=Math.max(Math.min(this.#t,r),r/e);if(a>=1)return this.reset();let h=(l,[c,u])=>[l-(l-c)/r*a,l+(u-l)/r*a];this.#s({xlim:h(t,o),ylim:h(s,n)})}fit(t){let{xlim:s,ylim:e}=this.whole,o=t.filter(([m,w])=>m>=s[0]&&m<=s[1]&&w>=e[0]&&w<=e[1]);if(!o.length)return;let n=m=>[Math.min(...m),Math.max(...m)],[r,a]=n(o.map(([m])=>m)),[h,l]=n(o.map(([,m])=>m)),[c,u]=[Y(s),Y(e)],f=1.4*Math.max((a-r)/c,(l-h)/u),p=Math.max(this.#t,f||Y(this.seen.xlim)/c/4);if(p>=1)return this.reset();let d=(m,w)=>[m-w*p/2,m+w*p/2];this.#s({xlim:d((r+a)/2,c),ylim:d((h+l)/2,u)})}get#t(){let{xlim:t,ylim:s}=this.seen,[e,o]=[Y(this.whole.xlim),Y(this.whole.ylim)];return Math.max(1e-12,1e-13*Math.max(...t.map(Math.abs))/e,1e-13*Math.max(...s.map(Math.abs))/o)}pan(t,s){if(!this.zoomed)return;let{xlim:e,ylim:o}=this.seen;this.#s({xlim:[e[0]+t,e[1]+t],ylim:[o[0]+s,o[1]+s]})}#s({xlim:t,ylim:s}){this.seen={xlim:je(t,this.whole.xlim),ylim:je(s,this.whole.ylim)}}};function Y([i,t]){return t-i}function je([i,t],s){let e=Math.max(0,s[0]-i)+Math.min(0,s[1]-t);return[i+e,t+e]}var Ct=161,So=41,No=120,Ft=class{viewport=new Pt;lossAt=null;#t=!1;#s=null;#e=this.viewport.seen;#i=[];#o=!0;#n=E([0,1],[0,1]);#r=E([0,1],[0,1]);#a={left:0,top:0,right:1,bottom:1};constructor(t){let s=e=>t.querySelector(e);this.ground=new S(s(".ground")),this.trails=new S(s(".trails")),this.ring=s(".start"),this.surface=null,this.race=null}show(t,s){t!==this.surface&&(this.#o=!0,this.viewport.open(t)),!this.lossAt&&this.viewport.zoomed&&(this.#o=!0,this.viewport.reset()),this.surface=t,this.race=s,this.#u()}refresh(){this.#o=!0}moved(){this.#t=!0}get seen(){return this.viewport.seen}draw(t,s,e,o){if(!this.surface)return;this.ground.fit()||this.#o?this.#h(e):this.#t&&this.#c(e),this.trails.fit()&&this.#u();let{context:n}=this.trails,{left:r,top:a,right:h,bottom:l}=this.#a;this.trails.clear(),n.save(),n.beginPath(),n.rect(r,a,h-r,l-a),n.clip(),Ge(n,this.#i.filter(({run:c})=>!s.has(c.name)),t,e),o(n,{x:this.#n,y:this.#r}),n.restore()}place([t,s]){let[e,o]=[this.#n(t),this.#r(s)],n=this.#a,r=e>=n.left&&e<=n.right&&o>=n.top&&o<=n.bottom;this.ring.style.visibility=r||!this.viewport.zoomed?"":"hidden",this.ring.style.left=`${e}px`,this.ring.style.top=`${o}px`}#h(t){this.#o=this.#t=!1,this.ground.clear();let{width:s,height:e}=this.ground,{scale:o}=t,[n,r]=[28+18*o,e-18-22*o];this.#a={left:n,top:8,right:s-10,bottom:r};let{x:a,y:h}=Re(this.ground,this.#l(),t,this.#a);this.#s=null,this.#e=this.seen,this.#n=a,this.#r=h,this.#u()}#l(){let t=this.surface,{lossAt:s,seen:e}=this;if(!this.viewport.zoomed||!s)return t;let o=[...t.minima,...t.valleys];return{...t,...e,..._e(s,e,o,To(s,e))}}#c(t){this.#t=!1;let{context:s}=this.ground;this.#s||(this.#s=this.ground.twin(),this.#s.lay(this.ground));let{left:e,top:o,right:n,bottom:r}=this.#a,{xlim:a,ylim:h}=this.seen;this.#n=E(a,[e,n]),this.#r=E(h,[r,o]);let l=this.#e,[c,u]=[this.#n(l.xlim[0]),this.#n(l.xlim[1])],[f,p]=[this.#r(l.ylim[1]),this.#r(l.ylim[0])],d=this.#s.canvas.width/this.#s.width,[m,w]=[n-e,r-o];this.ground.clear(),s.save(),s.beginPath(),s.rect(e,o,m,w),s.clip();let{canvas:b}=this.#s;s.drawImage(b,e*d,o*d,m*d,w*d,c,f,u-c,p-f),s.restore(),Os(s,{...this.surface,xlim:a,ylim:h},t,this.#a),this.#u()}#u(){if(!this.race)return;let{runs:t}=this.race;if(t.length===this.#i.length&&t.every((s,e)=>s===this.#i[e].run))for(let s of this.#i)s.measure(this.#n,this.#r);else this.#i=t.map(s=>new Rt(s,this.#n,this.#r));this.place(this.race.start)}get perPixel(){let{left:t,top:s,right:e,bottom:o}=this.#a,{xlim:n,ylim:r}=this.seen;return[(n[1]-n[0])/(e-t),(r[1]-r[0])/(o-s)]}pointAt({clientX:t,clientY:s}){let e=this.trails.canvas.getBoundingClientRect(),{left:o,top:n,right:r,bottom:a}=this.#a,h=Math.max(o,Math.min(r,t-e.left)),l=Math.max(n,Math.min(a,s-e.top)),{xlim:c,ylim:u}=this.seen;return[E(c,[o,r]).invert(h),E(u,[a,n]).invert(l)]}};function To(i,{xlim:t,ylim:s}){let e=performance.now();for(let n=0;n<Ct;n++)i(t[0]+(t[1]-t[0])*n/Ct,s[0]);let o=(performance.now()-e)/Ct;return Math.max(So,Math.min(Ct,Math.floor(Math.sqrt(No/o))))}var Ue=`.view3d {
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
`;var Be="A line on which the curvature term of the loss's quadratic model is the same: half-axes along the Hessian's eigenvectors, as 1/√eigenvalue to each other, the longest always alike. Where the model has no such ellipse, lines along the eigenvectors, with arrows where the loss curves down.";function Ve({high:i,low:t,along:s},{x:e,y:o}){let n=Math.max(Math.abs(i),Math.abs(t));if(!(n>0))return{ellipse:[],lines:[]};let r=([u,f])=>[u*(e(1)-e(0)),f*(o(1)-o(0))],a=[r(s),r([-s[1],s[0]])];if(t>1e-12*n)return{ellipse:Io(a,[1/Math.sqrt(i/n),1/Math.sqrt(t/n)]),lines:[]};let h=[i,t].map((u,f)=>({value:u,to:Oo(a[f],44)})),c=Math.abs(t)<=1e-12*n?h.slice(1):h;return{ellipse:[],lines:c.map(({value:u,to:f})=>({to:f,down:u<-1e-12*n}))}}function Ye(i,[t,s],{ellipse:e,lines:o}){let{context:n}=i;if(e.length){n.beginPath();for(let[r,a]of e)n.lineTo(t+r,s+a);n.closePath(),i.outline(1.6,[])}for(let{to:r,down:a}of o)for(let h of[1,-1]){let l=[t+h*r[0],s+h*r[1]];a?i.arrow([t,s],l,1,1.6):(n.beginPath(),n.moveTo(t,s),n.lineTo(...l),i.outline(1.6,[]))}}function Io([i,t],[s,e]){let o=Array.from({length:72},(r,a)=>{let[h,l]=[s*Math.cos(2*Math.PI*a/72),e*Math.sin(2*Math.PI*a/72)];return[h*i[0]+l*t[0],h*i[1]+l*t[1]]}),n=Math.max(...o.map(r=>Math.hypot(...r)));return o.map(([r,a])=>[r*44/n,a*44/n])}function Oo([i,t],s){let e=Math.hypot(i,t);return[i*s/e,t*s/e]}var $o="http://www.w3.org/1998/Math/MathML",zo={lr:"lr",mu:"μ",rho:"ρ",eps:"ε",beta1:"β₁",beta2:"β₂",rate:"α",E_g2:"E[g²]",E_dx2:"E[Δx²]",dx:"Δx",decay:"λ",psi:"ψ",rho_inf:"ρ∞",lr_t:"lrₜ",mu_next:"μ′",mu_product:"Πμ",v_max:"vₘₐₓ"},Do={if:0,"+":1,"-":1,neg:2,"*":3,"/":5,"^":4,sqrt:5,abs:5,sign:5,max:5},Ro={"<":"<","<=":"≤",">":">",">=":"≥","==":"=","!=":"≠"};function M(i,...t){let s=document.createElementNS($o,i);return s.append(...t),s}function it(i){return i.endsWith("_hat")?`${it(i.slice(0,-4))}̂`:zo[i]??i}function W(i){if(!i.endsWith("_hat"))return M("mi",it(i));let t=M("mover",W(i.slice(0,-4)),M("mo","^"));return t.setAttribute("accent","true"),t}function I(i,t){if(typeof i=="number")return M("mn",String(i));if(typeof i=="string")return t(i);let[s,...e]=i,o=e.map((n,r)=>Fo(n,s,r,t));switch(s){case"/":return M("mfrac",...e.map(n=>I(n,t)));case"sqrt":return M("msqrt",I(e[0],t));case"abs":return M("mrow",M("mo","|"),I(e[0],t),M("mo","|"));case"sign":case"max":return Po(s,e.map(n=>I(n,t)));case"if":return Co(e,t);case"^":return M("msup",o[0],I(e[1],t));case"neg":return M("mrow",M("mo","−"),o[0]);case"*":return M("mrow",o[0],M("mo","·"),o[1]);default:return M("mrow",o[0],M("mo",s==="-"?"−":"+"),o[1])}}function Po(i,t){let s=t.flatMap((e,o)=>o?[M("mo",","),e]:[e]);return M("mrow",M("mi",i),M("mo","("),...s,M("mo",")"))}function Co([[i,t,s],e,o],n){let r=M("mo",Ro[i]),a=M("mrow",M("mtext","if "),I(t,n),r,I(s,n)),l=[[I(e,n),a],[I(o,n),M("mtext","otherwise")]].map(c=>M("mtr",...c.map(u=>M("mtd",u))));return M("mrow",M("mo","{"),M("mtable",...l))}function Fo(i,t,s,e){let o=I(i,e);if(!Array.isArray(i))return o;let n=l=>Do[l],[r,a]=[n(i[0]),n(t)];return r<a||r===a&&t==="-"&&s===1?M("mrow",M("mo","("),o,M("mo",")")):o}function mt(i,t){if(typeof i=="number")return i;if(typeof i=="string")return t(i);if(i[0]==="if")return mt(_o(i[1],t)?i[2]:i[3],t);let[s,e]=i.slice(1).map(o=>mt(o,t));switch(i[0]){case"+":return s+e;case"-":return s-e;case"*":return s*e;case"/":return s/e;case"^":return s**e;case"neg":return-s;case"abs":return Math.abs(s);case"sign":return Math.sign(s);case"max":return Math.max(s,e);default:return Math.sqrt(s)}}function _o(i,t){if(!Array.isArray(i))return!1;let[s,e]=i.slice(1).map(o=>mt(o,t));switch(i[0]){case"<":return s<e;case"<=":return s<=e;case">":return s>e;case">=":return s>=e;case"==":return s===e;default:return s!==e}}function gt(i,t){return t(i)||Array.isArray(i)&&i.slice(1).some(s=>gt(s,t))}var _t=class{constructor(t,s,e){this.context=t,this.colour=s,this.theme=e}arrow(t,s,e=1,o=2.4){let n=Math.hypot(s[0]-t[0],s[1]-t[1]);if(!(n>.5))return;let[r,a]=[(s[0]-t[0])/n,(s[1]-t[1])/n],h=Math.min(9,n*.6);this.context.save(),this.context.globalAlpha=e,this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(...s),this.context.moveTo(s[0]-h*(r+.5*a),s[1]-h*(a-.5*r)),this.context.lineTo(...s),this.context.lineTo(s[0]-h*(r-.5*a),s[1]-h*(a+.5*r)),this.outline(o,[]),this.context.restore()}outline(t,s){let{context:e}=this;e.lineCap="round",e.lineJoin="round",e.setLineDash([]),e.lineWidth=t+2.5,e.strokeStyle=this.theme.rim,e.stroke(),e.setLineDash(s),e.lineWidth=t,e.strokeStyle=this.colour,e.stroke(),e.setLineDash([]),e.lineCap="butt"}};var ot=class{constructor(t,s){this.run=t;let e=(t.ended??t.loss.length)-1;this.step=Math.max(0,Math.min(s,e-1)),this.exists=e>0}value(t,s,e=1/0){let{run:o,step:n}=this;if(t==="t")return n+1;if(t==="g")return o.grad[2*n+s];if(t in o.hyper)return o.hyper[t];let r=o.equations.findIndex(([l])=>l===t),a=e===1/0||r>=0&&r<e?n+1:n,h=t==="x"?o.x:o.state[t];return h?h[2*a+s]:NaN}pair(t,s){return[this.value(t,0,s),this.value(t,1,s)]}get measured(){let t=this.run.grad_at??this.run.x;return[t[2*this.step],t[2*this.step+1]]}get rate(){return"rate"in this.run.state?this.pair("rate"):[this.run.hyper.lr,this.run.hyper.lr]}};function K(i,t){if(t==="g")return"gradient";let s=i.equations.find(([o])=>o===t)?.[1]??0,e=i.equations.find(([o])=>o==="x")?.[1]??0;return qo(e,t,i.hyper)?"displacement":Ke(i,t)?t==="rate"||qt(s,"sqrt")?"rate":Xe(i,t)?"square":qt(s,"abs")?"size":"gradient":"factor"}function qt(i,t){return gt(i,s=>Array.isArray(s)&&s[0]===t)}function Ke(i,t,s=[]){let e=i.equations.find(([n])=>n===t)?.[1]??0,o=[...s,t];return gt(e,n=>typeof n!="string"||o.includes(n)?!1:n==="g"||n in i.state&&Ke(i,n,o))}function qo(i,t,s){if(!Array.isArray(i)||i[0]!=="+")return!1;let e=i[2];return e===t||Array.isArray(e)&&e[0]==="*"&&e[1]in s&&e[2]===t}function Xe(i,t){let s=i.equations.find(([e])=>e===t)?.[1]??0;return gt(s,e=>Array.isArray(e)?e[0]==="^"&&e[2]===2:typeof e=="string"&&e!==t&&e in i.state&&Xe(i,e))}var zs=[["gradient","gradient, downhill"],["memory","velocity or m"],["rate","step size per axis"],["look","look-ahead point"],["curvature","curvature",Be]],Ho=66,Je=40,Ht=class{constructor(t,s,e,o,n){this.context=t,this.run=s,this.scales=o,this.theme=n,this.update=new ot(s,e),this.colour=N(s,n),this.strokes=new _t(t,this.colour,n)}draw(t){if(!this.update.exists)return;let s=this.#h(this.update.pair("x",0));t.has("curvature")&&this.run.curvature&&Ye(this.strokes,s,Ve(this.run.curvature.at(this.update.step),this.scales)),t.has("rate")&&this.rate(s),t.has("look")&&this.run.grad_at&&this.lookAhead(s),t.has("gradient")&&this.gradient(this.#h(this.update.measured),this.update.pair("g")),t.has("memory")&&this.#t(s)}part(t,s){let e=this.#h(this.update.pair("x",0)),o=this.#h(this.update.pair("x"));if(this.run.grad_at&&this.lookAhead(e),t.kind==="measure")return this.gradient(this.#h(this.update.measured),this.update.pair("g"),s);if(t.kind==="ghost"||t.kind==="move")return this.#n(e,o,t.kind==="ghost"?s:1);this.gradient(this.#h(this.update.measured),this.update.pair("g"),1,.35),this.#s(e,t,s)}gradient(t,s,e=1,o=1){let[n,r]=this.#a([-s[0],-s[1]]),a=Ho*e*Math.hypot(...s)/this.#r();this.strokes.arrow(t,[t[0]+n*a,t[1]+r*a],o)}rate(t,s=this.update.rate){let e=Je/Math.max(s[0],s[1]);Number.isFinite(e)&&(this.context.beginPath(),this.context.ellipse(t[0],t[1],Math.max(1,s[0]*e),Math.max(1,s[1]*e),0,0,7),this.strokes.outline(1.5,[4,3]))}lookAhead(t){let s=this.#h(this.update.measured);this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(...s),this.strokes.outline(1.5,[3,3]),this.context.beginPath(),this.context.arc(s[0],s[1],5,0,7),this.strokes.outline(2,[])}#t(t){let s=["m","v"].find(o=>o in this.run.state&&K(this.run,o)!=="square");if(!s)return;let e=this.update.pair(s);K(this.run,s)==="displacement"?this.#i(t,e):this.gradient(t,e)}#s(t,s,e){let[o]=this.run.equations[s.equation],n=this.#e(s,e);switch(K(this.run,o)){case"displacement":return this.#i(t,n);case"rate":return this.rate(t,n);case"square":return this.#o(t,n,o,Math.sqrt);case"size":return this.#o(t,n,o,r=>r);case"factor":return;default:return this.gradient(t,n)}}#e(t,s){let[e,o]=this.run.equations[t.equation],n=this.update.pair(e);if(t.kind==="compute"||!Array.isArray(o))return n;let r=this.update.pair(e,t.equation),a=[0,1].map(c=>mt(o[1],u=>this.update.value(u,c,t.equation))),[h,l]=t.kind==="decay"?[r,a]:[a,n];return[h[0]+s*(l[0]-h[0]),h[1]+s*(l[1]-h[1])]}#i(t,s){let e=this.update.pair("x",0);this.strokes.arrow(t,this.#h([e[0]+s[0],e[1]+s[1]]))}#o([t,s],e,o,n){let r=n(Math.max(...this.update.pair(o),...this.update.pair(o,0))),[a,h]=e.map(l=>Je*n(Math.max(0,l))/r);Number.isFinite(a+h)&&(this.context.beginPath(),this.context.moveTo(t-a,s),this.context.lineTo(t+a,s),this.context.moveTo(t,s-h),this.context.lineTo(t,s+h),this.strokes.outline(4,[]))}#n(t,s,e){let o=[t[0]+e*(s[0]-t[0]),t[1]+e*(s[1]-t[1])];this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(o[0],o[1]),this.strokes.outline(2,[2,3]),this.context.save(),this.context.globalAlpha=.5,R(this.context,this.run.style.marker,o[0],o[1],6,this.colour,this.theme.rim),this.context.restore()}#r(){let t=["g",...Object.keys(this.run.state).filter(s=>K(this.run,s)==="gradient")];return Math.max(...t.map(s=>Math.hypot(...this.update.pair(s))))||1}#a([t,s]){let{x:e,y:o}=this.scales,[n,r]=[t*(e(1)-e(0)),s*(o(1)-o(0))],a=Math.hypot(n,r)||1;return[n/a,r/a]}#h([t,s]){return[this.scales.x(t),this.scales.y(s)]}};function Qe({curvature:i,rule:t},s,e){if(!i)return"";let o=i.at(s),{high:n,low:r,along:a,against:h}=o;if(Number.isNaN(n))return`Curvature at step ${s}: the loss has no finite second derivatives here, or is at a border between two pieces.`;if(n===0&&r===0)return`Curvature at step ${s}: none, the loss is as a plane here.`;let c=`Curvature at step ${s}: ${e?"sharpness of the full loss":"sharpness"} ${k(n)}`;if(n<=0)return`${c}: the loss curves up in no direction, and down most along ${Ds(Ze(a))} (eigenvalue ${k(r)}).`;let u=r<0?` Along ${Ds(Ze(a))} the loss curves down (eigenvalue ${k(r)}).`:"";if(!h)return`${c}; ${Wo(t,e,i.words)}.${u}`;let{value:f,limit:p,scaled:d}=h,m=f>p?">":f<p?"<":"=",w=i.words===k(p)?k(p):`${i.words} = ${Go(p)}`,b=f>p?"grow":f<p?"die out":"neither grow nor die out",y=d?`; scaled by this step's rates it is ${k(f)}`:"";return`${c}${y} ${m} ${w}: on the local quadratic${d?" with these rates held":""}, steps along ${Ds(h.along)} ${b}.${u}`}function Wo(i,t,s){return t?"steps see minibatches, for which there is no simple limit":s?"this step's rates are no finite numbers that could scale it":`there is no simple limit for ${i}`}function Go(i){return i===1/0?"∞":k(i)}function Ze([i,t]){return t>0?[t,-i]:[-t,i]}function Ds([i,t]){return`(${k(Number(i.toFixed(3)),3)}, ${k(Number(t.toFixed(3)),3)})`}var jo=5,Rs="",Uo=90,Wt=class{chosen=["Adam",Rs];#t=null;#s=["x","y"];#e=[];#i=-1/0;constructor(t,s){this.box=t,this.changed=s,this.selects=[0,1].map(o=>this.#o(o)),this.rules=g("div",{class:"rules"});let e=g("div",{class:"choices"},"Inspect ",this.selects[0]," beside ",this.selects[1]);t.append(e,this.rules)}get open(){return!this.box.hidden}get runs(){return this.#e.map(({run:t})=>t)}show(t,s){this.#t=t,this.#s=s;let e=t.runs.map(({name:o})=>o);e.includes(this.chosen[0])||(this.chosen[0]=e[e.length-1]),e.includes(this.chosen[1])||(this.chosen[1]=Rs),this.selects.forEach((o,n)=>{let r=n?[Rs,...e]:e;o.replaceChildren(...r.map(a=>g("option",{value:a},a||"none"))),o.value=this.chosen[n]}),this.#n()}draw(t,s,e){if(!(!this.open||s&&performance.now()-this.#i<Uo)){this.#i=performance.now();for(let o of this.#e)o.draw(t,e)}}refresh(){this.#i=-1/0}#o(t){let e=g("select",{"aria-label":t?"Second inspected optimizer":"Inspected optimizer"});return e.addEventListener("change",()=>{this.chosen[t]=e.value,this.#n(),this.changed()}),e}#n(){let t=this.chosen.flatMap(s=>this.#t?.runs.find(e=>e.name===s)??[]);this.#e=[...new Set(t)].map(s=>new Cs(s,this.#s,!!this.#t?.batches)),this.rules.replaceChildren(...this.#e.map(({root:s})=>s)),this.#i=-1/0}},Cs=class{#t=[];constructor(t,s,e){this.run=t,this.minibatches=e,this.curvature=g("p",{class:"curvature"}),this.title=g("caption"),this.table=g("table",{},this.title,Bo(s)),this.rows=[this.#s(),...t.equations.map((r,a)=>this.#e(a))],this.table.append(g("tbody",{},...this.rows,this.#i()));let o="rate"in t.state?"α is the step size of each coordinate. ":"",n=g("p",{class:"source"},`${o}${t.source&&`Source: ${t.source}`}`);this.root=g("section",{class:"rule",tabindex:"0",role:"region","aria-label":`Rule of ${t.name}`},this.table,this.curvature,n)}draw(t,s){let e=new ot(this.run,t),{settings:o}=this.run,n=vt(this.run);this.title.textContent=e.exists?`${n} (${o}): from step ${e.step} to step ${e.step+1}`:`${n} (${o}) ${this.run.ending?.words}: there is no update to show`;let r=e.exists?Qe(this.run,e.step,this.minibatches):"";this.curvature.textContent!==r&&(this.curvature.textContent=r),this.curvature.hidden=!r;for(let{node:a,name:h,axis:l,equation:c}of this.#t){let u=e.exists?Vo(e,h,l,c):"–";a.textContent!==u&&(a.textContent=u)}this.rows.forEach((a,h)=>a.classList.toggle("active",h-1===s))}#s(){let t=this.run.grad_at?M("mrow",W("x"),M("mo","+"),M("mi","μ"),W("v")):W("x"),s=M("mrow",W("g"),M("mo","="),M("mo","∇"),M("mi","f"),M("mo","("),t,M("mo",")")),e=[0,1].map(o=>Ps(this.#o("g",o),"g",o));return g("tr",{},g("th",{scope:"row"},Fs(s)),...e)}#e(t){let[s,e]=this.run.equations[t],o=M("mrow",W(s),M("mo","←"),I(e,W)),n=[0,1].map(r=>{let a=I(e,l=>this.#o(l,r,t)),h=this.#o(s,r);return h.setAttribute("class","result"),Ps(M("mrow",a,M("mo","="),h),s,r)});return g("tr",{},g("th",{scope:"row"},Fs(o)),...n)}#i(){let t=[0,1].map(e=>Ps(this.#o("update",e),"update",e)),s=g("th",{scope:"row"},"update of x");return g("tr",{class:"outcome"},s,...t)}#o(t,s,e=1/0){let o=M("mn","0");return this.#t.push({node:o,name:t,axis:s,equation:e}),o}};function Bo(i){let t=["",...i].map(s=>g("th",{scope:"col"},s));return g("thead",{},g("tr",{},...t))}function Vo(i,t,s,e){let o=e!==1/0,n=t==="update"?i.value("x",s)-i.value("x",s,0):i.value(t,s,e),r=k(n,jo);return o&&n<0?`(${r})`:r}function Ps(i,t,s){return g("td",{"data-quantity":t,"data-axis":String(s)},Fs(i))}function Fs(i){let t=M("math",i);return t.setAttribute("displaystyle","true"),t}var _s=[{keys:[" "],say:"Space: play or pause",act:({clock:i})=>i.toggle()},{keys:["ArrowRight","ArrowLeft"],say:"← →: one step; with Shift ten",act:Ko},{keys:["Home"],say:"Home: to the start",act:({clock:i})=>ti(i,0)},{keys:["End"],say:"End: to the last step",act:({clock:i})=>ti(i,i.steps)},{keys:["["],say:"[ : slower",act:({clock:i})=>i.shift(-1)},{keys:["]"],say:"] : faster",act:({clock:i})=>i.shift(1)},{keys:[..."123456789"],say:"1–9: show or hide an optimizer; answer a lesson's question",act:Yo},{keys:["l","L"],say:"L: loop",act:({clock:i})=>i.loop=!i.loop},{keys:["s","S"],say:"S: this step in slow motion",act:i=>i.slowly()},{keys:["i","I"],say:"I: inspector",act:i=>i.toggleInspector()},{keys:["+","=","-","0"],say:"+ −: zoom the view from above (where the page computes the loss); 0: whole picture; Ctrl+wheel: zoom; Shift+drag: move",act:({zoom:i},{key:t})=>t==="0"?i.reset():i.by(t==="-"?.5:2)},{keys:["f","F"],say:"F: full screen",act:i=>i.toggleFullScreen()},{keys:["PageDown","n","N"],say:"Page down, N: next step of a lesson",act:({lesson:i})=>i.turn(1)},{keys:["PageUp","p","P"],say:"Page up, P: the one before",act:({lesson:i})=>i.turn(-1)},{keys:["?"],say:"?: this list",act:i=>i.toggleHelp()}];function si(i,t){if(t.ctrlKey||t.metaKey||t.altKey)return!1;let s=_s.find(({keys:e})=>e.includes(t.key));return s?(s.act(i,t),!0):!1}function Yo(i,{key:t}){i.lesson.asks?i.lesson.choose(Number(t)-1):i.toggleRun(Number(t)-1)}function Ko({clock:i},t){i.move((t.key==="ArrowRight"?1:-1)*(t.shiftKey?10:1))}function ti(i,t){i.playing=!1,i.seek(t)}var Xo="M4 4h7v2.4H6.4V11H4zM20 20h-7v-2.4h4.6V13H20zM4 20v-7h2.4v4.6H11V20zM20 4v7h-2.4V6.4H13V4z";function ei(){let i=g("div",{class:"stage"},g("section",{class:"lesson","aria-label":"Lesson",hidden:""}),Jo(),g("div",{class:"legend",role:"group","aria-label":"Optimizers"}),g("div",{class:"controls",role:"group","aria-label":"Playback"}),g("div",{class:"chart"},g("div",{class:"quantities",role:"group","aria-label":"Chart"}),g("div",{class:"curves"})),g("p",{class:"notice",role:"status",hidden:""}),Zo(),g("div",{class:"inspector",hidden:""}),g("div",{class:"story",hidden:""}),g("p",{class:"summary"}));return g("div",{class:"player",tabindex:"-1",role:"region","aria-label":"Race of optimizers; press ? for the keys"},i,Qo())}function Jo(){let i=g("div",{class:"picture view","data-view":"above"},g("canvas",{class:"ground"}),g("canvas",{class:"trails",role:"img","aria-label":"The race on the surface, from above"}),g("span",{class:"start","aria-hidden":"true"}),g("output",{class:"caption","aria-live":"off",hidden:""}));return g("div",{class:"views"},i,g("div",{class:"space view","data-view":"space",hidden:""}),g("div",{class:"samples view","data-view":"samples",hidden:""}))}function Zo(){return g("div",{class:"tools"},g("div",{class:"switches","data-group":"views",role:"group","aria-label":"Views"}),g("div",{class:"switches","data-group":"glyphs",role:"group","aria-label":"Arrows and marks"}),g("div",{class:"switches","data-group":"more",role:"group","aria-label":"More"}))}function Qo(){let i=_s.map(({say:t})=>g("li",{},t));return g("div",{class:"help",role:"note",hidden:""},g("ul",{},...i))}function qs(i,t){let s=g("button",{type:"button","aria-pressed":"false"},i);return s.addEventListener("click",()=>t(s.getAttribute("aria-pressed")!=="true")),s}function ii(i){let t=g("button",{type:"button",class:"enlarge",title:"Full screen (F)","aria-label":"Full screen"},q(Xo));return t.addEventListener("click",i),t}var tn=4,Gt=class{#t=[];#s=!0;constructor(){this.root=g("div",{class:"mark-key"})}show(t){let s=sn(t);this.#t=[];let e=s.map(([n,r])=>{let a=g("canvas",{class:"mark","aria-hidden":"true"});return this.#t.push([n,new S(a)]),g("span",{class:"entry"},a,r)}),o=t.found?[g("p",{},t.found)]:[];this.root.replaceChildren(...e,...o),this.root.hidden=!e.length&&!o.length,this.refresh()}refresh(){this.#s=!0}draw(t){for(let[s,e]of this.#t){if(!e.fit()&&!this.#s)continue;e.clear();let{context:o,width:n,height:r}=e;s==="valley"?st(o,[1,r/2,n-1,r/2],t):s==="lowest"?V(o,!0,n/2-4,r-tn,t,.85):V(o,!1,n/2,r/2,t)}this.#s=!1}};function sn({minima:i,lowest:t,valleys:s,unlisted:e}){let o=i.length/2-t,n=[],a=`${!o&&!e&&!s.length?"":"lowest "}${t>1?"minima":"minimum"}${e?" found":""}`;return t&&n.push(["lowest",a]),o>0&&n.push(["minimum",`${t?"other ":""}${o>1?"minima":"minimum"}`]),s.length&&n.push(["valley","floor of a valley"]),n}var en=100,on=1/20,oi=1/10,ni=3,nn=1e-12,rn=12,an=new Intl.NumberFormat("en",{maximumSignificantDigits:17,useGrouping:!1}),hn={ArrowUp:1,ArrowRight:1,ArrowDown:-1,ArrowLeft:-1,PageUp:10,PageDown:-10},jt=class{#t=null;held=!1;constructor(t,s,e,o){this.spread=s,this.changed=o,this.value=e,this.root=g("span",{class:"scrub",role:"spinbutton",tabindex:"0","aria-label":t}),this.root.title="Drag it left or right, use the arrow keys (Shift: finer), or double-click to type",s!=="number"&&this.root.setAttribute("aria-valuemin","0"),s==="share"&&this.root.setAttribute("aria-valuemax","1"),this.show(e),this.root.addEventListener("pointerdown",n=>this.#s(n)),this.root.addEventListener("keydown",n=>this.#e(n)),this.root.addEventListener("dblclick",()=>this.#o())}show(t){if(this.value=t,this.#t)return;let s=Tt(t);this.root.textContent!==s&&(this.root.textContent=s),this.root.setAttribute("aria-valuenow",an.format(t)),this.root.setAttribute("aria-valuetext",s)}#s(t){if(t.button!==0||this.#t)return;t.preventDefault(),t.stopPropagation(),this.root.focus({preventScroll:!0}),this.root.setPointerCapture(t.pointerId);let{clientX:s}=t,e=ri(this.value,this.spread),o=!1;this.held=!0;let n=({clientX:a,shiftKey:h})=>{e=ai(e+(a-s)/en*(h?oi:1),this.spread),s=a,this.#i(hi(e,this.spread),!1),o=!0},r=()=>{this.root.removeEventListener("pointermove",n),this.held=!1,o&&this.changed(this.value,!0)};this.root.addEventListener("pointermove",n),this.root.addEventListener("lostpointercapture",r,{once:!0})}#e(t){if(this.#t)return;if(t.key==="Enter")return t.preventDefault(),t.stopPropagation(),this.#o();let s=hn[t.key];if(!s)return;t.preventDefault(),t.stopPropagation();let e=this.value;for(let o=1;o<40&&this.value===e;o++){let n=ri(e,this.spread)+s*on*(t.shiftKey?oi:1)*o;this.#i(hi(ai(n,this.spread),this.spread),!0)}}#i(t,s){t!==this.value&&(this.show(t),this.changed(t,s))}#o(){if(this.#t)return;let t=this.root.getAttribute("aria-label")??"",s=g("input",{type:"text",inputmode:"decimal","aria-label":t,value:String(this.value)});this.#t=s,this.root.replaceChildren(s),s.select();let e=o=>{if(this.#t!==s)return;let n=ln(s.value,this.spread);if(o&&n===null)return s.setAttribute("aria-invalid","true");this.#t=null,this.root.replaceChildren(),this.show(this.value),o&&n!==null&&this.#i(n,!0)};s.addEventListener("keydown",o=>{o.stopPropagation(),o.key==="Enter"&&e(!0),o.key==="Escape"&&e(!1),this.#t||this.root.focus()}),s.addEventListener("pointerdown",o=>o.stopPropagation()),s.addEventListener("blur",()=>{e(!0),e(!1)})}};function ri(i,t){return t==="size"?Math.log10(Math.max(i,nn)):t==="share"?-Math.log10(1-i):i}function ai(i,t){return t==="share"?Math.max(0,Math.min(rn,i)):t==="size"?Math.min(300,i):i}function hi(i,t){let s=o=>Number(o.toPrecision(ni));if(t==="size")return s(10**i);if(t==="number")return s(i);let e=s(10**-i);return Number((1-e).toFixed(ni-1-Math.floor(Math.log10(e))))}function ln(i,t){let s=i.trim().replace(",","."),e=/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(s)?Number(s):NaN,o=t==="number"||e>=0&&(t==="size"||e<1);return Number.isFinite(e)&&o?e:null}var Ut=class{#t=[];#s=!0;#e=!1;constructor(t,s,e,o){this.list=t,this.hidden=s,this.changed=e,this.set=o,this.marks=new Gt,this.why=g("p",{class:"why",hidden:""})}show({runs:t,engine:s},e,o){if(this.#e===o&&this.#i(t))this.#t.forEach((r,a)=>this.#o(r,t[a]));else{this.#e=o,this.#t=t.map((a,h)=>this.#n(a,h));let r=g("div",{class:"head"},g("span",{},"optimizer"),"loss at this step");this.list.replaceChildren(r,...this.#t.map(({entry:a})=>a),this.marks.root,this.why)}let n=s&&"why"in s?s.why:"";this.why.hidden=!n,wt(this.why,n&&`${n}. So settings are changed beside the race.`),this.marks.show(e),this.refresh()}#i(t){let s=({name:e,rule:o,style:n,hyper:r})=>JSON.stringify([e,o,n,Object.keys(r)]);return t.length===this.#t.length&&t.every((e,o)=>s(e)===s(this.#t[o].run))}#o(t,s){t.run=s;for(let[e,o]of t.scrubs)o.held||o.show(s.hyper[e]);t.scrubs.size||wt(t.settings,s.settings),li(t.row,s)}heldSettings(t){let e=[...this.#t.find(({run:o})=>o.name===t)?.scrubs??[]].filter(([,o])=>o.held);return Object.fromEntries(e.map(([o,{value:n}])=>[o,n]))}refresh(){this.#s=!0,this.marks.refresh()}draw(t,s,e){for(let{run:o,row:n,sheet:r,value:a,note:h,origin:l}of this.#t){(r.fit()||this.#s)&&cn(r,o,s);let{ended:c,ending:u,loss:f}=o,p=c!==null&&t>=c?u:null;wt(a,p?.loss||k(f[p?Number(c)-1:t],4)),wt(h,p?p.words:e(o)?"out of the picture":""),wt(l,o.origin),n.setAttribute("aria-pressed",String(!this.hidden.has(o.name)))}this.#s=!1,this.marks.draw(s)}#n(t,s){let e=g("canvas",{class:"sample","aria-hidden":"true"}),o=g("span",{class:"value"}),n=g("span",{class:"note"}),r=g("span",{class:"origin"},t.origin),a=g("span",{class:"name"},t.name," ",r),h=g("button",{type:"button",class:"row"},e,a,o,n),l=g("span",{class:"settings"}),c=this.#e?this.#r(t,s):new Map;[...c].forEach(([f,{root:p}],d)=>l.append(d?", ":"",`${t.symbols[f][0]} `,p)),c.size||(l.textContent=t.settings),li(h,t),h.addEventListener("click",()=>{let{name:f}=this.#t[s].run;this.hidden.delete(f)||this.hidden.add(f),this.changed()});let u=g("div",{class:"entry"},h,l);return{run:t,entry:u,row:h,settings:l,scrubs:c,sheet:new S(e),value:o,note:n,origin:r}}#r(t,s){return new Map(Object.entries(t.symbols).map(([e,[o,n]])=>{let r=`${t.name}: ${o===e?e:`${o}, ${e}`}`,a=(h,l)=>this.set(s,e,h,l);return[e,new jt(r,n,t.hyper[e],a)]}))}};function li(i,t){i.title=`${vt(t)}: ${t.settings}
${t.origin}: ${t.origin_means}
Click to show or hide.`}function cn(i,t,s){let{context:e,width:o,height:n}=i,r=N(t,s);i.clear(),e.beginPath(),e.moveTo(1,n/2),e.lineTo(o-8,n/2),e.setLineDash(P(t,D)),e.lineWidth=D,e.strokeStyle=r,e.stroke(),e.setLineDash([]),R(e,t.style.marker,o-9,n/2,5.4,r,s.paper)}function wt(i,t){i.textContent!==t&&(i.textContent=t)}var un=`
  :root { color-scheme: light dark; font: 18px/1.45 system-ui, sans-serif; }
  body { margin: 18px 22px; }
  h1 { font-size: 1.25em; margin: 0 0 10px; }
  p { margin: 0 0 12px; }
  b { display: block; font-size: 0.75em; opacity: 0.75; }
  time { float: right; font-variant-numeric: tabular-nums; opacity: 0.75; }
`,Vt=class{#t=null;#s=0;#e=0;constructor(t){this.press=t}open(t,s,e){return this.#t=window.open("","optviz-notes","popup,width=460,height=560"),this.#t?(this.#s=Date.now(),clearInterval(this.#e),this.#e=setInterval(()=>this.#i(),1e3),this.#t.document.onkeydown=this.press,this.show(t,s,e),this.#t.focus(),!0):!1}show(t,s,e){if(!this.#t||this.#t.closed)return;if(!e)return this.#t.close();let{head:o,body:n}=this.#t.document;o.replaceChildren(g("title",{},"Notes"),g("style",{},un)),n.replaceChildren(g("time",{}),g("small",{},t),g("h1",{},s),...Bt("",e.text),...Bt("Answer",e.answer),...Bt("Measured",e.measured),...Bt("Next",e.next)),this.#i()}#i(){if(!this.#t||this.#t.closed)return clearInterval(this.#e);let t=Math.floor((Date.now()-this.#s)/1e3),s=this.#t.document.querySelector("time");s&&(s.textContent=`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`)}};function Bt(i,t){return t?[g("p",{},...i?[g("b",{},i)]:[],t)]:[]}var Yt=class{content=null;constructor(t,s,e){this.box=t,this.tell=s,this.notes=new Vt(e)}get asks(){return!!(this.content?.question&&!this.content.chosen)}show(t){let s=t?.id!==this.content?.id,e=JSON.stringify(t)===JSON.stringify(this.content);return this.content=t,this.box.hidden=!t,!t||e?!1:(this.box.replaceChildren(g("small",{},t.place),...this.#t(t),g("h4",{},t.heading),g("p",{},t.text),...this.#s(t)),s)}turn(t){this.content&&this.tell({turn:t})}choose(t){let s=this.content?.choices[t];this.asks&&s&&this.tell({answer:s})}#t({place:t,heading:s,notes:e}){if(this.notes.show(t,s,e),!e)return[];let o=g("button",{type:"button",class:"notes"},"Notes in a window");return o.addEventListener("click",()=>{this.notes.open(t,s,e)||(o.textContent="The browser allows no window")}),[o]}#s({question:t,choices:s,chosen:e,right:o,numbers:n,finding:r}){let a=r&&(!t||e)?[g("p",{class:"finding"},`Measured: ${r}`)]:[];if(!t)return a;let h=g("p",{class:"question"},t);if(e){let c=e===o?`Right: ${o}.`:`You said ${e}; it is ${o}.`;return[h,g("p",{class:"answer",role:"status"},`${c} ${n}`),...a]}let l=s.map((c,u)=>{let f=g("button",{type:"button"},g("kbd",{},String(u+1)),` ${c}`);return f.addEventListener("click",()=>this.choose(u)),f});return[h,g("div",{class:"choices"},...l)]}};var pn=["scene","formula","room","lesson"],fn=["view","t"],dn=["embed","embed_options"];var mn=-1/0;addEventListener("popstate",()=>mn=performance.now());function ci(i,t,s,e){let o=new URLSearchParams(location.search);gn(i,o)&&((!s||o.has("view"))&&o.set("view",t),e?o.set("t",e):o.delete("t"),bn(wn(i,[...dn,...fn],o),!1))}function gn(i,t){let s=new URLSearchParams(i);return pn.every(e=>(s.get(e)??"")===(t.get(e)??""))}function wn(i,t,s){let e=t.filter(o=>s.has(o)).map(o=>`${o}=${encodeURIComponent(s.get(o)??"").replaceAll("%2C",",")}`);return[i,...e].filter(Boolean).join("&")}function bn(i,t){let s=location.pathname+(i?`?${i}`:"")+location.hash;if(s!==location.pathname+location.search+location.hash)try{history[t?"pushState":"replaceState"](history.state,"",s)}catch{}}var T={left:34,top:30,right:10,bottom:26},Kt=class{#t=!0;#s=E([0,1],[0,1]);#e=E([0,1],[0,1]);#i=null;#o=null;constructor(t){let s="The samples, this step's minibatch and the decision line of each optimizer";this.samples=new S(g("canvas")),this.lines=new S(g("canvas",{role:"img","aria-label":s})),t.append(this.samples.canvas,this.lines.canvas)}show(t,s){this.#i=t,this.#o=s,this.#t=!0}refresh(){this.#t=!0}draw(t,s,e){if(!this.#i?.samples||!this.#o)return;(this.samples.fit()||this.#t)&&this.#n(e),this.lines.fit(),this.lines.clear();let{context:o}=this.lines;this.#h(o,Math.floor(t),e),o.save(),o.beginPath(),o.rect(T.left,T.top,this.lines.width-T.left-T.right,this.lines.height-T.top-T.bottom),o.clip();for(let n of this.#o.runs)s.has(n.name)||this.#l(o,n,t,e);o.restore()}#n(t){this.#t=!1;let{context:s,width:e,height:o}=this.samples,{samples:n}=this.#i,{points:r,labels:a}=n,h=[0,1].map(l=>yn(r,l));this.#s=E(h[0],[T.left,e-T.right]),this.#e=E(h[1],[o-T.bottom,T.top]),this.samples.clear(),this.#r(s,h,t),s.lineWidth=1.3,a.forEach((l,c)=>{ui(s,this.#s(r[2*c]),this.#e(r[2*c+1]),3,l,t.soft,t.paper)}),this.#a(s,t)}#r(t,s,e){let{left:o,top:n}=T,r={left:o,top:n,right:this.samples.width-T.right,bottom:this.samples.height-T.bottom};C(t,"below",U(z(s[0],5),this.#s),r,e),C(t,"left",U(z(s[1],5),this.#e),r,e),Lt(t,r,e)}#a(t,s){t.textAlign="left",t.textBaseline="middle",t.fillStyle=s.ink;let e=T.left+6;for(let[o,n]of[[1,"label 1"],[0,"label 0"],[2,"this step's minibatch"]])o===2&&pi(t,e,T.top-14,s),ui(t,e,T.top-14,3,o%2,s.soft,s.paper),t.fillStyle=s.ink,t.fillText(n,e+10,T.top-13),e+=26+t.measureText(n).width}#h(t,s,e){let{batches:o,steps:n}=this.#o,r=this.#i?.samples?.points;if(!o||!r)return;let a=o.length/n,h=Math.min(s,n-1);for(let l of o.subarray(h*a,(h+1)*a))pi(t,this.#s(r[2*l]),this.#e(r[2*l+1]),e)}#l(t,s,e,o){let n=Math.floor(e),r=Math.min(n+1,s.loss.length-1),[a,h]=[0,1].map(c=>{let[u,f]=[s.x[2*n+c],s.x[2*r+c]];return Number.isFinite(f)?u+(e-n)*(f-u):u}),l=100/Math.hypot(a,h);Number.isFinite(l)&&(t.beginPath(),t.moveTo(this.#s(-h*l),this.#e(a*l)),t.lineTo(this.#s(h*l),this.#e(-a*l)),t.setLineDash(P(s,D)),t.lineWidth=D*o.scale,t.strokeStyle=N(s,o),t.stroke(),t.setLineDash([]))}};function yn(i,t){let s=Array.from(i).filter((r,a)=>a%2===t),[e,o]=[Math.min(...s),Math.max(...s)],n=.06*(o-e);return[e-n,o+n]}function ui(i,t,s,e,o,n,r){i.beginPath(),i.arc(t,s,e,0,7),i.fillStyle=o?n:r,i.strokeStyle=n,i.fill(),i.stroke()}function pi(i,t,s,e){i.beginPath(),i.arc(t,s,7.5,0,7),i.lineWidth=2.4,i.strokeStyle=e.ink,i.stroke(),i.lineWidth=1.3}var fi=x.box.line;function di(i,t){if(t*i.length<2*fi)return[];let s=Math.ceil(fi/t),e=[1/0,[]];for(let o=s;o<s+3;o++)for(let n=0;n<Math.min(o,i.length);n++){let r=[];for(let l=n;l<i.length;l+=o)r.push(l);let h=r.reduce((l,c)=>l+xn(i[c]),0)/r.length+(o-s)/2;h<e[0]&&(e=[h,r])}return e[1]}function xn(i){let t=k(i);return t.length+(/^−?[0.]*(10*)?[⁻⁰-⁹¹²³]*$/.test(t)?0:4)}var G=x.box.height,Hs=1e-9,$=x.box.base,Ws=x.sun.direction,Gs=x.sun.wall,nt=x.sun.tint,Jt=600,Zt=5,Xt=class{constructor({heights:t,levels:s,xlim:e,ylim:o}){this.heights=t,this.n=Math.sqrt(t.length),this.levels=s,this.limits=[e,o];let[n,r]=vn(t);this.low=n,this.rise=G/(r-n),this.slopes=Mn(t,this.n,this.rise)}cell(t,s){let[e,o]=this.limits[s];return(t-e)/(o-e)*(this.n-1)}side(t,s){return this.cell(t,s)/(this.n-1)-.5}ground(t,s){let{n:e,heights:o}=this,n=e-1+Hs;if(!(t>=-Hs&&s>=-Hs&&t<=n&&s<=n))return NaN;let r=Math.max(0,Math.min(Math.floor(t),e-2)),a=Math.max(0,Math.min(Math.floor(s),e-2)),[h,l,c]=[t-r,s-a,a*e+r],u=o[c]+h*(o[c+1]-o[c]),f=o[c+e]+h*(o[c+e+1]-o[c+e]);return this.z(u+l*(f-u))}z(t){return(t-this.low)*this.rise}};function vn(i){let[t,s]=[1/0,-1/0];for(let e of i)e<t&&(t=e),e>s&&(s=e);return t<s?[t,s]:[0,1]}function Mn(i,t,s){let e=new Float32Array(2*t*t),o=(n,r,a,h)=>{let l=r||Number.isNaN(i[n-h])?0:h,c=a||Number.isNaN(i[n+h])?0:h,u=(l+c)/h||1;return(i[n+c]-i[n-l])/u*s*(t-1)};for(let n=0;n<t*t;n++){let[r,a]=[n%t,Math.floor(n/t)];e[2*n]=o(n,r===0,r===t-1,1),e[2*n+1]=o(n,a===0,a===t-1,t)}return kn(e,t)}function kn(i,t){let s=i.slice();for(let e=2*(t+1);e<2*(t*t-t-1);e++){let o=(e>>1)%t;if(o===0||o===t-1)continue;let n=4*i[e];for(let r of[2,2*t])n+=2*(i[e-r]+i[e+r]);for(let r of[2*t-2,2*t+2])n+=i[e-r]+i[e+r];Number.isNaN(n)||(s[e]=n/16)}return s}function bt({right:i,away:t}){let[s,e]=[0,1].map(o=>(Ws[0]*i[o]+Ws[1]*t[o])/Ws[2]);return[s,e]}function js(i,{middle:t,contrast:s,darkest:e,brightest:o}){return Math.max(e,Math.min(o,t+s*(i-1)))}function mi(i,t,s){let e=bt(i);return js(Gs+.5*(t[0]*e[0]+t[1]*e[1]),s)}function gi({right:i,away:t},s){let[e,o,n]=[-1/0,1/0,[0,0]];for(let r of[0,1]){let[a,h]=[i[r]*s,t[r]||1e-12],l=Math.sign(h),c=(-.5*l-a)/h;o=Math.min(o,(.5*l-a)/h),!(c<e)&&(e=c,n=r?[0,-l]:[-l,0])}return e<o?{near:e,far:o,wall:n}:null}function wi(i){let{contour:t,light:s}=x.themes[i.dark?"dark":"light"],{level:e,...o}=s;return{paper:Float32Array.from(Nt(i.ground).flat()),line:t.slice(0,3),strength:t[3],middle:e,...o}}var{tick:Qt,gap:bi,name:En}=x.box,An=x.trail.hidden,ts=class{#t=[];constructor(t,s,e,o,n){this.context=t,this.surface=s,this.terrain=e,this.camera=o,this.theme=n,this.front=[-Math.sign(o.away[0])||1,-Math.sign(o.away[1])||1];let r=e.rise*o.scale*o.cosine/n.scale;this.labelled=di(s.levels,r)}drawBack(){let[t,s]=[-this.front[0]/2,-this.front[1]/2],{context:e,terrain:o,theme:n}=this;e.lineWidth=1,e.strokeStyle=n.wall;let r=this.labelled.map(a=>o.z(a+1));for(let a of[...r,G])this.#s([[t,-s,a],[t,s,a],[-t,s,a]]);for(let[a,h]of[[t,-s],[t,s],[-t,s]])this.#s([[a,h,$],[a,h,G]])}drawFront(t,s){this.#h(s),this.#e(t),this.#n(0),this.#n(1),this.#r(),this.#u(t)}#s(t){let{context:s,camera:e}=this;s.beginPath();for(let[o,n,r]of t)s.lineTo(e.x(o,n),e.y(o,n,r));s.stroke()}#e(t){let{context:s,theme:e}=this,[o,n]=[this.front[0]/2,this.front[1]/2];s.strokeStyle=e.edge,s.lineJoin="round",this.#s([[o,-n,$],[o,n,$],[-o,n,$]]);for(let[r,a]of[[o,-n],[o,n],[-o,n]])this.#s([[r,a,$],[r,a,this.#o(r,a)]]);for(let r of[o,-o])this.#i(a=>[r,a],t);for(let r of[n,-n])this.#i(a=>[a,r],t)}#i(t,s){let{n:e}=this.terrain,o=[];for(let n=0;n<e;n++){let[r,a]=t(n/(e-1)-.5),h=this.#o(r,a);s.clearance(r,a,h)>=0?o.push([r,a,h]):(this.#s(o),o=[])}this.#s(o)}#o(t,s){let e=this.terrain.n-1;return this.terrain.ground((t+.5)*e,(s+.5)*e)}#n(t){let{camera:s,surface:e,terrain:o}=this,{scale:n}=this.theme,r=this.front[1-t]/2,a=y=>t?[r,y]:[y,r],h=t?[2*r,0]:[0,2*r],[l,c]=Sn(s.across(h[0],h[1]),-s.lift(h[0],h[1],0)),u=y=>{let[v,A]=a(y);return[s.x(v,A),s.y(v,A,$)]},[[f,p],[d,m]]=[u(-.5),u(.5)],w=Math.hypot(d-f,m-p)/n;if(w<bi)return;for(let y of z(t?e.ylim:e.xlim,w/bi)){let[v,A]=u(o.side(y,t));this.#a(v,A,l,c,k(y))}let b=En*n;this.#l(e.axes[t],(f+d)/2+l*b,(p+m)/2+c*b)}#r(){let{camera:t,surface:s,terrain:e}=this,o=[[-.5,-.5],[.5,-.5],[.5,.5],[-.5,.5]],n=o.map(([h,l])=>t.across(h,l)),[r,a]=o[n.indexOf(Math.min(...n))];for(let h of this.labelled)this.#a(t.x(r,a),t.y(r,a,e.z(h+1)),-1,0,k(s.levels[h]));this.labelled.length&&this.#l("loss",t.x(r,a)-14,t.y(r,a,G)-12*this.theme.scale)}#a(t,s,e,o,n){let{context:r,theme:a}=this;r.font=`${x.type.number*a.scale}px ${a.font}`;let{width:h}=r.measureText(n),[l,c]=[t+e*(Qt+4+h/2),s+o*(Qt+9*a.scale)];this.#c(n,l,c,h,a.soft)&&(r.strokeStyle=a.soft,r.beginPath(),r.moveTo(t,s),r.lineTo(t+e*Qt,s+o*Qt),r.stroke())}#h(t){let{context:s,theme:e}=this;s.font=`${x.type.number*e.scale}px ${e.font}`;let{width:o}=s.measureText(t),[n,r]=[6+o/2,9*e.scale];s.lineWidth=4,s.lineJoin="round",s.strokeStyle=e.rim,s.textAlign="center",s.textBaseline="middle",s.strokeText(t,n,r),this.#c(t,n,r,o,e.soft),s.lineWidth=1}#l(t,s,e){let{context:o,theme:n}=this;o.font=`italic ${x.type.name*n.scale}px ${n.font}`,this.#c(t,s,e,o.measureText(t).width,n.ink)}#c(t,s,e,o,n){let{context:r,theme:a}=this,[h,l]=[o/2+3,6*a.scale],[c,u,f,p]=[s-h,e-l,s+h,e+l];return this.#t.some(([d,m,w,b])=>d<f&&w>c&&m<p&&b>u)?!1:(this.#t.push([c,u,f,p]),r.textAlign="center",r.textBaseline="middle",r.fillStyle=n,r.fillText(t,s,e),!0)}#u(t){let{context:s,camera:e,terrain:o,theme:n}=this;this.#p(t),Ot(this.surface,(r,a,h)=>{let[l,c]=[o.side(r,0),o.side(a,1)],u=this.#o(l,c);Number.isNaN(u)||(s.globalAlpha=t.clearance(l,c,u)<0?An:1,V(s,h,e.x(l,c),e.y(l,c,u),n,n.scale),s.globalAlpha=1)})}#p(t){let{context:s,camera:e,terrain:o,theme:n}=this,{valleys:r}=this.surface,a=[];for(let h=0;h<r.length;h+=2){let[l,c]=[o.side(r[h],0),o.side(r[h+1],1)],u=this.#o(l,c),f=Number.isNaN(u)||t.clearance(l,c,u)<0;a.push(...f?[NaN,NaN]:[e.x(l,c),e.y(l,c,u)])}st(s,a,n,n.scale)}};function Sn(i,t){let s=Math.hypot(i,t)||1;return[i/s,t/s]}var Nn=8,Tn=12,Ln=.6,In=x.box.margin,{wide:On,tall:$n}=x.box,Us=[0,0,G/2],rt=(i,t,s)=>Math.max(t,Math.min(s,i)),yi=i=>i*Math.PI/180,ss=class{home={...x.camera,zoom:1};view={...this.home};version=0;scale=1;right=[1,0];away=[0,1];sine=0;cosine=1;centre=[0,0];#t=Us;#s=[0,0];#e=[1,1];#i=1;reset(){this.#t=Us,this.view={...this.home},this.#o()}fit(t,s,e){this.#e=[t,s],this.#i=e,this.#o()}turn(t,s){this.view.azimuth=((this.view.azimuth+t)%360+360)%360,this.view.elevation=rt(this.view.elevation+s,Nn,90),this.#o()}zoomAt(t,s=this.centre[0],e=this.centre[1]){let o=this.view.zoom;this.view.zoom=rt(o*t,Ln,Tn),this.#o();let n=1-this.view.zoom/o;if(n<0&&this.move((s-this.centre[0])*n,(e-this.centre[1])*n),n>0){let r=o>1?rt((this.view.zoom-1)/(o-1),0,1):0;this.#t=Us.map((a,h)=>a+r*(this.#t[h]-a))}this.#o()}move(t,s){let[e,o]=[-t/this.scale,s/this.scale],[n,r,a]=this.#t;this.#t=[rt(n+e*this.right[0]+o*this.sine*this.away[0],-.5,.5),rt(r+e*this.right[1]+o*this.sine*this.away[1],-.5,.5),rt(a+o*this.cosine,0,G)],this.#o()}x(t,s){return this.centre[0]+this.scale*(this.across(t,s)-this.#s[0])}y(t,s,e){return this.centre[1]-this.scale*(this.lift(t,s,e)-this.#s[1])}across(t,s){return t*this.right[0]+s*this.right[1]}distance(t,s){return t*this.away[0]+s*this.away[1]}lift(t,s,e){return this.distance(t,s)*this.sine+e*this.cosine}get origin(){let[t,s]=this.centre;return[this.#s[0]-t/this.scale,this.#s[1]+s/this.scale]}#o(){let[t,s]=[yi(this.view.azimuth),yi(this.view.elevation)];this.right=[-Math.sin(t),Math.cos(t)],this.away=[-Math.cos(t),-Math.sin(t)],this.sine=Math.sin(s),this.cosine=Math.cos(s);let[e,o]=this.#e,[n,r,a,h]=In.map(d=>d*this.#i),[l,c]=[e-n-a,o-r-h];this.centre=[n+l/2,r+c/2],this.scale=Math.max(1,Math.min(l/On,c/$n))*this.view.zoom;let[u,f,p]=this.#t;this.#s=[this.across(u,f),this.lift(u,f,p)],this.version+=1}};var zn=2,Dn=6,xi=.2,Rn=5,[es,at,is]=[0,1,2],os=class{#t=[];#s=[];constructor(t,s){this.run=t,this.terrain=s,this.last=(t.ended??t.loss.length)-1;let e=NaN;for(let o=0;o<this.last;o++)e=this.#e(o,e)}#e(t,s){let e=this.terrain.n-1,[o,n]=this.#i(t),[r,a]=this.#i(t+1),h=et([0,0],[e,e],[o,n],[r-o,a-n]);if(!h)return s;let[l,c]=h,u=Math.hypot(r-o,a-n)*(c-l),f=Math.max(1,Math.ceil(u/zn));for(let p=s===t+l?1:0;p<=f;p++){let d=l+(c-l)*p/f,m=this.#o(o+d*(r-o),n+d*(a-n));this.#t.push(...m,t+d,p?at:es)}return t+c}#i(t){let{x:s}=this.run;return[this.terrain.cell(s[2*t],0),this.terrain.cell(s[2*t+1],1)]}#o(t,s){let e=this.terrain.n-1;return[t/e-.5,s/e-.5,this.terrain.ground(t,s)]}lay(t,s){let e=this.#t;this.#s=[];let o=NaN;for(let n=0;n<e.length;n+=5){let[r,a,h,l]=[e[n],e[n+1],e[n+2],e[n+3]],c=s.clearance(r,a,h),u=e[n+4]===es||Number.isNaN(o+c);if(!u&&c<0!=o<0){let[f,p,d,m]=this.#n(n,o<0,s);this.#r(t.x(f,p),t.y(f,p,d),m,o<0?is:at)}if(!Number.isNaN(c)){let f=u?es:c<0?is:at;this.#r(t.x(r,a),t.y(r,a,h),l,f)}o=c}}#n(t,s,e){let o=this.#t,n=h=>[0,1,2,3].map(l=>o[t+l-5]+h*(o[t+l]-o[t+l-5])),[r,a]=[0,1];for(let h=0;h<Rn;h++){let[l,c,u]=n((r+a)/2);e.clearance(l,c,u)<0===s?r=(r+a)/2:a=(r+a)/2}return n((r+a)/2)}#r(t,s,e,o){let n=this.#s,r=n.length-4;if(r>=4&&o!==es&&n[r+3]===o){let[a,h]=[t-n[r-4],s-n[r-3]],[l,c]=[n[r]-n[r-4],n[r+1]-n[r-3]],u=Math.hypot(a,h),f=Math.abs(l*h-c*a)<xi*u&&l*a+c*h>0;(u<xi||u<Dn&&f)&&(n.length=r)}n.push(t,s,e,o)}trace(t,s,e){let o=this.#s;t.beginPath();let n=!1;for(let r=4;r<o.length&&o[r-2]<s;r+=4){let a=o[r+3]===e;if(a){let h=Math.min(1,(s-o[r-2])/(o[r+2]-o[r-2]));n||t.moveTo(o[r-4],o[r-3]),t.lineTo(o[r-4]+h*(o[r]-o[r-4]),o[r-3]+h*(o[r+1]-o[r-3]))}n=a}}head(t){let s=Math.max(0,Math.min(Math.floor(t),this.last)),e=Math.min(t,this.last)-s,[o,n]=[this.#i(s),this.#i(Math.max(s,Math.min(s+1,this.last)))];return this.#o(o[0]+e*(n[0]-o[0]),o[1]+e*(n[1]-o[1]))}};function Bs([i,t],s){let[e,o]=[s.cell(i,0),s.cell(t,1)];return[s.side(i,0),s.side(t,1),s.ground(e,o)]}var vi=Math.SQRT1_2,Pn=4,Cn=30;function Mi(i,t,s,e){let o=e.origin[0]+i/e.scale,n=e.origin[1]-t/e.scale,r=c=>[e.right[0]*o+e.away[0]*c,e.right[1]*o+e.away[1]*c],a=c=>{let[u,f]=r(c),p=s.n-1,d=s.ground((u+.5)*p,(f+.5)*p);return e.lift(u,f,d)-n},h=1/(Pn*(s.n-1)),l=NaN;for(let c=-vi;c<=vi;c+=h){let u=a(c);if(l<0&&u>=0)return _n(r(Fn(a,c-h,c)),s);if(Number.isNaN(l)&&u>=0)return null;l=u}return null}function Fn(i,t,s){for(let e=0;e<Cn;e++){let o=(t+s)/2;i(o)<0?t=o:s=o}return s}function _n([i,t],{limits:[s,e]}){return[s[0]+(i+.5)*(s[1]-s[0]),e[0]+(t+.5)*(e[1]-e[0])]}var X=Math.SQRT1_2,qn=1.5,Hn=1.2,Wn=-9,ns=class{constructor(t,s){this.terrain=t,this.camera=s,this.side=Math.ceil(2*X*(t.n-1))+1,this.tops=new Float32Array(this.side**2);for(let e=0;e<this.side;e++)this.#t(e)}#t(t){let{terrain:s,camera:e,side:o,tops:n}=this,[r,a]=[s.n-1,2*X/(o-1)],h=t*a-X,[l,c]=[e.right[0]*h+.5,e.right[1]*h+.5],u=Wn;for(let f=0;f<o;f++){let p=f*a-X,d=s.ground((l+e.away[0]*p)*r,(c+e.away[1]*p)*r),m=p*e.sine+d*e.cosine;m>u&&(u=m),n[t*o+f]=u}}clearance(t,s,e){let{camera:o,side:n,tops:r}=this,a=(n-1)/(2*X),h=(o.across(t,s)+X)*a,l=Math.max(0,(o.distance(t,s)+X)*a-qn),[c,u]=[Math.min(n-2,Math.floor(h)),Math.min(n-2,Math.floor(l))],[f,p,d]=[h-c,l-u,c*n+u],m=r[d]+p*(r[d+1]-r[d]),w=r[d+n]+p*(r[d+n+1]-r[d+n]);return o.lift(t,s,e)+Hn/o.scale-(m+f*(w-m))}};var Gn={ArrowLeft:[1,0],ArrowRight:[-1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},rs=class{#t=new Map;#s=0;#e=!0;constructor(t,s,e){this.box=t,this.camera=s,this.changed=e,t.addEventListener("pointerdown",o=>this.#o(o)),t.addEventListener("pointermove",o=>this.#n(o));for(let o of["pointerup","pointercancel"])t.addEventListener(o,({pointerId:n})=>this.#t.delete(n));t.addEventListener("wheel",o=>this.#a(o),{passive:!1}),t.addEventListener("keydown",o=>this.#h(o)),t.addEventListener("dblclick",()=>this.#i())}#i(){this.camera.reset(),this.changed()}#o(t){t.button===0&&(this.box.focus({preventScroll:!0}),this.box.setPointerCapture(t.pointerId),this.#t.set(t.pointerId,t),this.#s=t.clientX,this.#e=t.pointerType!=="touch")}#n(t){let s=this.#t.get(t.pointerId);if(!s)return;let[e,o]=[t.clientX-s.clientX,t.clientY-s.clientY],{pointerId:n}=t,r=[...this.#t.values()].find(a=>a.pointerId!==n);if(r){let a=({clientX:f,clientY:p})=>Math.max(10,Math.hypot(f-r.clientX,p-r.clientY)),[h,l]=this.#r(t),[c,u]=this.#r(r);this.camera.move(e/2,o/2),this.camera.zoomAt(a(t)/a(s),(h+c)/2,(l+u)/2)}else this.#e||=Math.abs(t.clientX-this.#s)>8,this.camera.turn(-e*.45,this.#e?o*.45:0);this.#t.set(t.pointerId,t),this.changed()}#r({clientX:t,clientY:s}){let{left:e,top:o}=this.box.getBoundingClientRect();return[t-e,s-o]}#a(t){if(!t.ctrlKey&&!this.box.matches(":focus"))return;t.preventDefault();let s=t.deltaMode===1?16:1,e=Math.max(-240,Math.min(240,t.deltaY*s*(t.ctrlKey?5:1)));this.camera.zoomAt(Math.exp(-e/500),...this.#r(t)),this.changed()}#h(t){if(t.ctrlKey||t.metaKey||t.altKey)return;let s=Gn[t.key];if(s)this.camera.turn(s[0]*5,s[1]*5);else if(t.key==="+"||t.key==="=")this.camera.zoomAt(1.2);else if(t.key==="-")this.camera.zoomAt(1/1.2);else if(t.key==="0")this.camera.reset();else return;t.preventDefault(),t.stopPropagation(),this.changed()}};var[F,J,Z,Q]=[0,1,2,3],jn=.75,Un=1.25,tt=class{name="Canvas 2-D";software=!0;#t=document.createElement("canvas");#s=this.#t.getContext("2d");#e=new ImageData(1,1);#i=new Float32Array(0);#o=new Float64Array(4);#n=new Float64Array(4);#r=new Float64Array(4);#a=-1;#h=0;#l=0;#c=1;terrain=null;show(t){this.terrain=t,this.#i=new Float32Array(3*t.n**2)}paint(t,s,{width:e,height:o,density:n,fine:r}){let a=r?2*n:n;this.#c=n,this.#u(Math.round(e*a),Math.round(o*n)),this.#p(t,s);for(let h=0;h<this.#e.width;h++)this.#l=h,this.#d(t,s,(h+.5)/a,r?jn:Un);return this.#s.putImageData(this.#e,0,0),this.#t}#u(t,s){if(this.#e.width===t&&this.#e.height===s){this.#e.data.fill(0);return}Object.assign(this.#t,{width:t,height:s}),this.#e=new ImageData(t,s)}#p(t,s){let{right:e,away:o,sine:n,cosine:r,scale:a}=t,h=bt(t),{slopes:l,heights:c,rise:u}=this.terrain,f=this.#i;for(let p=0;p<c.length;p++){let[d,m]=[l[2*p],l[2*p+1]],w=d*e[0]+m*e[1],b=d*o[0]+m*o[1],y=(1-d*h[0]-m*h[1])/Math.sqrt(1+d*d+m*m),v=Math.sqrt(w*w+b*b/(n*n))+1e-9;f[3*p]=c[p],f[3*p+1]=js(y,s);let A=u*a*Math.abs(1+b*r/n)/v;f[3*p+2]=Math.min(Jt,A)}}#d(t,s,e,o){let[n,r]=t.origin,a=n+e/t.scale,h=gi(t,a);if(!h)return;let{near:l,far:c}=h;this.#h=0,this.#a=-1;let u=this.terrain.n-1,f=Math.ceil((c-l)*u/o),p=t.scale*this.#c;for(let d=0;d<=f;d++){let m=l+(c-l)*d/f;this.#b((t.right[0]*a+t.away[0]*m+.5)*u,(t.right[1]*a+t.away[1]*m+.5)*u);let w=this.terrain.z(this.#n[J]),b=m*t.sine+w*t.cosine;if(this.#n[F]=this.#e.height+(b-r)*p,d===0?this.#m(t,s,h):this.#n[F]>this.#h&&this.#f(s),[this.#o,this.#n]=[this.#n,this.#o],this.#h>=this.#e.height)break}this.#g()}#b(t,s){let{n:e}=this.terrain,[o,n]=[this.#i,this.#n],r=Math.max(0,Math.min(e-2,Math.floor(t))),a=Math.max(0,Math.min(e-2,Math.floor(s))),[h,l,c,u]=[t-r,s-a,3*(a*e+r),3*e];for(let f=0;f<3;f++){let p=o[c+f]+h*(o[c+3+f]-o[c+f]),d=o[c+u+f]+h*(o[c+u+3+f]-o[c+u+f]);n[f+1]=p+l*(d-p)}}#m(t,s,{wall:e}){let[o,n]=[this.#o,this.#n],[r,a]=[n[Z],n[Q]],{rise:h,low:l}=this.terrain,c=t.scale*t.cosine;o[J]=l+$/h,o[F]=n[F]-(n[J]-o[J])*h*c*this.#c,o[Z]=n[Z]=mi(t,e,s),o[Q]=n[Q]=c*h,n[F]>this.#h&&this.#f(s),[n[Z],n[Q]]=[r,a]}#f({paper:t,line:s,strength:e}){let[o,n,r,a]=[this.#o,this.#n,this.#r,this.#c],[h,l]=[o[F],this.terrain.levels.length],c=n[F]-h,u=Math.min(n[F],this.#e.height);for(let f=Math.max(this.#h,h);f<u;){let p=Math.floor(f),d=Math.min(u,p+1);p!==this.#a&&this.#g(),this.#a=p;let m=((f+d)/2-h)/c,w=o[J]+m*(n[J]-o[J]),b=o[Z]+m*(n[Z]-o[Z])-1,y=o[Q]+m*(n[Q]-o[Q]),v=Math.abs(w-Math.max(1,Math.min(l,Math.round(w))))*y,L=Math.max(0,Math.min(1,(.5-v)*a+.5))*e*Math.min(1,y/Zt)*(d-f),O=d-f-L,j=3*Math.max(0,Math.min(255,Math.round(255*w/(l+1))));r[0]+=O*(1+b*nt[0])*t[j]+L*s[0],r[1]+=O*(1+b*nt[1])*t[j+1]+L*s[1],r[2]+=O*(1+b*nt[2])*t[j+2]+L*s[2],r[3]+=d-f,f=d}this.#h=Math.max(this.#h,n[F])}#g(){let[t,{data:s,width:e,height:o}]=[this.#r,this.#e],n=4*((o-1-this.#a)*e+this.#l);this.#a>=0&&t[3]>0&&(s[n]=t[0]/t[3],s[n+1]=t[1]/t[3],s[n+2]=t[2]/t[3],s[n+3]=255*t[3]),t[0]=t[1]=t[2]=t[3]=0}};var Vs=6,Bn=`#version 300 es
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
}`,Vn=`#version 300 es
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
  float bright = wall ? ${Gs} + 0.5 * dot(slope.xy, sun)
    : (1.0 - dot(slope.xy, sun)) * inversesqrt(1.0 + dot(slope.xy, slope.xy));
  float light = clamp(middle + tones.x * (bright - 1.0), tones.y, tones.z);
  float ahead = dot(slope.xy, away);
  float steep = length(vec2(dot(slope.xy, right), ahead / angle.x)) + 1e-9;
  float spread = rise * scale * (wall ? angle.y : abs(1.0 + ahead * angle.y / angle.x) / steep);
  spread = min(spread, ${Jt}.0);
  float beside = abs(level - clamp(round(level), 1.0, levels)) * spread;
  float drawn = strength * clamp((0.5 - beside) * density + 0.5, 0.0, 1.0);
  drawn *= min(1.0, spread / ${Zt}.0);
  vec3 ground = texture(paper, vec2(clamp(level / (levels + 1.0), 0.0, 1.0), 0.5)).rgb;
  colour = vec4(mix(ground * (1.0 + (light - 1.0) * vec3(${nt})), line, drawn), 1);
}`;function ki(){let i=document.createElement("canvas").getContext("webgl2"),t=i?.getExtension("WEBGL_debug_renderer_info"),s=t?String(i?.getParameter(t.UNMASKED_RENDERER_WEBGL)):i?"WebGL2":"";return i?.getExtension("WEBGL_lose_context")?.loseContext(),/swiftshader|llvmpipe|softpipe|software|microsoft basic/i.test(s)?"":s}var as=class{name="WebGL";software=!1;#t=document.createElement("canvas");#s=0;#e=null;#i=null;constructor(){if(this.gl=this.#t.getContext("webgl2",{antialias:!0}),!this.gl)throw new Error("no WebGL2");this.program=Yn(this.gl),this.gl.useProgram(this.program),this.gl.enable(this.gl.DEPTH_TEST),this.gl.bindTexture(this.gl.TEXTURE_2D,this.gl.createTexture()),this.corners=this.gl.createBuffer(),this.triangles=this.gl.createBuffer()}show(t){let{gl:s}=this,{corners:e,triangles:o}=Kn(t);this.#e=t,this.#s=o.length,s.bindBuffer(s.ARRAY_BUFFER,this.corners),s.bufferData(s.ARRAY_BUFFER,new Float32Array(e),s.STATIC_DRAW),s.bindBuffer(s.ELEMENT_ARRAY_BUFFER,this.triangles),s.bufferData(s.ELEMENT_ARRAY_BUFFER,new Uint32Array(o),s.STATIC_DRAW),["place","slant"].forEach((n,r)=>{let a=s.getAttribLocation(this.program,n);s.enableVertexAttribArray(a),s.vertexAttribPointer(a,3,s.FLOAT,!1,4*Vs,12*r)})}paint(t,s,{width:e,height:o,density:n}){let{gl:r}=this;if(r.isContextLost()||!this.#e)return null;let[a,h]=[Math.round(e*n),Math.round(o*n)],{width:l,height:c}=this.#t;return(l!==a||c!==h)&&Object.assign(this.#t,{width:a,height:h}),r.viewport(0,0,a,h),s!==this.#i&&this.#o(s),this.#n(t,this.#e,s,[e,o],n),r.clear(r.COLOR_BUFFER_BIT|r.DEPTH_BUFFER_BIT),r.drawElements(r.TRIANGLES,this.#s,r.UNSIGNED_INT,0),this.#t}#o(t){let{gl:s}=this;this.#i=t;let e=Uint8Array.from(t.paper,Math.round);s.pixelStorei(s.UNPACK_ALIGNMENT,1),s.texImage2D(s.TEXTURE_2D,0,s.RGB,256,1,0,s.RGB,s.UNSIGNED_BYTE,e),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_MIN_FILTER,s.LINEAR),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_WRAP_S,s.CLAMP_TO_EDGE)}#n(t,s,e,o,n){let{right:r,away:a,origin:h,scale:l}=t,{low:c,rise:u}=s,f=[e.contrast,e.darkest,e.brightest],{strength:p,middle:d}=e,m=s.levels.length,w={scale:l,rise:u,low:c,density:n,strength:p,middle:d,levels:m},b=e.line.map(L=>L/255),y=[t.sine,t.cosine],v={right:r,away:a,origin:h,size:o,angle:y,sun:bt(t),tones:f,line:b},{gl:A}=this;for(let[L,O]of Object.entries({...w,...v})){let j=A.getUniformLocation(this.program,L);typeof O=="number"?A.uniform1f(j,O):O.length===2?A.uniform2fv(j,O):A.uniform3fv(j,O)}}};function Yn(i){let t=i.createProgram(),s=[[i.VERTEX_SHADER,Bn],[i.FRAGMENT_SHADER,Vn]];for(let[e,o]of s){let n=i.createShader(e);i.shaderSource(n,o),i.compileShader(n),i.getShaderParameter(n,i.COMPILE_STATUS)||console.warn(i.getShaderInfoLog(n)),i.attachShader(t,n)}if(i.linkProgram(t),!i.getProgramParameter(t,i.LINK_STATUS))throw new Error("the shaders do not link");return t}function Kn({n:i,heights:t,slopes:s,low:e,rise:o}){let n=[],r=[],a=(l,c,u,f)=>{[l,c,u,f].some(p=>Number.isNaN(n[Vs*p+2]))||r.push(l,c,u,c,f,u)},h=l=>l/(i-1)-.5;for(let l=0;l<i*i;l++){let[c,u]=[h(l%i),h(Math.floor(l/i))];n.push(c,u,t[l],s[2*l],s[2*l+1],0)}for(let l=0;l<i*(i-1);l++)l%i<i-1&&a(l,l+1,l+i,l+i+1);for(let[l,c]of[[-1,0],[1,0],[0,-1],[0,1]]){let u=n.length/Vs;for(let f=0;f<i;f++){let[p,d]=[l?l>0?i-1:0:f,c?c>0?i-1:0:f];for(let m of[e+$/o,t[d*i+p]])n.push(h(p),h(d),m,l,c,1);f&&a(u+2*f-2,u+2*f-1,u+2*f,u+2*f+1)}}return{corners:n,triangles:r}}var Ks=x.trail.hidden;function Ei(i,t,s,e){let o=D*e.scale;i.lineJoin="round";for(let[n,r]of[[is,Ks],[at,1]]){i.globalAlpha=r;for(let a of t)a.trace(i,s,n),n===at&&Ys(i,o+x.trail.rim,e.rim,[]),Ys(i,o,N(a.run,e),P(a.run,o))}i.setLineDash([])}function Ys(i,t,s,e){i.setLineDash(e),i.lineWidth=t,i.strokeStyle=s,i.stroke()}function Ai(i,t,s,e,o,n){let a=t.map(l=>({trail:l,place:l.head(s)})).filter(({place:l})=>!Number.isNaN(l[2])),h=({place:[l,c]})=>o.distance(l,c);a.sort((l,c)=>h(c)-h(l));for(let{trail:l,place:[c,u,f]}of a){let{marker:p}=l.run.style;i.globalAlpha=n.clearance(c,u,f)<0?Ks:1;let d=It*e.scale,m=N(l.run,e);R(i,p,o.x(c,u),o.y(c,u,f),d,m,e.paper)}i.globalAlpha=1}function Si(i,[t,s,e],o,n,r){if(!Number.isNaN(e)){i.globalAlpha=r.clearance(t,s,e)<0?Ks:1;for(let[a,h]of[[x.ring.rim,o.rim],[x.ring.width,o.ink]])i.beginPath(),i.arc(n.x(t,s),n.y(t,s,e),x.ring.radius*o.scale,0,2*Math.PI),Ys(i,a,h,[]);i.globalAlpha=1}}var Xn=140,Jn=8,Zn=16e5,Ni=50,Qn="Arrow keys turn it, plus and minus zoom, 0 resets.",hs=class{#t=new ss;#s=[];#e=null;#i=null;#o=null;#n=null;#r=null;#a=null;#h=-1;#l=!1;#c=!1;#u=!1;#p=1;#d=0;constructor(t,s,e="auto"){this.ground=new S(g("canvas")),this.front=new S(g("canvas")),t.classList.add("view3d"),t.tabIndex=0,t.setAttribute("role","application"),t.setAttribute("aria-label",`The race on the surface in three dimensions. ${Qn}`),this.ring=g("span",{class:"start3d","aria-hidden":"true"}),t.append(this.ground.canvas,this.front.canvas,this.ring),this.redraw=s,this.wanted=e,new rs(t,this.#t,()=>this.#y())}get home(){return this.#t.home}set home(t){let{home:s,view:e}=this.#t;this.#t.home=t,["azimuth","elevation","zoom"].every(n=>e[n]===s[n])&&this.reset()}get view(){return{...this.#t.view}}reset(){this.#t.reset(),this.redraw()}get renderer(){return this.#r?this.#r.software?`${this.#r.name} (no WebGL)`:this.#r.name:""}get scaleName(){return x.captions[this.#e?.geometric===!1?"linear":"logarithmic"]}show(t,s){(t!==this.#e||!this.#o)&&(this.#o=new Xt(t),this.#n=null,this.#r??=tr(this.wanted),this.#r.show(this.#o),this.refresh());let e=this.#o;this.#e=t,this.#i=s,this.#s=s.runs.map(o=>new os(o,e)),this.#l=!1}refresh(){this.#c=!1,this.#a=null}draw(t,s,e){let o=[this.ground.fit(),this.front.fit()].includes(!0),{width:n,height:r}=this.ground;if(!this.#e||!this.#i||n<Ni||r<Ni)return;(o||!this.#a)&&this.#t.fit(n,r,e.scale);let a=this.#b();this.#a??=wi(e),this.#c||this.#m(a,this.#a,e);let{context:h}=this.front,l=this.#s.filter(({run:u})=>!s.has(u.name)),c=Bs(this.#i.start,this.#o);this.front.clear(),Ei(h,l,t,e),Si(h,c,e,this.#t,a),Ai(h,l,t,e,this.#t,a),this.place([this.#i.start[0],this.#i.start[1]])}get race(){return this.#i}get surface(){return this.#e}pointAt({clientX:t,clientY:s}){if(!this.#o)return null;let{left:e,top:o}=this.front.canvas.getBoundingClientRect();return Mi(t-e,s-o,this.#o,this.#t)}place(t){if(!this.#o)return;let[s,e,o]=Bs(t,this.#o);this.ring.hidden=Number.isNaN(o),!this.ring.hidden&&(this.ring.style.left=`${this.#t.x(s,e)}px`,this.ring.style.top=`${this.#t.y(s,e,o)}px`)}#b(){let t=this.#o;if((!this.#n||this.#h!==this.#t.version)&&(this.#h=this.#t.version,this.#n=new ns(t,this.#t),this.#c=this.#l=!1),!this.#l)for(let s of this.#s)s.lay(this.#t,this.#n);return this.#l=!0,this.#n}#m(t,s,e){let{context:o,width:n,height:r}=this.ground,a=this.#o,h=new ts(o,this.#e,a,this.#t,e);this.#c=!0,this.ground.clear(),h.drawBack(),o.drawImage(this.#f(a,s),0,0,n,r),h.drawFront(t,this.scaleName)}#f(t,s){let{canvas:e,width:o,height:n}=this.ground,r=this.#r??new tt,a=e.width/o,h=Math.min(a,Math.sqrt(Zn/(o*n))),l=this.#u&&r.software,c=l?this.#p:r.software?h:a,u=performance.now(),f=r.paint(this.#t,s,{width:o,height:n,density:c,fine:!l});return l&&this.#g(Jn/(performance.now()-u),h),f||(this.#r=new tt,this.#r.show(t),this.#f(t,s))}#g(t,s){let e=this.#p*Math.sqrt(t);e<this.#p&&(this.#p-=1/8),e>this.#p*1.4&&(this.#p+=1/8),this.#p=Math.max(1/2,Math.min(s,this.#p))}#y(){this.#u=!0,clearTimeout(this.#d),this.#d=window.setTimeout(()=>{this.#u=!1,this.#c&&=!this.#r?.software,this.redraw()},Xn),this.redraw()}};function tr(i){let t=i==="WebGL"||i==="auto"&&ki()!=="";try{return t?new as:new tt}catch{return new tt}}var _=[["above","From above"],["space","3-D"],["samples","Samples"]],Ti=20,Li=3,ls=class{#t={};#s=0;#e=1;#i=0;constructor(t,s,e){let o=n=>t.querySelector(`[data-view=${n}]`);this.boxes={above:o("above"),space:o("space"),samples:o("samples")},this.stage=t.querySelector(".stage"),this.topView=s,this.changed=e,this.space=new hs(this.boxes.space,e),this.samples=new Kt(this.boxes.samples)}show(t,s,e){if(this.topView.show(t,s),this.#t={space:[t,s],samples:[t,s]},!e)return;let[o,n]=s.camera;this.space.home={elevation:o,azimuth:n,zoom:1},this.space.reset();for(let[r]of _)this.boxes[r].hidden=!s.views.includes(r)}refresh(){this.#s=Li,this.topView.refresh(),this.space.refresh(),this.samples.refresh()}isOpen(t){return!this.boxes[t].hidden}toggle(t){this.boxes[t].hidden=!this.boxes[t].hidden,_.every(([s])=>!this.isOpen(s))&&(this.boxes.above.hidden=!1)}draw(t,s,e,o,n){let r=_.filter(([h])=>this.isOpen(h)).length;this.stage.classList.toggle("many",r>1);let a=h=>this.isOpen(h)&&o(this.boxes[h]);a("above")&&this.topView.draw(t,s,e,n),a("samples")&&this.#o("samples").draw(t,s,e),a("space")&&(this.#n()?this.#o("space").draw(t,s,e):this.changed())}#o(t){let s=this.#t[t];return s&&this[t].show(...s),delete this.#t[t],this[t]}outside({x:t},s){if(!this.topView.surface)return!1;let{xlim:e,ylim:o}=this.topView.seen,[n,r]=[t[2*s],t[2*s+1]];return!(n>=e[0]&&n<=e[1]&&r>=o[0]&&r<=o[1])}#n(){let t=performance.now(),s=t-this.#i;return this.#i=t,s>Ti&&s<100?this.#e=Math.min(Li,this.#e+1):s<Ti&&(this.#e=Math.max(1,this.#e-.02)),this.#s+=1,this.#s<Math.floor(this.#e)?!1:(this.#s=0,!0)}};var sr=400,er=2500;function Ii(i){return _.map(([t])=>t).filter(t=>i.views.isOpen(t))}var cs=class{#t="";#s=0;tell(t){let{race:s,clock:e,slow:o}=t;if(!s?.link)return;let n=Ii(t),r=_.every(([c])=>n.includes(c)===s.views.includes(c)),a=e.atEnd&&!e.loop,h=e.playing||o.running||a?"":String(e.step),l=JSON.stringify([s.link,n,r,h]);l!==this.#t&&(this.#t=l,clearTimeout(this.#s),this.#s=setTimeout(()=>ci(s.link.split("?")[1]??"",n.join(),r,h),sr))}};function ir(i){let t=Ii(i),s=i.race?.link??"";return`${s}${s.includes("?")?"&":"?"}view=${t.join()}&t=${i.clock.step}`}async function Oi(i){let t=ir(i);try{await navigator.clipboard.writeText(t)}catch{window.prompt("Copy this link",t);return}i.caption.hidden=!1,i.caption.textContent=`Copied: the link to step ${i.clock.step}`,setTimeout(()=>i.redraw(),er)}function $i(i,t,s){return i/2+s/2+Math.hypot(i/2-s/2,t)}function Xs(i,t,s){let[e,o,n]=[i/2+s/2,i/2-s/2,Math.hypot(i/2-s/2,t)],r=Math.atan2(t,o)/2,a=t===0&&o<0?[0,1]:[Math.cos(r),Math.sin(r)];return{high:e+n,low:e-n,along:a}}var us=class{#t;#s=new Float64Array(3);constructor(t,s){this.program=t,this.all=s,this.#t=t.input()}at(t,s){let{inputs:e}=this.program;for(let o=0;o<e.length;o++)this.#t[o]=e[o]==="x"?t:s;return this.program.run(this.#t,this.#s,this.all,this.all.length),Number.isFinite(t+s)||this.#s.fill(NaN),this.#s}},ps=class{#t;#s;constructor(t,s){this.program=t,this.words=s,this.scaled=t.at.has("rates"),this.#t=t.input(),this.#s=t.output()}at({hyper:t,state:s},e){return this.program.inputs.forEach((o,n)=>{let[r,a,h]=o.split(".");this.#t[n]=r==="t"?e+1:r==="hyper"?t[a]:s[a][2*e+2+(h==="y"?1:0)]}),this.program.run(this.#t,this.#s,[],0),this.#s}},fs=class{#t=!0;#s=null;constructor(t,s,e){this.hessian=t,this.allowed=s,this.run=e}forget(){this.#t=!0}get sharpness(){let{x:t,loss:s}=this.run;if(this.#s??=new Float64Array(s.length),!this.#t)return this.#s;this.#t=!1;for(let e=0;e<s.length;e++){let[o,n,r]=this.hessian.at(t[2*e],t[2*e+1]);this.#s[e]=zi($i(o,n,r))}return this.#s}get limit(){return this.allowed&&!this.allowed.scaled?zi(this.allowed.at(this.run,0)[0]):NaN}get words(){return this.allowed?.words??""}at(t){let{run:s,allowed:e}=this,[o,n,r]=this.hessian.at(s.x[2*t],s.x[2*t+1]),a=Xs(o,n,r);if(!Number.isFinite(a.high+a.low))return{high:NaN,low:NaN,along:[NaN,NaN],against:null};if(!e||t+1>=s.loss.length)return{...a,against:null};let[h,l,c]=e.at(s,t);return e.scaled?{...a,against:or([l,c],[o,n,r],h)}:{...a,against:{value:a.high,limit:h,along:a.along,scaled:!1}}}};function or([i,t],[s,e,o],n){let[r,a]=[Math.sqrt(i),Math.sqrt(t)],{high:h,along:l}=Xs(i*s,r*a*e,t*o),[c,u]=[r*l[0],a*l[1]],f=Math.hypot(c,u);return!Number.isFinite(h)||!(f>0)?null:{value:h,limit:n,along:[c/f,u/f],scaled:!0}}function zi(i){return Number.isFinite(i)?i:NaN}var ht="state.",Js="hyper.",Zs=class{constructor(t,s){this.program=t,this.input=t.input(),this.output=t.output();let e=r=>t.inputs.indexOf(r),{inputs:o,outputs:n}=t.encoded;this.looksAhead=n.grad_at.some((r,a)=>o[r]!==["x.x","x.y"][a]),this.x=e("x.x"),this.y=e("x.y"),this.t=e("t"),this.carried=s.flatMap(r=>{let a=Number(t.at.get(ht+r));return[[a,e(`${ht}${r}.x`)],[a+1,e(`${ht}${r}.y`)]]}),this.hyper=t.inputs.filter(r=>r.startsWith(Js)).map(r=>r.slice(Js.length)),this.hyperAt=this.hyper.map(r=>e(Js+r)),this.afterAt=Number(t.at.get("x")),this.gradAt=Number(t.at.get("grad")),this.whereAt=Number(t.at.get("grad_at")),this.states=[...t.at].flatMap(([r,a])=>r.startsWith(ht)?[[r.slice(ht.length),a]]:[])}},ds=class{#t;#s;#e=new Float64Array(3);#i=new Float64Array(1);constructor(t){this.content=t;let s=t.programs.map(e=>new kt(e,t.columns));this.#s=s,this.loss=s[t.loss],this.accuracy=t.accuracy===null?null:s[t.accuracy],this.all=Uint16Array.from({length:this.loss.samples},(e,o)=>o),this.#t=t.rules.map(({programs:e,memory:o})=>e.map(n=>new Zs(s[n],Object.keys(o))))}bend(t){let{curvature:s}=this.content;if(!s)return;let e=new us(this.#s[s.hessian],this.all);t.runs.forEach((o,n)=>{let r=s.limits[n];o.curvature=new fs(e,r&&new ps(this.#s[r.program],r.words),o)})}lossAt(t,s){return this.#o(this.loss,t,s)}#o(t,s,e){let{inputs:o}=t;for(let n=0;n<o.length;n++)o[n]!=="count"&&(this.#e[n]=o[n]==="x"?s:e);return t.run(this.#e,this.#i,this.all,t.samples),this.#i[0]}race(t,s){t.runs.forEach((e,o)=>this.run(t,o,s))}run(t,s,e){let o=t.runs[s],{memory:n}=this.content.rules[s],r=this.#t[s],{steps:a}=t,[h,l]=t.start;for(let f of r){for(let[p,d]of Object.entries(n))nr(f,p,d);f.hyper.forEach((p,d)=>f.input[f.hyperAt[d]]=o.hyper[p])}r[0].looksAhead&&(o.grad_at??=new Float64Array(2*a));for(let[f,p]of Object.entries(o.state))p[0]=p[1]=n[f]??NaN;this.#r(o,0,h,l,this.lossAt(h,l),e);let c=null,u=r[0];for(let f=0;f<a;f++){let p=r.length===1?u:r[Math.min(Math.floor(f/this.content.lasts),r.length-1)],{input:d,output:m,program:w}=p;if(p!==u)for(let v=0;v<p.carried.length;v++)d[p.carried[v][1]]=u.input[u.carried[v][1]];u=p,p.x>=0&&(d[p.x]=h),p.y>=0&&(d[p.y]=l),p.t>=0&&(d[p.t]=f+1),this.#n(t,w,d,m,f),o.grad[2*f]=m[p.gradAt],o.grad[2*f+1]=m[p.gradAt+1],o.grad_at&&(o.grad_at[2*f]=m[p.whereAt],o.grad_at[2*f+1]=m[p.whereAt+1]),h=m[p.afterAt],l=m[p.afterAt+1];let b=this.lossAt(h,l),y=Number.isFinite(h)&&Number.isFinite(l)&&Number.isFinite(b);for(let v=0;v<p.carried.length;v++){let A=m[p.carried[v][0]];d[p.carried[v][1]]=A,y=y&&Number.isFinite(A)}if(!y){c=f+1;break}for(let v=0;v<p.states.length;v++){let[A,L]=p.states[v],O=o.state[A];O[2*f+2]=m[L],O[2*f+3]=m[L+1]}this.#r(o,f+1,h,l,b,e)}o.curvature?.forget(),o.ended=c,o.ending=c===null?null:ar(c),c!==null&&rr(o,c)}#n({batches:t},s,e,o,n){if(!t)return s.run(e,o,this.all,s.samples);let{batch:r}=this.content,a=Math.ceil(s.samples/r),h=(n+1)%a===0?s.samples-(a-1)*r:r;s.run(e,o,t.subarray(n*r,n*r+h),h)}#r(t,s,e,o,n,r){if(t.x[2*s]=e,t.x[2*s+1]=o,t.loss[s]=n,t.accuracy&&this.accuracy&&(t.accuracy[s]=this.#o(this.accuracy,e,o)),!t.distance)return;let a=1/0;for(let h=0;h<r.length;h+=2)a=Math.min(a,Math.hypot(e-r[h],o-r[h+1]));t.distance[s]=a}};function nr({program:i,input:t},s,e){for(let o of["x","y"]){let n=i.inputs.indexOf(`${ht}${s}.${o}`);n>=0&&(t[n]=e)}}function rr(i,t){for(let s of[i.x,...Object.values(i.state)])s.fill(NaN,2*t);for(let s of[i.loss,i.accuracy,i.distance])s?.fill(NaN,t);for(let s of[i.grad,i.grad_at])s?.fill(NaN,2*t)}function ar(i){return{words:`ended at step ${i}`,explained:"",loss:""}}var ms=class i{constructor(t,s,e){this.race=t,this.surface=s,this.engine=e}static of(t,s){if(!t.engine||"why"in t.engine)return null;try{let e=new ds(t.engine);return e.bend(t),new i(t,s,e)}catch{return null}}start([t,s]){return Number.isFinite(this.engine.lossAt(t,s))?(this.race.start[0]=t,this.race.start[1]=s,this.engine.race(this.race,this.surface.minima),!0):!1}set(t,s,e){let o=this.race.runs[t];o.hyper[s]=e,[o.origin,o.origin_means]=this.race.yours,o.settings=Object.entries(o.symbols).map(([n,[r]])=>`${r} ${Tt(o.hyper[n])}`).join(", "),this.engine.run(this.race,t,this.surface.minima)}};var gs=class{#t=0;#s=-1/0;next=null;constructor(t){this.send=t}get possible(){return this.send!==null}get open(){return performance.now()-this.#s<3e3}ask(t,s,e={}){if(this.send){if(this.open){this.next={start:t,settings:hr(this.next?.settings??{},e)};return}this.next=null,this.#s=performance.now(),this.#t+=1,performance.mark("optviz: asked"),this.send({start:t,settings:e,serial:this.#t,surface:s})}}answered(t,s){this.#s=-1/0;let{next:e}=this;if(!e)return;e.start.every((n,r)=>n===s[r])&&!Object.keys(e.settings).length?this.next=null:this.ask(e.start,t.surface,e.settings)}};function hr(i,t){let s={...i};for(let[e,o]of Object.entries(t))s[e]={...s[e],...o};return s}var lr=1.1;function cr(i){let s=[{kind:"measure",equation:-1,words:`The gradient g is measured ${i.grad_at?"at the look-ahead point x + μ v":"at x"}.`}];i.equations.forEach(([o,n],r)=>{let a=it(o);o!=="x"&&(Array.isArray(n)&&"+-".includes(n[0])&&pr(n[1],o)?(n[1]!==o&&s.push({kind:"decay",equation:r,words:`${a} fades: it keeps a share of itself.`}),s.push({kind:"add",equation:r,words:`${a} takes up the new gradient.`})):s.push({kind:"compute",equation:r,words:ur(i,o)}))});let e=i.equations.length-1;return s.push({kind:"ghost",equation:e,words:"This is where the rule leads."}),s.push({kind:"move",equation:e,words:"All optimizers take the step."}),s}function ur(i,t){let s=it(t);if(t.endsWith("_hat"))return`${s} corrects ${it(t.slice(0,-4))} for its start at zero.`;if(K(i,t)==="rate"){let e=i.equations.find(([n])=>n===t)?.[1]??0,o=qt(e,"sqrt")?"a root":"a gradient's size";return`${s}, the step size of each coordinate, divides by ${o}.`}return`${s} is computed.`}function pr(i,t){return i===t||Array.isArray(i)&&i[0]==="*"&&i[2]===t}var ws=class{run=null;step=0;#t=[];#s=0;get running(){return this.run!==null}get phase(){return this.#t[Math.min(this.#t.length-1,Math.floor(this.#s))]}get share(){let t=Math.min(1,this.#s%1*1.25);return t*t*(3-2*t)}begin(t,s){this.run=t,this.step=s,this.#t=cr(t),this.#s=0}stop(){this.run=null}advance(t){return this.#s+=t/lr,this.#s>=this.#t.length?(this.stop(),this.step+1):this.phase.kind==="move"?this.step+this.share:this.step}};var fr=.01,dr={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},yt=class{constructor(t,s,e){this.view=t,this.ground=s,this.choose=e,this.handle=g("button",{type:"button",class:t.ring.className,"aria-label":`Start point${s?"":" in space"}: drag it, or use the arrow keys`,title:s?"Start: drag it, or click anywhere":"Start: drag it over the surface"}),this.ring=t.ring,this.possible=!1,this.#t()}allow(t){t!==this.possible&&(this.possible=t,this.view.ring.replaceWith(t?this.handle:this.ring),this.view.ring=t?this.handle:this.ring,this.view.ring.parentElement?.classList.toggle("steered",t))}#t(){this.handle.addEventListener("pointerdown",s=>this.#s(s,this.handle)),this.handle.addEventListener("keydown",s=>this.#e(s));let{ground:t}=this;t&&(t.addEventListener("pointerdown",s=>this.#s(s,t)),t.addEventListener("click",s=>{let{pointerType:e}=s;this.possible&&e==="touch"&&this.#i(this.view.pointAt(s),!0)}))}#s(t,s){if(!this.possible||t.button!==0||t.pointerType==="touch"&&s!==this.handle)return;t.preventDefault(),this.ground||t.stopPropagation(),this.handle.focus({preventScroll:!0}),s.setPointerCapture(t.pointerId);let e=({clientX:r,clientY:a},h)=>this.#i(this.view.pointAt({clientX:r,clientY:a}),h),o=r=>e(r,!1),n=r=>{s.removeEventListener("pointermove",o),e(r,!0)};s.addEventListener("pointermove",o),s.addEventListener("pointerup",n,{once:!0}),s!==this.handle&&e(t,!1)}#e(t){let s=dr[t.key],{race:e,surface:o}=this.view;if(!s||!e||!o)return;t.preventDefault(),t.stopPropagation();let n=([c,u])=>(u-c)*fr,{xlim:r,ylim:a}=this.view.seen??o,[h,l]=e.start;this.#i([h+s[0]*n(r),l+s[1]*n(a)],!0)}#i(t,s){let{race:e}=this.view;if(!e||!t&&!s)return;let[o,n]=t??e.start,{xlim:r,ylim:a}=this.view.seen??this.view.surface,h=(c,[u,f])=>{let p=Math.max(0,3-Math.floor(Math.log10(f-u)));return Number(c.toFixed(p))},l=[h(o,r),h(n,a)];this.view.place(l),this.choose(l,s)}};var mr={true:["✓","measured, and so it is"],false:["✗","measured, and not so here"]},bs=class{constructor(t,s){this.list=t,this.show=s}outdate(t){t||this.tell([]),this.list.classList.toggle("outdated",t)}tell(t){this.list.classList.remove("outdated");let s=g("h5",{},"What there is to see"),e=t.map(o=>g("li",{},this.#t(o),...gr(o)));this.list.hidden=t.length===0,this.list.replaceChildren(s,g("ol",{},...e))}#t(t){let s=t.holds?t.words:`Not so here: ${t.words}`,[e,o]=mr[t.holds?"true":"false"],n=g("span",{class:"mark",role:"img","aria-label":o,title:o},e),r=g("button",{type:"button","data-holds":String(t.holds)},n,s);return r.title=`Show it: step ${t.step}`,r.addEventListener("click",()=>this.show(t)),r}};function gr({caption:i,agrees:t,own:s}){let e=[];return i&&t&&e.push(`Radford's caption: ${i}.`),i&&!t&&e.push(`Radford's caption says otherwise: ${i}.`),s&&e.push("Measured with the scene's own settings."),e.length?[g("small",{},e.join(" "))]:[]}function Qs(i,t){let[s,e]=t.start;return[`${i}, ${t.steps} steps from (${k(s)}, ${k(e)}).`,...t.runs.map(wr)].join(" ")}function wr({name:i,loss:t,distance:s,ending:e,x:o}){if(e)return`${i} ${e.words}.`;let n=t.length-1,r=`${i} ends at (${k(o[2*n])}, ${k(o[2*n+1])}) with loss ${k(t[n])}`;if(!s)return`${r}.`;let a=s.indexOf(Math.min(...s));return`${r}; it comes nearest to a minimum, ${k(s[a])} away, at step ${a}.`}var ys=class{glyphs=new Set;#t=[];constructor(t){this.player=t,this.quantities=t.root.querySelector(".quantities");for(let[s,e]of _)this.#i("views",e,()=>t.views.isOpen(s),()=>t.views.toggle(s));for(let[s,e,o]of zs)this.#i("glyphs",e,()=>this.glyphs.has(s),()=>{this.glyphs.delete(s)||this.glyphs.add(s)},o);this.#i("more","Inspector",()=>t.inspector.open,()=>t.toggleInspector()),this.#i("more","Slow motion",()=>t.slow.running,()=>t.slowly()),this.#i("more","Copy link",()=>!1,()=>Oi(t)),this.#i("more","Keys",()=>!this.#s.hidden,()=>t.toggleHelp()),this.#e("more").append(ii(()=>t.toggleFullScreen()))}show(t,s,e){let{chart:o}=this.player;(s||!t.includes(o.quantity))&&(o.quantity=t[0]);let n=t.map(r=>{let{label:a,axis:h}=r,l=qs(h===void 0?a:`${a} ${e.axes[h]}`,()=>{o.quantity=r,o.refresh(),this.player.redraw()});return l.dataset.quantity=r.id,r.title&&(l.title=r.title),l});this.quantities.replaceChildren(...n);for(let[r]of this.#t)r.dataset.needs==="samples"&&(r.hidden=!e.samples),r.dataset.needs==="curvature"&&(r.hidden=!this.player.race?.runs[0]?.curvature),r.dataset.needs==="link"&&(r.hidden=!this.player.race?.link)}showOnly(t){let{views:s,chart:e}=this.player;for(let[r]of _)t.includes(r)&&!s.isOpen(r)&&s.toggle(r);this.glyphs=new Set(zs.map(([r])=>r).filter(r=>t.includes(`glyph-${r}`)));let n=(this.player.race?$t(this.player.race):[]).find(({id:r})=>t.includes(r));n&&(e.quantity=n),e.refresh()}draw(){for(let[s,e]of this.#t)Di(s,e());let{id:t}=this.player.chart.quantity;for(let s of this.quantities.children)Di(s,s.dataset.quantity===t)}get#s(){return this.player.root.querySelector(".help")}#e(t){return this.player.root.querySelector(`[data-group=${t}]`)}#i(t,s,e,o,n){let r=qs(s,()=>{o(),this.player.redraw()});n&&(r.title=n),s==="curvature"&&(r.dataset.needs="curvature"),s==="Samples"&&(r.dataset.needs="samples"),s==="Copy link"&&(r.dataset.needs="link"),this.#t.push([r,e]),this.#e(t).append(r)}};function Di(i,t){let s=String(t);i.getAttribute("aria-pressed")!==s&&i.setAttribute("aria-pressed",s)}var br="M11 2h2v5h-2zM11 17h2v5h-2zM2 11h5v2H2zM17 11h5v2h-5zM9 9h6v6H9z",yr="M3 3h18v18H3zM5.4 5.4v13.2h13.2V5.4zM9 9h6v6H9z",xr=60,Ri=2,vr=.0025,xs=class{#t=0;constructor(t){this.player=t,this.view=t.topView;let{canvas:s}=this.view.trails;this.box=s.parentElement;let e=(o,n,r)=>{let a=g("button",{type:"button",title:n,"aria-label":n},o);return a.addEventListener("click",r),a};this.back=e(q(yr),"Whole picture (0)",()=>this.reset()),this.buttons=g("div",{class:"zoom",role:"group","aria-label":"Zoom",hidden:""},e("+","Zoom in (+)",()=>this.by(Ri)),e("−","Zoom out (-)",()=>this.by(1/Ri)),e(q(br),"Zoom to the optimizers' heads",()=>this.fit()),this.back),this.box.append(this.buttons),s.addEventListener("wheel",o=>this.#e(o),{passive:!1}),s.addEventListener("pointerdown",o=>this.#i(o),{capture:!0}),s.addEventListener("contextmenu",o=>this.view.viewport.zoomed&&o.preventDefault()),s.addEventListener("touchstart",o=>this.#n(o),{passive:!1})}allow(t){this.view.lossAt=t&&((e,o)=>t.engine.lossAt(e,o)),this.buttons.hidden=!t;let{canvas:s}=this.view.trails;s.title=t?"Zoom: Ctrl and wheel, or the wheel alone once you clicked here; Shift and drag moves":"No zoom here: this loss is computed by Python alone"}draw(){this.back.hidden=!this.view.viewport.zoomed}by(t){let{xlim:s,ylim:e}=this.view.seen;this.#s(o=>o.zoom([(s[0]+s[1])/2,(e[0]+e[1])/2],t))}reset(){this.#s(t=>t.reset())}fit(){let{race:t,hidden:s,clock:e}=this.player,n=(t?.runs??[]).filter(({name:r})=>!s.has(r)).map(({x:r,ended:a,loss:h})=>{let l=Math.min(e.step,(a??h.length)-1);return[r[2*l],r[2*l+1]]});this.#s(r=>r.fit(n))}#s(t){this.view.lossAt&&(t(this.view.viewport),this.view.moved(),this.player.redraw(),clearTimeout(this.#t),this.#t=window.setTimeout(()=>{this.view.refresh(),this.player.redraw()},xr))}#e(t){if(!(t.ctrlKey||t.metaKey||this.player.root.matches(":focus-within"))||!this.view.lossAt)return;t.preventDefault();let e=t.deltaY*(t.deltaMode===WheelEvent.DOM_DELTA_LINE?16:1),o=t.ctrlKey&&Math.abs(e)<20?4:1;this.#s(n=>n.zoom(this.view.pointAt(t),Math.exp(-e*vr*o)))}#i(t){let{canvas:s}=this.view.trails;if(t.pointerType==="touch"||!this.view.viewport.zoomed||!(t.shiftKey||t.button>0))return;t.preventDefault(),t.stopImmediatePropagation(),s.setPointerCapture(t.pointerId);let[e,o]=[t.clientX,t.clientY],n=({clientX:r,clientY:a})=>{this.#o(r-e,a-o),[e,o]=[r,a]};s.addEventListener("pointermove",n),s.addEventListener("lostpointercapture",()=>s.removeEventListener("pointermove",n),{once:!0})}#o(t,s){let[e,o]=this.view.perPixel;this.#s(n=>n.pan(-t*e,s*o))}#n(t){if(t.touches.length!==2||!this.view.lossAt)return;t.preventDefault();let{canvas:s}=this.view.trails,e=Pi(t.touches),o=r=>{if(r.touches.length!==2)return;r.preventDefault();let a=Pi(r.touches);this.#o(a.clientX-e.clientX,a.clientY-e.clientY),this.#s(h=>h.zoom(this.view.pointAt(a),a.apart/e.apart)),e=a},n=()=>{for(let r of["touchend","touchcancel"])s.removeEventListener(r,n);s.removeEventListener("touchmove",o)};s.addEventListener("touchmove",o,{passive:!1});for(let r of["touchend","touchcancel"])s.addEventListener(r,n)}};function Pi([i,t]){return{clientX:(i.clientX+t.clientX)/2,clientY:(i.clientY+t.clientY)/2,apart:Math.max(1,Math.hypot(i.clientX-t.clientX,i.clientY-t.clientY))}}var Mr=.1,kr="You have changed this race. What is written beside it is of the race as it was; reload the page to see that.",Er=900,Ci=new Map,lt=class{clock=new Et;slow=new ws;#t=new cs;hidden=new Set;race=null;#s=null;live=null;#e="no";#i=null;#o=0;#n=!1;#r=!0;#a=!1;#h=0;constructor(t,s){this.tell=r=>{},this.requests=new gs(s),this.root=ei(),t.append(g("style",{},he,Ue),this.root);let e=()=>this.redraw(),o=r=>this.root.querySelector(r);this.topView=new Ft(this.root),this.views=new ls(this.root,this.topView,e);let n=(r,a)=>this.#v(r,a);this.zoom=new xs(this),this.handles=[new yt(this.topView,this.topView.trails.canvas,n),new yt(this.views.space,null,n)],this.chart=new zt(o(".curves"),r=>this.#y(r)),this.controls=new At(o(".controls"),this.clock,()=>this.#d()),this.inspector=new Wt(o(".inspector"),e),this.legend=new Ut(o(".legend"),this.hidden,()=>this.#b(),(r,a,h,l)=>this.#k(r,a,h,l)),this.tools=new ys(this),this.story=new bs(o(".story"),r=>this.#x(r)),this.lesson=new Yt(o(".lesson"),r=>this.tell(r),r=>this.#p(r)),this.caption=o(".caption"),this.notice=o(".notice"),this.summary=o(".summary"),this.theme=As(this.root),this.clock.playing=!matchMedia("(prefers-reduced-motion: reduce)").matches,this.#u(),requestAnimationFrame(r=>this.#m(r))}receive(t){performance.mark("optviz: received"),t.surface&&Ci.set(t.surface.key,t.surface);let s=Ci.get(t.race.surface);if(!s)return this.requests.ask(Fi(t.race),"");let e=this.race;this.race=t.race,this.#s=s,this.live=ms.of(t.race,s);let o=t.race.start.slice();this.#E();for(let h of this.handles)h.allow(this.requests.possible||this.live!==null);let n=e?.surface!==t.race.surface,r=!e||e.start.some((h,l)=>h!==t.race.start[l]);this.clock.fit(t.race.steps),(n||r)&&e&&this.clock.seek(0);let a=this.lesson.show(t.race.lesson);this.root.classList.toggle("asking",this.lesson.asks),(!e||a||n)&&t.race.at!==null&&this.#c(t.race.at),this.slow.stop(),this.zoom.allow(this.live),this.views.show(s,t.race,n),this.chart.show(s,t.race),this.legend.show(t.race,s,this.live!==null&&!t.race.lesson),this.inspector.show(t.race,s.axes),this.tools.show($t(t.race),n,s),a&&this.#l(t.race.lesson),this.story.tell(t.race.story),this.#A(),this.summary.textContent=Qs(s.name,t.race),this.requests.answered(t.race,o),this.#M(),this.#a=!0,this.redraw()}#l(t){t&&(this.root.classList.add("teaching"),this.tools.showOnly([...t.shows,...this.race?.views??[]]),this.clock.playing=t.plays,this.hidden.clear())}#c(t){this.clock.playing=!1,this.clock.seek(t)}retheme(){this.theme=As(this.root);for(let t of[this.views,this.chart,this.legend])t.refresh();this.redraw()}redraw(){this.#r=!0}toggleRun(t){let s=this.race?.runs[t]?.name;s&&(this.hidden.delete(s)||this.hidden.add(s),this.#b())}slowly(){if(this.slow.running)return this.slow.stop();let[t]=this.inspector.runs,s=t?(t.ended??t.loss.length)-1:0;!t||s<1||(this.clock.playing=!1,this.slow.begin(t,Math.min(this.clock.step,s-1)),this.hidden.delete(t.name),this.clock.seek(this.slow.step),this.redraw())}toggleInspector(){this.inspector.box.hidden=!this.inspector.box.hidden,this.redraw()}toggleHelp(){let t=this.root.querySelector(".help");t.hidden=!t.hidden}toggleFullScreen(){document.fullscreenElement?document.exitFullscreen():this.root.requestFullscreen().catch(()=>{})}#u(){new ResizeObserver(()=>this.redraw()).observe(this.root),this.root.addEventListener("keydown",t=>this.#p(t)),this.root.addEventListener("fullscreenchange",()=>{let t=this.root.matches(":fullscreen"),s=t?Math.max(1.25,Math.min(2.2,innerWidth/1e3)):1;this.root.style.setProperty("--scale",String(s)),t&&this.root.focus(),this.retheme()})}#p(t){let s=t.composedPath()[0];s.matches("select, input")||t.key===" "&&s.matches("button")||!si(this,t)||(t.preventDefault(),t.stopPropagation(),this.#d())}#d(){(this.clock.playing||this.clock.time!==this.slow.step)&&this.slow.stop(),this.redraw()}#b(){this.chart.refresh(),this.redraw()}#m(t){if(!this.root.isConnected&&this.#h)return;requestAnimationFrame(n=>this.#m(n));let s=Math.min(Mr,(t-this.#h)/1e3);this.#h=t;let{time:e,playing:o}=this.clock;this.slow.running&&(this.#r=!0),this.#o&&t>this.#o&&(this.#o=0,this.#r=!0),this.#e!=="no"?this.#M():this.slow.running?this.clock.seek(this.slow.advance(s)):this.clock.advance(s),(e!==this.clock.time||o!==this.clock.playing)&&(this.#r=!0),this.#r&&this.draw()}draw(){if(!this.race)return;this.#r=!1,this.#a&&performance.mark("optviz: drawn"),this.#a=!1;let{theme:t,hidden:s,clock:e,slow:o}=this,n=this.#e==="no"&&!this.#o?e.time:e.steps,r=Math.floor(n+1e-9),a=h=>this.#f(h);this.views.draw(n,s,t,a,(h,l)=>{for(let c of this.#g()){let u=new Ht(h,c,o.running?o.step:r,l,t);o.running?u.part(o.phase,o.share):u.draw(this.tools.glyphs)}}),this.#f(this.chart.sheet.canvas)&&this.chart.draw(n,s,t),this.legend.draw(r,t,h=>this.views.outside(h,r)),this.inspector.draw(o.running?o.step:r,e.playing,o.running?o.phase.equation:-2),this.controls.draw(),this.zoom.draw(),this.tools.draw(),this.#t.tell(this),this.caption.hidden=!o.running,o.running&&(this.caption.textContent=`${o.run?.name}: ${o.phase.words}`)}#f(t){if(this.#e!=="held"&&this.#o!==1/0)return!0;let{top:s,bottom:e}=t.getBoundingClientRect();return e>0&&s<innerHeight}#g(){return this.slow.run?[this.slow.run]:this.tools.glyphs.size?(this.inspector.open?this.inspector.runs:this.race?.runs??[]).filter(({name:s})=>!this.hidden.has(s)):[]}#y(t){this.clock.playing=!1,this.clock.seek(Math.round(t)),this.#d()}#x({step:t,shows:s}){this.tools.showOnly(s),this.#y(t),this.root.scrollIntoView({block:"nearest",behavior:"smooth"})}#v(t,s){let{race:e,live:o}=this;if(!e)return;this.#e=s?"let go":"held",this.#i=s?null:t;let n=t.every((r,a)=>r===e.start[a])&&(!o||!s);o?.start(t)&&this.#w(s),!n&&(s||!o)&&this.requests.ask(t,e.surface),this.redraw()}#k(t,s,e,o){let{race:n,live:r}=this;!n||!r||(r.set(t,s,e),this.#o=o?performance.now()+Er:1/0,this.#w(o),o&&this.requests.ask(Fi(n),n.surface,{[n.runs[t].name]:{[s]:e}}))}#E(){let{race:t,live:s}=this;if(!t||!s)return;let{next:e}=this.requests,o=this.#i??e?.start;o&&o.some((n,r)=>n!==t.start[r])&&s.start(o),t.runs.forEach(({name:n,hyper:r},a)=>{let h={...e?.settings[n],...this.legend.heldSettings(n)};for(let[l,c]of Object.entries(h))l in r&&s.set(a,l,c)})}#w(t){let{race:s}=this;!s||!this.#s||(this.views.show(this.#s,s,!1),this.chart.refresh(),this.inspector.refresh(),this.story.outdate(this.requests.possible),this.#n||=!this.requests.possible,t&&(this.summary.textContent=Qs(this.#s.name,s),this.#A()),this.redraw())}#M(){this.#e!=="let go"||this.requests.open&&!this.live||(this.#e="no",this.clock.restart())}#A(){let t=(this.race?.runs??[]).flatMap(({ending:s})=>s?.explained||[]);this.#n&&t.push(kr),this.notice.hidden=t.length===0,this.notice.textContent=t.join(" ")}};function Fi({start:i}){return[i[0],i[1]]}var Ar=2;function _i(i){let t=s=>{document.documentElement.classList.toggle("paper",s),S.finer=s?Ar:1,i.retheme(),i.draw()};addEventListener("beforeprint",()=>t(!0)),addEventListener("afterprint",()=>t(!1))}function qi(){let i=document.querySelector("script[data-optviz-race]");i&&Sr(i)}async function Sr(i){ne();let t=xt(await Nr(i.textContent??"")),s=document.querySelector("[data-optviz-place]");s.replaceChildren();let e=new lt(s,null);e.receive(t),window===window.top&&e.root.focus({preventScroll:!0}),matchMedia("(prefers-color-scheme: dark)").addEventListener("change",()=>e.retheme()),_i(e)}async function Nr(i){let t=Uint8Array.from(atob(i),e=>e.charCodeAt(0)),s=new Blob([t]).stream().pipeThrough(new DecompressionStream("gzip"));return new Uint8Array(await new Response(s).arrayBuffer())}var Hi=new WeakMap;function Yc({parentElement:i,data:t,setStateValue:s,setTriggerValue:e}){let o=s?r=>s("chosen",r):null,n=Hi.get(i)??{player:new lt(i,o),data:null};if(Hi.set(i,n),n.player.requests.send=o,n.player.tell=r=>e("lesson",r),n.data===t)return n.player.retheme();n.data=t,n.player.receive(xt(t))}qi();export{Yc as mount};
