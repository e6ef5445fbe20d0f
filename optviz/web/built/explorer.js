// optviz explorer; sources 28458b13808602ddd035f0e4980bceff0d3b614cee800b013acdef6095d31c06
var mt={f8:Float64Array,u2:Uint16Array,i1:Int8Array,i4:Int32Array};function xt(o){let t=o.slice().buffer,e=new DataView(t).getUint32(0,!0),s=new TextDecoder().decode(new Uint8Array(t,4,e)),i=JSON.parse(s,(r,n)=>It(n,t,4+e));return i.surface&&Dt(i.surface),i}function Dt(o){let t=(o.levels.length+1)/65534;o.heights=Float32Array.from(o.heights,e=>e===65535?NaN:e*t)}function It(o,t,e){if(!o||!Array.isArray(o.shape)||!(o.type in mt))return o;let s=o,i=mt[s.type],r=s.shape.reduce((n,a)=>n*a,1);return new i(t,e+s.at,r)}function f(o,t={},...e){let s=document.createElement(o);for(let[i,r]of Object.entries(t))s.setAttribute(i,r);return s.append(...e),s}function at(o){let t=document.createElementNS("http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let e=document.createElementNS("http://www.w3.org/2000/svg","path");return e.setAttribute("d",o),t.append(e),t}var bt=`:host {
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
.row {
  display: grid;
  grid-template: "sample name value" auto "sample settings note" auto / 52px minmax(0, 1fr) auto;
  align-items: center;
  column-gap: 10px;
  padding: 3px 8px;
  border: 0;
  border-radius: 8px;
  background: none;
  text-align: left;
  cursor: pointer;
}
.row:hover {
  background: var(--panel);
}
.row[aria-pressed="false"] {
  opacity: 0.42;
}
.row[aria-pressed="false"] .name {
  text-decoration: line-through;
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
.source {
  margin: 6px 0 0;
  font-size: 0.85em;
  color: var(--soft);
}

.story {
  grid-area: story;
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
`;var E={themes:{light:{ink:"#22262b",soft:"#5b6270",paper:"#ffffff",rim:[255,255,255,.8],contour:[40,60,90,.3],wall:[30,40,60,.12],edge:[40,60,90,.5],star:"#9aa3b0",hatch:"#a4abb6",ground:["#fff6d8","#f4f3e4","#e5eced","#d8e3ee","#cad8ea"],light:{level:1,contrast:.3,darkest:.76,brightest:1.05}},dark:{ink:"#f2f4f6",soft:"#b4bac6",paper:"#0e1117",rim:[14,17,23,.75],contour:[190,210,235,.3],wall:[255,255,255,.1],edge:[190,210,235,.5],star:"#8d97a6",hatch:"#5b6472",ground:["#243b4a","#1d2f3e","#192634","#161e2a","#131720"],light:{level:1.3,contrast:.8,darkest:.8,brightest:1.75}}},sun:{direction:[-.5,.24,.832],wall:.5,tint:[1.15,1,.8]},box:{height:.55,base:-.035,wide:1.4142135623730951,tall:1.48,margin:[44,24,18,34],tick:5,gap:62,name:32,line:14},camera:{elevation:44.5,azimuth:225},captions:{linear:"height: loss, to scale",logarithmic:"height: roughly log(loss - minimum)"},trail:{width:2.2,rim:2,hidden:.22},head:{radius:6,rim:3.4},ring:{radius:9,width:2,rim:5},star:{radius:7,rim:2},type:{number:11,name:12,label:10},contours:{width:1,shortest:24,apart:6.4,tries:[.5,.3,.7,.15,.85,.4,.6]}};function lt(o){let t=getComputedStyle(o),e=t.getPropertyValue("--paper").trim()||E.themes.light.paper,s=_t(e)<.4,{ink:i,soft:r,star:n,hatch:a,ground:l,...h}=E.themes[s?"dark":"light"];return{dark:s,paper:e,ink:t.getPropertyValue("--ink").trim()||i,soft:r,star:n,hatch:a,ground:l,rim:W(h.rim),contour:W(h.contour),wall:W(h.wall),edge:W(h.edge),font:t.fontFamily,scale:Number(t.getPropertyValue("--scale"))||1}}function W(o){return`rgba(${o.join()})`}function _t(o){let t=document.createElement("canvas").getContext("2d",{willReadFrequently:!0});t.fillStyle=o,t.fillRect(0,0,1,1);let[e,s,i]=t.getImageData(0,0,1,1).data;return(.2126*e+.7152*s+.0722*i)/255}function B(o){let t=o.map(e=>[1,3,5].map(s=>parseInt(e.slice(s,s+2),16)));return Array.from({length:256},(e,s)=>{let i=s/255*(t.length-1),r=Math.min(t.length-2,Math.floor(i));return t[r].map((n,a)=>n+(t[r+1][a]-n)*(i-r))})}var z=[.25,.5,1,2,4,8],H=class{time=0;steps=1;playing=!0;loop=!0;speed=1;#t=0;get step(){return Math.floor(this.time+1e-9)}get atEnd(){return this.time>=this.steps}advance(t){this.playing&&(this.atEnd?this.loop?(this.#t+=t)>=1.2&&this.seek(0):this.playing=!1:this.time=Math.min(this.steps,this.time+t*25*this.speed))}seek(t){this.time=Math.max(0,Math.min(this.steps,t)),this.#t=0}move(t){this.playing=!1,this.seek(t>0?this.step+t:Math.ceil(this.time-1e-9)+t)}toggle(){!this.playing&&this.atEnd&&this.seek(0),this.playing=!this.playing}shift(t){let e=z.indexOf(this.speed)+t;this.speed=z[Math.max(0,Math.min(z.length-1,e))]}restart(){this.seek(0),this.playing=!0}fit(t){let e=this.atEnd&&this.steps>0;this.steps=t,this.time=e?t:Math.min(this.time,t)}};var ct={restart:"M6 5h2.4v14H6zM19 5v14L9.5 12z",back:"M17 5v14L8 12zM6.2 5h2v14h-2z",play:"M7 4.5v15L20 12z",pause:"M6.5 5h4v14h-4zM13.5 5h4v14h-4z",forward:"M7 5v14l9-7zM15.8 5h2v14h-2z",loop:"M17 3l4 3.5L17 10V7.6H8A3.4 3.4 0 0 0 4.6 11v1H2.4v-1A5.6 5.6 0 0 1 8 5.4h9zM7 21l-4-3.5L7 14v2.4h9a3.4 3.4 0 0 0 3.4-3.4v-1h2.2v1a5.6 5.6 0 0 1-5.6 5.6H7z"},Wt=new Map([[.25,"¼×"],[.5,"½×"]]),j=class{constructor(t,e,s){this.clock=e;let i=l=>()=>{l(),s()};this.play=D("Play","play"),this.loop=D("Loop","loop"),this.scrub=f("input",{type:"range",min:"0",step:"1","aria-label":"Step"}),this.count=f("output",{class:"count"}),this.speed=f("select",{"aria-label":"Speed"});for(let l of z){let h=Wt.get(l)??`${l}×`;this.speed.append(f("option",{value:String(l)},h))}let r=D("Restart","restart"),n=D("Step back","back"),a=D("Step forward","forward");r.addEventListener("click",i(()=>e.restart())),n.addEventListener("click",i(()=>e.move(-1))),a.addEventListener("click",i(()=>e.move(1))),this.play.addEventListener("click",i(()=>e.toggle())),this.loop.addEventListener("click",i(()=>e.loop=!e.loop)),this.speed.addEventListener("change",i(()=>e.speed=Number(this.speed.value))),this.scrub.addEventListener("input",i(()=>this.#t())),this.count.setAttribute("aria-live","off"),t.append(r,n,this.play,a,this.scrub,this.count,this.speed,this.loop)}#t(){this.clock.playing=!1,this.clock.seek(Number(this.scrub.value))}draw(){let{clock:t}=this,e=String(t.step);ht(this.scrub,"max",String(t.steps)),this.scrub.value!==e&&(this.scrub.value=e),ht(this.scrub,"aria-valuetext",`step ${e} of ${t.steps}`);let s=`${e} / ${t.steps}`;this.count.textContent!==s&&(this.count.textContent=s),this.scrub.style.setProperty("--done",`${100*t.time/t.steps}%`),this.speed.value!==String(t.speed)&&(this.speed.value=String(t.speed)),ht(this.loop,"aria-pressed",String(t.loop));let i=t.playing?"Pause":"Play";this.play.getAttribute("aria-label")!==i&&(wt(this.play,i),this.play.replaceChildren(at(t.playing?ct.pause:ct.play)))}};function D(o,t){let e=f("button",{type:"button",class:t},at(ct[t]));return wt(e,o),e}function wt(o,t){o.setAttribute("aria-label",t),o.title=t}function ht(o,t,e){o.getAttribute(t)!==e&&o.setAttribute(t,e)}var Bt="⁰¹²³⁴⁵⁶⁷⁸⁹";function m(o,t=3){if(!Number.isFinite(o))return"–";let e=Math.abs(o);if(e===0||e>=.001&&e<1e4)return vt(String(Number(o.toPrecision(t))));let[s,i]=o.toExponential(t-1).split("e"),r=`10${Ht(Number(i))}`,n=vt(String(Number(s)));return n==="1"?r:n==="−1"?`−${r}`:`${n}·${r}`}function Ht(o){let t=[...String(Math.abs(o))].map(e=>Bt[Number(e)]);return(o<0?"⁻":"")+t.join("")}function vt(o){return o.replace("-","−")}function q(o,t,e,s){let i=o.getTransform().a,r=document.createElement("canvas");r.width=Math.max(1,Math.round((e.right-e.left)*i)),r.height=Math.max(1,Math.round((e.bottom-e.top)*i));let n=r.getContext("2d");n.imageSmoothingEnabled=!1,n.drawImage(pt(t),0,0,r.width,r.height),n.globalCompositeOperation="source-in",n.strokeStyle=s,n.lineWidth=1.1*i;let a=document.createElement("canvas");a.width=r.width,a.height=r.height,I(a.getContext("2d"),5*i,s,1.1*i),n.drawImage(a,0,0),o.drawImage(r,e.left,e.top,e.right-e.left,e.bottom-e.top)}function I(o,t,e,s){let{width:i,height:r}=o.canvas;o.strokeStyle=e,o.lineWidth=s,o.beginPath();for(let n=-r;n<i;n+=t)o.moveTo(n,r),o.lineTo(n+r,0);o.stroke()}function pt(o){let t=document.createElement("canvas");return t.width=o.width,t.height=o.height,t.getContext("2d").putImageData(o,0,0),t}var yt=-1,V=-2;function U(o){return o.dark?"#3a404b":"#d9dce1"}function G(o){return o.dark?"#15181e":"#ffffff"}function Y(o){return o.dark?"#828b99":"#79808c"}function kt(o){return o.map(t=>Uint32Array.from(B(t),([e,s,i])=>(255<<24|i<<16|s<<8|e)>>>0))}var k=class o{static finer=1;width=0;height=0;#t=0;constructor(t){this.canvas=t,this.context=t.getContext("2d")}fit(){let[t,e]=[this.canvas.clientWidth,this.canvas.clientHeight],s=(window.devicePixelRatio||1)*o.finer;return t===this.width&&e===this.height&&s===this.#t?!1:(Object.assign(this,{width:t,height:e}),this.#t=s,this.canvas.width=Math.max(1,Math.round(t*s)),this.canvas.height=Math.max(1,Math.round(e*s)),this.context.setTransform(s,0,0,s,0,0),!0)}clear(){this.context.clearRect(0,0,this.width,this.height)}twin(){let t=new o(document.createElement("canvas"));return t.canvas.width=this.canvas.width,t.canvas.height=this.canvas.height,Object.assign(t,{width:this.width,height:this.height}),t.context.setTransform(this.#t,0,0,this.#t,0,0),t}lay(t,e=this.width){let s=Math.max(0,Math.min(1,e/this.width)),[i,r]=[Math.round(t.canvas.width*s),t.canvas.height];if(i===0||r===0)return;let n=i/this.#t;this.context.drawImage(t.canvas,0,0,i,r,0,0,n,r/this.#t)}};function C([o,t],[e,s]){let i=(s-e)/(t-o);return Object.assign(r=>e+(r-o)*i,{invert:r=>o+(r-e)/i})}function O([o,t],e){let s=C([Math.log10(o),Math.log10(t)],e);return Object.assign(i=>s(Math.log10(i)),{invert:i=>10**s.invert(i)})}function T([o,t],e){let s=(t-o)/Math.max(1,e),i=10**Math.floor(Math.log10(s)),r=[.5,1,2,5,10].map(l=>l*i),n=r.findIndex(l=>l>=s*(1-1e-9)),a=Mt(o,t,r[n]);for(;a.length<2&&n>0;)a=Mt(o,t,r[--n]);return a}function Mt(o,t,e){let s=Math.ceil(o/e-1e-9),i=Math.floor(t/e+1e-9);return Array.from({length:Math.max(0,i-s+1)},(r,n)=>(s+n)*e)}function J([o,t],e){let s=Math.ceil(Math.log10(o)-1e-9),i=Math.floor(Math.log10(t)+1e-9),r=Math.max(1,Math.ceil((i-s+1)/Math.max(1,e))),n=[];for(let a=i;a>=s;a-=r)n.push(10**a);return n.reverse()}function X(o,t,{left:e,top:s,right:i,bottom:r}){let n=pt(t);o.save(),o.imageSmoothingEnabled=!1,o.drawImage(n,e,s,i-e,r-s),o.restore()}function St(o){return[1,3,5].map(t=>parseInt(o.slice(t,t+2),16))}function $t(o,t,e){let s=jt(o,t,e),i=[];for(let[r,n]of s)n.length===1&&i.push(Et(s,r));for(let r of s.keys())s.get(r)?.length&&i.push(Et(s,r));return i.filter(r=>r.length>1).map(r=>r.flatMap(n=>qt(o,t,e,n)))}function jt(o,t,e){let s=new Map,i=(r,n)=>{s.set(r,[...s.get(r)??[],n]),s.set(n,[...s.get(n)??[],r])};for(let r=0;r<t-1;r++)for(let n=0;n<t-1;n++){let a=r*t+n,[l,h,p,d]=[o[a],o[a+1],o[a+t],o[a+t+1]],c=+(l>e)|+(h>e)<<1|+(d>e)<<2|+(p>e)<<3;if(c===0||c===15||Number.isNaN(l+h+p+d))continue;let[u,g,x,b]=[2*a,2*(a+t),2*a+1,2*a+3],y=(l+h+p+d)/4>e;if(c===5||c===10){c===5===y?(i(x,g),i(u,b)):(i(x,u),i(g,b));continue}let w=[];(c&1)!==(c>>1&1)&&w.push(u),(c>>1&1)!==(c>>2&1)&&w.push(b),(c>>2&1)!==(c>>3&1)&&w.push(g),(c>>3&1)!==(c&1)&&w.push(x),i(w[0],w[1])}return s}function Et(o,t){let e=[t];for(let s=o.get(t)?.pop();s!==void 0;s=o.get(t)?.pop()){let i=o.get(s);i.splice(i.indexOf(t),1),e.push(s),t=s}return e}function qt(o,t,e,s){let i=s>>1,r=i+(s&1?t:1),n=(e-o[i])/(o[r]-o[i]);return[i%t+(s&1?0:n),Math.floor(i/t)+(s&1?n:0)]}var Te=E.trail.width,Le=E.head.radius;function Q(o){return At[o]??At.circle}var At={circle:Vt(),square:L([[-.85,-.85],[.85,-.85],[.85,.85],[-.85,.85]]),triangle:L([[0,-1.15],[1.05,.75],[-1.05,.75]]),diamond:L([[0,-1.25],[1,0],[0,1.25],[-1,0]]),plus:L(Nt()),cross:L(Nt().map(([o,t])=>[(o-t)*Math.SQRT1_2,(o+t)*Math.SQRT1_2])),star:L(Ut())};function Vt(){let o=new Path2D;return o.arc(0,0,.95,0,2*Math.PI),o}function L(o){let t=new Path2D;return o.forEach(([e,s])=>t.lineTo(e,s)),t.closePath(),t}function Nt(){let[o,t]=[.38,1.15];return[[-o,-t],[o,-t],[o,-o],[t,-o],[t,o],[o,o],[o,t],[-o,t],[-o,o],[-t,o],[-t,-o],[-o,-o]]}function Ut(){return Array.from({length:10},(o,t)=>{let[e,s]=[Math.PI*t/5-Math.PI/2,t%2?.6:1.4];return[s*Math.cos(e),s*Math.sin(e)]})}function R(o,t,e,s,i,r,n){o.save(),o.translate(e,s),o.scale(i,i),o.lineWidth=E.head.rim/i,o.lineJoin="round",o.strokeStyle=n,o.fillStyle=r,o.stroke(Q(t)),o.fill(Q(t)),o.restore()}function dt(o,t){return o.style.dash.map(e=>e*t)}function Ct(o,t,e,s,i){o.save(),o.translate(t,e),o.scale(s,s),o.lineWidth=E.star.rim/E.star.radius,o.lineJoin="round",o.fillStyle=i.star,o.strokeStyle=i.paper,o.fill(Q("star")),o.stroke(Q("star")),o.restore()}var K={left:30,top:4,right:8,bottom:20},Gt=1.1,Yt=.62,Jt=12,Xt=2,Z=class{#t=null;#e={left:0,top:0,right:1,bottom:1};#o=null;#s=[];#i=[];#r="";constructor(t,e){this.place=t,this.maps=e;let s=f("canvas",{role:"img"});this.sheet=new k(s),this.mark=f("canvas",{class:"mark"}),this.name=f("b",{}),this.share=f("span",{class:"share"}),this.box=f("div",{class:"map"},s),this.root=f("figure",{},f("figcaption",{},this.mark,this.name,this.share),this.box),s.addEventListener("pointermove",i=>this.#u(i)),s.addEventListener("pointerleave",()=>e.reading.hide()),s.addEventListener("click",i=>{let[r,n]=this.#d(i),{columns:a,rows:l}=this.#t;r>=0&&e.take([a[r],l[n]])})}show(t){this.#t=t,this.#s=kt(t.colours),this.#r="";let{xlim:e,ylim:s}=t.surface,i=(s[1]-s[0])/(e[1]-e[0]);this.box.style.aspectRatio=String(1/Math.max(Yt,Math.min(Gt,i))),this.name.textContent=t.runs[this.place].name,this.sheet.canvas.setAttribute("aria-label",`Where ${t.runs[this.place].name} ends from everywhere`)}draw(t,e){if(!this.#t)return;let s=this.sheet.fit(),{width:i,height:r,context:n}=this.sheet;this.#e={left:K.left,top:K.top,right:i-K.right,bottom:r-K.bottom};let a=`${e.dark} ${e.scale}`;(s||this.#r!==a)&&this.#a(e),this.#r=a,this.sheet.clear(),n.fillStyle=U(e);let{left:l,top:h,right:p,bottom:d}=this.#e;n.fillRect(l,h,p-l,d-h);let{image:c,lost:u}=this.#n(t,e),[g,x]=[(p-l)/(c.width-1),(d-h)/(c.height-1)],b={left:l-g/2,top:h-x/2,right:p+g/2,bottom:d+x/2};n.save(),n.beginPath(),n.rect(l,h,p-l,d-h),n.clip(),X(n,c,b),q(n,u,b,Y(e)),n.restore(),this.sheet.lay(this.#o),this.#c(t)}#n(t,e){let{rows:s,columns:i,minimum:r,since:n,steps:a}=this.#t,[l,h]=[s.length,i.length],p=new ImageData(h,l),d=new ImageData(h,l),c=new Uint32Array(p.data.buffer),u=new Uint32Array(d.data.buffer),[g,x,b]=St(G(e)),y=(255<<24|b<<16|x<<8|g)>>>0,w=255/a,v=this.place*h*l;this.#i=[0,0,0];for(let S=0;S<h*l;S++){let N=r[v+S],_=n[v+S];if(_>t||N<0&&N!==V){this.#i[2]+=1;continue}let M=(l-1-Math.floor(S/h))*h+S%h;N===V?(c[M]=y,u[M]=4278190080,this.#i[1]+=1):(c[M]=this.#s[N%this.#s.length][Math.round(w*_)],this.#i[0]+=1)}return{image:p,lost:d}}#c(t){let[e,s,i]=this.#i.map(a=>Qt(a,this.#i)),r=[`${e} there`];this.#i[1]&&r.push(`${s} diverged`),this.#i[2]&&r.push(`${i} not yet`);let n=r.join(", ");this.share.textContent!==n&&(this.share.textContent=n),this.share.title=`after ${t} steps`}#a(t){this.#o=this.sheet.twin();let{context:e}=this.#o,{surface:s,minima:i,start:r}=this.#t,{left:n,top:a,right:l,bottom:h}=this.#e,p=C(s.xlim,[n,l]),d=C(s.ylim,[h,a]);e.save(),e.beginPath(),e.rect(n,a,l-n,h-a),e.clip(),this.#l(e,t),e.restore(),e.strokeStyle=e.fillStyle=t.soft,e.lineWidth=1,e.strokeRect(n,a,l-n,h-a),e.font=`${10*t.scale}px ${t.font}`,e.textAlign="center",e.textBaseline="top";for(let g of T(s.xlim,(l-n)/60))p(g)<l-4&&e.fillText(m(g),p(g),h+5);e.textAlign="right",e.textBaseline="middle";for(let g of T(s.ylim,(h-a)/50))d(g)>a+3&&e.fillText(m(g),n-5,d(g));for(let g=0;g<i.length;g+=2)this.#h(e,p(i[g]),d(i[g+1]),g/2,t);for(let[g,x]of[[4.5,t.paper],[2,t.ink]])e.lineWidth=g,e.strokeStyle=x,e.beginPath(),e.arc(p(r[0]),d(r[1]),6,0,2*Math.PI),e.stroke();let{style:c}=this.#t.runs[this.place],u=new k(this.mark);u.fit(),R(u.context,c.marker,u.width/2,u.height/2,6,t.dark?c.dark:c.light,t.paper)}#l(t,e){let{heights:s,levels:i}=this.#t.surface,{left:r,top:n,right:a,bottom:l}=this.#e,h=Math.sqrt(s.length);t.strokeStyle=e.contour,t.lineWidth=1;for(let p=0;p<i.length;p+=Xt)for(let d of $t(s,h,p+1)){t.beginPath();for(let c=0;c<d.length;c+=2){let u=r+d[c]/(h-1)*(a-r);t.lineTo(u,l-d[c+1]/(h-1)*(l-n))}t.stroke()}}#h(t,e,s,i,r){let{letters:n}=this.#t;if(n.length>Jt)return Ct(t,e,s,2.5,r);t.beginPath(),t.arc(e,s,8*r.scale,0,2*Math.PI),t.fillStyle=r.paper,t.fill(),t.lineWidth=1,t.strokeStyle=r.ink,t.stroke(),t.textAlign="center",t.textBaseline="middle",t.fillStyle=r.ink,t.font=`bold ${10*r.scale}px ${r.font}`,t.fillText(n[i],e,s+.5)}#d({offsetX:t,offsetY:e}){let{left:s,top:i,right:r,bottom:n}=this.#e,{columns:a,rows:l}=this.#t,h=Math.round((t-s)/(r-s)*(a.length-1)),p=Math.round((n-e)/(n-i)*(l.length-1));return h>=0&&p>=0&&h<a.length&&p<l.length?[h,p]:[-1,-1]}#u(t){let{reading:e}=this.maps,[s,i]=this.#d(t);if(this.sheet.canvas.style.cursor=s<0?"":"crosshair",s<0||!this.#t)return e.hide();let{columns:r,rows:n,runs:a,minimum:l,since:h,minima:p,letters:d,surface:c}=this.#t,u=(this.place*n.length+i)*r.length+s,g=l[u],x=`${d[g]} (${m(p[2*g])}, ${m(p[2*g+1])})`,b=g>=0?`at ${x} from step ${h[u]} on`:"",y=g===V?`diverged at step ${h[u]}`:g===yt?"at no minimum at the end":b,w=this.root.getBoundingClientRect(),v=this.maps.root.getBoundingClientRect();e.tell(w.left-v.left+t.offsetX,`${a[this.place].name}: ${y||"not known yet"}`,[[`start ${c.axes[0]}`,m(r[s],4)],[`start ${c.axes[1]}`,m(n[i],4)]]),e.root.style.top=`${w.top-v.top+t.offsetY+40}px`}};function Qt(o,t){let e=100*o/t.reduce((s,i)=>s+i,0);return`${e>0&&e<1?"<1":Math.round(e)} %`}var $=class{constructor(t){this.box=t,this.root=f("div",{class:"reading",hidden:""}),t.append(this.root)}hide(){this.root.hidden=!0}tell(t,e,s){this.root.hidden=!1,this.root.replaceChildren(f("b",{},e),...s.map(([r,n])=>f("span",{},`${r} `,f("i",{},n))));let i=t>this.box.clientWidth/2;this.root.style.left=i?"auto":`${t+14}px`,this.root.style.right=i?`${this.box.clientWidth-t+14}px`:"auto"}};var tt=class{clock=new H;#t=null;#e=[];constructor(t,e){this.pick=t,this.changed=e,this.clock.playing=!1,this.clock.loop=!1,this.grid=f("div",{class:"maps"});let s=f("div",{class:"controls",role:"group","aria-label":"Playback"});this.controls=new j(s,this.clock,e),this.legend=f("div",{class:"key"}),this.root=f("div",{class:"many-races"},s,this.grid,this.legend),this.reading=new $(this.root)}advance(t){let{time:e,playing:s}=this.clock;return this.clock.advance(t),e!==this.clock.time||s!==this.clock.playing}show(t){let e=this.#t;this.#t=t,this.clock.fit(t.steps),e||this.clock.seek(t.steps),e&&e.runs.map(({name:i})=>i).join()===t.runs.map(({name:i})=>i).join()||(this.#e=t.runs.map((i,r)=>new Z(r,this)),this.grid.replaceChildren(...this.#e.map(({root:i})=>i)));for(let i of this.#e)i.show(t)}take(t){this.pick({start:t})}draw(t){if(!this.#t)return;let e=this.clock.step;for(let s of this.#e)s.draw(e,t);this.controls.draw(),this.#o(t)}#o(t){let{minima:e,letters:s,colours:i,steps:r,surface:n}=this.#t,a=`${t.dark} ${r} ${Array.from(e).join()}`;if(this.legend.dataset.key===a)return;this.legend.dataset.key=a;let l=[],h=Math.min(i.length,e.length/2);for(let u=0;u<h;u++){let g=f("span",{class:"swatch"});g.style.background=`linear-gradient(to right, ${i[u].join()})`;let x=u===h-1&&e.length/2>h?", and others in the same colours":"",b=`${n.axes[0]} ${m(e[2*u])}, ${n.axes[1]} ${m(e[2*u+1])}`;l.push(f("span",{},g,`${s[u]}: ${b}${x}`))}let p=f("span",{class:"swatch"});p.style.background=U(t);let d=f("canvas",{class:"swatch",width:"60",height:"26"}),c=d.getContext("2d");c.fillStyle=G(t),c.fillRect(0,0,60,26),I(c,9,Y(t),2),this.legend.replaceChildren(...l,f("span",{},p,"not there yet"),f("span",{},d,"diverged"),f("span",{class:"note"},`light: there at once, dark: there at step ${r}`))}};var Tt=`.many-races {
  position: relative;
  display: flex;
  flex-direction: column;
  gap: 12px;
}
.take {
  align-self: start;
}
.plot {
  position: relative;
  height: clamp(340px, 52cqw, 560px);
}
.plot canvas {
  position: absolute;
  inset: 0;
  width: 100%;
  height: 100%;
  touch-action: pan-y;
}
.explorer .reading {
  z-index: 2;
}
.bests {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(290px, 1fr));
  gap: 2px 14px;
}
.bests .row:disabled {
  cursor: default;
  opacity: 0.7;
}
.bests .row .settings {
  color: var(--soft);
}
.take {
  padding: 6px 14px;
  border: 1px solid var(--edge);
  border-radius: 8px;
  background: var(--paper);
  cursor: pointer;
  text-align: left;
}
.take:hover:enabled {
  border-color: var(--accent);
  color: var(--accent);
}
.take:disabled {
  cursor: default;
  color: var(--soft);
}

.maps {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(max(150px, min(46%, 225px)), 1fr));
  gap: 12px 10px;
}
.maps figure {
  margin: 0;
  min-width: 0;
}
.maps figcaption {
  display: flex;
  align-items: center;
  gap: 6px;
  flex-wrap: wrap;
  min-height: 24px;
}
.maps .mark {
  width: 18px;
  height: 18px;
}
.share {
  flex-basis: 100%;
  font-size: 0.86em;
  color: var(--soft);
  font-variant-numeric: tabular-nums;
}
.map {
  position: relative;
  width: 100%;
}
.map canvas {
  position: absolute;
  inset: 0;
  width: 100%;
  height: 100%;
  touch-action: pan-y;
}
.key {
  display: flex;
  flex-wrap: wrap;
  gap: 4px 18px;
  align-items: center;
  font-size: 0.86em;
}
.key > span {
  display: inline-flex;
  align-items: center;
  gap: 6px;
}
.swatch {
  display: inline-block;
  width: 30px;
  height: 13px;
  border: 1px solid var(--edge);
  border-radius: 3px;
}
`;var Zt=100,te=1e16;function F(o,t,e,s){let i=Math.abs(s[1]-s[0])/36;if(e!==null){let l=[0,e];return{scale:C(l,s),ticks:T(l,i),domain:l,log:!1}}let r=Array.from(o).filter(Number.isFinite),n=t>0&&r.every(l=>l>=0)?ee(r,t):null;if(n)return{scale:O(n,s),ticks:J(n,i),domain:n,log:!0};let a=se(r,t);return{scale:C(a,s),ticks:T(a,i),domain:a,log:!1}}function ee(o,t){let e=o.filter(n=>n>0&&n<=t*Zt),s=Math.max(t,...e),i=Math.max(s/te,Math.min(t,...e)),r=Math.max(1.3,(s/i)**.04);return[i/r,s*r]}function se(o,t){let e=Math.max(1e-9,Math.abs(t),ie(o.map(Math.abs))),s=Math.min(t,...o.filter(n=>n>-10*e)),i=Math.max(t,...o.filter(n=>n<t+(t-s))),r=.06*(i-s||e);return[s-r,i+r]}function ie(o){let t=[...o].sort((e,s)=>e-s);return t[Math.floor(t.length/2)]??0}var et={left:62,top:26,right:92,bottom:46},A=14,st=class{#t=null;#e={left:0,top:0,right:1,bottom:1};#o=[-1,-1];constructor(t,e){this.pick=t,this.changed=e;let s=f("canvas",{role:"img"});this.sheet=new k(s);let i=f("div",{class:"plot"},s);this.reading=new $(i),this.best=f("button",{type:"button",class:"take"}),this.root=f("div",{class:"many-races"},i,this.best),s.addEventListener("pointermove",r=>this.#h(r)),s.addEventListener("pointerleave",()=>{this.#o=[-1,-1],this.reading.hide(),this.changed()}),s.addEventListener("click",r=>{this.#h(r),this.#r(this.#o)}),this.best.addEventListener("click",()=>this.#r(this.#i()))}advance(t){return!1}show(t){this.#t=t;let[e,s]=this.#i(),[{label:i,values:r},{label:n,values:a}]=t.axes;this.best.disabled=e<0,this.best.textContent=e<0?"No setting has an outcome here":`Take the best into the race: ${i} ${m(r[e])}, ${n} ${m(a[s])}, ${t.outcome==="final"?"loss":"steps"} ${m(this.#s(e,s))}`;let l=`${t.runs[0].name}: outcome over ${i} and ${n}; the button below names the best`;this.sheet.canvas.setAttribute("aria-label",l)}#s(t,e){let{values:s,axes:i}=this.#t;return s[t*i[1].values.length+e]}#i(){let{values:t,axes:e}=this.#t,s=-1;t.forEach((r,n)=>{Number.isFinite(r)&&(s<0||r<t[s])&&(s=n)});let i=e[1].values.length;return s<0?[-1,-1]:[Math.floor(s/i),s%i]}#r([t,e]){if(!this.#t||t<0)return;let{runs:s,axes:i}=this.#t,r={[i[0].name]:i[0].values[t],[i[1].name]:i[1].values[e]};this.pick({settings:{[s[0].name]:r}})}draw(t){if(!this.#t)return;this.sheet.fit(),this.sheet.clear();let{width:e,height:s,context:i}=this.sheet;this.#e={left:et.left,top:et.top,right:e-et.right,bottom:s-et.bottom};let{values:r,axes:n,outcome:a,steps:l,start_loss:h,colours:p,runs:d}=this.#t,c=B(p),{top:u,bottom:g,right:x,left:b}=this.#e,y=F(r,h,a==="reached"?l:null,[0,255]),[w,v]=n.map(M=>M.values.length),S=new ImageData(v,w),N=new ImageData(v,w);r.forEach((M,ft)=>{let gt=4*((w-1-Math.floor(ft/v))*v+ft%v);if(Number.isNaN(M))return;if(!Number.isFinite(M))return N.data.set([0,0,0,255],gt);let zt=y.log&&M<=0?0:y.scale(M);S.data.set([...c[Math.round(Math.max(0,Math.min(255,zt)))],255],gt)}),i.fillStyle=t.dark?"#2a303b":"#e3e6ea",i.fillRect(b,u,x-b,g-u),X(i,S,this.#e),q(i,N,this.#e,t.dark?"#8b94a3":"#8a919c"),i.font=`${11*t.scale}px ${t.font}`,this.#n(t),this.#c(t,c,y),i.fillStyle=t.ink,i.textAlign="left",i.textBaseline="top";let _=a==="final"?`loss after ${l} steps`:"steps until the loss is low enough";i.fillText(`${d[0].name}: ${_}`,b,4),this.#a(this.#i(),t.ink,t.paper,2),this.#a(this.#o,t.ink,t.paper,1.2),this.#l(t)}#n(t){let{context:e}=this.sheet,{left:s,top:i,right:r,bottom:n}=this.#e,[a,l]=this.#t.axes;e.fillStyle=t.soft,e.textAlign="center",e.textBaseline="top";for(let h of Lt(l.values,(r-s)/64)){let p=s+(h+.5)/l.values.length*(r-s);e.fillRect(p-.5,n,1,4),e.fillText(m(l.values[h],2),p,n+7)}e.textAlign="right",e.textBaseline="middle";for(let h of Lt(a.values,(n-i)/34)){let p=n-(h+.5)/a.values.length*(n-i);e.fillRect(s-4,p-.5,4,1),e.fillText(m(a.values[h]),s-7,p)}e.fillStyle=t.ink,e.textAlign="center",e.textBaseline="alphabetic",e.fillText(l.label,(s+r)/2,n+38),e.textAlign="left",e.fillText(a.label,4,(i+n)/2+4)}#c(t,e,s){let{context:i}=this.sheet,{right:r,top:n,bottom:a}=this.#e,l=r+16,h=a-34;for(let c=n;c<h;c++){let[u,g,x]=e[Math.round(255*(1-(c-n)/(h-n)))];i.fillStyle=`rgb(${u} ${g} ${x})`,i.fillRect(l,c,A,1.5)}i.fillStyle=t.soft,i.textAlign="left",i.textBaseline="middle";let p=1/0;for(let c of s.ticks){let u=h-s.scale(c)/255*(h-n);u<n||u>h||p-u<16||(p=u,i.fillText(m(c),l+A+6,u))}let d=new k(document.createElement("canvas"));d.canvas.width=d.canvas.height=2*A,I(d.context,9,t.dark?"#8b94a3":"#8a919c",2),i.drawImage(d.canvas,l,a-A,A,A),i.fillText("diverges",l+A+6,a-A/2)}#a([t,e],s,i,r){if(t<0)return;let{context:n}=this.sheet,{left:a,top:l,right:h,bottom:p}=this.#e,[d,c]=this.#t.axes.map(x=>x.values.length),[u,g]=[(h-a)/c,(p-l)/d];for(let[x,b]of[[r+2.5,i],[r,s]])n.lineWidth=x,n.strokeStyle=b,n.strokeRect(a+e*u-1,p-(t+1)*g-1,u+2,g+2)}#l(t){let{axes:e}=this.#t,{left:s,top:i,right:r,bottom:n}=this.#e,[a,l]=e.map(({values:c,current:u})=>(oe(c,u)+.5)/c.length);if(!(l>=0&&l<=1&&a>=0&&a<=1))return;let{context:h}=this.sheet,[p,d]=[s+l*(r-s),n-a*(n-i)];for(let[c,u]of[[4.5,t.paper],[2,t.ink]])h.lineWidth=c,h.strokeStyle=u,h.beginPath(),h.arc(p,d,7,0,2*Math.PI),h.stroke()}#h({offsetX:t,offsetY:e}){if(!this.#t)return;let{left:s,top:i,right:r,bottom:n}=this.#e,{axes:a,diverged:l,outcome:h}=this.#t,[p,d]=a.map(v=>v.values.length),c=Math.floor((t-s)/(r-s)*d),u=Math.floor((n-e)/(n-i)*p),g=c>=0&&c<d&&u>=0&&u<p;if(this.#o=g?[u,c]:[-1,-1],this.sheet.canvas.style.cursor=g?"pointer":"",this.changed(),!g)return this.reading.hide();let x=this.#s(u,c),b=l[u*d+c],y=h==="reached"?"not in time":"–",w=Number.isFinite(b)?`diverges at step ${b}`:Number.isFinite(x)?m(x):y;this.reading.tell(t,w,[[a[0].label,m(a[0].values[u])],[a[1].label,m(a[1].values[c])]])}};function Lt(o,t){let e=Array.from(o.keys()),s=e.filter(n=>Rt(o[n])||Rt(1-o[n])),i=s.length>=3?s:e,r=Math.max(1,Math.ceil(i.length/Math.max(1,t)));return i.filter((n,a)=>a%r===0)}function Rt(o){let t=Math.log10(o);return Math.abs(t-Math.round(t))<1e-9}function oe(o,t){if(!(t>=o[0]&&t<=o[o.length-1]))return NaN;let e=0;for(;e<o.length-2&&o[e+1]<=t;)e++;return e+(t-o[e])/(o[e+1]-o[e])}var ot=2,it=5,ut=3,re=28,rt=class{#t=null;#e=0;#o=0;#s=O([1,10],[0,1]);#i=F([],1,null,[1,0]);#r=-1;#n=-1;constructor(t,e){this.pick=t,this.changed=e;let s=f("canvas",{role:"img"});this.sheet=new k(s);let i=f("div",{class:"plot"},s);this.reading=new $(i),this.bests=f("div",{class:"bests",role:"group","aria-label":"Best learning rates"}),this.root=f("div",{class:"many-races"},i,this.bests),s.addEventListener("pointermove",r=>this.#f(r.offsetX,r.offsetY)),s.addEventListener("pointerleave",()=>this.#b()),s.addEventListener("click",r=>{this.#f(r.offsetX,r.offsetY),this.#h(this.#n,this.#r)})}advance(t){return!1}show(t){this.#t=t,this.bests.replaceChildren(...t.runs.map((i,r)=>this.#c(i,r)));let{outcome:e}=t,s=e==="final"?"Loss after the last step":"Steps until the threshold";this.sheet.canvas.setAttribute("aria-label",`${s} against the learning rate; the buttons below name the best`)}#c(t,e){let{rates:s}=this.#t,i=this.#a(e),r=-1;i.forEach((d,c)=>{Number.isFinite(d)&&(r<0||d<i[r])&&(r=c)});let n=this.#l(e).findIndex(Number.isFinite),a=r<0?"never":`${m(i[r])} at lr ${m(s[r],2)}`,l=n<0?"never diverges":`diverges from lr ${m(s[n],2)}`,h=f("canvas",{class:"sample"}),p=f("button",{type:"button",class:"row"},h,f("span",{class:"name"},t.name),f("span",{class:"value"},a),f("span",{class:"settings"},r<0?"no outcome":"take it into the race"),f("span",{class:"note"},l));return p.disabled=r<0,p.addEventListener("click",()=>this.#h(e,r)),p}#a(t){let{values:e,rates:s}=this.#t;return e.subarray(t*s.length,(t+1)*s.length)}#l(t){let{diverged:e,rates:s}=this.#t;return e.subarray(t*s.length,(t+1)*s.length)}#h(t,e){if(!this.#t||t<0||e<0)return;let{name:s}=this.#t.runs[t];this.pick({settings:{[s]:{lr:this.#t.rates[e]}}})}draw(t){if(!this.#t)return;this.sheet.fit(),this.sheet.clear();let{runs:e,rates:s,values:i,steps:r,start_loss:n,outcome:a}=this.#t,{width:l,height:h}=this.sheet,p=h-44;this.#e=58,this.#o=24+e.length*(it+ut)+8,this.#s=O([s[0],s[s.length-1]],[this.#e,l-14]),this.#i=F(i,n,a==="reached"?r:null,[p,this.#o]),this.#d(t,p),this.#u(t),e.forEach((d,c)=>{this.#g(d,c,t),this.#m(d,c,t,p)}),this.#x(t,p),this.bests.querySelectorAll("canvas").forEach((d,c)=>ae(d,e[c],t))}#d(t,e){let{context:s,width:i}=this.sheet,{rates:r,outcome:n,steps:a}=this.#t;s.font=`${11*t.scale}px ${t.font}`,s.textBaseline="middle",s.textAlign="right";for(let h of this.#i.ticks){let p=this.#i.scale(h);s.fillStyle=t.wall,s.fillRect(this.#e,p-.5,i-14-this.#e,1),s.fillStyle=t.soft,s.fillText(m(h),this.#e-7,p)}s.textBaseline="top",s.textAlign="center";for(let h of J([r[0],r[r.length-1]],i/70))s.fillStyle=t.wall,s.fillRect(this.#s(h)-.5,20,1,e-20),s.fillStyle=t.soft,s.fillText(m(h),this.#s(h),e+7);s.fillStyle=t.ink,s.fillText("learning rate",(this.#e+i-14)/2,e+24),s.textAlign="left";let l=n==="final"?`loss after ${a} steps`:"steps until the loss is low enough";s.fillText(l,this.#e,2),s.fillStyle=t.soft,s.textAlign="right",s.fillText("bars: diverges",i-14,2)}#u(t){let{context:e,width:s}=this.sheet,{outcome:i,start_loss:r}=this.#t;if(i!=="final")return;let n=this.#i.scale(r);e.setLineDash([2,4]),e.strokeStyle=t.soft,e.beginPath(),e.moveTo(this.#e,n),e.lineTo(s-14,n),e.stroke(),e.setLineDash([]),e.textAlign="left",e.textBaseline="bottom",e.fillStyle=t.soft,e.fillText("at the start",this.#e+4,n-2)}#g(t,e,s){let{context:i}=this.sheet,{rates:r}=this.#t,n=(this.#s(r[1])-this.#s(r[0]))/2;i.fillStyle=P(t,s),this.#l(e).forEach((a,l)=>{if(!Number.isFinite(a))return;let[h,p]=[Math.max(this.#e,this.#s(r[l])-n),this.#s(r[l])+n];i.fillRect(h,20+e*(it+ut),p-h+.5,it)})}#m(t,e,s,i){let{context:r,width:n}=this.sheet,{rates:a}=this.#t;r.save(),r.beginPath(),r.rect(this.#e,this.#o-3,n-14-this.#e,i-this.#o+6),r.clip(),r.strokeStyle=P(t,s),r.globalAlpha=this.#n>=0&&this.#n!==e?.35:1,r.lineWidth=(this.#n===e?1.6:1)*ot*s.scale,r.lineJoin="round",r.setLineDash(dt(t,ot*s.scale)),r.beginPath();let l=!1;this.#a(e).forEach((h,p)=>{if(!Number.isNaN(h)){if(Number.isFinite(h)){let d=this.#p(h);l?r.lineTo(this.#s(a[p]),d):r.moveTo(this.#s(a[p]),d)}l=Number.isFinite(h)}}),r.stroke(),r.restore()}#x(t,e){let{runs:s,rates:i}=this.#t,{context:r}=this.sheet;for(let l of s)l.current>=i[0]&&l.current<=i[i.length-1]&&R(r,l.style.marker,this.#s(l.current),e,5*t.scale,P(l,t),t.paper);if(this.#r<0)return;r.fillStyle=t.soft,r.fillRect(this.#s(i[this.#r])-.5,20,1,e-20);let n=this.#n<0?NaN:this.#a(this.#n)[this.#r];if(!Number.isFinite(n))return;let a=s[this.#n];R(r,a.style.marker,this.#s(i[this.#r]),this.#p(n),6,P(a,t),t.paper)}#p(t){let e=this.#i.log&&t<=0?9999:this.#i.scale(t);return Math.max(-9999,Math.min(9999,e))}#f(t,e){if(!this.#t)return;let{rates:s,runs:i,outcome:r}=this.#t,n=-1;s.forEach((d,c)=>{(n<0||Math.abs(this.#s(d)-t)<Math.abs(this.#s(s[n])-t))&&(n=c)});let a=i.map((d,c)=>({run:d,i:c,value:this.#a(c)[n],lost:this.#l(c)[n]})).filter(({value:d})=>!Number.isNaN(d)),l=a.filter(({value:d})=>Number.isFinite(d));l.sort((d,c)=>Math.abs(this.#p(d.value)-e)-Math.abs(this.#p(c.value)-e));let h=l.length&&Math.abs(this.#p(l[0].value)-e)<re,p=Math.floor((e-20)/(it+ut));this.#r=n,this.#n=h?l[0].i:p>=0&&p<i.length&&Number.isFinite(this.#l(p)[n])?p:-1,this.sheet.canvas.style.cursor=this.#n>=0?"pointer":"crosshair",a.sort((d,c)=>c.value-d.value),this.reading.tell(t,`lr ${m(s[n])}`,a.map(({run:d,value:c,lost:u})=>[d.name,Number.isFinite(u)?`diverges at step ${u}`:ne(c,r)])),this.changed()}#b(){this.#r=this.#n=-1,this.reading.hide(),this.changed()}};function ne(o,t){return Number.isFinite(o)?m(o):t==="reached"?"not in time":"–"}function P({style:o},t){return t.dark?o.dark:o.light}function ae(o,t,e){let s=new k(o);s.fit();let{context:i,width:r,height:n}=s;i.strokeStyle=P(t,e),i.lineWidth=ot,i.setLineDash(dt(t,ot)),i.beginPath(),i.moveTo(2,n/2),i.lineTo(r-12,n/2),i.stroke(),i.setLineDash([]),R(i,t.style.marker,r-10,n/2,5,P(t,e),e.paper)}var le={rates:rt,pair:st,basins:tt},he=.1,nt=class{pick=()=>{};#t="";#e=null;#o=!0;#s=0;constructor(t){this.root=f("div",{class:"player explorer",role:"region","aria-label":"Many races at once"}),t.append(f("style",{},bt,Tt),this.root),this.theme=lt(this.root),new ResizeObserver(()=>this.redraw()).observe(this.root),requestAnimationFrame(e=>this.#i(e))}receive(t){t.kind!==this.#t&&(this.#t=t.kind,this.#e=new le[t.kind](e=>this.pick(e),()=>this.redraw()),this.root.replaceChildren(this.#e.root)),this.#e?.show(t),this.retheme()}retheme(){this.theme=lt(this.root),this.redraw()}redraw(){this.#o=!0}#i(t){if(!this.root.isConnected&&this.#s)return;requestAnimationFrame(s=>this.#i(s));let e=Math.min(he,(t-this.#s)/1e3);this.#s=t,this.#e&&(this.#e.advance(e)&&(this.#o=!0),this.#o&&(this.#o=!1,this.#e.draw(this.theme)))}};var Pt=new WeakMap;function Ts({parentElement:o,data:t,setTriggerValue:e}){let s=Pt.get(o)??{explorer:new nt(o),data:null};if(Pt.set(o,s),s.explorer.pick=i=>e("picked",i),s.data===t)return s.explorer.retheme();s.data=t,s.explorer.receive(xt(t))}export{Ts as mount};
