// optviz player; sources 28458b13808602ddd035f0e4980bceff0d3b614cee800b013acdef6095d31c06
var fs={f8:Float64Array,u2:Uint16Array,i1:Int8Array,i4:Int32Array};function nt(o){let t=o.slice().buffer,s=new DataView(t).getUint32(0,!0),e=new TextDecoder().decode(new Uint8Array(t,4,s)),i=JSON.parse(e,(r,n)=>we(n,t,4+s));return i.surface&&ge(i.surface),i}function ge(o){let t=(o.levels.length+1)/65534;o.heights=Float32Array.from(o.heights,s=>s===65535?NaN:s*t)}function we(o,t,s){if(!o||!Array.isArray(o.shape)||!(o.type in fs))return o;let e=o,i=fs[e.type],r=e.shape.reduce((n,a)=>n*a,1);return new i(t,s+e.at,r)}var tt=[.25,.5,1,2,4,8],at=class{time=0;steps=1;playing=!0;loop=!0;speed=1;#t=0;get step(){return Math.floor(this.time+1e-9)}get atEnd(){return this.time>=this.steps}advance(t){this.playing&&(this.atEnd?this.loop?(this.#t+=t)>=1.2&&this.seek(0):this.playing=!1:this.time=Math.min(this.steps,this.time+t*25*this.speed))}seek(t){this.time=Math.max(0,Math.min(this.steps,t)),this.#t=0}move(t){this.playing=!1,this.seek(t>0?this.step+t:Math.ceil(this.time-1e-9)+t)}toggle(){!this.playing&&this.atEnd&&this.seek(0),this.playing=!this.playing}shift(t){let s=tt.indexOf(this.speed)+t;this.speed=tt[Math.max(0,Math.min(tt.length-1,s))]}restart(){this.seek(0),this.playing=!0}fit(t){let s=this.atEnd&&this.steps>0;this.steps=t,this.time=s?t:Math.min(this.time,t)}};function u(o,t={},...s){let e=document.createElement(o);for(let[i,r]of Object.entries(t))e.setAttribute(i,r);return e.append(...s),e}function st(o){let t=document.createElementNS("http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let s=document.createElementNS("http://www.w3.org/2000/svg","path");return s.setAttribute("d",o),t.append(s),t}var Kt={restart:"M6 5h2.4v14H6zM19 5v14L9.5 12z",back:"M17 5v14L8 12zM6.2 5h2v14h-2z",play:"M7 4.5v15L20 12z",pause:"M6.5 5h4v14h-4zM13.5 5h4v14h-4z",forward:"M7 5v14l9-7zM15.8 5h2v14h-2z",loop:"M17 3l4 3.5L17 10V7.6H8A3.4 3.4 0 0 0 4.6 11v1H2.4v-1A5.6 5.6 0 0 1 8 5.4h9zM7 21l-4-3.5L7 14v2.4h9a3.4 3.4 0 0 0 3.4-3.4v-1h2.2v1a5.6 5.6 0 0 1-5.6 5.6H7z"},ye=new Map([[.25,"¼×"],[.5,"½×"]]),ht=class{constructor(t,s,e){this.clock=s;let i=h=>()=>{h(),e()};this.play=et("Play","play"),this.loop=et("Loop","loop"),this.scrub=u("input",{type:"range",min:"0",step:"1","aria-label":"Step"}),this.count=u("output",{class:"count"}),this.speed=u("select",{"aria-label":"Speed"});for(let h of tt){let l=ye.get(h)??`${h}×`;this.speed.append(u("option",{value:String(h)},l))}let r=et("Restart","restart"),n=et("Step back","back"),a=et("Step forward","forward");r.addEventListener("click",i(()=>s.restart())),n.addEventListener("click",i(()=>s.move(-1))),a.addEventListener("click",i(()=>s.move(1))),this.play.addEventListener("click",i(()=>s.toggle())),this.loop.addEventListener("click",i(()=>s.loop=!s.loop)),this.speed.addEventListener("change",i(()=>s.speed=Number(this.speed.value))),this.scrub.addEventListener("input",i(()=>this.#t())),this.count.setAttribute("aria-live","off"),t.append(r,n,this.play,a,this.scrub,this.count,this.speed,this.loop)}#t(){this.clock.playing=!1,this.clock.seek(Number(this.scrub.value))}draw(){let{clock:t}=this,s=String(t.step);jt(this.scrub,"max",String(t.steps)),this.scrub.value!==s&&(this.scrub.value=s),jt(this.scrub,"aria-valuetext",`step ${s} of ${t.steps}`);let e=`${s} / ${t.steps}`;this.count.textContent!==e&&(this.count.textContent=e),this.scrub.style.setProperty("--done",`${100*t.time/t.steps}%`),this.speed.value!==String(t.speed)&&(this.speed.value=String(t.speed)),jt(this.loop,"aria-pressed",String(t.loop));let i=t.playing?"Pause":"Play";this.play.getAttribute("aria-label")!==i&&(ms(this.play,i),this.play.replaceChildren(st(t.playing?Kt.pause:Kt.play)))}};function et(o,t){let s=u("button",{type:"button",class:t},st(Kt[t]));return ms(s,o),s}function ms(o,t){o.setAttribute("aria-label",t),o.title=t}function jt(o,t,s){o.getAttribute(t)!==s&&o.setAttribute(t,s)}var gs=`:host {
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
`;var g={themes:{light:{ink:"#22262b",soft:"#5b6270",paper:"#ffffff",rim:[255,255,255,.8],contour:[40,60,90,.3],wall:[30,40,60,.12],edge:[40,60,90,.5],star:"#9aa3b0",hatch:"#a4abb6",ground:["#fff6d8","#f4f3e4","#e5eced","#d8e3ee","#cad8ea"],light:{level:1,contrast:.3,darkest:.76,brightest:1.05}},dark:{ink:"#f2f4f6",soft:"#b4bac6",paper:"#0e1117",rim:[14,17,23,.75],contour:[190,210,235,.3],wall:[255,255,255,.1],edge:[190,210,235,.5],star:"#8d97a6",hatch:"#5b6472",ground:["#243b4a","#1d2f3e","#192634","#161e2a","#131720"],light:{level:1.3,contrast:.8,darkest:.8,brightest:1.75}}},sun:{direction:[-.5,.24,.832],wall:.5,tint:[1.15,1,.8]},box:{height:.55,base:-.035,wide:1.4142135623730951,tall:1.48,margin:[44,24,18,34],tick:5,gap:62,name:32,line:14},camera:{elevation:44.5,azimuth:225},captions:{linear:"height: loss, to scale",logarithmic:"height: roughly log(loss - minimum)"},trail:{width:2.2,rim:2,hidden:.22},head:{radius:6,rim:3.4},ring:{radius:9,width:2,rim:5},star:{radius:7,rim:2},type:{number:11,name:12,label:10},contours:{width:1,shortest:24,apart:6.4,tries:[.5,.3,.7,.15,.85,.4,.6]}};function Yt(o){let t=getComputedStyle(o),s=t.getPropertyValue("--paper").trim()||g.themes.light.paper,e=ve(s)<.4,{ink:i,soft:r,star:n,hatch:a,ground:h,...l}=g.themes[e?"dark":"light"];return{dark:e,paper:s,ink:t.getPropertyValue("--ink").trim()||i,soft:r,star:n,hatch:a,ground:h,rim:lt(l.rim),contour:lt(l.contour),wall:lt(l.wall),edge:lt(l.edge),font:t.fontFamily,scale:Number(t.getPropertyValue("--scale"))||1}}function lt(o){return`rgba(${o.join()})`}function ve(o){let t=document.createElement("canvas").getContext("2d",{willReadFrequently:!0});t.fillStyle=o,t.fillRect(0,0,1,1);let[s,e,i]=t.getImageData(0,0,1,1).data;return(.2126*s+.7152*e+.0722*i)/255}function ct(o){let t=o.map(s=>[1,3,5].map(e=>parseInt(s.slice(e,e+2),16)));return Array.from({length:256},(s,e)=>{let i=e/255*(t.length-1),r=Math.min(t.length-2,Math.floor(i));return t[r].map((n,a)=>n+(t[r+1][a]-n)*(i-r))})}var E=class o{static finer=1;width=0;height=0;#t=0;constructor(t){this.canvas=t,this.context=t.getContext("2d")}fit(){let[t,s]=[this.canvas.clientWidth,this.canvas.clientHeight],e=(window.devicePixelRatio||1)*o.finer;return t===this.width&&s===this.height&&e===this.#t?!1:(Object.assign(this,{width:t,height:s}),this.#t=e,this.canvas.width=Math.max(1,Math.round(t*e)),this.canvas.height=Math.max(1,Math.round(s*e)),this.context.setTransform(e,0,0,e,0,0),!0)}clear(){this.context.clearRect(0,0,this.width,this.height)}twin(){let t=new o(document.createElement("canvas"));return t.canvas.width=this.canvas.width,t.canvas.height=this.canvas.height,Object.assign(t,{width:this.width,height:this.height}),t.context.setTransform(this.#t,0,0,this.#t,0,0),t}lay(t,s=this.width){let e=Math.max(0,Math.min(1,s/this.width)),[i,r]=[Math.round(t.canvas.width*e),t.canvas.height];if(i===0||r===0)return;let n=i/this.#t;this.context.drawImage(t.canvas,0,0,i,r,0,0,n,r/this.#t)}};var ke="⁰¹²³⁴⁵⁶⁷⁸⁹";function b(o,t=3){if(!Number.isFinite(o))return"–";let s=Math.abs(o);if(s===0||s>=.001&&s<1e4)return ws(String(Number(o.toPrecision(t))));let[e,i]=o.toExponential(t-1).split("e"),r=`10${Me(Number(i))}`,n=ws(String(Number(e)));return n==="1"?r:n==="−1"?`−${r}`:`${n}·${r}`}function Me(o){let t=[...String(Math.abs(o))].map(s=>ke[Number(s)]);return(o<0?"⁻":"")+t.join("")}function ws(o){return o.replace("-","−")}function S([o,t],[s,e]){let i=(e-s)/(t-o);return Object.assign(r=>s+(r-o)*i,{invert:r=>o+(r-s)/i})}function bs([o,t],s){let e=S([Math.log10(o),Math.log10(t)],s);return Object.assign(i=>e(Math.log10(i)),{invert:i=>10**e.invert(i)})}function N([o,t],s){let e=(t-o)/Math.max(1,s),i=10**Math.floor(Math.log10(e)),r=[.5,1,2,5,10].map(h=>h*i),n=r.findIndex(h=>h>=e*(1-1e-9)),a=ys(o,t,r[n]);for(;a.length<2&&n>0;)a=ys(o,t,r[--n]);return a}function ys(o,t,s){let e=Math.ceil(o/s-1e-9),i=Math.floor(t/s+1e-9);return Array.from({length:Math.max(0,i-e+1)},(r,n)=>(e+n)*s)}function xs([o,t],s){let e=Math.ceil(Math.log10(o)-1e-9),i=Math.floor(Math.log10(t)+1e-9),r=Math.max(1,Math.ceil((i-e+1)/Math.max(1,s))),n=[];for(let a=i;a>=e;a-=r)n.push(10**a);return n.reverse()}var D=g.trail.width,ut=g.head.radius;function pt(o){return vs[o]??vs.circle}var vs={circle:Ee(),square:j([[-.85,-.85],[.85,-.85],[.85,.85],[-.85,.85]]),triangle:j([[0,-1.15],[1.05,.75],[-1.05,.75]]),diamond:j([[0,-1.25],[1,0],[0,1.25],[-1,0]]),plus:j(ks()),cross:j(ks().map(([o,t])=>[(o-t)*Math.SQRT1_2,(o+t)*Math.SQRT1_2])),star:j(Se())};function Ee(){let o=new Path2D;return o.arc(0,0,.95,0,2*Math.PI),o}function j(o){let t=new Path2D;return o.forEach(([s,e])=>t.lineTo(s,e)),t.closePath(),t}function ks(){let[o,t]=[.38,1.15];return[[-o,-t],[o,-t],[o,-o],[t,-o],[t,o],[o,o],[o,t],[-o,t],[-o,o],[-t,o],[-t,-o],[-o,-o]]}function Se(){return Array.from({length:10},(o,t)=>{let[s,e]=[Math.PI*t/5-Math.PI/2,t%2?.6:1.4];return[e*Math.cos(s),e*Math.sin(s)]})}function R(o,t,s,e,i,r,n){o.save(),o.translate(s,e),o.scale(i,i),o.lineWidth=g.head.rim/i,o.lineJoin="round",o.strokeStyle=n,o.fillStyle=r,o.stroke(pt(t)),o.fill(pt(t)),o.restore()}function z(o,t){return o.style.dash.map(s=>s*t)}function dt(o,t,s,e,i){o.save(),o.translate(t,s),o.scale(e,e),o.lineWidth=g.star.rim/g.star.radius,o.lineJoin="round",o.fillStyle=i.star,o.strokeStyle=i.paper,o.fill(pt("star")),o.stroke(pt("star")),o.restore()}var Xt=[{id:"accuracy",label:"Accuracy",log:!1,values:({accuracy:o})=>o},{id:"log",label:"Loss, log",log:!0,values:({loss:o})=>o},{id:"linear",label:"Loss",log:!1,values:({loss:o})=>o},{id:"distance",label:"Distance",log:!0,values:({distance:o})=>o},{id:"gradient",label:"Gradient",log:!0,values:({grad:o})=>Te(o)},{id:"rate-x",label:"Step",axis:0,log:!0,values:o=>Ms(o,0)},{id:"rate-y",label:"Step",axis:1,log:!0,values:o=>Ms(o,1)}];function ft(o){return Xt.filter(({log:t,values:s})=>o.runs.map(i=>s(i)).every(i=>i&&!(t&&Ae(i,r=>r<0))))}function Ae(o,t){for(let s=0;s<o.length;s++)if(t(o[s]))return!0;return!1}function Te(o){return Float64Array.from({length:o.length/2},(t,s)=>Math.hypot(o[2*s],o[2*s+1]))}function Ms({state:o,hyper:t,loss:s},e){let{rate:i}=o;return i?Float64Array.from({length:s.length},(r,n)=>i[2*n+e]):new Float64Array(s.length).fill(t.lr)}var Es=1.7,Ss={left:46,top:10,right:12,bottom:24},mt=class{quantity=Xt[1];#t=!0;#s=Ss;#e=S([0,1],[0,1]);#i=S([0,1],[0,1]);#o=null;#r=null;#n=new Map;#a=[];constructor(t,s){let e=u("canvas",{role:"img","aria-label":"The chosen quantity over the steps"});this.reading=u("div",{class:"reading",hidden:""}),t.append(e,this.reading),this.sheet=new E(e),this.surface=null,this.race=null;let i=r=>{r.buttons&1&&s(this.#e.invert(r.offsetX)),this.#m(r.offsetX)};e.addEventListener("pointerdown",i),e.addEventListener("pointermove",i),e.addEventListener("pointerleave",()=>this.reading.hidden=!0)}show(t,s){this.surface=t,this.race=s,this.refresh()}refresh(){this.#t=!0}draw(t,s,e){if(!this.race)return;(this.sheet.fit()||this.#t)&&this.#l(s,e);let i=this.#e(t);this.sheet.clear(),this.sheet.lay(this.#o),this.sheet.lay(this.#r,i);let{context:r}=this.sheet;r.fillStyle=e.soft,r.fillRect(i-.5,this.#s.top,1,this.sheet.height-this.#s.top-this.#s.bottom);for(let n of this.#a)this.#y(r,n,t,e)}#l(t,s){this.#t=!1;let{width:e,height:i}=this.sheet,{runs:r,steps:n}=this.race;this.#a=r.filter(({name:h})=>!t.has(h)),this.#n=new Map(r.map(h=>[h,this.quantity.values(h)??[]])),this.#s={...Ss,left:28+18*s.scale,bottom:10+14*s.scale},this.#e=S([0,n],[this.#s.left,e-this.#s.right]),this.#o=this.sheet.twin(),this.#r=this.sheet.twin();let a=this.quantity.log?this.#u():this.#h();this.#i=(this.quantity.log?bs:S)(a,[i-this.#s.bottom,this.#s.top]),this.#p(this.#o.context,s,a);for(let h of this.#a)this.#w(this.#o.context,h,s,.28),this.#w(this.#r.context,h,s,1)}#c(t){return this.#n.get(t)??[]}#h(){if(this.quantity.id==="accuracy")return[0,1];let{low:t,high:s}=this.surface,e=this.#a.flatMap(h=>Array.from(this.#c(h)).filter(Number.isFinite)),i=Math.max(t,Math.min(...e)),r=Math.max(...this.#a.map(h=>this.#c(h)[0])),n=Math.min(s,Math.max(r*1.15,Math.min(Math.max(...e),r*1.6))),a=.06*(n-i||1);return Number.isFinite(i+n)?[i-a,n+a]:[0,1]}#u(){let{high:t}=this.surface,s=this.quantity.id==="log"?t:1e12,[e,i]=[1/0,0];for(let n of this.#a)for(let a of Array.from(this.#c(n)))a>0&&(e=Math.min(e,a)),a<=s&&(i=Math.max(i,a));if(e===1/0)return[.1,10];if(!(e<i))return[e/10,e*10];let r=(i/e)**.05;return[e/r,i*r]}#p(t,s,e){let{width:i,height:r}=this.sheet,[n,a,h]=[this.#s.left,i-this.#s.right,r-this.#s.bottom],l=(h-this.#s.top)/34,c=this.quantity.log&&Math.log10(e[1]/e[0])>1.5;t.font=`${11*s.scale}px ${s.font}`,t.textAlign="right",t.textBaseline="middle";for(let d of c?xs(e,l):N(e,l)){let p=this.#i(d);t.fillStyle=s.wall,t.fillRect(n,p-.5,a-n,1),t.fillStyle=s.soft,t.fillText(this.#f(d),n-7,p)}t.textAlign="center",t.textBaseline="top",this.#g(t,i,h+7)}#g(t,s,e){let i=this.race?.steps??1,r=1.6*t.measureText(String(i)).width,n=N([0,i],(this.#e(i)-this.#e(0))/70).filter(Number.isInteger);for(let a of[...n.filter(h=>this.#e(i)-this.#e(h)>r),i]){let h=t.measureText(String(a)).width/2;t.fillText(String(a),Math.min(this.#e(a),s-h),e)}}#w(t,s,e,i){let{width:r,height:n}=this.sheet;t.save(),t.beginPath(),t.rect(this.#s.left,this.#s.top-4,r-this.#s.left,n-this.#s.top-this.#s.bottom+8),t.clip(),t.globalAlpha=i,t.strokeStyle=e.dark?s.style.dark:s.style.light,t.lineWidth=Es*e.scale,t.lineJoin="round",t.setLineDash(z(s,Es*e.scale)),t.beginPath();let a=this.#c(s);for(let h=0;h<a.length;h++)Number.isFinite(a[h])&&t.lineTo(this.#e(h),this.#d(a[h]));t.stroke(),t.restore()}#f(t){return this.quantity.id==="accuracy"?`${Number((100*t).toFixed(1))} %`:b(t)}#m(t){let s=Math.round(this.#e.invert(t)),{steps:e}=this.race;if(this.reading.hidden=s<0||s>e,this.reading.hidden)return;let i=this.#a.map(n=>({run:n,value:this.#c(n)[s]})).filter(({value:n})=>Number.isFinite(n)).sort((n,a)=>a.value-n.value);this.reading.replaceChildren(u("b",{},`step ${s}`),...i.map(({run:n,value:a})=>u("span",{},`${n.name} `,u("i",{},this.#f(a)))));let r=t>this.sheet.width/2;this.reading.style.left=r?"auto":`${t+14}px`,this.reading.style.right=r?`${this.sheet.width-t+14}px`:"auto"}#d(t){return Math.max(-9999,Math.min(9999,this.#i(t)))}#y(t,s,e,i){let r=this.#c(s),n=Math.floor(e),[a,h]=[r[n],r[Math.min(n+1,r.length-1)]];if(!Number.isFinite(a))return;let l=Number.isFinite(h)?this.#d(h):this.#d(a),c=this.#d(a)+(e-n)*(l-this.#d(a));if(c<this.#s.top-4||c>this.sheet.height-this.#s.bottom+4)return;let d=i.dark?s.style.dark:s.style.light;R(t,s.style.marker,this.#e(e),c,3.6*i.scale,d,i.paper)}};function As(o,t,s,e){let i=o.getTransform().a,r=document.createElement("canvas");r.width=Math.max(1,Math.round((s.right-s.left)*i)),r.height=Math.max(1,Math.round((s.bottom-s.top)*i));let n=r.getContext("2d");n.imageSmoothingEnabled=!1,n.drawImage(Jt(t),0,0,r.width,r.height),n.globalCompositeOperation="source-in",n.strokeStyle=e,n.lineWidth=1.1*i;let a=document.createElement("canvas");a.width=r.width,a.height=r.height,Ie(a.getContext("2d"),5*i,e,1.1*i),n.drawImage(a,0,0),o.drawImage(r,s.left,s.top,s.right-s.left,s.bottom-s.top)}function Ie(o,t,s,e){let{width:i,height:r}=o.canvas;o.strokeStyle=s,o.lineWidth=e,o.beginPath();for(let n=-r;n<i;n+=t)o.moveTo(n,r),o.lineTo(n+r,0);o.stroke()}function Jt(o){let t=document.createElement("canvas");return t.width=o.width,t.height=o.height,t.getContext("2d").putImageData(o,0,0),t}function Is(o,t,s){let e=Ne(o,t,s),i=[];for(let[r,n]of e)n.length===1&&i.push(Ts(e,r));for(let r of e.keys())e.get(r)?.length&&i.push(Ts(e,r));return i.filter(r=>r.length>1).map(r=>r.flatMap(n=>Le(o,t,s,n)))}function Ne(o,t,s){let e=new Map,i=(r,n)=>{e.set(r,[...e.get(r)??[],n]),e.set(n,[...e.get(n)??[],r])};for(let r=0;r<t-1;r++)for(let n=0;n<t-1;n++){let a=r*t+n,[h,l,c,d]=[o[a],o[a+1],o[a+t],o[a+t+1]],p=+(h>s)|+(l>s)<<1|+(d>s)<<2|+(c>s)<<3;if(p===0||p===15||Number.isNaN(h+l+c+d))continue;let[f,m,y,x]=[2*a,2*(a+t),2*a+1,2*a+3],M=(h+l+c+d)/4>s;if(p===5||p===10){p===5===M?(i(y,m),i(f,x)):(i(y,f),i(m,x));continue}let v=[];(p&1)!==(p>>1&1)&&v.push(f),(p>>1&1)!==(p>>2&1)&&v.push(x),(p>>2&1)!==(p>>3&1)&&v.push(m),(p>>3&1)!==(p&1)&&v.push(y),i(v[0],v[1])}return e}function Ts(o,t){let s=[t];for(let e=o.get(t)?.pop();e!==void 0;e=o.get(t)?.pop()){let i=o.get(e);i.splice(i.indexOf(t),1),s.push(e),t=e}return s}function Le(o,t,s,e){let i=e>>1,r=i+(e&1?t:1),n=(s-o[i])/(o[r]-o[i]);return[i%t+(e&1?0:n),Math.floor(i/t)+(e&1?n:0)]}var De=g.contours.shortest,Ns=g.contours.apart*g.type.label;function Ls({context:o},t,s,e){let i=S(t.xlim,[e.left,e.right]),r=S(t.ylim,[e.bottom,e.top]);return o.save(),o.beginPath(),o.rect(e.left,e.top,e.right-e.left,e.bottom-e.top),o.clip(),Re(o,t,s,e),ze(o,t,s,e),o.restore(),Pe(o,t,s,e,i,r),Ce(o,t,s,i,r),{x:i,y:r}}function Re(o,{heights:t,levels:s},e,i){let r=Math.sqrt(t.length),n=ct(e.ground),a=new ImageData(r,r),h=new ImageData(r,r),l=!1;t.forEach((y,x)=>{let M=Math.max(0,Math.min(255,Math.round(255*y/(s.length+1)))),A=4*((r-1-Math.floor(x/r))*r+x%r);if(!Number.isNaN(y))return a.data.set([...n[M],255],A);h.data.set([0,0,0,255],A),l=!0});let[c,d]=[(i.right-i.left)/(r-1),(i.bottom-i.top)/(r-1)];o.imageSmoothingQuality="high";let[p,f]=[i.left-c/2,i.top-d/2];if(o.drawImage(Jt(a),p,f,c*r,d*r),!l)return;let m={left:p,top:f,right:p+c*r,bottom:f+d*r};As(o,h,m,e.hatch)}function ze(o,{heights:t,levels:s},e,i){let r=Math.sqrt(t.length),[n,a]=[i.right-i.left,i.bottom-i.top],h=[];o.font=`${g.type.label*e.scale}px ${e.font}`,o.textAlign="center",o.textBaseline="middle",o.lineJoin="round",s.forEach((l,c)=>{for(let d of Is(t,r,c+1)){let p=d.map((f,m)=>m%2?i.bottom-f/(r-1)*a:i.left+f/(r-1)*n);o.strokeStyle=e.contour,o.lineWidth=g.contours.width,!(Ds(p)<De)&&(Oe(o,p),$e(o,p,b(l,4),e,i,h))}})}function Oe(o,t){o.beginPath();for(let s=0;s<t.length;s+=2)o.lineTo(t[s],t[s+1]);o.stroke()}function $e(o,t,s,e,i,r){let n=t.length/2;if(!(Ds(t)<Ns))for(let a of g.contours.tries){let h=Math.min(n-2,Math.max(1,Math.round(a*n))),[l,c]=[t[2*h],t[2*h+1]];if(!(Math.min(l-i.left,i.right-l)>22&&Math.min(c-i.top,i.bottom-c)>12)||r.some(([f,m])=>Math.hypot(f-l,m-c)<Ns))continue;r.push([l,c]);let p=Math.atan2(t[2*h+3]-t[2*h-1],t[2*h+2]-t[2*h-2]);Math.abs(p)>Math.PI/2&&(p+=Math.PI),o.save(),o.translate(l,c),o.rotate(p),o.lineWidth=3.5,o.strokeStyle=e.dark?"rgba(24,36,50,0.9)":"rgba(240,243,242,0.92)",o.strokeText(s,0,0),o.fillStyle=e.soft,o.fillText(s,0,0),o.restore();return}}function Ds(o){let t=0;for(let s=2;s<o.length;s+=2)t+=Math.hypot(o[s]-o[s-2],o[s+1]-o[s-1]);return t}function Pe(o,t,s,e,i,r){o.strokeStyle=s.soft,o.fillStyle=s.soft,o.lineWidth=1,o.strokeRect(e.left,e.top,e.right-e.left,e.bottom-e.top),o.font=`${g.type.number*s.scale}px ${s.font}`,o.textAlign="center",o.textBaseline="top";for(let n of N(t.xlim,(e.right-e.left)/70))o.fillRect(i(n)-.5,e.bottom,1,4),o.fillText(b(n),i(n),e.bottom+7);o.textAlign="right",o.textBaseline="middle";for(let n of N(t.ylim,(e.bottom-e.top)/50))o.fillRect(e.left-4,r(n)-.5,4,1),o.fillText(b(n),e.left-7,r(n));o.fillStyle=s.ink,o.font=`italic ${g.type.name*s.scale}px ${s.font}`,o.textAlign="center",o.textBaseline="alphabetic",o.fillText(t.axes[0],(e.left+e.right)/2,e.bottom+19+13*s.scale),o.fillText(t.axes[1],9,(e.top+e.bottom)/2+4)}function Ce(o,{minima:t},s,e,i){for(let r=0;r<t.length;r+=2)dt(o,e(t[r]),i(t[r+1]),g.star.radius,s)}function gt(o,t,s,e){let[i,r]=[0,1];for(let n of[0,1]){let[a,h]=[s[n],e[n]];if(h===0&&!(a>=o[n]&&a<=t[n]))return null;h!==0&&(i=Math.max(i,((h>0?o:t)[n]-a)/h),r=Math.min(r,((h>0?t:o)[n]-a)/h))}return i<=r?[i,r]:null}var wt=60,yt=class{constructor(t,s,e){this.run=t,this.last=t.diverged===null?t.loss.length-1:t.diverged-1,this.points=new Float64Array(2*(this.last+1));for(let i=0;i<=this.last;i++)this.points[2*i]=s(t.x[2*i]),this.points[2*i+1]=e(t.x[2*i+1])}head(t){let s=Math.min(Math.floor(t),this.last),e=Math.min(s+1,this.last),i=Math.min(t,this.last)-s,r=n=>this.points[2*s+n]+i*(this.points[2*e+n]-this.points[2*s+n]);return[r(0),r(1)]}trace(t,s){let{points:e}=this,i=Math.min(Math.floor(s),this.last),r=zs(t.canvas);t.beginPath(),t.moveTo(e[0],e[1]);for(let h=1;h<=i;h++)Rs(t,r,e[2*h-2],e[2*h-1],e[2*h],e[2*h+1]);let[n,a]=this.head(s);Rs(t,r,e[2*i],e[2*i+1],n,a)}};function zs({clientWidth:o,clientHeight:t}){return[-wt,-wt,o+wt,t+wt]}function Rs(o,t,s,e,i,r){if(Qt(t,s,e)&&Qt(t,i,r)){o.lineTo(i,r);return}let[n,a]=[i-s,r-e],h=gt(t.slice(0,2),t.slice(2),[s,e],[n,a]);h&&(o.moveTo(s+h[0]*n,e+h[0]*a),o.lineTo(s+h[1]*n,e+h[1]*a))}function Qt([o,t,s,e],i,r){return i>=o&&i<=s&&r>=t&&r<=e}function Os(o,t,s,e){let i=D*e.scale;o.lineJoin="round";for(let r of t)r.trace(o,s),o.setLineDash([]),o.lineWidth=i+g.trail.rim,o.strokeStyle=e.rim,o.stroke(),o.setLineDash(z(r.run,i)),o.lineWidth=i,o.strokeStyle=e.dark?r.run.style.dark:r.run.style.light,o.stroke();o.setLineDash([]);for(let r of t)qe(o,r,s,e)}function qe(o,t,s,e){let[i,r]=t.head(s);if(!Qt(zs(o.canvas),i,r))return;let{style:n}=t.run,a=e.dark?n.dark:n.light;R(o,n.marker,i,r,ut*e.scale,a,e.paper)}var bt=class{#t=[];#s=!0;#e=S([0,1],[0,1]);#i=S([0,1],[0,1]);#o={left:0,top:0,right:1,bottom:1};constructor(t){let s=e=>t.querySelector(e);this.ground=new E(s(".ground")),this.trails=new E(s(".trails")),this.ring=s(".start"),this.surface=null,this.race=null}show(t,s){t!==this.surface&&(this.#s=!0),this.surface=t,this.race=s,this.#n()}refresh(){this.#s=!0}draw(t,s,e,i){if(!this.surface)return;(this.ground.fit()||this.#s)&&this.#r(e),this.trails.fit()&&this.#n();let{context:r}=this.trails,{left:n,top:a,right:h,bottom:l}=this.#o;this.trails.clear(),r.save(),r.beginPath(),r.rect(n,a,h-n,l-a),r.clip(),Os(r,this.#t.filter(({run:c})=>!s.has(c.name)),t,e),i(r,{x:this.#e,y:this.#i}),r.restore()}place([t,s]){this.ring.style.left=`${this.#e(t)}px`,this.ring.style.top=`${this.#i(s)}px`}#r(t){this.#s=!1,this.ground.clear();let{width:s,height:e}=this.ground,{scale:i}=t,[r,n]=[28+18*i,e-18-22*i];this.#o={left:r,top:8,right:s-10,bottom:n};let a=this.surface,{x:h,y:l}=Ls(this.ground,a,t,this.#o);this.#e=h,this.#i=l,this.#n()}#n(){this.race&&(this.#t=this.race.runs.map(t=>new yt(t,this.#e,this.#i)),this.place(this.race.start))}pointAt({clientX:t,clientY:s}){let e=this.trails.canvas.getBoundingClientRect(),{left:i,top:r,right:n,bottom:a}=this.#o,h=Math.max(i,Math.min(n,t-e.left)),l=Math.max(r,Math.min(a,s-e.top));return[this.#e.invert(h),this.#i.invert(l)]}};var $s=`.view3d {
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
`;var He="http://www.w3.org/1998/Math/MathML",Fe={lr:"lr",mu:"μ",rho:"ρ",eps:"ε",beta1:"β₁",beta2:"β₂",rate:"α",E_g2:"E[g²]",E_dx2:"E[Δx²]",dx:"Δx",decay:"λ",psi:"ψ",rho_inf:"ρ∞",lr_t:"lrₜ",mu_next:"μ′",mu_product:"Πμ",v_max:"vₘₐₓ"},We={if:0,"+":1,"-":1,neg:2,"*":3,"/":5,"^":4,sqrt:5,abs:5,sign:5,max:5},Ge={"<":"<","<=":"≤",">":">",">=":"≥","==":"=","!=":"≠"};function w(o,...t){let s=document.createElementNS(He,o);return s.append(...t),s}function K(o){return o.endsWith("_hat")?`${K(o.slice(0,-4))}̂`:Fe[o]??o}function C(o){if(!o.endsWith("_hat"))return w("mi",K(o));let t=w("mover",C(o.slice(0,-4)),w("mo","^"));return t.setAttribute("accent","true"),t}function T(o,t){if(typeof o=="number")return w("mn",String(o));if(typeof o=="string")return t(o);let[s,...e]=o,i=e.map((r,n)=>Ve(r,s,n,t));switch(s){case"/":return w("mfrac",...e.map(r=>T(r,t)));case"sqrt":return w("msqrt",T(e[0],t));case"abs":return w("mrow",w("mo","|"),T(e[0],t),w("mo","|"));case"sign":case"max":return Be(s,e.map(r=>T(r,t)));case"if":return Ue(e,t);case"^":return w("msup",i[0],T(e[1],t));case"neg":return w("mrow",w("mo","−"),i[0]);case"*":return w("mrow",i[0],w("mo","·"),i[1]);default:return w("mrow",i[0],w("mo",s==="-"?"−":"+"),i[1])}}function Be(o,t){let s=t.flatMap((e,i)=>i?[w("mo",","),e]:[e]);return w("mrow",w("mi",o),w("mo","("),...s,w("mo",")"))}function Ue([[o,t,s],e,i],r){let n=w("mo",Ge[o]),a=w("mrow",w("mtext","if "),T(t,r),n,T(s,r)),l=[[T(e,r),a],[T(i,r),w("mtext","otherwise")]].map(c=>w("mtr",...c.map(d=>w("mtd",d))));return w("mrow",w("mo","{"),w("mtable",...l))}function Ve(o,t,s,e){let i=T(o,e);if(!Array.isArray(o))return i;let r=l=>We[l],[n,a]=[r(o[0]),r(t)];return n<a||n===a&&t==="-"&&s===1?w("mrow",w("mo","("),i,w("mo",")")):i}function it(o,t){if(typeof o=="number")return o;if(typeof o=="string")return t(o);if(o[0]==="if")return it(je(o[1],t)?o[2]:o[3],t);let[s,e]=o.slice(1).map(i=>it(i,t));switch(o[0]){case"+":return s+e;case"-":return s-e;case"*":return s*e;case"/":return s/e;case"^":return s**e;case"neg":return-s;case"abs":return Math.abs(s);case"sign":return Math.sign(s);case"max":return Math.max(s,e);default:return Math.sqrt(s)}}function je(o,t){if(!Array.isArray(o))return!1;let[s,e]=o.slice(1).map(i=>it(i,t));switch(o[0]){case"<":return s<e;case"<=":return s<=e;case">":return s>e;case">=":return s>=e;case"==":return s===e;default:return s!==e}}function ot(o,t){return t(o)||Array.isArray(o)&&o.slice(1).some(s=>ot(s,t))}var Y=class{constructor(t,s){this.run=t;let e=t.diverged===null?t.loss.length-1:t.diverged-1;this.step=Math.max(0,Math.min(s,e-1)),this.exists=e>0}value(t,s,e=1/0){let{run:i,step:r}=this;if(t==="t")return r+1;if(t==="g")return i.grad[2*r+s];if(t in i.hyper)return i.hyper[t];let n=i.equations.findIndex(([l])=>l===t),a=e===1/0||n>=0&&n<e?r+1:r,h=t==="x"?i.x:i.state[t];return h?h[2*a+s]:NaN}pair(t,s){return[this.value(t,0,s),this.value(t,1,s)]}get measured(){let t=this.run.grad_at??this.run.x;return[t[2*this.step],t[2*this.step+1]]}get rate(){return"rate"in this.run.state?this.pair("rate"):[this.run.hyper.lr,this.run.hyper.lr]}};function F(o,t){if(t==="g")return"slope";let s=o.equations.find(([i])=>i===t)?.[1]??0,e=o.equations.find(([i])=>i==="x")?.[1]??0;return Ke(e,t,o.hyper)?"displacement":Ps(o,t)?t==="rate"||xt(s,"sqrt")?"rate":Cs(o,t)?"square":xt(s,"abs")?"size":"slope":"factor"}function xt(o,t){return ot(o,s=>Array.isArray(s)&&s[0]===t)}function Ps(o,t,s=[]){let e=o.equations.find(([r])=>r===t)?.[1]??0,i=[...s,t];return ot(e,r=>typeof r!="string"||i.includes(r)?!1:r==="g"||r in o.state&&Ps(o,r,i))}function Ke(o,t,s){if(!Array.isArray(o)||o[0]!=="+")return!1;let e=o[2];return e===t||Array.isArray(e)&&e[0]==="*"&&e[1]in s&&e[2]===t}function Cs(o,t){let s=o.equations.find(([e])=>e===t)?.[1]??0;return ot(s,e=>Array.isArray(e)?e[0]==="^"&&e[2]===2:typeof e=="string"&&e!==t&&e in o.state&&Cs(o,e))}var Zt=[["gradient","gradient, downhill"],["memory","velocity or m"],["rate","step size per axis"],["look","look-ahead point"]],Ye=66,qs=40,Xe=9,vt=class{constructor(t,s,e,i,r){this.context=t,this.run=s,this.scales=i,this.theme=r,this.update=new Y(s,e),this.colour=r.dark?s.style.dark:s.style.light}draw(t){if(!this.update.exists)return;let s=this.#h(this.update.pair("x",0));t.has("rate")&&this.rate(s),t.has("look")&&this.run.grad_at&&this.lookAhead(s),t.has("gradient")&&this.slope(this.#h(this.update.measured),this.update.pair("g")),t.has("memory")&&this.#t(s)}part(t,s){let e=this.#h(this.update.pair("x",0)),i=this.#h(this.update.pair("x"));if(this.run.grad_at&&this.lookAhead(e),t.kind==="measure")return this.slope(this.#h(this.update.measured),this.update.pair("g"),s);if(t.kind==="ghost"||t.kind==="move")return this.#r(e,i,t.kind==="ghost"?s:1);this.slope(this.#h(this.update.measured),this.update.pair("g"),1,.35),this.#s(e,t,s)}slope(t,s,e=1,i=1){let[r,n]=this.#c([-s[0],-s[1]]),a=Ye*e*Math.hypot(...s)/this.#l();this.#n(t,[t[0]+r*a,t[1]+n*a],i)}rate(t,s=this.update.rate){let e=qs/Math.max(s[0],s[1]);Number.isFinite(e)&&(this.context.beginPath(),this.context.ellipse(t[0],t[1],Math.max(1,s[0]*e),Math.max(1,s[1]*e),0,0,7),this.#a(1.5,[4,3]))}lookAhead(t){let s=this.#h(this.update.measured);this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(...s),this.#a(1.5,[3,3]),this.context.beginPath(),this.context.arc(s[0],s[1],5,0,7),this.#a(2,[])}#t(t){let s=["m","v"].find(i=>i in this.run.state&&F(this.run,i)!=="square");if(!s)return;let e=this.update.pair(s);F(this.run,s)==="displacement"?this.#i(t,e):this.slope(t,e)}#s(t,s,e){let[i]=this.run.equations[s.equation],r=this.#e(s,e);switch(F(this.run,i)){case"displacement":return this.#i(t,r);case"rate":return this.rate(t,r);case"square":return this.#o(t,r,i,Math.sqrt);case"size":return this.#o(t,r,i,n=>n);case"factor":return;default:return this.slope(t,r)}}#e(t,s){let[e,i]=this.run.equations[t.equation],r=this.update.pair(e);if(t.kind==="compute"||!Array.isArray(i))return r;let n=this.update.pair(e,t.equation),a=[0,1].map(c=>it(i[1],d=>this.update.value(d,c,t.equation))),[h,l]=t.kind==="decay"?[n,a]:[a,r];return[h[0]+s*(l[0]-h[0]),h[1]+s*(l[1]-h[1])]}#i(t,s){let e=this.update.pair("x",0);this.#n(t,this.#h([e[0]+s[0],e[1]+s[1]]))}#o([t,s],e,i,r){let n=r(Math.max(...this.update.pair(i),...this.update.pair(i,0))),[a,h]=e.map(l=>qs*r(Math.max(0,l))/n);Number.isFinite(a+h)&&(this.context.beginPath(),this.context.moveTo(t-a,s),this.context.lineTo(t+a,s),this.context.moveTo(t,s-h),this.context.lineTo(t,s+h),this.#a(4,[]))}#r(t,s,e){let i=[t[0]+e*(s[0]-t[0]),t[1]+e*(s[1]-t[1])];this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(i[0],i[1]),this.#a(2,[2,3]),this.context.save(),this.context.globalAlpha=.5,R(this.context,this.run.style.marker,i[0],i[1],6,this.colour,this.theme.rim),this.context.restore()}#n(t,s,e=1){let i=Math.hypot(s[0]-t[0],s[1]-t[1]);if(!(i>.5))return;let[r,n]=[(s[0]-t[0])/i,(s[1]-t[1])/i],a=Math.min(Xe,i*.6);this.context.save(),this.context.globalAlpha=e,this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(...s),this.context.moveTo(s[0]-a*(r+.5*n),s[1]-a*(n-.5*r)),this.context.lineTo(...s),this.context.lineTo(s[0]-a*(r-.5*n),s[1]-a*(n+.5*r)),this.#a(2.4,[]),this.context.restore()}#a(t,s){let{context:e}=this;e.lineCap="round",e.lineJoin="round",e.setLineDash([]),e.lineWidth=t+2.5,e.strokeStyle=this.theme.rim,e.stroke(),e.setLineDash(s),e.lineWidth=t,e.strokeStyle=this.colour,e.stroke(),e.setLineDash([]),e.lineCap="butt"}#l(){let t=["g",...Object.keys(this.run.state).filter(s=>F(this.run,s)==="slope")];return Math.max(...t.map(s=>Math.hypot(...this.update.pair(s))))||1}#c([t,s]){let{x:e,y:i}=this.scales,[r,n]=[t*(e(1)-e(0)),s*(i(1)-i(0))],a=Math.hypot(r,n)||1;return[r/a,n/a]}#h([t,s]){return[this.scales.x(t),this.scales.y(s)]}};var Je=5,ts="nobody",Qe=90,kt=class{chosen=["Adam",ts];#t=null;#s=["x","y"];#e=[];#i=-1/0;constructor(t,s){this.box=t,this.changed=s,this.selects=[0,1].map(i=>this.#o(i)),this.rules=u("div",{class:"rules"});let e=u("div",{class:"choices"},"Inspect ",this.selects[0]," beside ",this.selects[1]);t.append(e,this.rules)}get open(){return!this.box.hidden}get runs(){return this.#e.map(({run:t})=>t)}show(t,s){this.#t=t,this.#s=s;let e=t.runs.map(({name:i})=>i);e.includes(this.chosen[0])||(this.chosen[0]=e[e.length-1]),e.includes(this.chosen[1])||(this.chosen[1]=ts),this.selects.forEach((i,r)=>{let n=r?[ts,...e]:e;i.replaceChildren(...n.map(a=>u("option",{value:a},a))),i.value=this.chosen[r]}),this.#r()}draw(t,s,e){if(!(!this.open||s&&performance.now()-this.#i<Qe)){this.#i=performance.now();for(let i of this.#e)i.draw(t,e)}}#o(t){let e=u("select",{"aria-label":t?"Second inspected optimizer":"Inspected optimizer"});return e.addEventListener("change",()=>{this.chosen[t]=e.value,this.#r(),this.changed()}),e}#r(){let t=this.chosen.flatMap(s=>this.#t?.runs.find(e=>e.name===s)??[]);this.#e=[...new Set(t)].map(s=>new es(s,this.#s)),this.rules.replaceChildren(...this.#e.map(({root:s})=>s)),this.#i=-1/0}},es=class{#t=[];constructor(t,s){this.run=t,this.title=u("caption"),this.table=u("table",{},this.title,Ze(s)),this.rows=[this.#s(),...t.equations.map((r,n)=>this.#e(n))],this.table.append(u("tbody",{},...this.rows,this.#i()));let e="rate"in t.state?"α is the step size of each coordinate. ":"",i=u("p",{class:"source"},`${e}${t.source&&`Source: ${t.source}`}`);this.root=u("section",{class:"rule",tabindex:"0",role:"region","aria-label":`Rule of ${t.name}`},this.table,i)}draw(t,s){let e=new Y(this.run,t),{name:i,settings:r}=this.run;this.title.textContent=e.exists?`${i} (${r}): from step ${e.step} to step ${e.step+1}`:`${i} (${r}) diverged with its first step: there is no update to show`;for(let{node:n,name:a,axis:h,equation:l}of this.#t){let c=e.exists?ti(e,a,h,l):"–";n.textContent!==c&&(n.textContent=c)}this.rows.forEach((n,a)=>n.classList.toggle("active",a-1===s))}#s(){let t=this.run.grad_at?w("mrow",C("x"),w("mo","+"),w("mi","μ"),C("v")):C("x"),s=w("mrow",C("g"),w("mo","="),w("mo","∇"),w("mi","f"),w("mo","("),t,w("mo",")")),e=[0,1].map(i=>ss(this.#o("g",i),"g",i));return u("tr",{},u("th",{scope:"row"},is(s)),...e)}#e(t){let[s,e]=this.run.equations[t],i=w("mrow",C(s),w("mo","←"),T(e,C)),r=[0,1].map(n=>{let a=T(e,l=>this.#o(l,n,t)),h=this.#o(s,n);return h.setAttribute("class","result"),ss(w("mrow",a,w("mo","="),h),s,n)});return u("tr",{},u("th",{scope:"row"},is(i)),...r)}#i(){let t=[0,1].map(e=>ss(this.#o("update",e),"update",e)),s=u("th",{scope:"row"},"update of x");return u("tr",{class:"outcome"},s,...t)}#o(t,s,e=1/0){let i=w("mn","0");return this.#t.push({node:i,name:t,axis:s,equation:e}),i}};function Ze(o){let t=["",...o].map(s=>u("th",{scope:"col"},s));return u("thead",{},u("tr",{},...t))}function ti(o,t,s,e){let i=e!==1/0,r=t==="update"?o.value("x",s)-o.value("x",s,0):o.value(t,s,e),n=b(r,Je);return i&&r<0?`(${n})`:n}function ss(o,t,s){return u("td",{"data-quantity":t,"data-axis":String(s)},is(o))}function is(o){let t=w("math",o);return t.setAttribute("displaystyle","true"),t}var os=[{keys:[" "],say:"Space: play or pause",act:({clock:o})=>o.toggle()},{keys:["ArrowRight","ArrowLeft"],say:"← →: one step; with Shift ten",act:ei},{keys:["Home"],say:"Home: to the start",act:({clock:o})=>_s(o,0)},{keys:["End"],say:"End: to the last step",act:({clock:o})=>_s(o,o.steps)},{keys:["["],say:"[ : slower",act:({clock:o})=>o.shift(-1)},{keys:["]"],say:"] : faster",act:({clock:o})=>o.shift(1)},{keys:[..."123456789"],say:"1–9: show or hide an optimizer; answer a lesson's question",act:si},{keys:["l","L"],say:"L: loop",act:({clock:o})=>o.loop=!o.loop},{keys:["s","S"],say:"S: this step in slow motion",act:o=>o.slowly()},{keys:["i","I"],say:"I: inspector",act:o=>o.toggleInspector()},{keys:["f","F"],say:"F: full screen",act:o=>o.toggleFullScreen()},{keys:["PageDown","n","N"],say:"Page down, N: next step of a lesson",act:({lesson:o})=>o.turn(1)},{keys:["PageUp","p","P"],say:"Page up, P: the one before",act:({lesson:o})=>o.turn(-1)},{keys:["?"],say:"?: this list",act:o=>o.toggleHelp()}];function Hs(o,t){if(t.ctrlKey||t.metaKey||t.altKey)return!1;let s=os.find(({keys:e})=>e.includes(t.key));return s?(s.act(o,t),!0):!1}function si(o,{key:t}){o.lesson.asks?o.lesson.choose(Number(t)-1):o.toggleRun(Number(t)-1)}function ei({clock:o},t){o.move((t.key==="ArrowRight"?1:-1)*(t.shiftKey?10:1))}function _s(o,t){o.playing=!1,o.seek(t)}var ii="M4 4h7v2.4H6.4V11H4zM20 20h-7v-2.4h4.6V13H20zM4 20v-7h2.4v4.6H11V20zM20 4v7h-2.4V6.4H13V4z";function Fs(){let o=u("div",{class:"stage"},u("section",{class:"lesson","aria-label":"Lesson",hidden:""}),oi(),u("div",{class:"legend",role:"group","aria-label":"Optimizers"}),u("div",{class:"controls",role:"group","aria-label":"Playback"}),u("div",{class:"chart"},u("div",{class:"quantities",role:"group","aria-label":"Chart"}),u("div",{class:"curves"})),u("p",{class:"notice",role:"status",hidden:""}),ri(),u("div",{class:"inspector",hidden:""}),u("div",{class:"story",hidden:""}),u("p",{class:"summary"}));return u("div",{class:"player",tabindex:"-1",role:"region","aria-label":"Race of optimizers; press ? for the keys"},o,ni())}function oi(){let o=u("div",{class:"picture view","data-view":"above"},u("canvas",{class:"ground"}),u("canvas",{class:"trails",role:"img","aria-label":"The race on the surface, from above"}),u("span",{class:"start","aria-hidden":"true"}),u("output",{class:"caption","aria-live":"off",hidden:""}));return u("div",{class:"views"},o,u("div",{class:"space view","data-view":"space",hidden:""}),u("div",{class:"samples view","data-view":"samples",hidden:""}))}function ri(){return u("div",{class:"tools"},u("div",{class:"switches","data-group":"views",role:"group","aria-label":"Views"}),u("div",{class:"switches","data-group":"glyphs",role:"group","aria-label":"Arrows and marks"}),u("div",{class:"switches","data-group":"more",role:"group","aria-label":"More"}))}function ni(){let o=os.map(({say:t})=>u("li",{},t));return u("div",{class:"help",role:"note",hidden:""},u("ul",{},...o))}function rs(o,t){let s=u("button",{type:"button","aria-pressed":"false"},o);return s.addEventListener("click",()=>t(s.getAttribute("aria-pressed")!=="true")),s}function Ws(o){let t=u("button",{type:"button",class:"enlarge",title:"Full screen (F)","aria-label":"Full screen"},st(ii));return t.addEventListener("click",o),t}var Mt=class{#t=[];#s=!0;constructor(t,s,e){this.list=t,this.hidden=s,this.changed=e}show(t){this.#t=t.map(e=>this.#e(e));let s=u("div",{class:"head"},u("span",{},"optimizer"),"loss at this step");this.list.replaceChildren(s,...this.#t.map(({row:e})=>e)),this.refresh()}refresh(){this.#s=!0}draw(t,s,e){for(let{run:i,row:r,sheet:n,value:a,note:h}of this.#t){(n.fit()||this.#s)&&ai(n,i,s);let l=i.diverged!==null&&t>=i.diverged;Gs(a,l?"∞":b(i.loss[t],4)),Gs(h,l?`diverged at step ${i.diverged}`:e(i)?"out of the picture":""),r.setAttribute("aria-pressed",String(!this.hidden.has(i.name)))}this.#s=!1}#e(t){let s=u("canvas",{class:"sample","aria-hidden":"true"}),e=u("span",{class:"value"}),i=u("span",{class:"note"}),r=u("span",{class:"settings"},t.settings),n=u("span",{class:"origin"},t.origin),a=u("span",{class:"name"},t.name," ",n),h=u("button",{type:"button",class:"row"},s,a,r,e,i);return h.title=`${t.name}: ${t.settings}
${t.origin}: ${t.origin_means}
Click to show or hide.`,h.addEventListener("click",()=>{this.hidden.delete(t.name)||this.hidden.add(t.name),this.changed()}),{run:t,row:h,sheet:new E(s),value:e,note:i}}};function ai(o,t,s){let{context:e,width:i,height:r}=o,n=s.dark?t.style.dark:t.style.light;o.clear(),e.beginPath(),e.moveTo(1,r/2),e.lineTo(i-8,r/2),e.setLineDash(z(t,D)),e.lineWidth=D,e.strokeStyle=n,e.stroke(),e.setLineDash([]),R(e,t.style.marker,i-9,r/2,5.4,n,s.paper)}function Gs(o,t){o.textContent!==t&&(o.textContent=t)}var hi=`
  :root { color-scheme: light dark; font: 18px/1.45 system-ui, sans-serif; }
  body { margin: 18px 22px; }
  h1 { font-size: 1.25em; margin: 0 0 10px; }
  p { margin: 0 0 12px; }
  b { display: block; font-size: 0.75em; opacity: 0.75; }
  time { float: right; font-variant-numeric: tabular-nums; opacity: 0.75; }
`,St=class{#t=null;#s=0;#e=0;constructor(t){this.press=t}open(t,s,e){return this.#t=window.open("","optviz-notes","popup,width=460,height=560"),this.#t?(this.#s=Date.now(),clearInterval(this.#e),this.#e=setInterval(()=>this.#i(),1e3),this.#t.document.onkeydown=this.press,this.show(t,s,e),this.#t.focus(),!0):!1}show(t,s,e){if(!this.#t||this.#t.closed)return;if(!e)return this.#t.close();let{head:i,body:r}=this.#t.document;i.replaceChildren(u("title",{},"Notes"),u("style",{},hi)),r.replaceChildren(u("time",{}),u("small",{},t),u("h1",{},s),...Et("",e.text),...Et("Answer",e.answer),...Et("Measured",e.measured),...Et("Next",e.next)),this.#i()}#i(){if(!this.#t||this.#t.closed)return clearInterval(this.#e);let t=Math.floor((Date.now()-this.#s)/1e3),s=this.#t.document.querySelector("time");s&&(s.textContent=`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`)}};function Et(o,t){return t?[u("p",{},...o?[u("b",{},o)]:[],t)]:[]}var At=class{content=null;constructor(t,s,e){this.box=t,this.tell=s,this.notes=new St(e)}get asks(){return!!(this.content?.question&&!this.content.chosen)}show(t){let s=t?.id!==this.content?.id,e=JSON.stringify(t)===JSON.stringify(this.content);return this.content=t,this.box.hidden=!t,!t||e?!1:(this.box.replaceChildren(u("small",{},t.place),...this.#t(t),u("h4",{},t.heading),u("p",{},t.text),...this.#s(t)),s)}turn(t){this.content&&this.tell({turn:t})}choose(t){let s=this.content?.choices[t];this.asks&&s&&this.tell({answer:s})}#t({place:t,heading:s,notes:e}){if(this.notes.show(t,s,e),!e)return[];let i=u("button",{type:"button",class:"notes"},"Notes in a window");return i.addEventListener("click",()=>{this.notes.open(t,s,e)||(i.textContent="The browser allows no window")}),[i]}#s({question:t,choices:s,chosen:e,right:i,numbers:r,finding:n}){let a=n&&(!t||e)?[u("p",{class:"finding"},`Measured: ${n}`)]:[];if(!t)return a;let h=u("p",{class:"question"},t);if(e){let c=e===i?`Right: ${i}.`:`You said ${e}; it is ${i}.`;return[h,u("p",{class:"answer",role:"status"},`${c} ${r}`),...a]}let l=s.map((c,d)=>{let p=u("button",{type:"button"},u("kbd",{},String(d+1)),` ${c}`);return p.addEventListener("click",()=>this.choose(d)),p});return[h,u("div",{class:"choices"},...l)]}};var Tt=class{#t=0;#s=-1/0;#e=null;constructor(t){this.send=t}get possible(){return this.send!==null}get open(){return performance.now()-this.#s<3e3}ask(t,s){if(this.send){if(this.open){this.#e=t;return}this.#e=null,this.#s=performance.now(),this.#t+=1,performance.mark("optviz: asked"),this.send({start:t,serial:this.#t,surface:s})}}answered(t){this.#s=-1/0;let s=this.#e;s&&s.some((e,i)=>e!==t.start[i])&&this.ask(s,t.surface)}};var li=1.1;function ci(o){let s=[{kind:"measure",equation:-1,words:`The gradient g is measured ${o.grad_at?"at the look-ahead point x + μ v":"at x"}.`}];o.equations.forEach(([i,r],n)=>{let a=K(i);i!=="x"&&(Array.isArray(r)&&"+-".includes(r[0])&&ui(r[1],i)?(r[1]!==i&&s.push({kind:"decay",equation:n,words:`${a} fades: it keeps a share of itself.`}),s.push({kind:"add",equation:n,words:`${a} takes up the new gradient.`})):s.push({kind:"compute",equation:n,words:pi(o,i)}))});let e=o.equations.length-1;return s.push({kind:"ghost",equation:e,words:"This is where the rule leads."}),s.push({kind:"move",equation:e,words:"All optimizers take the step."}),s}function pi(o,t){let s=K(t);if(t.endsWith("_hat"))return`${s} corrects ${K(t.slice(0,-4))} for its start at zero.`;if(F(o,t)==="rate"){let e=o.equations.find(([r])=>r===t)?.[1]??0,i=xt(e,"sqrt")?"a root":"a slope's size";return`${s}, the step size of each coordinate, divides by ${i}.`}return`${s} is computed.`}function ui(o,t){return o===t||Array.isArray(o)&&o[0]==="*"&&o[2]===t}var It=class{run=null;step=0;#t=[];#s=0;get running(){return this.run!==null}get phase(){return this.#t[Math.min(this.#t.length-1,Math.floor(this.#s))]}get share(){let t=Math.min(1,this.#s%1*1.25);return t*t*(3-2*t)}begin(t,s){this.run=t,this.step=s,this.#t=ci(t),this.#s=0}stop(){this.run=null}advance(t){return this.#s+=t/li,this.#s>=this.#t.length?(this.stop(),this.step+1):this.phase.kind==="move"?this.step+this.share:this.step}};var di=.01,fi={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},Nt=class{constructor(t,s){this.topView=t,this.choose=s,this.handle=u("button",{type:"button",class:"start","aria-label":"Start point: drag it, or use the arrow keys",title:"Start: drag it, or click anywhere"}),t.ring.replaceWith(this.handle),t.ring=this.handle,this.handle.parentElement?.classList.add("steered"),this.#t()}#t(){let{canvas:t}=this.topView.trails;t.addEventListener("pointerdown",s=>this.#s(s,t)),this.handle.addEventListener("pointerdown",s=>this.#s(s,this.handle)),this.handle.addEventListener("keydown",s=>this.#e(s)),t.addEventListener("click",s=>{let{pointerType:e}=s;e==="touch"&&this.#i(this.topView.pointAt(s),!0)})}#s(t,s){if(t.button!==0||t.pointerType==="touch"&&s!==this.handle)return;t.preventDefault(),this.handle.focus({preventScroll:!0}),s.setPointerCapture(t.pointerId);let e=({clientX:n,clientY:a},h)=>this.#i(this.topView.pointAt({clientX:n,clientY:a}),h),i=n=>e(n,!1),r=n=>{s.removeEventListener("pointermove",i),e(n,!0)};s.addEventListener("pointermove",i),s.addEventListener("pointerup",r,{once:!0}),s!==this.handle&&e(t,!1)}#e(t){let s=fi[t.key],{race:e,surface:i}=this.topView;if(!s||!e||!i)return;t.preventDefault(),t.stopPropagation();let r=([c,d])=>(d-c)*di,{xlim:n,ylim:a}=i,[h,l]=e.start;this.#i([h+s[0]*r(n),l+s[1]*r(a)],!0)}#i([t,s],e){let{xlim:i,ylim:r}=this.topView.surface,n=(h,[l,c])=>{let d=Math.max(0,3-Math.floor(Math.log10(c-l)));return Number(h.toFixed(d))},a=[n(t,i),n(s,r)];this.topView.place(a),this.choose(a,e)}};var mi={true:["✓","measured, and so it is"],false:["✗","measured, and not so here"]},Lt=class{constructor(t,s){this.list=t,this.show=s}tell(t){let s=u("h5",{},"What there is to see"),e=t.map(i=>u("li",{},this.#t(i),...gi(i)));this.list.hidden=t.length===0,this.list.replaceChildren(s,u("ol",{},...e))}#t(t){let s=t.holds?t.words:`Not so here: ${t.words}`,[e,i]=mi[t.holds?"true":"false"],r=u("span",{class:"mark",role:"img","aria-label":i,title:i},e),n=u("button",{type:"button","data-holds":String(t.holds)},r,s);return n.title=`Show it: step ${t.step}`,n.addEventListener("click",()=>this.show(t)),n}};function gi({caption:o,agrees:t,own:s}){let e=[];return o&&t&&e.push(`Radford's caption: ${o}.`),o&&!t&&e.push(`Radford's caption says otherwise: ${o}.`),s&&e.push("Measured with the scene's own settings."),e.length?[u("small",{},e.join(" "))]:[]}function Bs(o,t){let[s,e]=t.start;return[`${o}, ${t.steps} steps from (${b(s)}, ${b(e)}).`,...t.runs.map(wi)].join(" ")}function wi({name:o,loss:t,distance:s,diverged:e,x:i}){if(e!==null)return`${o} diverges at step ${e}.`;let r=t.length-1,n=`${o} ends at (${b(i[2*r])}, ${b(i[2*r+1])}) with loss ${b(t[r])}`;if(!s)return`${n}.`;let a=s.indexOf(Math.min(...s));return`${n}; it comes nearest to a minimum, ${b(s[a])} away, at step ${a}.`}var k={left:34,top:30,right:10,bottom:26},Dt=class{#t=!0;#s=S([0,1],[0,1]);#e=S([0,1],[0,1]);#i=null;#o=null;constructor(t){let s="The samples, this step's minibatch and the decision line of each optimizer";this.samples=new E(u("canvas")),this.lines=new E(u("canvas",{role:"img","aria-label":s})),t.append(this.samples.canvas,this.lines.canvas)}show(t,s){this.#i=t,this.#o=s,this.#t=!0}refresh(){this.#t=!0}draw(t,s,e){if(!this.#i?.samples||!this.#o)return;(this.samples.fit()||this.#t)&&this.#r(e),this.lines.fit(),this.lines.clear();let{context:i}=this.lines;this.#l(i,Math.floor(t),e),i.save(),i.beginPath(),i.rect(k.left,k.top,this.lines.width-k.left-k.right,this.lines.height-k.top-k.bottom),i.clip();for(let r of this.#o.runs)s.has(r.name)||this.#c(i,r,t,e);i.restore()}#r(t){this.#t=!1;let{context:s,width:e,height:i}=this.samples,{samples:r}=this.#i,{points:n,labels:a}=r,h=[0,1].map(l=>yi(n,l));this.#s=S(h[0],[k.left,e-k.right]),this.#e=S(h[1],[i-k.bottom,k.top]),this.samples.clear(),this.#n(s,h,t),s.lineWidth=1.3,a.forEach((l,c)=>{Us(s,this.#s(n[2*c]),this.#e(n[2*c+1]),3,l,t.soft,t.paper)}),this.#a(s,t)}#n(t,s,e){let i=this.samples.height-k.bottom;t.fillStyle=e.soft,t.font=`${11*e.scale}px ${e.font}`,t.textAlign="center",t.textBaseline="top";for(let r of N(s[0],5))t.fillText(b(r),this.#s(r),i+7);t.textAlign="right",t.textBaseline="middle";for(let r of N(s[1],5))t.fillText(b(r),k.left-6,this.#e(r));t.strokeStyle=e.soft,t.lineWidth=1,t.strokeRect(k.left,k.top,this.samples.width-k.left-k.right,i-k.top)}#a(t,s){t.textAlign="left",t.textBaseline="middle",t.fillStyle=s.ink;let e=k.left+6;for(let[i,r]of[[1,"label 1"],[0,"label 0"],[2,"this step's minibatch"]])i===2&&Vs(t,e,k.top-14,s),Us(t,e,k.top-14,3,i%2,s.soft,s.paper),t.fillStyle=s.ink,t.fillText(r,e+10,k.top-13),e+=26+t.measureText(r).width}#l(t,s,e){let{batches:i,steps:r}=this.#o,n=this.#i?.samples?.points;if(!i||!n)return;let a=i.length/r,h=Math.min(s,r-1);for(let l of i.subarray(h*a,(h+1)*a))Vs(t,this.#s(n[2*l]),this.#e(n[2*l+1]),e)}#c(t,s,e,i){let r=Math.floor(e),n=Math.min(r+1,s.loss.length-1),[a,h]=[0,1].map(c=>{let[d,p]=[s.x[2*r+c],s.x[2*n+c]];return Number.isFinite(p)?d+(e-r)*(p-d):d}),l=100/Math.hypot(a,h);Number.isFinite(l)&&(t.beginPath(),t.moveTo(this.#s(-h*l),this.#e(a*l)),t.lineTo(this.#s(h*l),this.#e(-a*l)),t.setLineDash(z(s,D)),t.lineWidth=D*i.scale,t.strokeStyle=i.dark?s.style.dark:s.style.light,t.stroke(),t.setLineDash([]))}};function yi(o,t){let s=Array.from(o).filter((n,a)=>a%2===t),[e,i]=[Math.min(...s),Math.max(...s)],r=.06*(i-e);return[e-r,i+r]}function Us(o,t,s,e,i,r,n){o.beginPath(),o.arc(t,s,e,0,7),o.fillStyle=i?r:n,o.strokeStyle=r,o.fill(),o.stroke()}function Vs(o,t,s,e){o.beginPath(),o.arc(t,s,7.5,0,7),o.lineWidth=2.4,o.strokeStyle=e.ink,o.stroke(),o.lineWidth=1.3}var js=g.box.line;function Ks(o,t){if(t*o.length<2*js)return[];let s=Math.ceil(js/t),e=[1/0,[]];for(let i=s;i<s+3;i++)for(let r=0;r<Math.min(i,o.length);r++){let n=[];for(let l=r;l<o.length;l+=i)n.push(l);let h=n.reduce((l,c)=>l+bi(o[c]),0)/n.length+(i-s)/2;h<e[0]&&(e=[h,n])}return e[1]}function bi(o){let t=b(o);return t.length+(/^−?[0.]*(10*)?[⁻⁰-⁹¹²³]*$/.test(t)?0:4)}var q=g.box.height,ns=1e-9,L=g.box.base,as=g.sun.direction,hs=g.sun.wall,X=g.sun.tint,zt=600,Ot=5,Rt=class{constructor({heights:t,levels:s,xlim:e,ylim:i}){this.heights=t,this.n=Math.sqrt(t.length),this.levels=s,this.limits=[e,i];let[r,n]=xi(t);this.low=r,this.rise=q/(n-r),this.slopes=vi(t,this.n,this.rise)}cell(t,s){let[e,i]=this.limits[s];return(t-e)/(i-e)*(this.n-1)}side(t,s){return this.cell(t,s)/(this.n-1)-.5}ground(t,s){let{n:e,heights:i}=this,r=e-1+ns;if(!(t>=-ns&&s>=-ns&&t<=r&&s<=r))return NaN;let n=Math.max(0,Math.min(Math.floor(t),e-2)),a=Math.max(0,Math.min(Math.floor(s),e-2)),[h,l,c]=[t-n,s-a,a*e+n],d=i[c]+h*(i[c+1]-i[c]),p=i[c+e]+h*(i[c+e+1]-i[c+e]);return this.z(d+l*(p-d))}z(t){return(t-this.low)*this.rise}};function xi(o){let[t,s]=[1/0,-1/0];for(let e of o)e<t&&(t=e),e>s&&(s=e);return t<s?[t,s]:[0,1]}function vi(o,t,s){let e=new Float32Array(2*t*t),i=(r,n,a,h)=>{let l=n||Number.isNaN(o[r-h])?0:h,c=a||Number.isNaN(o[r+h])?0:h,d=(l+c)/h||1;return(o[r+c]-o[r-l])/d*s*(t-1)};for(let r=0;r<t*t;r++){let[n,a]=[r%t,Math.floor(r/t)];e[2*r]=i(r,n===0,n===t-1,1),e[2*r+1]=i(r,a===0,a===t-1,t)}return ki(e,t)}function ki(o,t){let s=o.slice();for(let e=2*(t+1);e<2*(t*t-t-1);e++){let i=(e>>1)%t;if(i===0||i===t-1)continue;let r=4*o[e];for(let n of[2,2*t])r+=2*(o[e-n]+o[e+n]);for(let n of[2*t-2,2*t+2])r+=o[e-n]+o[e+n];Number.isNaN(r)||(s[e]=r/16)}return s}function rt({right:o,away:t}){let[s,e]=[0,1].map(i=>(as[0]*o[i]+as[1]*t[i])/as[2]);return[s,e]}function ls(o,{middle:t,contrast:s,darkest:e,brightest:i}){return Math.max(e,Math.min(i,t+s*(o-1)))}function Ys(o,t,s){let e=rt(o);return ls(hs+.5*(t[0]*e[0]+t[1]*e[1]),s)}function Xs({right:o,away:t},s){let[e,i,r]=[-1/0,1/0,[0,0]];for(let n of[0,1]){let[a,h]=[o[n]*s,t[n]||1e-12],l=Math.sign(h),c=(-.5*l-a)/h;i=Math.min(i,(.5*l-a)/h),!(c<e)&&(e=c,r=n?[0,-l]:[-l,0])}return e<i?{near:e,far:i,wall:r}:null}function Js(o){let{contour:t,light:s}=g.themes[o.dark?"dark":"light"],{level:e,...i}=s;return{paper:Float32Array.from(ct(o.ground).flat()),line:t.slice(0,3),strength:t[3],middle:e,...i}}var{tick:$t,gap:Qs,name:Mi}=g.box,Ei=g.trail.hidden,Pt=class{#t=[];constructor(t,s,e,i,r){this.context=t,this.surface=s,this.terrain=e,this.camera=i,this.theme=r,this.front=[-Math.sign(i.away[0])||1,-Math.sign(i.away[1])||1];let n=e.rise*i.scale*i.cosine/r.scale;this.labelled=Ks(s.levels,n)}drawBack(){let[t,s]=[-this.front[0]/2,-this.front[1]/2],{context:e,terrain:i,theme:r}=this;e.lineWidth=1,e.strokeStyle=r.wall;let n=this.labelled.map(a=>i.z(a+1));for(let a of[...n,q])this.#s([[t,-s,a],[t,s,a],[-t,s,a]]);for(let[a,h]of[[t,-s],[t,s],[-t,s]])this.#s([[a,h,L],[a,h,q]])}drawFront(t,s){this.#l(s),this.#e(t),this.#r(0),this.#r(1),this.#n(),this.#u(t)}#s(t){let{context:s,camera:e}=this;s.beginPath();for(let[i,r,n]of t)s.lineTo(e.x(i,r),e.y(i,r,n));s.stroke()}#e(t){let{context:s,theme:e}=this,[i,r]=[this.front[0]/2,this.front[1]/2];s.strokeStyle=e.edge,s.lineJoin="round",this.#s([[i,-r,L],[i,r,L],[-i,r,L]]);for(let[n,a]of[[i,-r],[i,r],[-i,r]])this.#s([[n,a,L],[n,a,this.#o(n,a)]]);for(let n of[i,-i])this.#i(a=>[n,a],t);for(let n of[r,-r])this.#i(a=>[a,n],t)}#i(t,s){let{n:e}=this.terrain,i=[];for(let r=0;r<e;r++){let[n,a]=t(r/(e-1)-.5),h=this.#o(n,a);s.clearance(n,a,h)>=0?i.push([n,a,h]):(this.#s(i),i=[])}this.#s(i)}#o(t,s){let e=this.terrain.n-1;return this.terrain.ground((t+.5)*e,(s+.5)*e)}#r(t){let{camera:s,surface:e,terrain:i}=this,{scale:r}=this.theme,n=this.front[1-t]/2,a=v=>t?[n,v]:[v,n],h=t?[2*n,0]:[0,2*n],[l,c]=Si(s.across(h[0],h[1]),-s.lift(h[0],h[1],0)),d=v=>{let[A,I]=a(v);return[s.x(A,I),s.y(A,I,L)]},[[p,f],[m,y]]=[d(-.5),d(.5)],x=Math.hypot(m-p,y-f)/r;if(x<Qs)return;for(let v of N(t?e.ylim:e.xlim,x/Qs)){let[A,I]=d(i.side(v,t));this.#a(A,I,l,c,b(v))}let M=Mi*r;this.#c(e.axes[t],(p+m)/2+l*M,(f+y)/2+c*M)}#n(){let{camera:t,surface:s,terrain:e}=this,i=[[-.5,-.5],[.5,-.5],[.5,.5],[-.5,.5]],r=i.map(([h,l])=>t.across(h,l)),[n,a]=i[r.indexOf(Math.min(...r))];for(let h of this.labelled)this.#a(t.x(n,a),t.y(n,a,e.z(h+1)),-1,0,b(s.levels[h]));this.labelled.length&&this.#c("loss",t.x(n,a)-14,t.y(n,a,q)-12*this.theme.scale)}#a(t,s,e,i,r){let{context:n,theme:a}=this;n.font=`${g.type.number*a.scale}px ${a.font}`;let{width:h}=n.measureText(r),[l,c]=[t+e*($t+4+h/2),s+i*($t+9*a.scale)];this.#h(r,l,c,h,a.soft)&&(n.strokeStyle=a.soft,n.beginPath(),n.moveTo(t,s),n.lineTo(t+e*$t,s+i*$t),n.stroke())}#l(t){let{context:s,theme:e}=this;s.font=`${g.type.number*e.scale}px ${e.font}`;let{width:i}=s.measureText(t),[r,n]=[6+i/2,9*e.scale];s.lineWidth=4,s.lineJoin="round",s.strokeStyle=e.rim,s.textAlign="center",s.textBaseline="middle",s.strokeText(t,r,n),this.#h(t,r,n,i,e.soft),s.lineWidth=1}#c(t,s,e){let{context:i,theme:r}=this;i.font=`italic ${g.type.name*r.scale}px ${r.font}`,this.#h(t,s,e,i.measureText(t).width,r.ink)}#h(t,s,e,i,r){let{context:n,theme:a}=this,[h,l]=[i/2+3,6*a.scale],[c,d,p,f]=[s-h,e-l,s+h,e+l];return this.#t.some(([m,y,x,M])=>m<p&&x>c&&y<f&&M>d)?!1:(this.#t.push([c,d,p,f]),n.textAlign="center",n.textBaseline="middle",n.fillStyle=r,n.fillText(t,s,e),!0)}#u(t){let{context:s,camera:e,terrain:i,theme:r}=this,{minima:n}=this.surface;for(let a=0;a<n.length;a+=2){let[h,l]=[i.side(n[a],0),i.side(n[a+1],1)],c=this.#o(h,l);Number.isNaN(c)||(s.globalAlpha=t.clearance(h,l,c)<0?Ei:1,dt(s,e.x(h,l),e.y(h,l,c),g.star.radius*r.scale,r),s.globalAlpha=1)}}};function Si(o,t){let s=Math.hypot(o,t)||1;return[o/s,t/s]}var Ai=8,Ti=12,Ii=.6,Ni=g.box.margin,{wide:Li,tall:Di}=g.box,cs=[0,0,q/2],J=(o,t,s)=>Math.max(t,Math.min(s,o)),Zs=o=>o*Math.PI/180,Ct=class{home={...g.camera,zoom:1};view={...this.home};version=0;scale=1;right=[1,0];away=[0,1];sine=0;cosine=1;centre=[0,0];#t=cs;#s=[0,0];#e=[1,1];#i=1;reset(){this.#t=cs,this.view={...this.home},this.#o()}fit(t,s,e){this.#e=[t,s],this.#i=e,this.#o()}turn(t,s){this.view.azimuth=((this.view.azimuth+t)%360+360)%360,this.view.elevation=J(this.view.elevation+s,Ai,90),this.#o()}zoomAt(t,s=this.centre[0],e=this.centre[1]){let i=this.view.zoom;this.view.zoom=J(i*t,Ii,Ti),this.#o();let r=1-this.view.zoom/i;if(r<0&&this.move((s-this.centre[0])*r,(e-this.centre[1])*r),r>0){let n=i>1?J((this.view.zoom-1)/(i-1),0,1):0;this.#t=cs.map((a,h)=>a+n*(this.#t[h]-a))}this.#o()}move(t,s){let[e,i]=[-t/this.scale,s/this.scale],[r,n,a]=this.#t;this.#t=[J(r+e*this.right[0]+i*this.sine*this.away[0],-.5,.5),J(n+e*this.right[1]+i*this.sine*this.away[1],-.5,.5),J(a+i*this.cosine,0,q)],this.#o()}x(t,s){return this.centre[0]+this.scale*(this.across(t,s)-this.#s[0])}y(t,s,e){return this.centre[1]-this.scale*(this.lift(t,s,e)-this.#s[1])}across(t,s){return t*this.right[0]+s*this.right[1]}distance(t,s){return t*this.away[0]+s*this.away[1]}lift(t,s,e){return this.distance(t,s)*this.sine+e*this.cosine}get origin(){let[t,s]=this.centre;return[this.#s[0]-t/this.scale,this.#s[1]+s/this.scale]}#o(){let[t,s]=[Zs(this.view.azimuth),Zs(this.view.elevation)];this.right=[-Math.sin(t),Math.cos(t)],this.away=[-Math.cos(t),-Math.sin(t)],this.sine=Math.sin(s),this.cosine=Math.cos(s);let[e,i]=this.#e,[r,n,a,h]=Ni.map(m=>m*this.#i),[l,c]=[e-r-a,i-n-h];this.centre=[r+l/2,n+c/2],this.scale=Math.max(1,Math.min(l/Li,c/Di))*this.view.zoom;let[d,p,f]=this.#t;this.#s=[this.across(d,p),this.lift(d,p,f)],this.version+=1}};var Ri=2,zi=6,te=.2,Oi=5,[qt,Q,_t]=[0,1,2],Ht=class{#t=[];#s=[];constructor(t,s){this.run=t,this.terrain=s,this.last=t.diverged===null?t.loss.length-1:t.diverged-1;let e=NaN;for(let i=0;i<this.last;i++)e=this.#e(i,e)}#e(t,s){let e=this.terrain.n-1,[i,r]=this.#i(t),[n,a]=this.#i(t+1),h=gt([0,0],[e,e],[i,r],[n-i,a-r]);if(!h)return s;let[l,c]=h,d=Math.hypot(n-i,a-r)*(c-l),p=Math.max(1,Math.ceil(d/Ri));for(let f=s===t+l?1:0;f<=p;f++){let m=l+(c-l)*f/p,y=this.#o(i+m*(n-i),r+m*(a-r));this.#t.push(...y,t+m,f?Q:qt)}return t+c}#i(t){let{x:s}=this.run;return[this.terrain.cell(s[2*t],0),this.terrain.cell(s[2*t+1],1)]}#o(t,s){let e=this.terrain.n-1;return[t/e-.5,s/e-.5,this.terrain.ground(t,s)]}lay(t,s){let e=this.#t;this.#s=[];let i=NaN;for(let r=0;r<e.length;r+=5){let[n,a,h,l]=[e[r],e[r+1],e[r+2],e[r+3]],c=s.clearance(n,a,h),d=e[r+4]===qt||Number.isNaN(i+c);if(!d&&c<0!=i<0){let[p,f,m,y]=this.#r(r,i<0,s);this.#n(t.x(p,f),t.y(p,f,m),y,i<0?_t:Q)}if(!Number.isNaN(c)){let p=d?qt:c<0?_t:Q;this.#n(t.x(n,a),t.y(n,a,h),l,p)}i=c}}#r(t,s,e){let i=this.#t,r=h=>[0,1,2,3].map(l=>i[t+l-5]+h*(i[t+l]-i[t+l-5])),[n,a]=[0,1];for(let h=0;h<Oi;h++){let[l,c,d]=r((n+a)/2);e.clearance(l,c,d)<0===s?n=(n+a)/2:a=(n+a)/2}return r((n+a)/2)}#n(t,s,e,i){let r=this.#s,n=r.length-4;if(n>=4&&i!==qt&&r[n+3]===i){let[a,h]=[t-r[n-4],s-r[n-3]],[l,c]=[r[n]-r[n-4],r[n+1]-r[n-3]],d=Math.hypot(a,h),p=Math.abs(l*h-c*a)<te*d&&l*a+c*h>0;(d<te||d<zi&&p)&&(r.length=n)}r.push(t,s,e,i)}trace(t,s,e){let i=this.#s;t.beginPath();let r=!1;for(let n=4;n<i.length&&i[n-2]<s;n+=4){let a=i[n+3]===e;if(a){let h=Math.min(1,(s-i[n-2])/(i[n+2]-i[n-2]));r||t.moveTo(i[n-4],i[n-3]),t.lineTo(i[n-4]+h*(i[n]-i[n-4]),i[n-3]+h*(i[n+1]-i[n-3]))}r=a}}head(t){let s=Math.max(0,Math.min(Math.floor(t),this.last)),e=Math.min(t,this.last)-s,[i,r]=[this.#i(s),this.#i(Math.max(s,Math.min(s+1,this.last)))];return this.#o(i[0]+e*(r[0]-i[0]),i[1]+e*(r[1]-i[1]))}};function se([o,t],s){let[e,i]=[s.cell(o,0),s.cell(t,1)];return[s.side(o,0),s.side(t,1),s.ground(e,i)]}var W=Math.SQRT1_2,$i=1.5,Pi=1.2,Ci=-9,Ft=class{constructor(t,s){this.terrain=t,this.camera=s,this.side=Math.ceil(2*W*(t.n-1))+1,this.tops=new Float32Array(this.side**2);for(let e=0;e<this.side;e++)this.#t(e)}#t(t){let{terrain:s,camera:e,side:i,tops:r}=this,[n,a]=[s.n-1,2*W/(i-1)],h=t*a-W,[l,c]=[e.right[0]*h+.5,e.right[1]*h+.5],d=Ci;for(let p=0;p<i;p++){let f=p*a-W,m=s.ground((l+e.away[0]*f)*n,(c+e.away[1]*f)*n),y=f*e.sine+m*e.cosine;y>d&&(d=y),r[t*i+p]=d}}clearance(t,s,e){let{camera:i,side:r,tops:n}=this,a=(r-1)/(2*W),h=(i.across(t,s)+W)*a,l=Math.max(0,(i.distance(t,s)+W)*a-$i),[c,d]=[Math.min(r-2,Math.floor(h)),Math.min(r-2,Math.floor(l))],[p,f,m]=[h-c,l-d,c*r+d],y=n[m]+f*(n[m+1]-n[m]),x=n[m+r]+f*(n[m+r+1]-n[m+r]);return i.lift(t,s,e)+Pi/i.scale-(y+p*(x-y))}};var qi={ArrowLeft:[1,0],ArrowRight:[-1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},Wt=class{#t=new Map;#s=0;#e=!0;constructor(t,s,e){this.box=t,this.camera=s,this.changed=e,t.addEventListener("pointerdown",i=>this.#o(i)),t.addEventListener("pointermove",i=>this.#r(i));for(let i of["pointerup","pointercancel"])t.addEventListener(i,({pointerId:r})=>this.#t.delete(r));t.addEventListener("wheel",i=>this.#a(i),{passive:!1}),t.addEventListener("keydown",i=>this.#l(i)),t.addEventListener("dblclick",()=>this.#i())}#i(){this.camera.reset(),this.changed()}#o(t){t.button===0&&(this.box.focus({preventScroll:!0}),this.box.setPointerCapture(t.pointerId),this.#t.set(t.pointerId,t),this.#s=t.clientX,this.#e=t.pointerType!=="touch")}#r(t){let s=this.#t.get(t.pointerId);if(!s)return;let[e,i]=[t.clientX-s.clientX,t.clientY-s.clientY],{pointerId:r}=t,n=[...this.#t.values()].find(a=>a.pointerId!==r);if(n){let a=({clientX:p,clientY:f})=>Math.max(10,Math.hypot(p-n.clientX,f-n.clientY)),[h,l]=this.#n(t),[c,d]=this.#n(n);this.camera.move(e/2,i/2),this.camera.zoomAt(a(t)/a(s),(h+c)/2,(l+d)/2)}else this.#e||=Math.abs(t.clientX-this.#s)>8,this.camera.turn(-e*.45,this.#e?i*.45:0);this.#t.set(t.pointerId,t),this.changed()}#n({clientX:t,clientY:s}){let{left:e,top:i}=this.box.getBoundingClientRect();return[t-e,s-i]}#a(t){if(!t.ctrlKey&&!this.box.matches(":focus"))return;t.preventDefault();let s=t.deltaMode===1?16:1,e=Math.max(-240,Math.min(240,t.deltaY*s*(t.ctrlKey?5:1)));this.camera.zoomAt(Math.exp(-e/500),...this.#n(t)),this.changed()}#l(t){if(t.ctrlKey||t.metaKey||t.altKey)return;let s=qi[t.key];if(s)this.camera.turn(s[0]*5,s[1]*5);else if(t.key==="+"||t.key==="=")this.camera.zoomAt(1.2);else if(t.key==="-")this.camera.zoomAt(1/1.2);else if(t.key==="0")this.camera.reset();else return;t.preventDefault(),t.stopPropagation(),this.changed()}};var[$,G,B,U]=[0,1,2,3],_i=.75,Hi=1.25,V=class{name="Canvas 2-D";software=!0;#t=document.createElement("canvas");#s=this.#t.getContext("2d");#e=new ImageData(1,1);#i=new Float32Array(0);#o=new Float64Array(4);#r=new Float64Array(4);#n=new Float64Array(4);#a=-1;#l=0;#c=0;#h=1;terrain=null;show(t){this.terrain=t,this.#i=new Float32Array(3*t.n**2)}paint(t,s,{width:e,height:i,density:r,fine:n}){let a=n?2*r:r;this.#h=r,this.#u(Math.round(e*a),Math.round(i*r)),this.#p(t,s);for(let h=0;h<this.#e.width;h++)this.#c=h,this.#g(t,s,(h+.5)/a,n?_i:Hi);return this.#s.putImageData(this.#e,0,0),this.#t}#u(t,s){if(this.#e.width===t&&this.#e.height===s){this.#e.data.fill(0);return}Object.assign(this.#t,{width:t,height:s}),this.#e=new ImageData(t,s)}#p(t,s){let{right:e,away:i,sine:r,cosine:n,scale:a}=t,h=rt(t),{slopes:l,heights:c,rise:d}=this.terrain,p=this.#i;for(let f=0;f<c.length;f++){let[m,y]=[l[2*f],l[2*f+1]],x=m*e[0]+y*e[1],M=m*i[0]+y*i[1],v=(1-m*h[0]-y*h[1])/Math.sqrt(1+m*m+y*y),A=Math.sqrt(x*x+M*M/(r*r))+1e-9;p[3*f]=c[f],p[3*f+1]=ls(v,s);let I=d*a*Math.abs(1+M*n/r)/A;p[3*f+2]=Math.min(zt,I)}}#g(t,s,e,i){let[r,n]=t.origin,a=r+e/t.scale,h=Xs(t,a);if(!h)return;let{near:l,far:c}=h;this.#l=0,this.#a=-1;let d=this.terrain.n-1,p=Math.ceil((c-l)*d/i),f=t.scale*this.#h;for(let m=0;m<=p;m++){let y=l+(c-l)*m/p;this.#w((t.right[0]*a+t.away[0]*y+.5)*d,(t.right[1]*a+t.away[1]*y+.5)*d);let x=this.terrain.z(this.#r[G]),M=y*t.sine+x*t.cosine;if(this.#r[$]=this.#e.height+(M-n)*f,m===0?this.#f(t,s,h):this.#r[$]>this.#l&&this.#m(s),[this.#o,this.#r]=[this.#r,this.#o],this.#l>=this.#e.height)break}this.#d()}#w(t,s){let{n:e}=this.terrain,[i,r]=[this.#i,this.#r],n=Math.max(0,Math.min(e-2,Math.floor(t))),a=Math.max(0,Math.min(e-2,Math.floor(s))),[h,l,c,d]=[t-n,s-a,3*(a*e+n),3*e];for(let p=0;p<3;p++){let f=i[c+p]+h*(i[c+3+p]-i[c+p]),m=i[c+d+p]+h*(i[c+d+3+p]-i[c+d+p]);r[p+1]=f+l*(m-f)}}#f(t,s,{wall:e}){let[i,r]=[this.#o,this.#r],[n,a]=[r[B],r[U]],{rise:h,low:l}=this.terrain,c=t.scale*t.cosine;i[G]=l+L/h,i[$]=r[$]-(r[G]-i[G])*h*c*this.#h,i[B]=r[B]=Ys(t,e,s),i[U]=r[U]=c*h,r[$]>this.#l&&this.#m(s),[r[B],r[U]]=[n,a]}#m({paper:t,line:s,strength:e}){let[i,r,n,a]=[this.#o,this.#r,this.#n,this.#h],[h,l]=[i[$],this.terrain.levels.length],c=r[$]-h,d=Math.min(r[$],this.#e.height);for(let p=Math.max(this.#l,h);p<d;){let f=Math.floor(p),m=Math.min(d,f+1);f!==this.#a&&this.#d(),this.#a=f;let y=((p+m)/2-h)/c,x=i[G]+y*(r[G]-i[G]),M=i[B]+y*(r[B]-i[B])-1,v=i[U]+y*(r[U]-i[U]),A=Math.abs(x-Math.max(1,Math.min(l,Math.round(x))))*v,P=Math.max(0,Math.min(1,(.5-A)*a+.5))*e*Math.min(1,v/Ot)*(m-p),O=m-p-P,H=3*Math.max(0,Math.min(255,Math.round(255*x/(l+1))));n[0]+=O*(1+M*X[0])*t[H]+P*s[0],n[1]+=O*(1+M*X[1])*t[H+1]+P*s[1],n[2]+=O*(1+M*X[2])*t[H+2]+P*s[2],n[3]+=m-p,p=m}this.#l=Math.max(this.#l,r[$])}#d(){let[t,{data:s,width:e,height:i}]=[this.#n,this.#e],r=4*((i-1-this.#a)*e+this.#c);this.#a>=0&&t[3]>0&&(s[r]=t[0]/t[3],s[r+1]=t[1]/t[3],s[r+2]=t[2]/t[3],s[r+3]=255*t[3]),t[0]=t[1]=t[2]=t[3]=0}};var ps=6,Fi=`#version 300 es
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
}`,Wi=`#version 300 es
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
  float bright = wall ? ${hs} + 0.5 * dot(slope.xy, sun)
    : (1.0 - dot(slope.xy, sun)) * inversesqrt(1.0 + dot(slope.xy, slope.xy));
  float light = clamp(middle + tones.x * (bright - 1.0), tones.y, tones.z);
  float ahead = dot(slope.xy, away);
  float steep = length(vec2(dot(slope.xy, right), ahead / angle.x)) + 1e-9;
  float spread = rise * scale * (wall ? angle.y : abs(1.0 + ahead * angle.y / angle.x) / steep);
  spread = min(spread, ${zt}.0);
  float beside = abs(level - clamp(round(level), 1.0, levels)) * spread;
  float drawn = strength * clamp((0.5 - beside) * density + 0.5, 0.0, 1.0);
  drawn *= min(1.0, spread / ${Ot}.0);
  vec3 ground = texture(paper, vec2(clamp(level / (levels + 1.0), 0.0, 1.0), 0.5)).rgb;
  colour = vec4(mix(ground * (1.0 + (light - 1.0) * vec3(${X})), line, drawn), 1);
}`;function ee(){let o=document.createElement("canvas").getContext("webgl2"),t=o?.getExtension("WEBGL_debug_renderer_info"),s=t?String(o?.getParameter(t.UNMASKED_RENDERER_WEBGL)):o?"WebGL2":"";return o?.getExtension("WEBGL_lose_context")?.loseContext(),/swiftshader|llvmpipe|softpipe|software|microsoft basic/i.test(s)?"":s}var Gt=class{name="WebGL";software=!1;#t=document.createElement("canvas");#s=0;#e=null;#i=null;constructor(){if(this.gl=this.#t.getContext("webgl2",{antialias:!0}),!this.gl)throw new Error("no WebGL2");this.program=Gi(this.gl),this.gl.useProgram(this.program),this.gl.enable(this.gl.DEPTH_TEST),this.gl.bindTexture(this.gl.TEXTURE_2D,this.gl.createTexture()),this.corners=this.gl.createBuffer(),this.triangles=this.gl.createBuffer()}show(t){let{gl:s}=this,{corners:e,triangles:i}=Bi(t);this.#e=t,this.#s=i.length,s.bindBuffer(s.ARRAY_BUFFER,this.corners),s.bufferData(s.ARRAY_BUFFER,new Float32Array(e),s.STATIC_DRAW),s.bindBuffer(s.ELEMENT_ARRAY_BUFFER,this.triangles),s.bufferData(s.ELEMENT_ARRAY_BUFFER,new Uint32Array(i),s.STATIC_DRAW),["place","slant"].forEach((r,n)=>{let a=s.getAttribLocation(this.program,r);s.enableVertexAttribArray(a),s.vertexAttribPointer(a,3,s.FLOAT,!1,4*ps,12*n)})}paint(t,s,{width:e,height:i,density:r}){let{gl:n}=this;if(n.isContextLost()||!this.#e)return null;let[a,h]=[Math.round(e*r),Math.round(i*r)],{width:l,height:c}=this.#t;return(l!==a||c!==h)&&Object.assign(this.#t,{width:a,height:h}),n.viewport(0,0,a,h),s!==this.#i&&this.#o(s),this.#r(t,this.#e,s,[e,i],r),n.clear(n.COLOR_BUFFER_BIT|n.DEPTH_BUFFER_BIT),n.drawElements(n.TRIANGLES,this.#s,n.UNSIGNED_INT,0),this.#t}#o(t){let{gl:s}=this;this.#i=t;let e=Uint8Array.from(t.paper,Math.round);s.pixelStorei(s.UNPACK_ALIGNMENT,1),s.texImage2D(s.TEXTURE_2D,0,s.RGB,256,1,0,s.RGB,s.UNSIGNED_BYTE,e),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_MIN_FILTER,s.LINEAR),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_WRAP_S,s.CLAMP_TO_EDGE)}#r(t,s,e,i,r){let{right:n,away:a,origin:h,scale:l}=t,{low:c,rise:d}=s,p=[e.contrast,e.darkest,e.brightest],{strength:f,middle:m}=e,y=s.levels.length,x={scale:l,rise:d,low:c,density:r,strength:f,middle:m,levels:y},M=e.line.map(P=>P/255),v=[t.sine,t.cosine],A={right:n,away:a,origin:h,size:i,angle:v,sun:rt(t),tones:p,line:M},{gl:I}=this;for(let[P,O]of Object.entries({...x,...A})){let H=I.getUniformLocation(this.program,P);typeof O=="number"?I.uniform1f(H,O):O.length===2?I.uniform2fv(H,O):I.uniform3fv(H,O)}}};function Gi(o){let t=o.createProgram(),s=[[o.VERTEX_SHADER,Fi],[o.FRAGMENT_SHADER,Wi]];for(let[e,i]of s){let r=o.createShader(e);o.shaderSource(r,i),o.compileShader(r),o.getShaderParameter(r,o.COMPILE_STATUS)||console.warn(o.getShaderInfoLog(r)),o.attachShader(t,r)}if(o.linkProgram(t),!o.getProgramParameter(t,o.LINK_STATUS))throw new Error("the shaders do not link");return t}function Bi({n:o,heights:t,slopes:s,low:e,rise:i}){let r=[],n=[],a=(l,c,d,p)=>{[l,c,d,p].some(f=>Number.isNaN(r[ps*f+2]))||n.push(l,c,d,c,p,d)},h=l=>l/(o-1)-.5;for(let l=0;l<o*o;l++){let[c,d]=[h(l%o),h(Math.floor(l/o))];r.push(c,d,t[l],s[2*l],s[2*l+1],0)}for(let l=0;l<o*(o-1);l++)l%o<o-1&&a(l,l+1,l+o,l+o+1);for(let[l,c]of[[-1,0],[1,0],[0,-1],[0,1]]){let d=r.length/ps;for(let p=0;p<o;p++){let[f,m]=[l?l>0?o-1:0:p,c?c>0?o-1:0:p];for(let y of[e+L/i,t[m*o+f]])r.push(h(f),h(m),y,l,c,1);p&&a(d+2*p-2,d+2*p-1,d+2*p,d+2*p+1)}}return{corners:r,triangles:n}}var ds=g.trail.hidden;function ie(o,t,s,e){let i=D*e.scale;o.lineJoin="round";for(let[r,n]of[[_t,ds],[Q,1]]){o.globalAlpha=n;for(let a of t)a.trace(o,s,r),r===Q&&us(o,i+g.trail.rim,e.rim,[]),us(o,i,ne(a,e),z(a.run,i))}o.setLineDash([])}function us(o,t,s,e){o.setLineDash(e),o.lineWidth=t,o.strokeStyle=s,o.stroke()}function oe(o,t,s,e,i,r){let a=t.map(l=>({trail:l,place:l.head(s)})).filter(({place:l})=>!Number.isNaN(l[2])),h=({place:[l,c]})=>i.distance(l,c);a.sort((l,c)=>h(c)-h(l));for(let{trail:l,place:[c,d,p]}of a){let{marker:f}=l.run.style;o.globalAlpha=r.clearance(c,d,p)<0?ds:1;let m=ut*e.scale,y=ne(l,e);R(o,f,i.x(c,d),i.y(c,d,p),m,y,e.paper)}o.globalAlpha=1}function re(o,[t,s,e],i,r,n){if(!Number.isNaN(e)){o.globalAlpha=n.clearance(t,s,e)<0?ds:1;for(let[a,h]of[[g.ring.rim,i.rim],[g.ring.width,i.ink]])o.beginPath(),o.arc(r.x(t,s),r.y(t,s,e),g.ring.radius*i.scale,0,2*Math.PI),us(o,a,h,[]);o.globalAlpha=1}}function ne({run:{style:o}},t){return t.dark?o.dark:o.light}var Ui=140,Vi=8,ji=16e5,ae=50,Ki="Arrow keys turn it, plus and minus zoom, 0 resets.",Bt=class{#t=new Ct;#s=[];#e=null;#i=null;#o=null;#r=null;#n=null;#a=null;#l=-1;#c=!1;#h=!1;#u=!1;#p=1;#g=0;constructor(t,s,e="auto"){this.ground=new E(u("canvas")),this.front=new E(u("canvas")),t.classList.add("view3d"),t.tabIndex=0,t.setAttribute("role","application"),t.setAttribute("aria-label",`The race on the surface in three dimensions. ${Ki}`),t.append(this.ground.canvas,this.front.canvas),this.redraw=s,this.wanted=e,new Wt(t,this.#t,()=>this.#y())}get home(){return this.#t.home}set home(t){let{home:s,view:e}=this.#t;this.#t.home=t,["azimuth","elevation","zoom"].every(r=>e[r]===s[r])&&this.reset()}get view(){return{...this.#t.view}}reset(){this.#t.reset(),this.redraw()}get renderer(){return this.#n?this.#n.software?`${this.#n.name} (no WebGL)`:this.#n.name:""}get scaleName(){return g.captions[this.#e?.geometric===!1?"linear":"logarithmic"]}show(t,s){(t!==this.#e||!this.#o)&&(this.#o=new Rt(t),this.#r=null,this.#n??=Yi(this.wanted),this.#n.show(this.#o),this.refresh());let e=this.#o;this.#e=t,this.#i=s,this.#s=s.runs.map(i=>new Ht(i,e)),this.#c=!1}refresh(){this.#h=!1,this.#a=null}draw(t,s,e){let i=[this.ground.fit(),this.front.fit()].includes(!0),{width:r,height:n}=this.ground;if(!this.#e||!this.#i||r<ae||n<ae)return;(i||!this.#a)&&this.#t.fit(r,n,e.scale);let a=this.#w();this.#a??=Js(e),this.#h||this.#f(a,this.#a,e);let{context:h}=this.front,l=this.#s.filter(({run:d})=>!s.has(d.name)),c=se(this.#i.start,this.#o);this.front.clear(),ie(h,l,t,e),re(h,c,e,this.#t,a),oe(h,l,t,e,this.#t,a)}#w(){let t=this.#o;if((!this.#r||this.#l!==this.#t.version)&&(this.#l=this.#t.version,this.#r=new Ft(t,this.#t),this.#h=this.#c=!1),!this.#c)for(let s of this.#s)s.lay(this.#t,this.#r);return this.#c=!0,this.#r}#f(t,s,e){let{context:i,width:r,height:n}=this.ground,a=this.#o,h=new Pt(i,this.#e,a,this.#t,e);this.#h=!0,this.ground.clear(),h.drawBack(),i.drawImage(this.#m(a,s),0,0,r,n),h.drawFront(t,this.scaleName)}#m(t,s){let{canvas:e,width:i,height:r}=this.ground,n=this.#n??new V,a=e.width/i,h=Math.min(a,Math.sqrt(ji/(i*r))),l=this.#u&&n.software,c=l?this.#p:n.software?h:a,d=performance.now(),p=n.paint(this.#t,s,{width:i,height:r,density:c,fine:!l});return l&&this.#d(Vi/(performance.now()-d),h),p||(this.#n=new V,this.#n.show(t),this.#m(t,s))}#d(t,s){let e=this.#p*Math.sqrt(t);e<this.#p&&(this.#p-=1/8),e>this.#p*1.4&&(this.#p+=1/8),this.#p=Math.max(1/2,Math.min(s,this.#p))}#y(){this.#u=!0,clearTimeout(this.#g),this.#g=window.setTimeout(()=>{this.#u=!1,this.#h&&=!this.#n?.software,this.redraw()},Ui),this.redraw()}};function Yi(o){let t=o==="WebGL"||o==="auto"&&ee()!=="";try{return t?new Gt:new V}catch{return new V}}var _=[["above","From above"],["space","3-D"],["samples","Samples"]],he=20,le=3,Ut=class{#t={};#s=0;#e=1;#i=0;constructor(t,s,e){let i=r=>t.querySelector(`[data-view=${r}]`);this.boxes={above:i("above"),space:i("space"),samples:i("samples")},this.stage=t.querySelector(".stage"),this.topView=s,this.changed=e,this.space=new Bt(this.boxes.space,e),this.samples=new Dt(this.boxes.samples)}show(t,s,e){if(this.topView.show(t,s),this.#t={space:[t,s],samples:[t,s]},!e)return;let[i,r]=s.camera;this.space.home={elevation:i,azimuth:r,zoom:1},this.space.reset();for(let[n]of _)this.boxes[n].hidden=!s.views.includes(n)}refresh(){this.#s=le,this.topView.refresh(),this.space.refresh(),this.samples.refresh()}isOpen(t){return!this.boxes[t].hidden}toggle(t){this.boxes[t].hidden=!this.boxes[t].hidden,_.every(([s])=>!this.isOpen(s))&&(this.boxes.above.hidden=!1)}draw(t,s,e,i){let r=_.filter(([n])=>this.isOpen(n)).length;this.stage.classList.toggle("many",r>1),this.isOpen("above")&&this.topView.draw(t,s,e,i),this.isOpen("samples")&&this.#o("samples").draw(t,s,e),this.isOpen("space")&&(this.#r()?this.#o("space").draw(t,s,e):this.changed())}#o(t){let s=this.#t[t];return s&&this[t].show(...s),delete this.#t[t],this[t]}outside({x:t},s){if(!this.topView.surface)return!1;let{xlim:e,ylim:i}=this.topView.surface,[r,n]=[t[2*s],t[2*s+1]];return!(r>=e[0]&&r<=e[1]&&n>=i[0]&&n<=i[1])}#r(){let t=performance.now(),s=t-this.#i;return this.#i=t,s>he&&s<100?this.#e=Math.min(le,this.#e+1):s<he&&(this.#e=Math.max(1,this.#e-.02)),this.#s+=1,this.#s<Math.floor(this.#e)?!1:(this.#s=0,!0)}};var Xi=2500;function Ji(o){let t=_.map(([e])=>e).filter(e=>o.views.isOpen(e)),s=o.race?.link??"";return`${s}${s.includes("?")?"&":"?"}view=${t.join()}&t=${o.clock.step}`}async function ce(o){let t=Ji(o);try{await navigator.clipboard.writeText(t)}catch{window.prompt("Copy this link",t);return}o.caption.hidden=!1,o.caption.textContent=`Copied: the link to step ${o.clock.step}`,setTimeout(()=>o.redraw(),Xi)}var Vt=class{glyphs=new Set;#t=[];constructor(t){this.player=t,this.quantities=t.root.querySelector(".quantities");for(let[s,e]of _)this.#i("views",e,()=>t.views.isOpen(s),()=>t.views.toggle(s));for(let[s,e]of Zt)this.#i("glyphs",e,()=>this.glyphs.has(s),()=>{this.glyphs.delete(s)||this.glyphs.add(s)});this.#i("more","Inspector",()=>t.inspector.open,()=>t.toggleInspector()),this.#i("more","Slow motion",()=>t.slow.running,()=>t.slowly()),this.#i("more","Copy link",()=>!1,()=>ce(t)),this.#i("more","Keys",()=>!this.#s.hidden,()=>t.toggleHelp()),this.#e("more").append(Ws(()=>t.toggleFullScreen()))}show(t,s,e){let{chart:i}=this.player;(s||!t.includes(i.quantity))&&(i.quantity=t[0]);let r=t.map(n=>{let{label:a,axis:h}=n,l=rs(h===void 0?a:`${a} ${e.axes[h]}`,()=>{i.quantity=n,i.refresh(),this.player.redraw()});return l.dataset.quantity=n.id,l});this.quantities.replaceChildren(...r);for(let[n]of this.#t)n.dataset.needs==="samples"&&(n.hidden=!e.samples),n.dataset.needs==="link"&&(n.hidden=!this.player.race?.link)}showOnly(t){let{views:s,chart:e}=this.player;for(let[n]of _)t.includes(n)&&!s.isOpen(n)&&s.toggle(n);this.glyphs=new Set(Zt.map(([n])=>n).filter(n=>t.includes(`glyph-${n}`)));let r=(this.player.race?ft(this.player.race):[]).find(({id:n})=>t.includes(n));r&&(e.quantity=r),e.refresh()}draw(){for(let[s,e]of this.#t)pe(s,e());let{id:t}=this.player.chart.quantity;for(let s of this.quantities.children)pe(s,s.dataset.quantity===t)}get#s(){return this.player.root.querySelector(".help")}#e(t){return this.player.root.querySelector(`[data-group=${t}]`)}#i(t,s,e,i){let r=rs(s,()=>{i(),this.player.redraw()});s==="Samples"&&(r.dataset.needs="samples"),s==="Copy link"&&(r.dataset.needs="link"),this.#t.push([r,e]),this.#e(t).append(r)}};function pe(o,t){let s=String(t);o.getAttribute("aria-pressed")!==s&&o.setAttribute("aria-pressed",s)}var Qi=.1,ue=new Map,Z=class{clock=new at;slow=new It;hidden=new Set;race=null;#t="no";#s=!0;#e=!1;#i=0;constructor(t,s){this.tell=r=>{},this.requests=new Tt(s),this.root=Fs(),t.append(u("style",{},gs,$s),this.root);let e=()=>this.redraw(),i=r=>this.root.querySelector(r);this.topView=new bt(this.root),this.requests.possible&&new Nt(this.topView,(r,n)=>this.#w(r,n)),this.views=new Ut(this.root,this.topView,e),this.chart=new mt(i(".curves"),r=>this.#p(r)),this.controls=new ht(i(".controls"),this.clock,()=>this.#l()),this.inspector=new kt(i(".inspector"),e),this.legend=new Mt(i(".legend"),this.hidden,()=>this.#c()),this.tools=new Vt(this),this.story=new Lt(i(".story"),r=>this.#g(r)),this.lesson=new At(i(".lesson"),r=>this.tell(r),r=>this.#a(r)),this.caption=i(".caption"),this.notice=i(".notice"),this.summary=i(".summary"),this.theme=Yt(this.root),this.clock.playing=!matchMedia("(prefers-reduced-motion: reduce)").matches,this.#n(),requestAnimationFrame(r=>this.#h(r))}receive(t){performance.mark("optviz: received"),t.surface&&ue.set(t.surface.key,t.surface);let s=ue.get(t.race.surface);if(!s)return this.requests.ask([t.race.start[0],t.race.start[1]],"");let e=this.race;this.race=t.race;let i=e?.surface!==t.race.surface,r=!e||e.start.some((a,h)=>a!==t.race.start[h]);this.clock.fit(t.race.steps),(i||r)&&e&&this.clock.seek(0);let n=this.lesson.show(t.race.lesson);this.root.classList.toggle("asking",this.lesson.asks),(!e||n)&&t.race.at!==null&&this.#r(t.race.at),this.slow.stop(),this.views.show(s,t.race,i),this.chart.show(s,t.race),this.legend.show(t.race.runs),this.inspector.show(t.race,s.axes),this.tools.show(ft(t.race),i,s),n&&this.#o(t.race.lesson),this.story.tell(t.race.story),this.#m(),this.summary.textContent=Bs(s.name,t.race),this.requests.answered(t.race),this.#f(),this.#e=!0,this.redraw()}#o(t){t&&(this.root.classList.add("teaching"),this.tools.showOnly([...t.shows,...this.race?.views??[]]),this.clock.playing=t.plays,this.hidden.clear())}#r(t){this.clock.playing=!1,this.clock.seek(t)}retheme(){this.theme=Yt(this.root);for(let t of[this.views,this.chart,this.legend])t.refresh();this.redraw()}redraw(){this.#s=!0}toggleRun(t){let s=this.race?.runs[t]?.name;s&&(this.hidden.delete(s)||this.hidden.add(s),this.#c())}slowly(){if(this.slow.running)return this.slow.stop();let[t]=this.inspector.runs,s=t?(t.diverged??t.loss.length)-1:0;!t||s<1||(this.clock.playing=!1,this.slow.begin(t,Math.min(this.clock.step,s-1)),this.hidden.delete(t.name),this.clock.seek(this.slow.step),this.redraw())}toggleInspector(){this.inspector.box.hidden=!this.inspector.box.hidden,this.redraw()}toggleHelp(){let t=this.root.querySelector(".help");t.hidden=!t.hidden}toggleFullScreen(){document.fullscreenElement?document.exitFullscreen():this.root.requestFullscreen().catch(()=>{})}#n(){new ResizeObserver(()=>this.redraw()).observe(this.root),this.root.addEventListener("keydown",t=>this.#a(t)),this.root.addEventListener("fullscreenchange",()=>{let t=this.root.matches(":fullscreen"),s=t?Math.max(1.25,Math.min(2.2,innerWidth/1e3)):1;this.root.style.setProperty("--scale",String(s)),t&&this.root.focus(),this.retheme()})}#a(t){let s=t.composedPath()[0];s.matches("select, input")||t.key===" "&&s.matches("button")||!Hs(this,t)||(t.preventDefault(),t.stopPropagation(),this.#l())}#l(){(this.clock.playing||this.clock.time!==this.slow.step)&&this.slow.stop(),this.redraw()}#c(){this.chart.refresh(),this.redraw()}#h(t){if(!this.root.isConnected&&this.#i)return;requestAnimationFrame(r=>this.#h(r));let s=Math.min(Qi,(t-this.#i)/1e3);this.#i=t;let{time:e,playing:i}=this.clock;this.slow.running&&(this.#s=!0),this.#t!=="no"?this.#f():this.slow.running?this.clock.seek(this.slow.advance(s)):this.clock.advance(s),(e!==this.clock.time||i!==this.clock.playing)&&(this.#s=!0),this.#s&&this.draw()}draw(){if(!this.race)return;this.#s=!1,this.#e&&performance.mark("optviz: drawn"),this.#e=!1;let{theme:t,hidden:s,clock:e,slow:i}=this,r=this.#t==="no"?e.time:e.steps,n=Math.floor(r+1e-9);this.views.draw(r,s,t,(a,h)=>{for(let l of this.#u()){let c=new vt(a,l,i.running?i.step:n,h,t);i.running?c.part(i.phase,i.share):c.draw(this.tools.glyphs)}}),this.chart.draw(r,s,t),this.legend.draw(n,t,a=>this.views.outside(a,n)),this.inspector.draw(i.running?i.step:n,e.playing,i.running?i.phase.equation:-2),this.controls.draw(),this.tools.draw(),this.caption.hidden=!i.running,i.running&&(this.caption.textContent=`${i.run?.name}: ${i.phase.words}`)}#u(){return this.slow.run?[this.slow.run]:this.tools.glyphs.size?(this.inspector.open?this.inspector.runs:this.race?.runs??[]).filter(({name:s})=>!this.hidden.has(s)):[]}#p(t){this.clock.playing=!1,this.clock.seek(Math.round(t)),this.#l()}#g({step:t,shows:s}){this.tools.showOnly(s),this.#p(t),this.root.scrollIntoView({block:"nearest",behavior:"smooth"})}#w(t,s){this.#t=s?"let go":"held",t.some((e,i)=>e!==this.race?.start[i])&&this.requests.ask(t,this.race?.surface??""),this.redraw()}#f(){this.#t!=="let go"||this.requests.open||(this.#t="no",this.clock.restart())}#m(){let t=(this.race?.runs??[]).filter(({diverged:s})=>s!==null);this.notice.hidden=t.length===0,this.notice.textContent=t.map(({name:s,settings:e,diverged:i})=>`${s} (${e}) diverged: at step ${i} its numbers are no longer finite. It is drawn up to step ${Number(i)-1}; a smaller lr may help.`).join(" ")}};var Zi=2;function de(o){let t=s=>{document.documentElement.classList.toggle("paper",s),E.finer=s?Zi:1,o.retheme(),o.draw()};addEventListener("beforeprint",()=>t(!0)),addEventListener("afterprint",()=>t(!1))}function fe(){let o=document.querySelector("script[data-optviz-race]");o&&to(o)}async function to(o){let t=nt(await so(o.textContent??"")),s=document.querySelector("[data-optviz-place]");s.replaceChildren();let e=new Z(s,null);e.receive(t),window===window.top&&e.root.focus({preventScroll:!0}),matchMedia("(prefers-color-scheme: dark)").addEventListener("change",()=>e.retheme()),de(e)}async function so(o){let t=Uint8Array.from(atob(o),e=>e.charCodeAt(0)),s=new Blob([t]).stream().pipeThrough(new DecompressionStream("gzip"));return new Uint8Array(await new Response(s).arrayBuffer())}var me=new WeakMap;function ua({parentElement:o,data:t,setStateValue:s,setTriggerValue:e}){let i=s?n=>s("chosen",n):null,r=me.get(o)??{player:new Z(o,i),data:null};if(me.set(o,r),r.player.requests.send=i,r.player.tell=n=>e("lesson",n),r.data===t)return r.player.retheme();r.data=t,r.player.receive(nt(t))}fe();export{ua as mount};
