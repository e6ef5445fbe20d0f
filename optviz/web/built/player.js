// optviz player; sources 479816e3696221b85729d75044778def94ee142e52967603740385782cbea6ca
var Es={f8:Float64Array,u2:Uint16Array,i1:Int8Array,i4:Int32Array};function pt(r){let t=r.slice().buffer,s=new DataView(t).getUint32(0,!0),e=new TextDecoder().decode(new Uint8Array(t,4,s)),i=JSON.parse(e,(o,n)=>Oe(n,t,4+s));return i.surface&&De(i.surface),i}function De(r){let t=(r.levels.length+1)/65534;r.heights=Float32Array.from(r.heights,s=>s===65535?NaN:s*t)}function Oe(r,t,s){if(!r||!Array.isArray(r.shape)||!(r.type in Es))return r;let e=r,i=Es[e.type],o=e.shape.reduce((n,a)=>n*a,1);return new i(t,s+e.at,o)}function ut({name:r,rule:t}){return r.startsWith(t)?r:`${r} (${t})`}var ot=[.25,.5,1,2,4,8],dt=class{time=0;steps=1;playing=!0;loop=!0;speed=1;#t=0;get step(){return Math.floor(this.time+1e-9)}get atEnd(){return this.time>=this.steps}advance(t){this.playing&&(this.atEnd?this.loop?(this.#t+=t)>=1.2&&this.seek(0):this.playing=!1:this.time=Math.min(this.steps,this.time+t*25*this.speed))}seek(t){this.time=Math.max(0,Math.min(this.steps,t)),this.#t=0}move(t){this.playing=!1,this.seek(t>0?this.step+t:Math.ceil(this.time-1e-9)+t)}toggle(){!this.playing&&this.atEnd&&this.seek(0),this.playing=!this.playing}shift(t){let s=ot.indexOf(this.speed)+t;this.speed=ot[Math.max(0,Math.min(ot.length-1,s))]}restart(){this.seek(0),this.playing=!0}fit(t){let s=this.atEnd&&this.steps>0;this.steps=t,this.time=s?t:Math.min(this.time,t)}};function d(r,t={},...s){let e=document.createElement(r);for(let[i,o]of Object.entries(t))e.setAttribute(i,o);return e.append(...s),e}function nt(r){let t=document.createElementNS("http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let s=document.createElementNS("http://www.w3.org/2000/svg","path");return s.setAttribute("d",r),t.append(s),t}var is={restart:"M6 5h2.4v14H6zM19 5v14L9.5 12z",back:"M17 5v14L8 12zM6.2 5h2v14h-2z",play:"M7 4.5v15L20 12z",pause:"M6.5 5h4v14h-4zM13.5 5h4v14h-4z",forward:"M7 5v14l9-7zM15.8 5h2v14h-2z",loop:"M17 3l4 3.5L17 10V7.6H8A3.4 3.4 0 0 0 4.6 11v1H2.4v-1A5.6 5.6 0 0 1 8 5.4h9zM7 21l-4-3.5L7 14v2.4h9a3.4 3.4 0 0 0 3.4-3.4v-1h2.2v1a5.6 5.6 0 0 1-5.6 5.6H7z"},ze=new Map([[.25,"¼×"],[.5,"½×"]]),ft=class{constructor(t,s,e){this.clock=s;let i=h=>()=>{h(),e()};this.play=at("Play","play"),this.loop=at("Loop","loop"),this.scrub=d("input",{type:"range",min:"0",step:"1","aria-label":"Step"}),this.count=d("output",{class:"count"}),this.speed=d("select",{"aria-label":"Speed"});for(let h of ot){let l=ze.get(h)??`${h}×`;this.speed.append(d("option",{value:String(h)},l))}let o=at("Restart","restart"),n=at("Step back","back"),a=at("Step forward","forward");o.addEventListener("click",i(()=>s.restart())),n.addEventListener("click",i(()=>s.move(-1))),a.addEventListener("click",i(()=>s.move(1))),this.play.addEventListener("click",i(()=>s.toggle())),this.loop.addEventListener("click",i(()=>s.loop=!s.loop)),this.speed.addEventListener("change",i(()=>s.speed=Number(this.speed.value))),this.scrub.addEventListener("input",i(()=>this.#t())),this.count.setAttribute("aria-live","off"),t.append(o,n,this.play,a,this.scrub,this.count,this.speed,this.loop)}#t(){this.clock.playing=!1,this.clock.seek(Number(this.scrub.value))}draw(){let{clock:t}=this,s=String(t.step);es(this.scrub,"max",String(t.steps)),this.scrub.value!==s&&(this.scrub.value=s),es(this.scrub,"aria-valuetext",`step ${s} of ${t.steps}`);let e=`${s} / ${t.steps}`;this.count.textContent!==e&&(this.count.textContent=e),this.scrub.style.setProperty("--done",`${100*t.time/t.steps}%`),this.speed.value!==String(t.speed)&&(this.speed.value=String(t.speed)),es(this.loop,"aria-pressed",String(t.loop));let i=t.playing?"Pause":"Play";this.play.getAttribute("aria-label")!==i&&(Ss(this.play,i),this.play.replaceChildren(nt(t.playing?is.pause:is.play)))}};function at(r,t){let s=d("button",{type:"button",class:t},nt(is[t]));return Ss(s,r),s}function Ss(r,t){r.setAttribute("aria-label",t),r.title=t}function es(r,t,s){r.getAttribute(t)!==s&&r.setAttribute(t,s)}var As=`:host {
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
`;var g={themes:{light:{ink:"#22262b",soft:"#5b6270",paper:"#ffffff",rim:[255,255,255,.8],contour:[40,60,90,.3],wall:[30,40,60,.12],edge:[40,60,90,.5],star:"#9aa3b0",areas:{diverged:{pattern:"lines",paper:"#d5d8de",ink:"#5b6270"},missed:{pattern:"dots",paper:"#ffffff",ink:"#aab1bd"},nowhere:{pattern:"lines",paper:"#ffffff",ink:"#a4abb6"}},ground:["#fff6d8","#f4f3e4","#e5eced","#d8e3ee","#cad8ea"],light:{level:1,contrast:.3,darkest:.76,brightest:1.05}},dark:{ink:"#f2f4f6",soft:"#b4bac6",paper:"#0e1117",rim:[14,17,23,.75],contour:[190,210,235,.3],wall:[255,255,255,.1],edge:[190,210,235,.5],star:"#8d97a6",areas:{diverged:{pattern:"lines",paper:"#3d434f",ink:"#b4bac6"},missed:{pattern:"dots",paper:"#0e1117",ink:"#5a6271"},nowhere:{pattern:"lines",paper:"#0e1117",ink:"#5b6472"}},ground:["#243b4a","#1d2f3e","#192634","#161e2a","#131720"],light:{level:1.3,contrast:.8,darkest:.8,brightest:1.75}}},sun:{direction:[-.5,.24,.832],wall:.5,tint:[1.15,1,.8]},box:{height:.55,base:-.035,wide:1.4142135623730951,tall:1.48,margin:[44,24,18,34],tick:5,gap:62,name:32,line:14},camera:{elevation:44.5,azimuth:225},captions:{linear:"height: loss, to scale",logarithmic:"height: roughly log(loss - minimum)"},trail:{width:2.2,rim:2,hidden:.22},head:{radius:6,rim:3.4},ring:{radius:9,width:2,rim:5},star:{radius:7,rim:2},minimum:{radius:5,rim:2,corners:[[0,1.4],[.4,.4],[1.4,0],[.4,-.4],[0,-1.4],[-.4,-.4],[-1.4,0],[-.4,.4]]},lowest:{radius:7,rim:2,corners:[[0,-.25],[.22,0],[.22,1.05],[1.75,1.75],[.22,2.45],[-.22,2.45],[-.22,0]]},valley:{width:2,rim:4.5,dash:[5,3]},type:{number:11,name:12,label:10},contours:{width:1,shortest:24,apart:6.4,steep:70,tries:[.5,.3,.7,.15,.85,.4,.6]}};function rs(r){let t=getComputedStyle(r),s=t.getPropertyValue("--paper").trim()||g.themes.light.paper,e=Ce(s)<.4,{ink:i,soft:o,star:n,areas:a,ground:h,...l}=g.themes[e?"dark":"light"];return{dark:e,paper:s,ink:t.getPropertyValue("--ink").trim()||i,soft:o,star:n,areas:{...a,nowhere:{...a.nowhere,paper:s}},ground:h,rim:mt(l.rim),contour:mt(l.contour),wall:mt(l.wall),edge:mt(l.edge),font:t.fontFamily,scale:Number(t.getPropertyValue("--scale"))||1}}function mt(r){return`rgba(${r.join()})`}function Ce(r){let t=document.createElement("canvas").getContext("2d",{willReadFrequently:!0});t.fillStyle=r,t.fillRect(0,0,1,1);let[s,e,i]=t.getImageData(0,0,1,1).data;return(.2126*s+.7152*e+.0722*i)/255}function gt(r){let t=r.map(s=>[1,3,5].map(e=>parseInt(s.slice(e,e+2),16)));return Array.from({length:256},(s,e)=>{let i=e/255*(t.length-1),o=Math.min(t.length-2,Math.floor(i));return t[o].map((n,a)=>n+(t[o+1][a]-n)*(i-o))})}var M=class r{static finer=1;width=0;height=0;#t=0;constructor(t){this.canvas=t,this.context=t.getContext("2d")}fit(){let[t,s]=[this.canvas.clientWidth,this.canvas.clientHeight],e=(window.devicePixelRatio||1)*r.finer;return t===this.width&&s===this.height&&e===this.#t?!1:(Object.assign(this,{width:t,height:s}),this.#t=e,this.canvas.width=Math.max(1,Math.round(t*e)),this.canvas.height=Math.max(1,Math.round(s*e)),this.context.setTransform(e,0,0,e,0,0),!0)}clear(){this.context.clearRect(0,0,this.width,this.height)}twin(){let t=new r(document.createElement("canvas"));return t.canvas.width=this.canvas.width,t.canvas.height=this.canvas.height,Object.assign(t,{width:this.width,height:this.height}),t.context.setTransform(this.#t,0,0,this.#t,0,0),t}lay(t,s=this.width){let e=Math.max(0,Math.min(1,s/this.width)),[i,o]=[Math.round(t.canvas.width*e),t.canvas.height];if(i===0||o===0)return;let n=i/this.#t;this.context.drawImage(t.canvas,0,0,i,o,0,0,n,o/this.#t)}};var qe="⁰¹²³⁴⁵⁶⁷⁸⁹";function v(r,t=3){if(!Number.isFinite(r))return"–";let s=Math.abs(r);if(s===0||s>=.001&&s<1e4)return Ts(String(Number(r.toPrecision(t))));let[e,i]=r.toExponential(t-1).split("e"),o=`10${_e(Number(i))}`,n=Ts(String(Number(e)));return n==="1"?o:n==="−1"?`−${o}`:`${n}·${o}`}function _e(r){let t=[...String(Math.abs(r))].map(s=>qe[Number(s)]);return(r<0?"⁻":"")+t.join("")}function Ts(r){return r.replace("-","−")}function E([r,t],[s,e]){let i=(e-s)/(t-r);return Object.assign(o=>s+(o-r)*i,{invert:o=>r+(o-s)/i})}function Is([r,t],s){let e=E([Math.log10(r),Math.log10(t)],s);return Object.assign(i=>e(Math.log10(i)),{invert:i=>10**e.invert(i)})}function L([r,t],s){let e=(t-r)/Math.max(1,s),i=10**Math.floor(Math.log10(e)),o=[.5,1,2,5,10].map(h=>h*i),n=o.findIndex(h=>h>=e*(1-1e-9)),a=Ns(r,t,o[n]);for(;a.length<2&&n>0;)a=Ns(r,t,o[--n]);return a}function Ns(r,t,s){let e=Math.ceil(r/s-1e-9),i=Math.floor(t/s+1e-9);return Array.from({length:Math.max(0,i-e+1)},(o,n)=>(e+n)*s)}function Ls([r,t],s){let e=Math.ceil(Math.log10(r)-1e-9),i=Math.floor(Math.log10(t)+1e-9),o=Math.max(1,Math.ceil((i-e+1)/Math.max(1,s))),n=[];for(let a=i;a>=e;a-=o)n.push(10**a);return n.reverse()}function F(r,t,s=v){return r.map(e=>({at:t(e),text:s(e)}))}function wt(r,t=g.type.number){return`${t*r.scale}px ${r.font}`}function $(r,t,s,e,i,{tick:o=0,grid:n=!1,gap:a=7,size:h}={}){let{left:l,top:c,right:p,bottom:u}=e,f=t==="below";r.font=wt(i,h),r.textAlign=f?"center":"right",r.textBaseline=f?"top":"middle";for(let{at:m,text:y}of s)r.fillStyle=i.wall,n&&f&&r.fillRect(m-.5,c,1,u-c),n&&!f&&r.fillRect(l,m-.5,p-l,1),r.fillStyle=i.soft,o&&f&&r.fillRect(m-.5,u,1,o),o&&!f&&r.fillRect(l-o,m-.5,o,1),f?r.fillText(y,m,u+a):r.fillText(y,l-a,m)}function yt(r,{left:t,top:s,right:e,bottom:i},o){r.strokeStyle=o.soft,r.lineWidth=1,r.strokeRect(t,s,e-t,i-s)}function Rs(r,[t,s],{left:e,top:i,right:o,bottom:n},a){r.fillStyle=a.ink,r.font=`italic ${wt(a,g.type.name)}`,r.textBaseline="alphabetic",r.textAlign="center",r.fillText(t,(e+o)/2,n+19+13*a.scale),r.textAlign="left",r.fillText(s,3,(i+n)/2+4)}var D=g.trail.width,bt=g.head.radius;function Ds(r){return Os[r]??Os.circle}var Os={circle:Fe(),square:H([[-.85,-.85],[.85,-.85],[.85,.85],[-.85,.85]]),triangle:H([[0,-1.15],[1.05,.75],[-1.05,.75]]),diamond:H([[0,-1.25],[1,0],[0,1.25],[-1,0]]),plus:H(zs()),cross:H(zs().map(([r,t])=>[(r-t)*Math.SQRT1_2,(r+t)*Math.SQRT1_2])),star:H(He())};function Fe(){let r=new Path2D;return r.arc(0,0,.95,0,2*Math.PI),r}function H(r){let t=new Path2D;return r.forEach(([s,e])=>t.lineTo(s,e)),t.closePath(),t}function zs(){let[r,t]=[.38,1.15];return[[-r,-t],[r,-t],[r,-r],[t,-r],[t,r],[r,r],[r,t],[-r,t],[-r,r],[-t,r],[-t,-r],[-r,-r]]}function He(){return Array.from({length:10},(r,t)=>{let[s,e]=[Math.PI*t/5-Math.PI/2,t%2?.6:1.4];return[e*Math.cos(s),e*Math.sin(s)]})}function O(r,t,s,e,i,o,n){r.save(),r.translate(s,e),r.scale(i,i),r.lineWidth=g.head.rim/i,r.lineJoin="round",r.strokeStyle=n,r.fillStyle=o,r.stroke(Ds(t)),r.fill(Ds(t)),r.restore()}function A({style:r},t){return t.dark?r.dark:r.light}function z(r,t){return r.style.dash.map(s=>s*t)}var Ps={minimum:H($s(g.minimum.corners)),lowest:H($s(g.lowest.corners))};function $s(r){return r.map(([t,s])=>[t,-s])}function U(r,t,s,e,i,o=1){let n=t?"lowest":"minimum",{radius:a,rim:h}=g[n];r.save(),r.translate(s,e),r.scale(a*o,a*o),r.lineWidth=2*h/a,r.lineJoin="round",r.strokeStyle=i.paper,r.fillStyle=t?i.ink:i.star,r.stroke(Ps[n]),r.fill(Ps[n]),r.restore()}function xt({minima:r,lowest:t},s){for(let e=r.length/2-1;e>=0;e--)s(r[2*e],r[2*e+1],e<t)}function Q(r,t,s,e=1){let{width:i,rim:o,dash:n}=g.valley;r.save(),r.lineJoin="round";for(let[a,h,l]of[[o,s.rim,[]],[i,s.ink,n]]){r.beginPath();let c=!1;for(let p=0;p<t.length;p+=2){let u=!Number.isNaN(t[p]);u&&c?r.lineTo(t[p],t[p+1]):u&&r.moveTo(t[p],t[p+1]),c=u}r.lineWidth=a*e,r.strokeStyle=h,r.setLineDash(l.map(p=>p*e)),r.stroke()}r.restore()}var os=[{id:"accuracy",label:"Accuracy",log:!1,values:({accuracy:r})=>r},{id:"log",label:"Loss, log",log:!0,values:({loss:r})=>r},{id:"linear",label:"Loss",log:!1,values:({loss:r})=>r},{id:"distance",label:"Distance",log:!0,values:({distance:r})=>r},{id:"gradient",label:"Gradient",log:!0,values:({grad:r})=>Ge(r)},{id:"rate-x",label:"Step",axis:0,log:!0,values:r=>Cs(r,0)},{id:"rate-y",label:"Step",axis:1,log:!0,values:r=>Cs(r,1)}];function vt(r){return os.filter(({log:t,values:s})=>r.runs.map(i=>s(i)).every(i=>i&&!(t&&We(i,o=>o<0))))}function We(r,t){for(let s=0;s<r.length;s++)if(t(r[s]))return!0;return!1}function Ge(r){return Float64Array.from({length:r.length/2},(t,s)=>Math.hypot(r[2*s],r[2*s+1]))}function Cs({state:r,hyper:t,loss:s},e){let{rate:i}=r;return i?Float64Array.from({length:s.length},(o,n)=>i[2*n+e]):new Float64Array(s.length).fill(t.lr)}var qs=1.7,_s={left:46,top:10,right:12,bottom:24},kt=class{quantity=os[1];#t=!0;#s=_s;#e=E([0,1],[0,1]);#i=E([0,1],[0,1]);#r=null;#o=null;#n=new Map;#a=[];constructor(t,s){let e=d("canvas",{role:"img","aria-label":"The chosen quantity over the steps"});this.reading=d("div",{class:"reading",hidden:""}),t.append(e,this.reading),this.sheet=new M(e),this.surface=null,this.race=null;let i=o=>{o.buttons&1&&s(this.#e.invert(o.offsetX)),this.#f(o.offsetX)};e.addEventListener("pointerdown",i),e.addEventListener("pointermove",i),e.addEventListener("pointerleave",()=>this.reading.hidden=!0)}show(t,s){this.surface=t,this.race=s,this.refresh()}refresh(){this.#t=!0}draw(t,s,e){if(!this.race)return;(this.sheet.fit()||this.#t)&&this.#c(s,e);let i=this.#e(t);this.sheet.clear(),this.sheet.lay(this.#r),this.sheet.lay(this.#o,i);let{context:o}=this.sheet;o.fillStyle=e.soft,o.fillRect(i-.5,this.#s.top,1,this.sheet.height-this.#s.top-this.#s.bottom);for(let n of this.#a)this.#y(o,n,t,e)}#c(t,s){this.#t=!1;let{width:e,height:i}=this.sheet,{runs:o,steps:n}=this.race;this.#a=o.filter(({name:h})=>!t.has(h)),this.#n=new Map(o.map(h=>[h,this.quantity.values(h)??[]])),this.#s={..._s,left:28+18*s.scale,bottom:10+14*s.scale},this.#e=E([0,n],[this.#s.left,e-this.#s.right]),this.#r=this.sheet.twin(),this.#o=this.sheet.twin();let a=this.quantity.log?this.#u():this.#h();this.#i=(this.quantity.log?Is:E)(a,[i-this.#s.bottom,this.#s.top]),this.#p(this.#r.context,s,a);for(let h of this.#a)this.#g(this.#r.context,h,s,.28),this.#g(this.#o.context,h,s,1)}#l(t){return this.#n.get(t)??[]}#h(){if(this.quantity.id==="accuracy")return[0,1];let{low:t,high:s}=this.surface,e=this.#a.flatMap(h=>Array.from(this.#l(h)).filter(Number.isFinite)),i=Math.max(t,Math.min(...e)),o=Math.max(...this.#a.map(h=>this.#l(h)[0])),n=Math.min(s,Math.max(o*1.15,Math.min(Math.max(...e),o*1.6))),a=.06*(n-i||1);return Number.isFinite(i+n)?[i-a,n+a]:[0,1]}#u(){let{high:t}=this.surface,s=this.quantity.id==="log"?t:1e12,[e,i]=[1/0,0];for(let n of this.#a)for(let a of Array.from(this.#l(n)))a>0&&(e=Math.min(e,a)),a<=s&&(i=Math.max(i,a));if(e===1/0)return[.1,10];if(!(e<i))return[e/10,e*10];let o=(i/e)**.05;return[e/o,i*o]}#p(t,s,e){let{left:i,top:o}=this.#s,n={left:i,top:o,right:this.sheet.width-this.#s.right,bottom:this.sheet.height-this.#s.bottom},a=(n.bottom-o)/34,l=this.quantity.log&&Math.log10(e[1]/e[0])>1.5?Ls(e,a):L(e,a),c=F(l,this.#i,p=>this.#w(p));$(t,"left",c,n,s,{grid:!0}),$(t,"below",this.#m(t),n,s)}#m(t){let{width:s}=this.sheet,e=this.race?.steps??1,i=1.6*t.measureText(String(e)).width;return[...L([0,e],(this.#e(e)-this.#e(0))/70).filter(Number.isInteger).filter(n=>this.#e(e)-this.#e(n)>i),e].map(n=>{let a=t.measureText(String(n)).width/2;return{at:Math.min(this.#e(n),s-a),text:String(n)}})}#g(t,s,e,i){let{width:o,height:n}=this.sheet;t.save(),t.beginPath(),t.rect(this.#s.left,this.#s.top-4,o-this.#s.left,n-this.#s.top-this.#s.bottom+8),t.clip(),t.globalAlpha=i,t.strokeStyle=A(s,e),t.lineWidth=qs*e.scale,t.lineJoin="round",t.setLineDash(z(s,qs*e.scale)),t.beginPath();let a=this.#l(s);for(let h=0;h<a.length;h++)Number.isFinite(a[h])&&t.lineTo(this.#e(h),this.#d(a[h]));t.stroke(),t.restore()}#w(t){return this.quantity.id==="accuracy"?`${Number((100*t).toFixed(1))} %`:v(t)}#f(t){let s=Math.round(this.#e.invert(t)),{steps:e}=this.race;if(this.reading.hidden=s<0||s>e,this.reading.hidden)return;let i=this.#a.map(n=>({run:n,value:this.#l(n)[s]})).filter(({value:n})=>Number.isFinite(n)).sort((n,a)=>a.value-n.value);this.reading.replaceChildren(d("b",{},`step ${s}`),...i.map(({run:n,value:a})=>d("span",{},`${n.name} `,d("i",{},this.#w(a)))));let o=t>this.sheet.width/2;this.reading.style.left=o?"auto":`${t+14}px`,this.reading.style.right=o?`${this.sheet.width-t+14}px`:"auto"}#d(t){return Math.max(-9999,Math.min(9999,this.#i(t)))}#y(t,s,e,i){let o=this.#l(s),n=Math.floor(e),[a,h]=[o[n],o[Math.min(n+1,o.length-1)]];if(!Number.isFinite(a))return;let l=Number.isFinite(h)?this.#d(h):this.#d(a),c=this.#d(a)+(e-n)*(l-this.#d(a));if(c<this.#s.top-4||c>this.sheet.height-this.#s.bottom+4)return;let p=A(s,i);O(t,s.style.marker,this.#e(e),c,3.6*i.scale,p,i.paper)}};function Fs(r,t,s,e){let i=g.contours.apart*s,o=[];for(let{path:n,text:a}of r)if(!(ns(n)<i))for(let h of g.contours.tries){let l=Math.max(1,Math.floor(h*(n.length/2-1))),[c,p]=[n[2*l],n[2*l+1]];if(!(Math.min(c-t.left,t.right-c,p-t.top,t.bottom-p)<2*s||!(e(c,p)*s<1))&&!o.some(f=>Math.hypot(f.x-c,f.y-p)<i)){o.push({x:c,y:p,angle:Be(n,l),text:a});break}}return o}function Be(r,t){let s=Math.min(t+1,r.length/2-1),e=Math.atan2(r[2*s+1]-r[2*t-1],r[2*s]-r[2*t-2]),i=g.contours.steep*Math.PI/180,o=Math.floor((e-i)/Math.PI)+1;return e-o*Math.PI}function ns(r){let t=0;for(let s=2;s<r.length;s+=2)t+=Math.hypot(r[s]-r[s-2],r[s+1]-r[s-1]);return t}function Hs(r,{left:t,top:s,right:e,bottom:i}){let o=Math.sqrt(r.length),[n,a]=[(e-t)/(o-1),(i-s)/(o-1)],h=l=>Math.max(1,Math.min(o-2,Math.round(l)));return(l,c)=>{let p=h((i-c)/a)*o+h((l-t)/n),[u,f]=[r[p+1]-r[p-1],r[p+o]-r[p-o]];return Math.hypot(u/(2*n),f/(2*a))}}function Ws(r,t,s,e){let i=r.getTransform().a,o=document.createElement("canvas");o.width=Math.max(1,Math.round((s.right-s.left)*i)),o.height=Math.max(1,Math.round((s.bottom-s.top)*i));let n=o.getContext("2d");n.imageSmoothingEnabled=!1,n.drawImage(as(t),0,0,o.width,o.height),n.globalCompositeOperation="source-in",Ue(n,{...e,pattern:""}),n.globalCompositeOperation="source-atop",Gs(n,e,i),r.drawImage(o,s.left,s.top,s.right-s.left,s.bottom-s.top)}function Ue(r,t,s=1){r.fillStyle=t.paper,r.fillRect(0,0,r.canvas.width,r.canvas.height),Gs(r,t,s)}function Gs(r,{pattern:t,ink:s},e){let{width:i,height:o}=r.canvas;if(r.beginPath(),t==="lines"){for(let n=-o;n<i;n+=5*e)r.moveTo(n,o),r.lineTo(n+o,0);r.strokeStyle=s,r.lineWidth=1.1*e,r.stroke()}if(t==="dots"){for(let[n,a]=[2.5*e,!1];n<o;n+=5*e,a=!a)for(let h=(a?5:2.5)*e;h<i;h+=5*e)r.rect(h-.6*e,n-.6*e,1.2*e,1.2*e);r.fillStyle=s,r.fill()}}function as(r){let t=document.createElement("canvas");return t.width=r.width,t.height=r.height,t.getContext("2d").putImageData(r,0,0),t}function Us(r,t,s){let e=Ve(r,t,s),i=[];for(let[o,n]of e)n.length===1&&i.push(Bs(e,o));for(let o of e.keys())e.get(o)?.length&&i.push(Bs(e,o));return i.filter(o=>o.length>1).map(o=>o.flatMap(n=>je(r,t,s,n)))}function Ve(r,t,s){let e=new Map,i=(o,n)=>{e.set(o,[...e.get(o)??[],n]),e.set(n,[...e.get(n)??[],o])};for(let o=0;o<t-1;o++)for(let n=0;n<t-1;n++){let a=o*t+n,[h,l,c,p]=[r[a],r[a+1],r[a+t],r[a+t+1]],u=+(h>s)|+(l>s)<<1|+(p>s)<<2|+(c>s)<<3;if(u===0||u===15||Number.isNaN(h+l+c+p))continue;let[f,m,y,b]=[2*a,2*(a+t),2*a+1,2*a+3],k=(h+l+c+p)/4>s;if(u===5||u===10){u===5===k?(i(y,m),i(f,b)):(i(y,f),i(m,b));continue}let x=[];(u&1)!==(u>>1&1)&&x.push(f),(u>>1&1)!==(u>>2&1)&&x.push(b),(u>>2&1)!==(u>>3&1)&&x.push(m),(u>>3&1)!==(u&1)&&x.push(y),i(x[0],x[1])}return e}function Bs(r,t){let s=[t];for(let e=r.get(t)?.pop();e!==void 0;e=r.get(t)?.pop()){let i=r.get(e);i.splice(i.indexOf(t),1),s.push(e),t=e}return s}function je(r,t,s,e){let i=e>>1,o=i+(e&1?t:1),n=(s-r[i])/(r[o]-r[i]);return[i%t+(e&1?0:n),Math.floor(i/t)+(e&1?n:0)]}function Vs({context:r},t,s,e){let i=E(t.xlim,[e.left,e.right]),o=E(t.ylim,[e.bottom,e.top]);r.save(),r.beginPath(),r.rect(e.left,e.top,e.right-e.left,e.bottom-e.top),r.clip(),Ke(r,t,s,e),Ye(r,t,s,e),r.restore(),yt(r,e,s);let[n,a]=[L(t.xlim,(e.right-e.left)/70),L(t.ylim,(e.bottom-e.top)/50)];return $(r,"below",F(n,i),e,s,{tick:4}),$(r,"left",F(a,o),e,s,{tick:4}),Rs(r,t.axes,e,s),Qe(r,t,s,i,o),{x:i,y:o}}function Ke(r,{heights:t,levels:s},e,i){let o=Math.sqrt(t.length),n=gt(e.ground),a=new ImageData(o,o),h=new ImageData(o,o),l=!1;t.forEach((y,b)=>{let k=Math.max(0,Math.min(255,Math.round(255*y/(s.length+1)))),T=4*((o-1-Math.floor(b/o))*o+b%o);if(!Number.isNaN(y))return a.data.set([...n[k],255],T);h.data.set([0,0,0,255],T),l=!0});let[c,p]=[(i.right-i.left)/(o-1),(i.bottom-i.top)/(o-1)];r.imageSmoothingQuality="high";let[u,f]=[i.left-c/2,i.top-p/2];if(r.drawImage(as(a),u,f,c*o,p*o),!l)return;let m={left:u,top:f,right:u+c*o,bottom:f+p*o};Ws(r,h,m,e.areas.nowhere)}function Ye(r,{heights:t,levels:s},e,i){let o=Math.sqrt(t.length),[n,a]=[(i.right-i.left)/(o-1),(i.bottom-i.top)/(o-1)],h=(u,f)=>f%2?i.bottom-u*a:i.left+u*n,c=Array.from(s).flatMap((u,f)=>Us(t,o,f+1).map(m=>({path:m.map(h),text:v(u,4)}))).filter(({path:u})=>ns(u)>=g.contours.shortest);r.strokeStyle=e.contour,r.lineWidth=g.contours.width,r.lineJoin="round";for(let{path:u}of c)Xe(r,u);let p=g.type.label*e.scale;r.font=wt(e,g.type.label),r.textAlign="center",r.textBaseline="middle";for(let u of Fs(c,i,p,Hs(t,i)))Je(r,u,e)}function Xe(r,t){r.beginPath();for(let s=0;s<t.length;s+=2)r.lineTo(t[s],t[s+1]);r.stroke()}function Je(r,{x:t,y:s,angle:e,text:i},o){r.save(),r.translate(t,s),r.rotate(e),r.lineWidth=3.5,r.strokeStyle=o.dark?"rgba(24,36,50,0.9)":"rgba(240,243,242,0.92)",r.strokeText(i,0,0),r.fillStyle=o.soft,r.fillText(i,0,0),r.restore()}function Qe(r,t,s,e,i){let o=t.valleys.map((n,a)=>(a%2?i:e)(n));Q(r,o,s),xt(t,(n,a,h)=>U(r,h,e(n),i(a),s))}function Mt(r,t,s,e){let[i,o]=[0,1];for(let n of[0,1]){let[a,h]=[s[n],e[n]];if(h===0&&!(a>=r[n]&&a<=t[n]))return null;h!==0&&(i=Math.max(i,((h>0?r:t)[n]-a)/h),o=Math.min(o,((h>0?t:r)[n]-a)/h))}return i<=o?[i,o]:null}var Et=60,St=class{constructor(t,s,e){this.run=t,this.last=(t.ended??t.loss.length)-1,this.points=new Float64Array(2*(this.last+1));for(let i=0;i<=this.last;i++)this.points[2*i]=s(t.x[2*i]),this.points[2*i+1]=e(t.x[2*i+1])}head(t){let s=Math.min(Math.floor(t),this.last),e=Math.min(s+1,this.last),i=Math.min(t,this.last)-s,o=n=>this.points[2*s+n]+i*(this.points[2*e+n]-this.points[2*s+n]);return[o(0),o(1)]}trace(t,s){let{points:e}=this,i=Math.min(Math.floor(s),this.last),o=Ks(t.canvas);t.beginPath(),t.moveTo(e[0],e[1]);for(let h=1;h<=i;h++)js(t,o,e[2*h-2],e[2*h-1],e[2*h],e[2*h+1]);let[n,a]=this.head(s);js(t,o,e[2*i],e[2*i+1],n,a)}};function Ks({clientWidth:r,clientHeight:t}){return[-Et,-Et,r+Et,t+Et]}function js(r,t,s,e,i,o){if(hs(t,s,e)&&hs(t,i,o)){r.lineTo(i,o);return}let[n,a]=[i-s,o-e],h=Mt(t.slice(0,2),t.slice(2),[s,e],[n,a]);h&&(r.moveTo(s+h[0]*n,e+h[0]*a),r.lineTo(s+h[1]*n,e+h[1]*a))}function hs([r,t,s,e],i,o){return i>=r&&i<=s&&o>=t&&o<=e}function Ys(r,t,s,e){let i=D*e.scale;r.lineJoin="round";for(let o of t)o.trace(r,s),r.setLineDash([]),r.lineWidth=i+g.trail.rim,r.strokeStyle=e.rim,r.stroke(),r.setLineDash(z(o.run,i)),r.lineWidth=i,r.strokeStyle=A(o.run,e),r.stroke();r.setLineDash([]);for(let o of t)Ze(r,o,s,e)}function Ze(r,t,s,e){let[i,o]=t.head(s);if(!hs(Ks(r.canvas),i,o))return;let{style:n}=t.run,a=A({style:n},e);O(r,n.marker,i,o,bt*e.scale,a,e.paper)}var At=class{#t=[];#s=!0;#e=E([0,1],[0,1]);#i=E([0,1],[0,1]);#r={left:0,top:0,right:1,bottom:1};constructor(t){let s=e=>t.querySelector(e);this.ground=new M(s(".ground")),this.trails=new M(s(".trails")),this.ring=s(".start"),this.surface=null,this.race=null}show(t,s){t!==this.surface&&(this.#s=!0),this.surface=t,this.race=s,this.#n()}refresh(){this.#s=!0}draw(t,s,e,i){if(!this.surface)return;(this.ground.fit()||this.#s)&&this.#o(e),this.trails.fit()&&this.#n();let{context:o}=this.trails,{left:n,top:a,right:h,bottom:l}=this.#r;this.trails.clear(),o.save(),o.beginPath(),o.rect(n,a,h-n,l-a),o.clip(),Ys(o,this.#t.filter(({run:c})=>!s.has(c.name)),t,e),i(o,{x:this.#e,y:this.#i}),o.restore()}place([t,s]){this.ring.style.left=`${this.#e(t)}px`,this.ring.style.top=`${this.#i(s)}px`}#o(t){this.#s=!1,this.ground.clear();let{width:s,height:e}=this.ground,{scale:i}=t,[o,n]=[28+18*i,e-18-22*i];this.#r={left:o,top:8,right:s-10,bottom:n};let a=this.surface,{x:h,y:l}=Vs(this.ground,a,t,this.#r);this.#e=h,this.#i=l,this.#n()}#n(){this.race&&(this.#t=this.race.runs.map(t=>new St(t,this.#e,this.#i)),this.place(this.race.start))}pointAt({clientX:t,clientY:s}){let e=this.trails.canvas.getBoundingClientRect(),{left:i,top:o,right:n,bottom:a}=this.#r,h=Math.max(i,Math.min(n,t-e.left)),l=Math.max(o,Math.min(a,s-e.top));return[this.#e.invert(h),this.#i.invert(l)]}};var Xs=`.view3d {
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
`;var si="http://www.w3.org/1998/Math/MathML",ei={lr:"lr",mu:"μ",rho:"ρ",eps:"ε",beta1:"β₁",beta2:"β₂",rate:"α",E_g2:"E[g²]",E_dx2:"E[Δx²]",dx:"Δx",decay:"λ",psi:"ψ",rho_inf:"ρ∞",lr_t:"lrₜ",mu_next:"μ′",mu_product:"Πμ",v_max:"vₘₐₓ"},ii={if:0,"+":1,"-":1,neg:2,"*":3,"/":5,"^":4,sqrt:5,abs:5,sign:5,max:5},ri={"<":"<","<=":"≤",">":">",">=":"≥","==":"=","!=":"≠"};function w(r,...t){let s=document.createElementNS(si,r);return s.append(...t),s}function Z(r){return r.endsWith("_hat")?`${Z(r.slice(0,-4))}̂`:ei[r]??r}function W(r){if(!r.endsWith("_hat"))return w("mi",Z(r));let t=w("mover",W(r.slice(0,-4)),w("mo","^"));return t.setAttribute("accent","true"),t}function N(r,t){if(typeof r=="number")return w("mn",String(r));if(typeof r=="string")return t(r);let[s,...e]=r,i=e.map((o,n)=>ai(o,s,n,t));switch(s){case"/":return w("mfrac",...e.map(o=>N(o,t)));case"sqrt":return w("msqrt",N(e[0],t));case"abs":return w("mrow",w("mo","|"),N(e[0],t),w("mo","|"));case"sign":case"max":return oi(s,e.map(o=>N(o,t)));case"if":return ni(e,t);case"^":return w("msup",i[0],N(e[1],t));case"neg":return w("mrow",w("mo","−"),i[0]);case"*":return w("mrow",i[0],w("mo","·"),i[1]);default:return w("mrow",i[0],w("mo",s==="-"?"−":"+"),i[1])}}function oi(r,t){let s=t.flatMap((e,i)=>i?[w("mo",","),e]:[e]);return w("mrow",w("mi",r),w("mo","("),...s,w("mo",")"))}function ni([[r,t,s],e,i],o){let n=w("mo",ri[r]),a=w("mrow",w("mtext","if "),N(t,o),n,N(s,o)),l=[[N(e,o),a],[N(i,o),w("mtext","otherwise")]].map(c=>w("mtr",...c.map(p=>w("mtd",p))));return w("mrow",w("mo","{"),w("mtable",...l))}function ai(r,t,s,e){let i=N(r,e);if(!Array.isArray(r))return i;let o=l=>ii[l],[n,a]=[o(r[0]),o(t)];return n<a||n===a&&t==="-"&&s===1?w("mrow",w("mo","("),i,w("mo",")")):i}function ht(r,t){if(typeof r=="number")return r;if(typeof r=="string")return t(r);if(r[0]==="if")return ht(hi(r[1],t)?r[2]:r[3],t);let[s,e]=r.slice(1).map(i=>ht(i,t));switch(r[0]){case"+":return s+e;case"-":return s-e;case"*":return s*e;case"/":return s/e;case"^":return s**e;case"neg":return-s;case"abs":return Math.abs(s);case"sign":return Math.sign(s);case"max":return Math.max(s,e);default:return Math.sqrt(s)}}function hi(r,t){if(!Array.isArray(r))return!1;let[s,e]=r.slice(1).map(i=>ht(i,t));switch(r[0]){case"<":return s<e;case"<=":return s<=e;case">":return s>e;case">=":return s>=e;case"==":return s===e;default:return s!==e}}function lt(r,t){return t(r)||Array.isArray(r)&&r.slice(1).some(s=>lt(s,t))}var tt=class{constructor(t,s){this.run=t;let e=(t.ended??t.loss.length)-1;this.step=Math.max(0,Math.min(s,e-1)),this.exists=e>0}value(t,s,e=1/0){let{run:i,step:o}=this;if(t==="t")return o+1;if(t==="g")return i.grad[2*o+s];if(t in i.hyper)return i.hyper[t];let n=i.equations.findIndex(([l])=>l===t),a=e===1/0||n>=0&&n<e?o+1:o,h=t==="x"?i.x:i.state[t];return h?h[2*a+s]:NaN}pair(t,s){return[this.value(t,0,s),this.value(t,1,s)]}get measured(){let t=this.run.grad_at??this.run.x;return[t[2*this.step],t[2*this.step+1]]}get rate(){return"rate"in this.run.state?this.pair("rate"):[this.run.hyper.lr,this.run.hyper.lr]}};function V(r,t){if(t==="g")return"gradient";let s=r.equations.find(([i])=>i===t)?.[1]??0,e=r.equations.find(([i])=>i==="x")?.[1]??0;return li(e,t,r.hyper)?"displacement":Js(r,t)?t==="rate"||Tt(s,"sqrt")?"rate":Qs(r,t)?"square":Tt(s,"abs")?"size":"gradient":"factor"}function Tt(r,t){return lt(r,s=>Array.isArray(s)&&s[0]===t)}function Js(r,t,s=[]){let e=r.equations.find(([o])=>o===t)?.[1]??0,i=[...s,t];return lt(e,o=>typeof o!="string"||i.includes(o)?!1:o==="g"||o in r.state&&Js(r,o,i))}function li(r,t,s){if(!Array.isArray(r)||r[0]!=="+")return!1;let e=r[2];return e===t||Array.isArray(e)&&e[0]==="*"&&e[1]in s&&e[2]===t}function Qs(r,t){let s=r.equations.find(([e])=>e===t)?.[1]??0;return lt(s,e=>Array.isArray(e)?e[0]==="^"&&e[2]===2:typeof e=="string"&&e!==t&&e in r.state&&Qs(r,e))}var ls=[["gradient","gradient, downhill"],["memory","velocity or m"],["rate","step size per axis"],["look","look-ahead point"]],ci=66,Zs=40,pi=9,Nt=class{constructor(t,s,e,i,o){this.context=t,this.run=s,this.scales=i,this.theme=o,this.update=new tt(s,e),this.colour=A(s,o)}draw(t){if(!this.update.exists)return;let s=this.#h(this.update.pair("x",0));t.has("rate")&&this.rate(s),t.has("look")&&this.run.grad_at&&this.lookAhead(s),t.has("gradient")&&this.gradient(this.#h(this.update.measured),this.update.pair("g")),t.has("memory")&&this.#t(s)}part(t,s){let e=this.#h(this.update.pair("x",0)),i=this.#h(this.update.pair("x"));if(this.run.grad_at&&this.lookAhead(e),t.kind==="measure")return this.gradient(this.#h(this.update.measured),this.update.pair("g"),s);if(t.kind==="ghost"||t.kind==="move")return this.#o(e,i,t.kind==="ghost"?s:1);this.gradient(this.#h(this.update.measured),this.update.pair("g"),1,.35),this.#s(e,t,s)}gradient(t,s,e=1,i=1){let[o,n]=this.#l([-s[0],-s[1]]),a=ci*e*Math.hypot(...s)/this.#c();this.#n(t,[t[0]+o*a,t[1]+n*a],i)}rate(t,s=this.update.rate){let e=Zs/Math.max(s[0],s[1]);Number.isFinite(e)&&(this.context.beginPath(),this.context.ellipse(t[0],t[1],Math.max(1,s[0]*e),Math.max(1,s[1]*e),0,0,7),this.#a(1.5,[4,3]))}lookAhead(t){let s=this.#h(this.update.measured);this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(...s),this.#a(1.5,[3,3]),this.context.beginPath(),this.context.arc(s[0],s[1],5,0,7),this.#a(2,[])}#t(t){let s=["m","v"].find(i=>i in this.run.state&&V(this.run,i)!=="square");if(!s)return;let e=this.update.pair(s);V(this.run,s)==="displacement"?this.#i(t,e):this.gradient(t,e)}#s(t,s,e){let[i]=this.run.equations[s.equation],o=this.#e(s,e);switch(V(this.run,i)){case"displacement":return this.#i(t,o);case"rate":return this.rate(t,o);case"square":return this.#r(t,o,i,Math.sqrt);case"size":return this.#r(t,o,i,n=>n);case"factor":return;default:return this.gradient(t,o)}}#e(t,s){let[e,i]=this.run.equations[t.equation],o=this.update.pair(e);if(t.kind==="compute"||!Array.isArray(i))return o;let n=this.update.pair(e,t.equation),a=[0,1].map(c=>ht(i[1],p=>this.update.value(p,c,t.equation))),[h,l]=t.kind==="decay"?[n,a]:[a,o];return[h[0]+s*(l[0]-h[0]),h[1]+s*(l[1]-h[1])]}#i(t,s){let e=this.update.pair("x",0);this.#n(t,this.#h([e[0]+s[0],e[1]+s[1]]))}#r([t,s],e,i,o){let n=o(Math.max(...this.update.pair(i),...this.update.pair(i,0))),[a,h]=e.map(l=>Zs*o(Math.max(0,l))/n);Number.isFinite(a+h)&&(this.context.beginPath(),this.context.moveTo(t-a,s),this.context.lineTo(t+a,s),this.context.moveTo(t,s-h),this.context.lineTo(t,s+h),this.#a(4,[]))}#o(t,s,e){let i=[t[0]+e*(s[0]-t[0]),t[1]+e*(s[1]-t[1])];this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(i[0],i[1]),this.#a(2,[2,3]),this.context.save(),this.context.globalAlpha=.5,O(this.context,this.run.style.marker,i[0],i[1],6,this.colour,this.theme.rim),this.context.restore()}#n(t,s,e=1){let i=Math.hypot(s[0]-t[0],s[1]-t[1]);if(!(i>.5))return;let[o,n]=[(s[0]-t[0])/i,(s[1]-t[1])/i],a=Math.min(pi,i*.6);this.context.save(),this.context.globalAlpha=e,this.context.beginPath(),this.context.moveTo(...t),this.context.lineTo(...s),this.context.moveTo(s[0]-a*(o+.5*n),s[1]-a*(n-.5*o)),this.context.lineTo(...s),this.context.lineTo(s[0]-a*(o-.5*n),s[1]-a*(n+.5*o)),this.#a(2.4,[]),this.context.restore()}#a(t,s){let{context:e}=this;e.lineCap="round",e.lineJoin="round",e.setLineDash([]),e.lineWidth=t+2.5,e.strokeStyle=this.theme.rim,e.stroke(),e.setLineDash(s),e.lineWidth=t,e.strokeStyle=this.colour,e.stroke(),e.setLineDash([]),e.lineCap="butt"}#c(){let t=["g",...Object.keys(this.run.state).filter(s=>V(this.run,s)==="gradient")];return Math.max(...t.map(s=>Math.hypot(...this.update.pair(s))))||1}#l([t,s]){let{x:e,y:i}=this.scales,[o,n]=[t*(e(1)-e(0)),s*(i(1)-i(0))],a=Math.hypot(o,n)||1;return[o/a,n/a]}#h([t,s]){return[this.scales.x(t),this.scales.y(s)]}};var ui=5,cs="",di=90,It=class{chosen=["Adam",cs];#t=null;#s=["x","y"];#e=[];#i=-1/0;constructor(t,s){this.box=t,this.changed=s,this.selects=[0,1].map(i=>this.#r(i)),this.rules=d("div",{class:"rules"});let e=d("div",{class:"choices"},"Inspect ",this.selects[0]," beside ",this.selects[1]);t.append(e,this.rules)}get open(){return!this.box.hidden}get runs(){return this.#e.map(({run:t})=>t)}show(t,s){this.#t=t,this.#s=s;let e=t.runs.map(({name:i})=>i);e.includes(this.chosen[0])||(this.chosen[0]=e[e.length-1]),e.includes(this.chosen[1])||(this.chosen[1]=cs),this.selects.forEach((i,o)=>{let n=o?[cs,...e]:e;i.replaceChildren(...n.map(a=>d("option",{value:a},a||"none"))),i.value=this.chosen[o]}),this.#o()}draw(t,s,e){if(!(!this.open||s&&performance.now()-this.#i<di)){this.#i=performance.now();for(let i of this.#e)i.draw(t,e)}}#r(t){let e=d("select",{"aria-label":t?"Second inspected optimizer":"Inspected optimizer"});return e.addEventListener("change",()=>{this.chosen[t]=e.value,this.#o(),this.changed()}),e}#o(){let t=this.chosen.flatMap(s=>this.#t?.runs.find(e=>e.name===s)??[]);this.#e=[...new Set(t)].map(s=>new us(s,this.#s)),this.rules.replaceChildren(...this.#e.map(({root:s})=>s)),this.#i=-1/0}},us=class{#t=[];constructor(t,s){this.run=t,this.title=d("caption"),this.table=d("table",{},this.title,fi(s)),this.rows=[this.#s(),...t.equations.map((o,n)=>this.#e(n))],this.table.append(d("tbody",{},...this.rows,this.#i()));let e="rate"in t.state?"α is the step size of each coordinate. ":"",i=d("p",{class:"source"},`${e}${t.source&&`Source: ${t.source}`}`);this.root=d("section",{class:"rule",tabindex:"0",role:"region","aria-label":`Rule of ${t.name}`},this.table,i)}draw(t,s){let e=new tt(this.run,t),{settings:i}=this.run,o=ut(this.run);this.title.textContent=e.exists?`${o} (${i}): from step ${e.step} to step ${e.step+1}`:`${o} (${i}) ${this.run.ending?.words}: there is no update to show`;for(let{node:n,name:a,axis:h,equation:l}of this.#t){let c=e.exists?mi(e,a,h,l):"–";n.textContent!==c&&(n.textContent=c)}this.rows.forEach((n,a)=>n.classList.toggle("active",a-1===s))}#s(){let t=this.run.grad_at?w("mrow",W("x"),w("mo","+"),w("mi","μ"),W("v")):W("x"),s=w("mrow",W("g"),w("mo","="),w("mo","∇"),w("mi","f"),w("mo","("),t,w("mo",")")),e=[0,1].map(i=>ps(this.#r("g",i),"g",i));return d("tr",{},d("th",{scope:"row"},ds(s)),...e)}#e(t){let[s,e]=this.run.equations[t],i=w("mrow",W(s),w("mo","←"),N(e,W)),o=[0,1].map(n=>{let a=N(e,l=>this.#r(l,n,t)),h=this.#r(s,n);return h.setAttribute("class","result"),ps(w("mrow",a,w("mo","="),h),s,n)});return d("tr",{},d("th",{scope:"row"},ds(i)),...o)}#i(){let t=[0,1].map(e=>ps(this.#r("update",e),"update",e)),s=d("th",{scope:"row"},"update of x");return d("tr",{class:"outcome"},s,...t)}#r(t,s,e=1/0){let i=w("mn","0");return this.#t.push({node:i,name:t,axis:s,equation:e}),i}};function fi(r){let t=["",...r].map(s=>d("th",{scope:"col"},s));return d("thead",{},d("tr",{},...t))}function mi(r,t,s,e){let i=e!==1/0,o=t==="update"?r.value("x",s)-r.value("x",s,0):r.value(t,s,e),n=v(o,ui);return i&&o<0?`(${n})`:n}function ps(r,t,s){return d("td",{"data-quantity":t,"data-axis":String(s)},ds(r))}function ds(r){let t=w("math",r);return t.setAttribute("displaystyle","true"),t}var fs=[{keys:[" "],say:"Space: play or pause",act:({clock:r})=>r.toggle()},{keys:["ArrowRight","ArrowLeft"],say:"← →: one step; with Shift ten",act:wi},{keys:["Home"],say:"Home: to the start",act:({clock:r})=>te(r,0)},{keys:["End"],say:"End: to the last step",act:({clock:r})=>te(r,r.steps)},{keys:["["],say:"[ : slower",act:({clock:r})=>r.shift(-1)},{keys:["]"],say:"] : faster",act:({clock:r})=>r.shift(1)},{keys:[..."123456789"],say:"1–9: show or hide an optimizer; answer a lesson's question",act:gi},{keys:["l","L"],say:"L: loop",act:({clock:r})=>r.loop=!r.loop},{keys:["s","S"],say:"S: this step in slow motion",act:r=>r.slowly()},{keys:["i","I"],say:"I: inspector",act:r=>r.toggleInspector()},{keys:["f","F"],say:"F: full screen",act:r=>r.toggleFullScreen()},{keys:["PageDown","n","N"],say:"Page down, N: next step of a lesson",act:({lesson:r})=>r.turn(1)},{keys:["PageUp","p","P"],say:"Page up, P: the one before",act:({lesson:r})=>r.turn(-1)},{keys:["?"],say:"?: this list",act:r=>r.toggleHelp()}];function se(r,t){if(t.ctrlKey||t.metaKey||t.altKey)return!1;let s=fs.find(({keys:e})=>e.includes(t.key));return s?(s.act(r,t),!0):!1}function gi(r,{key:t}){r.lesson.asks?r.lesson.choose(Number(t)-1):r.toggleRun(Number(t)-1)}function wi({clock:r},t){r.move((t.key==="ArrowRight"?1:-1)*(t.shiftKey?10:1))}function te(r,t){r.playing=!1,r.seek(t)}var yi="M4 4h7v2.4H6.4V11H4zM20 20h-7v-2.4h4.6V13H20zM4 20v-7h2.4v4.6H11V20zM20 4v7h-2.4V6.4H13V4z";function ee(){let r=d("div",{class:"stage"},d("section",{class:"lesson","aria-label":"Lesson",hidden:""}),bi(),d("div",{class:"legend",role:"group","aria-label":"Optimizers"}),d("div",{class:"controls",role:"group","aria-label":"Playback"}),d("div",{class:"chart"},d("div",{class:"quantities",role:"group","aria-label":"Chart"}),d("div",{class:"curves"})),d("p",{class:"notice",role:"status",hidden:""}),xi(),d("div",{class:"inspector",hidden:""}),d("div",{class:"story",hidden:""}),d("p",{class:"summary"}));return d("div",{class:"player",tabindex:"-1",role:"region","aria-label":"Race of optimizers; press ? for the keys"},r,vi())}function bi(){let r=d("div",{class:"picture view","data-view":"above"},d("canvas",{class:"ground"}),d("canvas",{class:"trails",role:"img","aria-label":"The race on the surface, from above"}),d("span",{class:"start","aria-hidden":"true"}),d("output",{class:"caption","aria-live":"off",hidden:""}));return d("div",{class:"views"},r,d("div",{class:"space view","data-view":"space",hidden:""}),d("div",{class:"samples view","data-view":"samples",hidden:""}))}function xi(){return d("div",{class:"tools"},d("div",{class:"switches","data-group":"views",role:"group","aria-label":"Views"}),d("div",{class:"switches","data-group":"glyphs",role:"group","aria-label":"Arrows and marks"}),d("div",{class:"switches","data-group":"more",role:"group","aria-label":"More"}))}function vi(){let r=fs.map(({say:t})=>d("li",{},t));return d("div",{class:"help",role:"note",hidden:""},d("ul",{},...r))}function ms(r,t){let s=d("button",{type:"button","aria-pressed":"false"},r);return s.addEventListener("click",()=>t(s.getAttribute("aria-pressed")!=="true")),s}function ie(r){let t=d("button",{type:"button",class:"enlarge",title:"Full screen (F)","aria-label":"Full screen"},nt(yi));return t.addEventListener("click",r),t}var ki=4,Lt=class{#t=[];#s=!0;constructor(){this.root=d("div",{class:"mark-key"})}show(t){let s=Mi(t);this.#t=[];let e=s.map(([o,n])=>{let a=d("canvas",{class:"mark","aria-hidden":"true"});return this.#t.push([o,new M(a)]),d("span",{class:"entry"},a,n)}),i=t.found?[d("p",{},t.found)]:[];this.root.replaceChildren(...e,...i),this.root.hidden=!e.length&&!i.length,this.refresh()}refresh(){this.#s=!0}draw(t){for(let[s,e]of this.#t){if(!e.fit()&&!this.#s)continue;e.clear();let{context:i,width:o,height:n}=e;s==="valley"?Q(i,[1,n/2,o-1,n/2],t):s==="lowest"?U(i,!0,o/2-4,n-ki,t,.85):U(i,!1,o/2,n/2,t)}this.#s=!1}};function Mi({minima:r,lowest:t,valleys:s,unlisted:e}){let i=r.length/2-t,o=[],a=`${!i&&!e&&!s.length?"":"lowest "}${t>1?"minima":"minimum"}${e?" found":""}`;return t&&o.push(["lowest",a]),i>0&&o.push(["minimum",`${t?"other ":""}${i>1?"minima":"minimum"}`]),s.length&&o.push(["valley","floor of a valley"]),o}var Rt=class{#t=[];#s=!0;constructor(t,s,e){this.list=t,this.hidden=s,this.changed=e,this.marks=new Lt}show(t,s){this.#t=t.map(i=>this.#e(i));let e=d("div",{class:"head"},d("span",{},"optimizer"),"loss at this step");this.marks.show(s),this.list.replaceChildren(e,...this.#t.map(({row:i})=>i),this.marks.root),this.refresh()}refresh(){this.#s=!0,this.marks.refresh()}draw(t,s,e){for(let{run:i,row:o,sheet:n,value:a,note:h}of this.#t){(n.fit()||this.#s)&&Ei(n,i,s);let{ended:l,ending:c,loss:p}=i,u=l!==null&&t>=l?c:null;re(a,u?.loss||v(p[u?Number(l)-1:t],4)),re(h,u?u.words:e(i)?"out of the picture":""),o.setAttribute("aria-pressed",String(!this.hidden.has(i.name)))}this.#s=!1,this.marks.draw(s)}#e(t){let s=d("canvas",{class:"sample","aria-hidden":"true"}),e=d("span",{class:"value"}),i=d("span",{class:"note"}),o=d("span",{class:"settings"},t.settings),n=d("span",{class:"origin"},t.origin),a=d("span",{class:"name"},t.name," ",n),h=d("button",{type:"button",class:"row"},s,a,o,e,i);return h.title=`${ut(t)}: ${t.settings}
${t.origin}: ${t.origin_means}
Click to show or hide.`,h.addEventListener("click",()=>{this.hidden.delete(t.name)||this.hidden.add(t.name),this.changed()}),{run:t,row:h,sheet:new M(s),value:e,note:i}}};function Ei(r,t,s){let{context:e,width:i,height:o}=r,n=A(t,s);r.clear(),e.beginPath(),e.moveTo(1,o/2),e.lineTo(i-8,o/2),e.setLineDash(z(t,D)),e.lineWidth=D,e.strokeStyle=n,e.stroke(),e.setLineDash([]),O(e,t.style.marker,i-9,o/2,5.4,n,s.paper)}function re(r,t){r.textContent!==t&&(r.textContent=t)}var Si=`
  :root { color-scheme: light dark; font: 18px/1.45 system-ui, sans-serif; }
  body { margin: 18px 22px; }
  h1 { font-size: 1.25em; margin: 0 0 10px; }
  p { margin: 0 0 12px; }
  b { display: block; font-size: 0.75em; opacity: 0.75; }
  time { float: right; font-variant-numeric: tabular-nums; opacity: 0.75; }
`,Ot=class{#t=null;#s=0;#e=0;constructor(t){this.press=t}open(t,s,e){return this.#t=window.open("","optviz-notes","popup,width=460,height=560"),this.#t?(this.#s=Date.now(),clearInterval(this.#e),this.#e=setInterval(()=>this.#i(),1e3),this.#t.document.onkeydown=this.press,this.show(t,s,e),this.#t.focus(),!0):!1}show(t,s,e){if(!this.#t||this.#t.closed)return;if(!e)return this.#t.close();let{head:i,body:o}=this.#t.document;i.replaceChildren(d("title",{},"Notes"),d("style",{},Si)),o.replaceChildren(d("time",{}),d("small",{},t),d("h1",{},s),...Dt("",e.text),...Dt("Answer",e.answer),...Dt("Measured",e.measured),...Dt("Next",e.next)),this.#i()}#i(){if(!this.#t||this.#t.closed)return clearInterval(this.#e);let t=Math.floor((Date.now()-this.#s)/1e3),s=this.#t.document.querySelector("time");s&&(s.textContent=`${Math.floor(t/60)}:${String(t%60).padStart(2,"0")}`)}};function Dt(r,t){return t?[d("p",{},...r?[d("b",{},r)]:[],t)]:[]}var zt=class{content=null;constructor(t,s,e){this.box=t,this.tell=s,this.notes=new Ot(e)}get asks(){return!!(this.content?.question&&!this.content.chosen)}show(t){let s=t?.id!==this.content?.id,e=JSON.stringify(t)===JSON.stringify(this.content);return this.content=t,this.box.hidden=!t,!t||e?!1:(this.box.replaceChildren(d("small",{},t.place),...this.#t(t),d("h4",{},t.heading),d("p",{},t.text),...this.#s(t)),s)}turn(t){this.content&&this.tell({turn:t})}choose(t){let s=this.content?.choices[t];this.asks&&s&&this.tell({answer:s})}#t({place:t,heading:s,notes:e}){if(this.notes.show(t,s,e),!e)return[];let i=d("button",{type:"button",class:"notes"},"Notes in a window");return i.addEventListener("click",()=>{this.notes.open(t,s,e)||(i.textContent="The browser allows no window")}),[i]}#s({question:t,choices:s,chosen:e,right:i,numbers:o,finding:n}){let a=n&&(!t||e)?[d("p",{class:"finding"},`Measured: ${n}`)]:[];if(!t)return a;let h=d("p",{class:"question"},t);if(e){let c=e===i?`Right: ${i}.`:`You said ${e}; it is ${i}.`;return[h,d("p",{class:"answer",role:"status"},`${c} ${o}`),...a]}let l=s.map((c,p)=>{let u=d("button",{type:"button"},d("kbd",{},String(p+1)),` ${c}`);return u.addEventListener("click",()=>this.choose(p)),u});return[h,d("div",{class:"choices"},...l)]}};var Ai=["scene","formula","room","lesson"],Ti=["view","t"],Ni=["embed","embed_options"];var Ii=-1/0;addEventListener("popstate",()=>Ii=performance.now());function oe(r,t,s,e){let i=new URLSearchParams(location.search);Li(r,i)&&((!s||i.has("view"))&&i.set("view",t),e?i.set("t",e):i.delete("t"),Di(Ri(r,[...Ni,...Ti],i),!1))}function Li(r,t){let s=new URLSearchParams(r);return Ai.every(e=>(s.get(e)??"")===(t.get(e)??""))}function Ri(r,t,s){let e=t.filter(i=>s.has(i)).map(i=>`${i}=${encodeURIComponent(s.get(i)??"").replaceAll("%2C",",")}`);return[r,...e].filter(Boolean).join("&")}function Di(r,t){let s=location.pathname+(r?`?${r}`:"")+location.hash;if(s!==location.pathname+location.search+location.hash)try{history[t?"pushState":"replaceState"](history.state,"",s)}catch{}}var S={left:34,top:30,right:10,bottom:26},Pt=class{#t=!0;#s=E([0,1],[0,1]);#e=E([0,1],[0,1]);#i=null;#r=null;constructor(t){let s="The samples, this step's minibatch and the decision line of each optimizer";this.samples=new M(d("canvas")),this.lines=new M(d("canvas",{role:"img","aria-label":s})),t.append(this.samples.canvas,this.lines.canvas)}show(t,s){this.#i=t,this.#r=s,this.#t=!0}refresh(){this.#t=!0}draw(t,s,e){if(!this.#i?.samples||!this.#r)return;(this.samples.fit()||this.#t)&&this.#o(e),this.lines.fit(),this.lines.clear();let{context:i}=this.lines;this.#c(i,Math.floor(t),e),i.save(),i.beginPath(),i.rect(S.left,S.top,this.lines.width-S.left-S.right,this.lines.height-S.top-S.bottom),i.clip();for(let o of this.#r.runs)s.has(o.name)||this.#l(i,o,t,e);i.restore()}#o(t){this.#t=!1;let{context:s,width:e,height:i}=this.samples,{samples:o}=this.#i,{points:n,labels:a}=o,h=[0,1].map(l=>Oi(n,l));this.#s=E(h[0],[S.left,e-S.right]),this.#e=E(h[1],[i-S.bottom,S.top]),this.samples.clear(),this.#n(s,h,t),s.lineWidth=1.3,a.forEach((l,c)=>{ne(s,this.#s(n[2*c]),this.#e(n[2*c+1]),3,l,t.soft,t.paper)}),this.#a(s,t)}#n(t,s,e){let{left:i,top:o}=S,n={left:i,top:o,right:this.samples.width-S.right,bottom:this.samples.height-S.bottom};$(t,"below",F(L(s[0],5),this.#s),n,e),$(t,"left",F(L(s[1],5),this.#e),n,e),yt(t,n,e)}#a(t,s){t.textAlign="left",t.textBaseline="middle",t.fillStyle=s.ink;let e=S.left+6;for(let[i,o]of[[1,"label 1"],[0,"label 0"],[2,"this step's minibatch"]])i===2&&ae(t,e,S.top-14,s),ne(t,e,S.top-14,3,i%2,s.soft,s.paper),t.fillStyle=s.ink,t.fillText(o,e+10,S.top-13),e+=26+t.measureText(o).width}#c(t,s,e){let{batches:i,steps:o}=this.#r,n=this.#i?.samples?.points;if(!i||!n)return;let a=i.length/o,h=Math.min(s,o-1);for(let l of i.subarray(h*a,(h+1)*a))ae(t,this.#s(n[2*l]),this.#e(n[2*l+1]),e)}#l(t,s,e,i){let o=Math.floor(e),n=Math.min(o+1,s.loss.length-1),[a,h]=[0,1].map(c=>{let[p,u]=[s.x[2*o+c],s.x[2*n+c]];return Number.isFinite(u)?p+(e-o)*(u-p):p}),l=100/Math.hypot(a,h);Number.isFinite(l)&&(t.beginPath(),t.moveTo(this.#s(-h*l),this.#e(a*l)),t.lineTo(this.#s(h*l),this.#e(-a*l)),t.setLineDash(z(s,D)),t.lineWidth=D*i.scale,t.strokeStyle=A(s,i),t.stroke(),t.setLineDash([]))}};function Oi(r,t){let s=Array.from(r).filter((n,a)=>a%2===t),[e,i]=[Math.min(...s),Math.max(...s)],o=.06*(i-e);return[e-o,i+o]}function ne(r,t,s,e,i,o,n){r.beginPath(),r.arc(t,s,e,0,7),r.fillStyle=i?o:n,r.strokeStyle=o,r.fill(),r.stroke()}function ae(r,t,s,e){r.beginPath(),r.arc(t,s,7.5,0,7),r.lineWidth=2.4,r.strokeStyle=e.ink,r.stroke(),r.lineWidth=1.3}var he=g.box.line;function le(r,t){if(t*r.length<2*he)return[];let s=Math.ceil(he/t),e=[1/0,[]];for(let i=s;i<s+3;i++)for(let o=0;o<Math.min(i,r.length);o++){let n=[];for(let l=o;l<r.length;l+=i)n.push(l);let h=n.reduce((l,c)=>l+zi(r[c]),0)/n.length+(i-s)/2;h<e[0]&&(e=[h,n])}return e[1]}function zi(r){let t=v(r);return t.length+(/^−?[0.]*(10*)?[⁻⁰-⁹¹²³]*$/.test(t)?0:4)}var G=g.box.height,gs=1e-9,R=g.box.base,ws=g.sun.direction,ys=g.sun.wall,st=g.sun.tint,Ct=600,qt=5,$t=class{constructor({heights:t,levels:s,xlim:e,ylim:i}){this.heights=t,this.n=Math.sqrt(t.length),this.levels=s,this.limits=[e,i];let[o,n]=Pi(t);this.low=o,this.rise=G/(n-o),this.slopes=$i(t,this.n,this.rise)}cell(t,s){let[e,i]=this.limits[s];return(t-e)/(i-e)*(this.n-1)}side(t,s){return this.cell(t,s)/(this.n-1)-.5}ground(t,s){let{n:e,heights:i}=this,o=e-1+gs;if(!(t>=-gs&&s>=-gs&&t<=o&&s<=o))return NaN;let n=Math.max(0,Math.min(Math.floor(t),e-2)),a=Math.max(0,Math.min(Math.floor(s),e-2)),[h,l,c]=[t-n,s-a,a*e+n],p=i[c]+h*(i[c+1]-i[c]),u=i[c+e]+h*(i[c+e+1]-i[c+e]);return this.z(p+l*(u-p))}z(t){return(t-this.low)*this.rise}};function Pi(r){let[t,s]=[1/0,-1/0];for(let e of r)e<t&&(t=e),e>s&&(s=e);return t<s?[t,s]:[0,1]}function $i(r,t,s){let e=new Float32Array(2*t*t),i=(o,n,a,h)=>{let l=n||Number.isNaN(r[o-h])?0:h,c=a||Number.isNaN(r[o+h])?0:h,p=(l+c)/h||1;return(r[o+c]-r[o-l])/p*s*(t-1)};for(let o=0;o<t*t;o++){let[n,a]=[o%t,Math.floor(o/t)];e[2*o]=i(o,n===0,n===t-1,1),e[2*o+1]=i(o,a===0,a===t-1,t)}return Ci(e,t)}function Ci(r,t){let s=r.slice();for(let e=2*(t+1);e<2*(t*t-t-1);e++){let i=(e>>1)%t;if(i===0||i===t-1)continue;let o=4*r[e];for(let n of[2,2*t])o+=2*(r[e-n]+r[e+n]);for(let n of[2*t-2,2*t+2])o+=r[e-n]+r[e+n];Number.isNaN(o)||(s[e]=o/16)}return s}function ct({right:r,away:t}){let[s,e]=[0,1].map(i=>(ws[0]*r[i]+ws[1]*t[i])/ws[2]);return[s,e]}function bs(r,{middle:t,contrast:s,darkest:e,brightest:i}){return Math.max(e,Math.min(i,t+s*(r-1)))}function ce(r,t,s){let e=ct(r);return bs(ys+.5*(t[0]*e[0]+t[1]*e[1]),s)}function pe({right:r,away:t},s){let[e,i,o]=[-1/0,1/0,[0,0]];for(let n of[0,1]){let[a,h]=[r[n]*s,t[n]||1e-12],l=Math.sign(h),c=(-.5*l-a)/h;i=Math.min(i,(.5*l-a)/h),!(c<e)&&(e=c,o=n?[0,-l]:[-l,0])}return e<i?{near:e,far:i,wall:o}:null}function ue(r){let{contour:t,light:s}=g.themes[r.dark?"dark":"light"],{level:e,...i}=s;return{paper:Float32Array.from(gt(r.ground).flat()),line:t.slice(0,3),strength:t[3],middle:e,...i}}var{tick:_t,gap:de,name:qi}=g.box,_i=g.trail.hidden,Ft=class{#t=[];constructor(t,s,e,i,o){this.context=t,this.surface=s,this.terrain=e,this.camera=i,this.theme=o,this.front=[-Math.sign(i.away[0])||1,-Math.sign(i.away[1])||1];let n=e.rise*i.scale*i.cosine/o.scale;this.labelled=le(s.levels,n)}drawBack(){let[t,s]=[-this.front[0]/2,-this.front[1]/2],{context:e,terrain:i,theme:o}=this;e.lineWidth=1,e.strokeStyle=o.wall;let n=this.labelled.map(a=>i.z(a+1));for(let a of[...n,G])this.#s([[t,-s,a],[t,s,a],[-t,s,a]]);for(let[a,h]of[[t,-s],[t,s],[-t,s]])this.#s([[a,h,R],[a,h,G]])}drawFront(t,s){this.#c(s),this.#e(t),this.#o(0),this.#o(1),this.#n(),this.#u(t)}#s(t){let{context:s,camera:e}=this;s.beginPath();for(let[i,o,n]of t)s.lineTo(e.x(i,o),e.y(i,o,n));s.stroke()}#e(t){let{context:s,theme:e}=this,[i,o]=[this.front[0]/2,this.front[1]/2];s.strokeStyle=e.edge,s.lineJoin="round",this.#s([[i,-o,R],[i,o,R],[-i,o,R]]);for(let[n,a]of[[i,-o],[i,o],[-i,o]])this.#s([[n,a,R],[n,a,this.#r(n,a)]]);for(let n of[i,-i])this.#i(a=>[n,a],t);for(let n of[o,-o])this.#i(a=>[a,n],t)}#i(t,s){let{n:e}=this.terrain,i=[];for(let o=0;o<e;o++){let[n,a]=t(o/(e-1)-.5),h=this.#r(n,a);s.clearance(n,a,h)>=0?i.push([n,a,h]):(this.#s(i),i=[])}this.#s(i)}#r(t,s){let e=this.terrain.n-1;return this.terrain.ground((t+.5)*e,(s+.5)*e)}#o(t){let{camera:s,surface:e,terrain:i}=this,{scale:o}=this.theme,n=this.front[1-t]/2,a=x=>t?[n,x]:[x,n],h=t?[2*n,0]:[0,2*n],[l,c]=Fi(s.across(h[0],h[1]),-s.lift(h[0],h[1],0)),p=x=>{let[T,I]=a(x);return[s.x(T,I),s.y(T,I,R)]},[[u,f],[m,y]]=[p(-.5),p(.5)],b=Math.hypot(m-u,y-f)/o;if(b<de)return;for(let x of L(t?e.ylim:e.xlim,b/de)){let[T,I]=p(i.side(x,t));this.#a(T,I,l,c,v(x))}let k=qi*o;this.#l(e.axes[t],(u+m)/2+l*k,(f+y)/2+c*k)}#n(){let{camera:t,surface:s,terrain:e}=this,i=[[-.5,-.5],[.5,-.5],[.5,.5],[-.5,.5]],o=i.map(([h,l])=>t.across(h,l)),[n,a]=i[o.indexOf(Math.min(...o))];for(let h of this.labelled)this.#a(t.x(n,a),t.y(n,a,e.z(h+1)),-1,0,v(s.levels[h]));this.labelled.length&&this.#l("loss",t.x(n,a)-14,t.y(n,a,G)-12*this.theme.scale)}#a(t,s,e,i,o){let{context:n,theme:a}=this;n.font=`${g.type.number*a.scale}px ${a.font}`;let{width:h}=n.measureText(o),[l,c]=[t+e*(_t+4+h/2),s+i*(_t+9*a.scale)];this.#h(o,l,c,h,a.soft)&&(n.strokeStyle=a.soft,n.beginPath(),n.moveTo(t,s),n.lineTo(t+e*_t,s+i*_t),n.stroke())}#c(t){let{context:s,theme:e}=this;s.font=`${g.type.number*e.scale}px ${e.font}`;let{width:i}=s.measureText(t),[o,n]=[6+i/2,9*e.scale];s.lineWidth=4,s.lineJoin="round",s.strokeStyle=e.rim,s.textAlign="center",s.textBaseline="middle",s.strokeText(t,o,n),this.#h(t,o,n,i,e.soft),s.lineWidth=1}#l(t,s,e){let{context:i,theme:o}=this;i.font=`italic ${g.type.name*o.scale}px ${o.font}`,this.#h(t,s,e,i.measureText(t).width,o.ink)}#h(t,s,e,i,o){let{context:n,theme:a}=this,[h,l]=[i/2+3,6*a.scale],[c,p,u,f]=[s-h,e-l,s+h,e+l];return this.#t.some(([m,y,b,k])=>m<u&&b>c&&y<f&&k>p)?!1:(this.#t.push([c,p,u,f]),n.textAlign="center",n.textBaseline="middle",n.fillStyle=o,n.fillText(t,s,e),!0)}#u(t){let{context:s,camera:e,terrain:i,theme:o}=this;this.#p(t),xt(this.surface,(n,a,h)=>{let[l,c]=[i.side(n,0),i.side(a,1)],p=this.#r(l,c);Number.isNaN(p)||(s.globalAlpha=t.clearance(l,c,p)<0?_i:1,U(s,h,e.x(l,c),e.y(l,c,p),o,o.scale),s.globalAlpha=1)})}#p(t){let{context:s,camera:e,terrain:i,theme:o}=this,{valleys:n}=this.surface,a=[];for(let h=0;h<n.length;h+=2){let[l,c]=[i.side(n[h],0),i.side(n[h+1],1)],p=this.#r(l,c),u=Number.isNaN(p)||t.clearance(l,c,p)<0;a.push(...u?[NaN,NaN]:[e.x(l,c),e.y(l,c,p)])}Q(s,a,o,o.scale)}};function Fi(r,t){let s=Math.hypot(r,t)||1;return[r/s,t/s]}var Hi=8,Wi=12,Gi=.6,Bi=g.box.margin,{wide:Ui,tall:Vi}=g.box,xs=[0,0,G/2],et=(r,t,s)=>Math.max(t,Math.min(s,r)),fe=r=>r*Math.PI/180,Ht=class{home={...g.camera,zoom:1};view={...this.home};version=0;scale=1;right=[1,0];away=[0,1];sine=0;cosine=1;centre=[0,0];#t=xs;#s=[0,0];#e=[1,1];#i=1;reset(){this.#t=xs,this.view={...this.home},this.#r()}fit(t,s,e){this.#e=[t,s],this.#i=e,this.#r()}turn(t,s){this.view.azimuth=((this.view.azimuth+t)%360+360)%360,this.view.elevation=et(this.view.elevation+s,Hi,90),this.#r()}zoomAt(t,s=this.centre[0],e=this.centre[1]){let i=this.view.zoom;this.view.zoom=et(i*t,Gi,Wi),this.#r();let o=1-this.view.zoom/i;if(o<0&&this.move((s-this.centre[0])*o,(e-this.centre[1])*o),o>0){let n=i>1?et((this.view.zoom-1)/(i-1),0,1):0;this.#t=xs.map((a,h)=>a+n*(this.#t[h]-a))}this.#r()}move(t,s){let[e,i]=[-t/this.scale,s/this.scale],[o,n,a]=this.#t;this.#t=[et(o+e*this.right[0]+i*this.sine*this.away[0],-.5,.5),et(n+e*this.right[1]+i*this.sine*this.away[1],-.5,.5),et(a+i*this.cosine,0,G)],this.#r()}x(t,s){return this.centre[0]+this.scale*(this.across(t,s)-this.#s[0])}y(t,s,e){return this.centre[1]-this.scale*(this.lift(t,s,e)-this.#s[1])}across(t,s){return t*this.right[0]+s*this.right[1]}distance(t,s){return t*this.away[0]+s*this.away[1]}lift(t,s,e){return this.distance(t,s)*this.sine+e*this.cosine}get origin(){let[t,s]=this.centre;return[this.#s[0]-t/this.scale,this.#s[1]+s/this.scale]}#r(){let[t,s]=[fe(this.view.azimuth),fe(this.view.elevation)];this.right=[-Math.sin(t),Math.cos(t)],this.away=[-Math.cos(t),-Math.sin(t)],this.sine=Math.sin(s),this.cosine=Math.cos(s);let[e,i]=this.#e,[o,n,a,h]=Bi.map(m=>m*this.#i),[l,c]=[e-o-a,i-n-h];this.centre=[o+l/2,n+c/2],this.scale=Math.max(1,Math.min(l/Ui,c/Vi))*this.view.zoom;let[p,u,f]=this.#t;this.#s=[this.across(p,u),this.lift(p,u,f)],this.version+=1}};var ji=2,Ki=6,me=.2,Yi=5,[Wt,it,Gt]=[0,1,2],Bt=class{#t=[];#s=[];constructor(t,s){this.run=t,this.terrain=s,this.last=(t.ended??t.loss.length)-1;let e=NaN;for(let i=0;i<this.last;i++)e=this.#e(i,e)}#e(t,s){let e=this.terrain.n-1,[i,o]=this.#i(t),[n,a]=this.#i(t+1),h=Mt([0,0],[e,e],[i,o],[n-i,a-o]);if(!h)return s;let[l,c]=h,p=Math.hypot(n-i,a-o)*(c-l),u=Math.max(1,Math.ceil(p/ji));for(let f=s===t+l?1:0;f<=u;f++){let m=l+(c-l)*f/u,y=this.#r(i+m*(n-i),o+m*(a-o));this.#t.push(...y,t+m,f?it:Wt)}return t+c}#i(t){let{x:s}=this.run;return[this.terrain.cell(s[2*t],0),this.terrain.cell(s[2*t+1],1)]}#r(t,s){let e=this.terrain.n-1;return[t/e-.5,s/e-.5,this.terrain.ground(t,s)]}lay(t,s){let e=this.#t;this.#s=[];let i=NaN;for(let o=0;o<e.length;o+=5){let[n,a,h,l]=[e[o],e[o+1],e[o+2],e[o+3]],c=s.clearance(n,a,h),p=e[o+4]===Wt||Number.isNaN(i+c);if(!p&&c<0!=i<0){let[u,f,m,y]=this.#o(o,i<0,s);this.#n(t.x(u,f),t.y(u,f,m),y,i<0?Gt:it)}if(!Number.isNaN(c)){let u=p?Wt:c<0?Gt:it;this.#n(t.x(n,a),t.y(n,a,h),l,u)}i=c}}#o(t,s,e){let i=this.#t,o=h=>[0,1,2,3].map(l=>i[t+l-5]+h*(i[t+l]-i[t+l-5])),[n,a]=[0,1];for(let h=0;h<Yi;h++){let[l,c,p]=o((n+a)/2);e.clearance(l,c,p)<0===s?n=(n+a)/2:a=(n+a)/2}return o((n+a)/2)}#n(t,s,e,i){let o=this.#s,n=o.length-4;if(n>=4&&i!==Wt&&o[n+3]===i){let[a,h]=[t-o[n-4],s-o[n-3]],[l,c]=[o[n]-o[n-4],o[n+1]-o[n-3]],p=Math.hypot(a,h),u=Math.abs(l*h-c*a)<me*p&&l*a+c*h>0;(p<me||p<Ki&&u)&&(o.length=n)}o.push(t,s,e,i)}trace(t,s,e){let i=this.#s;t.beginPath();let o=!1;for(let n=4;n<i.length&&i[n-2]<s;n+=4){let a=i[n+3]===e;if(a){let h=Math.min(1,(s-i[n-2])/(i[n+2]-i[n-2]));o||t.moveTo(i[n-4],i[n-3]),t.lineTo(i[n-4]+h*(i[n]-i[n-4]),i[n-3]+h*(i[n+1]-i[n-3]))}o=a}}head(t){let s=Math.max(0,Math.min(Math.floor(t),this.last)),e=Math.min(t,this.last)-s,[i,o]=[this.#i(s),this.#i(Math.max(s,Math.min(s+1,this.last)))];return this.#r(i[0]+e*(o[0]-i[0]),i[1]+e*(o[1]-i[1]))}};function ge([r,t],s){let[e,i]=[s.cell(r,0),s.cell(t,1)];return[s.side(r,0),s.side(t,1),s.ground(e,i)]}var j=Math.SQRT1_2,Xi=1.5,Ji=1.2,Qi=-9,Ut=class{constructor(t,s){this.terrain=t,this.camera=s,this.side=Math.ceil(2*j*(t.n-1))+1,this.tops=new Float32Array(this.side**2);for(let e=0;e<this.side;e++)this.#t(e)}#t(t){let{terrain:s,camera:e,side:i,tops:o}=this,[n,a]=[s.n-1,2*j/(i-1)],h=t*a-j,[l,c]=[e.right[0]*h+.5,e.right[1]*h+.5],p=Qi;for(let u=0;u<i;u++){let f=u*a-j,m=s.ground((l+e.away[0]*f)*n,(c+e.away[1]*f)*n),y=f*e.sine+m*e.cosine;y>p&&(p=y),o[t*i+u]=p}}clearance(t,s,e){let{camera:i,side:o,tops:n}=this,a=(o-1)/(2*j),h=(i.across(t,s)+j)*a,l=Math.max(0,(i.distance(t,s)+j)*a-Xi),[c,p]=[Math.min(o-2,Math.floor(h)),Math.min(o-2,Math.floor(l))],[u,f,m]=[h-c,l-p,c*o+p],y=n[m]+f*(n[m+1]-n[m]),b=n[m+o]+f*(n[m+o+1]-n[m+o]);return i.lift(t,s,e)+Ji/i.scale-(y+u*(b-y))}};var Zi={ArrowLeft:[1,0],ArrowRight:[-1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},Vt=class{#t=new Map;#s=0;#e=!0;constructor(t,s,e){this.box=t,this.camera=s,this.changed=e,t.addEventListener("pointerdown",i=>this.#r(i)),t.addEventListener("pointermove",i=>this.#o(i));for(let i of["pointerup","pointercancel"])t.addEventListener(i,({pointerId:o})=>this.#t.delete(o));t.addEventListener("wheel",i=>this.#a(i),{passive:!1}),t.addEventListener("keydown",i=>this.#c(i)),t.addEventListener("dblclick",()=>this.#i())}#i(){this.camera.reset(),this.changed()}#r(t){t.button===0&&(this.box.focus({preventScroll:!0}),this.box.setPointerCapture(t.pointerId),this.#t.set(t.pointerId,t),this.#s=t.clientX,this.#e=t.pointerType!=="touch")}#o(t){let s=this.#t.get(t.pointerId);if(!s)return;let[e,i]=[t.clientX-s.clientX,t.clientY-s.clientY],{pointerId:o}=t,n=[...this.#t.values()].find(a=>a.pointerId!==o);if(n){let a=({clientX:u,clientY:f})=>Math.max(10,Math.hypot(u-n.clientX,f-n.clientY)),[h,l]=this.#n(t),[c,p]=this.#n(n);this.camera.move(e/2,i/2),this.camera.zoomAt(a(t)/a(s),(h+c)/2,(l+p)/2)}else this.#e||=Math.abs(t.clientX-this.#s)>8,this.camera.turn(-e*.45,this.#e?i*.45:0);this.#t.set(t.pointerId,t),this.changed()}#n({clientX:t,clientY:s}){let{left:e,top:i}=this.box.getBoundingClientRect();return[t-e,s-i]}#a(t){if(!t.ctrlKey&&!this.box.matches(":focus"))return;t.preventDefault();let s=t.deltaMode===1?16:1,e=Math.max(-240,Math.min(240,t.deltaY*s*(t.ctrlKey?5:1)));this.camera.zoomAt(Math.exp(-e/500),...this.#n(t)),this.changed()}#c(t){if(t.ctrlKey||t.metaKey||t.altKey)return;let s=Zi[t.key];if(s)this.camera.turn(s[0]*5,s[1]*5);else if(t.key==="+"||t.key==="=")this.camera.zoomAt(1.2);else if(t.key==="-")this.camera.zoomAt(1/1.2);else if(t.key==="0")this.camera.reset();else return;t.preventDefault(),t.stopPropagation(),this.changed()}};var[C,K,Y,X]=[0,1,2,3],tr=.75,sr=1.25,J=class{name="Canvas 2-D";software=!0;#t=document.createElement("canvas");#s=this.#t.getContext("2d");#e=new ImageData(1,1);#i=new Float32Array(0);#r=new Float64Array(4);#o=new Float64Array(4);#n=new Float64Array(4);#a=-1;#c=0;#l=0;#h=1;terrain=null;show(t){this.terrain=t,this.#i=new Float32Array(3*t.n**2)}paint(t,s,{width:e,height:i,density:o,fine:n}){let a=n?2*o:o;this.#h=o,this.#u(Math.round(e*a),Math.round(i*o)),this.#p(t,s);for(let h=0;h<this.#e.width;h++)this.#l=h,this.#m(t,s,(h+.5)/a,n?tr:sr);return this.#s.putImageData(this.#e,0,0),this.#t}#u(t,s){if(this.#e.width===t&&this.#e.height===s){this.#e.data.fill(0);return}Object.assign(this.#t,{width:t,height:s}),this.#e=new ImageData(t,s)}#p(t,s){let{right:e,away:i,sine:o,cosine:n,scale:a}=t,h=ct(t),{slopes:l,heights:c,rise:p}=this.terrain,u=this.#i;for(let f=0;f<c.length;f++){let[m,y]=[l[2*f],l[2*f+1]],b=m*e[0]+y*e[1],k=m*i[0]+y*i[1],x=(1-m*h[0]-y*h[1])/Math.sqrt(1+m*m+y*y),T=Math.sqrt(b*b+k*k/(o*o))+1e-9;u[3*f]=c[f],u[3*f+1]=bs(x,s);let I=p*a*Math.abs(1+k*n/o)/T;u[3*f+2]=Math.min(Ct,I)}}#m(t,s,e,i){let[o,n]=t.origin,a=o+e/t.scale,h=pe(t,a);if(!h)return;let{near:l,far:c}=h;this.#c=0,this.#a=-1;let p=this.terrain.n-1,u=Math.ceil((c-l)*p/i),f=t.scale*this.#h;for(let m=0;m<=u;m++){let y=l+(c-l)*m/u;this.#g((t.right[0]*a+t.away[0]*y+.5)*p,(t.right[1]*a+t.away[1]*y+.5)*p);let b=this.terrain.z(this.#o[K]),k=y*t.sine+b*t.cosine;if(this.#o[C]=this.#e.height+(k-n)*f,m===0?this.#w(t,s,h):this.#o[C]>this.#c&&this.#f(s),[this.#r,this.#o]=[this.#o,this.#r],this.#c>=this.#e.height)break}this.#d()}#g(t,s){let{n:e}=this.terrain,[i,o]=[this.#i,this.#o],n=Math.max(0,Math.min(e-2,Math.floor(t))),a=Math.max(0,Math.min(e-2,Math.floor(s))),[h,l,c,p]=[t-n,s-a,3*(a*e+n),3*e];for(let u=0;u<3;u++){let f=i[c+u]+h*(i[c+3+u]-i[c+u]),m=i[c+p+u]+h*(i[c+p+3+u]-i[c+p+u]);o[u+1]=f+l*(m-f)}}#w(t,s,{wall:e}){let[i,o]=[this.#r,this.#o],[n,a]=[o[Y],o[X]],{rise:h,low:l}=this.terrain,c=t.scale*t.cosine;i[K]=l+R/h,i[C]=o[C]-(o[K]-i[K])*h*c*this.#h,i[Y]=o[Y]=ce(t,e,s),i[X]=o[X]=c*h,o[C]>this.#c&&this.#f(s),[o[Y],o[X]]=[n,a]}#f({paper:t,line:s,strength:e}){let[i,o,n,a]=[this.#r,this.#o,this.#n,this.#h],[h,l]=[i[C],this.terrain.levels.length],c=o[C]-h,p=Math.min(o[C],this.#e.height);for(let u=Math.max(this.#c,h);u<p;){let f=Math.floor(u),m=Math.min(p,f+1);f!==this.#a&&this.#d(),this.#a=f;let y=((u+m)/2-h)/c,b=i[K]+y*(o[K]-i[K]),k=i[Y]+y*(o[Y]-i[Y])-1,x=i[X]+y*(o[X]-i[X]),T=Math.abs(b-Math.max(1,Math.min(l,Math.round(b))))*x,_=Math.max(0,Math.min(1,(.5-T)*a+.5))*e*Math.min(1,x/qt)*(m-u),P=m-u-_,B=3*Math.max(0,Math.min(255,Math.round(255*b/(l+1))));n[0]+=P*(1+k*st[0])*t[B]+_*s[0],n[1]+=P*(1+k*st[1])*t[B+1]+_*s[1],n[2]+=P*(1+k*st[2])*t[B+2]+_*s[2],n[3]+=m-u,u=m}this.#c=Math.max(this.#c,o[C])}#d(){let[t,{data:s,width:e,height:i}]=[this.#n,this.#e],o=4*((i-1-this.#a)*e+this.#l);this.#a>=0&&t[3]>0&&(s[o]=t[0]/t[3],s[o+1]=t[1]/t[3],s[o+2]=t[2]/t[3],s[o+3]=255*t[3]),t[0]=t[1]=t[2]=t[3]=0}};var vs=6,er=`#version 300 es
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
}`,ir=`#version 300 es
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
  float bright = wall ? ${ys} + 0.5 * dot(slope.xy, sun)
    : (1.0 - dot(slope.xy, sun)) * inversesqrt(1.0 + dot(slope.xy, slope.xy));
  float light = clamp(middle + tones.x * (bright - 1.0), tones.y, tones.z);
  float ahead = dot(slope.xy, away);
  float steep = length(vec2(dot(slope.xy, right), ahead / angle.x)) + 1e-9;
  float spread = rise * scale * (wall ? angle.y : abs(1.0 + ahead * angle.y / angle.x) / steep);
  spread = min(spread, ${Ct}.0);
  float beside = abs(level - clamp(round(level), 1.0, levels)) * spread;
  float drawn = strength * clamp((0.5 - beside) * density + 0.5, 0.0, 1.0);
  drawn *= min(1.0, spread / ${qt}.0);
  vec3 ground = texture(paper, vec2(clamp(level / (levels + 1.0), 0.0, 1.0), 0.5)).rgb;
  colour = vec4(mix(ground * (1.0 + (light - 1.0) * vec3(${st})), line, drawn), 1);
}`;function we(){let r=document.createElement("canvas").getContext("webgl2"),t=r?.getExtension("WEBGL_debug_renderer_info"),s=t?String(r?.getParameter(t.UNMASKED_RENDERER_WEBGL)):r?"WebGL2":"";return r?.getExtension("WEBGL_lose_context")?.loseContext(),/swiftshader|llvmpipe|softpipe|software|microsoft basic/i.test(s)?"":s}var jt=class{name="WebGL";software=!1;#t=document.createElement("canvas");#s=0;#e=null;#i=null;constructor(){if(this.gl=this.#t.getContext("webgl2",{antialias:!0}),!this.gl)throw new Error("no WebGL2");this.program=rr(this.gl),this.gl.useProgram(this.program),this.gl.enable(this.gl.DEPTH_TEST),this.gl.bindTexture(this.gl.TEXTURE_2D,this.gl.createTexture()),this.corners=this.gl.createBuffer(),this.triangles=this.gl.createBuffer()}show(t){let{gl:s}=this,{corners:e,triangles:i}=or(t);this.#e=t,this.#s=i.length,s.bindBuffer(s.ARRAY_BUFFER,this.corners),s.bufferData(s.ARRAY_BUFFER,new Float32Array(e),s.STATIC_DRAW),s.bindBuffer(s.ELEMENT_ARRAY_BUFFER,this.triangles),s.bufferData(s.ELEMENT_ARRAY_BUFFER,new Uint32Array(i),s.STATIC_DRAW),["place","slant"].forEach((o,n)=>{let a=s.getAttribLocation(this.program,o);s.enableVertexAttribArray(a),s.vertexAttribPointer(a,3,s.FLOAT,!1,4*vs,12*n)})}paint(t,s,{width:e,height:i,density:o}){let{gl:n}=this;if(n.isContextLost()||!this.#e)return null;let[a,h]=[Math.round(e*o),Math.round(i*o)],{width:l,height:c}=this.#t;return(l!==a||c!==h)&&Object.assign(this.#t,{width:a,height:h}),n.viewport(0,0,a,h),s!==this.#i&&this.#r(s),this.#o(t,this.#e,s,[e,i],o),n.clear(n.COLOR_BUFFER_BIT|n.DEPTH_BUFFER_BIT),n.drawElements(n.TRIANGLES,this.#s,n.UNSIGNED_INT,0),this.#t}#r(t){let{gl:s}=this;this.#i=t;let e=Uint8Array.from(t.paper,Math.round);s.pixelStorei(s.UNPACK_ALIGNMENT,1),s.texImage2D(s.TEXTURE_2D,0,s.RGB,256,1,0,s.RGB,s.UNSIGNED_BYTE,e),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_MIN_FILTER,s.LINEAR),s.texParameteri(s.TEXTURE_2D,s.TEXTURE_WRAP_S,s.CLAMP_TO_EDGE)}#o(t,s,e,i,o){let{right:n,away:a,origin:h,scale:l}=t,{low:c,rise:p}=s,u=[e.contrast,e.darkest,e.brightest],{strength:f,middle:m}=e,y=s.levels.length,b={scale:l,rise:p,low:c,density:o,strength:f,middle:m,levels:y},k=e.line.map(_=>_/255),x=[t.sine,t.cosine],T={right:n,away:a,origin:h,size:i,angle:x,sun:ct(t),tones:u,line:k},{gl:I}=this;for(let[_,P]of Object.entries({...b,...T})){let B=I.getUniformLocation(this.program,_);typeof P=="number"?I.uniform1f(B,P):P.length===2?I.uniform2fv(B,P):I.uniform3fv(B,P)}}};function rr(r){let t=r.createProgram(),s=[[r.VERTEX_SHADER,er],[r.FRAGMENT_SHADER,ir]];for(let[e,i]of s){let o=r.createShader(e);r.shaderSource(o,i),r.compileShader(o),r.getShaderParameter(o,r.COMPILE_STATUS)||console.warn(r.getShaderInfoLog(o)),r.attachShader(t,o)}if(r.linkProgram(t),!r.getProgramParameter(t,r.LINK_STATUS))throw new Error("the shaders do not link");return t}function or({n:r,heights:t,slopes:s,low:e,rise:i}){let o=[],n=[],a=(l,c,p,u)=>{[l,c,p,u].some(f=>Number.isNaN(o[vs*f+2]))||n.push(l,c,p,c,u,p)},h=l=>l/(r-1)-.5;for(let l=0;l<r*r;l++){let[c,p]=[h(l%r),h(Math.floor(l/r))];o.push(c,p,t[l],s[2*l],s[2*l+1],0)}for(let l=0;l<r*(r-1);l++)l%r<r-1&&a(l,l+1,l+r,l+r+1);for(let[l,c]of[[-1,0],[1,0],[0,-1],[0,1]]){let p=o.length/vs;for(let u=0;u<r;u++){let[f,m]=[l?l>0?r-1:0:u,c?c>0?r-1:0:u];for(let y of[e+R/i,t[m*r+f]])o.push(h(f),h(m),y,l,c,1);u&&a(p+2*u-2,p+2*u-1,p+2*u,p+2*u+1)}}return{corners:o,triangles:n}}var Ms=g.trail.hidden;function ye(r,t,s,e){let i=D*e.scale;r.lineJoin="round";for(let[o,n]of[[Gt,Ms],[it,1]]){r.globalAlpha=n;for(let a of t)a.trace(r,s,o),o===it&&ks(r,i+g.trail.rim,e.rim,[]),ks(r,i,A(a.run,e),z(a.run,i))}r.setLineDash([])}function ks(r,t,s,e){r.setLineDash(e),r.lineWidth=t,r.strokeStyle=s,r.stroke()}function be(r,t,s,e,i,o){let a=t.map(l=>({trail:l,place:l.head(s)})).filter(({place:l})=>!Number.isNaN(l[2])),h=({place:[l,c]})=>i.distance(l,c);a.sort((l,c)=>h(c)-h(l));for(let{trail:l,place:[c,p,u]}of a){let{marker:f}=l.run.style;r.globalAlpha=o.clearance(c,p,u)<0?Ms:1;let m=bt*e.scale,y=A(l.run,e);O(r,f,i.x(c,p),i.y(c,p,u),m,y,e.paper)}r.globalAlpha=1}function xe(r,[t,s,e],i,o,n){if(!Number.isNaN(e)){r.globalAlpha=n.clearance(t,s,e)<0?Ms:1;for(let[a,h]of[[g.ring.rim,i.rim],[g.ring.width,i.ink]])r.beginPath(),r.arc(o.x(t,s),o.y(t,s,e),g.ring.radius*i.scale,0,2*Math.PI),ks(r,a,h,[]);r.globalAlpha=1}}var nr=140,ar=8,hr=16e5,ve=50,lr="Arrow keys turn it, plus and minus zoom, 0 resets.",Kt=class{#t=new Ht;#s=[];#e=null;#i=null;#r=null;#o=null;#n=null;#a=null;#c=-1;#l=!1;#h=!1;#u=!1;#p=1;#m=0;constructor(t,s,e="auto"){this.ground=new M(d("canvas")),this.front=new M(d("canvas")),t.classList.add("view3d"),t.tabIndex=0,t.setAttribute("role","application"),t.setAttribute("aria-label",`The race on the surface in three dimensions. ${lr}`),t.append(this.ground.canvas,this.front.canvas),this.redraw=s,this.wanted=e,new Vt(t,this.#t,()=>this.#y())}get home(){return this.#t.home}set home(t){let{home:s,view:e}=this.#t;this.#t.home=t,["azimuth","elevation","zoom"].every(o=>e[o]===s[o])&&this.reset()}get view(){return{...this.#t.view}}reset(){this.#t.reset(),this.redraw()}get renderer(){return this.#n?this.#n.software?`${this.#n.name} (no WebGL)`:this.#n.name:""}get scaleName(){return g.captions[this.#e?.geometric===!1?"linear":"logarithmic"]}show(t,s){(t!==this.#e||!this.#r)&&(this.#r=new $t(t),this.#o=null,this.#n??=cr(this.wanted),this.#n.show(this.#r),this.refresh());let e=this.#r;this.#e=t,this.#i=s,this.#s=s.runs.map(i=>new Bt(i,e)),this.#l=!1}refresh(){this.#h=!1,this.#a=null}draw(t,s,e){let i=[this.ground.fit(),this.front.fit()].includes(!0),{width:o,height:n}=this.ground;if(!this.#e||!this.#i||o<ve||n<ve)return;(i||!this.#a)&&this.#t.fit(o,n,e.scale);let a=this.#g();this.#a??=ue(e),this.#h||this.#w(a,this.#a,e);let{context:h}=this.front,l=this.#s.filter(({run:p})=>!s.has(p.name)),c=ge(this.#i.start,this.#r);this.front.clear(),ye(h,l,t,e),xe(h,c,e,this.#t,a),be(h,l,t,e,this.#t,a)}#g(){let t=this.#r;if((!this.#o||this.#c!==this.#t.version)&&(this.#c=this.#t.version,this.#o=new Ut(t,this.#t),this.#h=this.#l=!1),!this.#l)for(let s of this.#s)s.lay(this.#t,this.#o);return this.#l=!0,this.#o}#w(t,s,e){let{context:i,width:o,height:n}=this.ground,a=this.#r,h=new Ft(i,this.#e,a,this.#t,e);this.#h=!0,this.ground.clear(),h.drawBack(),i.drawImage(this.#f(a,s),0,0,o,n),h.drawFront(t,this.scaleName)}#f(t,s){let{canvas:e,width:i,height:o}=this.ground,n=this.#n??new J,a=e.width/i,h=Math.min(a,Math.sqrt(hr/(i*o))),l=this.#u&&n.software,c=l?this.#p:n.software?h:a,p=performance.now(),u=n.paint(this.#t,s,{width:i,height:o,density:c,fine:!l});return l&&this.#d(ar/(performance.now()-p),h),u||(this.#n=new J,this.#n.show(t),this.#f(t,s))}#d(t,s){let e=this.#p*Math.sqrt(t);e<this.#p&&(this.#p-=1/8),e>this.#p*1.4&&(this.#p+=1/8),this.#p=Math.max(1/2,Math.min(s,this.#p))}#y(){this.#u=!0,clearTimeout(this.#m),this.#m=window.setTimeout(()=>{this.#u=!1,this.#h&&=!this.#n?.software,this.redraw()},nr),this.redraw()}};function cr(r){let t=r==="WebGL"||r==="auto"&&we()!=="";try{return t?new jt:new J}catch{return new J}}var q=[["above","From above"],["space","3-D"],["samples","Samples"]],ke=20,Me=3,Yt=class{#t={};#s=0;#e=1;#i=0;constructor(t,s,e){let i=o=>t.querySelector(`[data-view=${o}]`);this.boxes={above:i("above"),space:i("space"),samples:i("samples")},this.stage=t.querySelector(".stage"),this.topView=s,this.changed=e,this.space=new Kt(this.boxes.space,e),this.samples=new Pt(this.boxes.samples)}show(t,s,e){if(this.topView.show(t,s),this.#t={space:[t,s],samples:[t,s]},!e)return;let[i,o]=s.camera;this.space.home={elevation:i,azimuth:o,zoom:1},this.space.reset();for(let[n]of q)this.boxes[n].hidden=!s.views.includes(n)}refresh(){this.#s=Me,this.topView.refresh(),this.space.refresh(),this.samples.refresh()}isOpen(t){return!this.boxes[t].hidden}toggle(t){this.boxes[t].hidden=!this.boxes[t].hidden,q.every(([s])=>!this.isOpen(s))&&(this.boxes.above.hidden=!1)}draw(t,s,e,i){let o=q.filter(([n])=>this.isOpen(n)).length;this.stage.classList.toggle("many",o>1),this.isOpen("above")&&this.topView.draw(t,s,e,i),this.isOpen("samples")&&this.#r("samples").draw(t,s,e),this.isOpen("space")&&(this.#o()?this.#r("space").draw(t,s,e):this.changed())}#r(t){let s=this.#t[t];return s&&this[t].show(...s),delete this.#t[t],this[t]}outside({x:t},s){if(!this.topView.surface)return!1;let{xlim:e,ylim:i}=this.topView.surface,[o,n]=[t[2*s],t[2*s+1]];return!(o>=e[0]&&o<=e[1]&&n>=i[0]&&n<=i[1])}#o(){let t=performance.now(),s=t-this.#i;return this.#i=t,s>ke&&s<100?this.#e=Math.min(Me,this.#e+1):s<ke&&(this.#e=Math.max(1,this.#e-.02)),this.#s+=1,this.#s<Math.floor(this.#e)?!1:(this.#s=0,!0)}};var pr=400,ur=2500;function Ee(r){return q.map(([t])=>t).filter(t=>r.views.isOpen(t))}var Xt=class{#t="";#s=0;tell(t){let{race:s,clock:e,slow:i}=t;if(!s?.link)return;let o=Ee(t),n=q.every(([c])=>o.includes(c)===s.views.includes(c)),a=e.atEnd&&!e.loop,h=e.playing||i.running||a?"":String(e.step),l=JSON.stringify([s.link,o,n,h]);l!==this.#t&&(this.#t=l,clearTimeout(this.#s),this.#s=setTimeout(()=>oe(s.link.split("?")[1]??"",o.join(),n,h),pr))}};function dr(r){let t=Ee(r),s=r.race?.link??"";return`${s}${s.includes("?")?"&":"?"}view=${t.join()}&t=${r.clock.step}`}async function Se(r){let t=dr(r);try{await navigator.clipboard.writeText(t)}catch{window.prompt("Copy this link",t);return}r.caption.hidden=!1,r.caption.textContent=`Copied: the link to step ${r.clock.step}`,setTimeout(()=>r.redraw(),ur)}var Jt=class{#t=0;#s=-1/0;#e=null;constructor(t){this.send=t}get possible(){return this.send!==null}get open(){return performance.now()-this.#s<3e3}ask(t,s){if(this.send){if(this.open){this.#e=t;return}this.#e=null,this.#s=performance.now(),this.#t+=1,performance.mark("optviz: asked"),this.send({start:t,serial:this.#t,surface:s})}}answered(t){this.#s=-1/0;let s=this.#e;s&&s.some((e,i)=>e!==t.start[i])&&this.ask(s,t.surface)}};var fr=1.1;function mr(r){let s=[{kind:"measure",equation:-1,words:`The gradient g is measured ${r.grad_at?"at the look-ahead point x + μ v":"at x"}.`}];r.equations.forEach(([i,o],n)=>{let a=Z(i);i!=="x"&&(Array.isArray(o)&&"+-".includes(o[0])&&wr(o[1],i)?(o[1]!==i&&s.push({kind:"decay",equation:n,words:`${a} fades: it keeps a share of itself.`}),s.push({kind:"add",equation:n,words:`${a} takes up the new gradient.`})):s.push({kind:"compute",equation:n,words:gr(r,i)}))});let e=r.equations.length-1;return s.push({kind:"ghost",equation:e,words:"This is where the rule leads."}),s.push({kind:"move",equation:e,words:"All optimizers take the step."}),s}function gr(r,t){let s=Z(t);if(t.endsWith("_hat"))return`${s} corrects ${Z(t.slice(0,-4))} for its start at zero.`;if(V(r,t)==="rate"){let e=r.equations.find(([o])=>o===t)?.[1]??0,i=Tt(e,"sqrt")?"a root":"a gradient's size";return`${s}, the step size of each coordinate, divides by ${i}.`}return`${s} is computed.`}function wr(r,t){return r===t||Array.isArray(r)&&r[0]==="*"&&r[2]===t}var Qt=class{run=null;step=0;#t=[];#s=0;get running(){return this.run!==null}get phase(){return this.#t[Math.min(this.#t.length-1,Math.floor(this.#s))]}get share(){let t=Math.min(1,this.#s%1*1.25);return t*t*(3-2*t)}begin(t,s){this.run=t,this.step=s,this.#t=mr(t),this.#s=0}stop(){this.run=null}advance(t){return this.#s+=t/fr,this.#s>=this.#t.length?(this.stop(),this.step+1):this.phase.kind==="move"?this.step+this.share:this.step}};var yr=.01,br={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},Zt=class{constructor(t,s){this.topView=t,this.choose=s,this.handle=d("button",{type:"button",class:"start","aria-label":"Start point: drag it, or use the arrow keys",title:"Start: drag it, or click anywhere"}),t.ring.replaceWith(this.handle),t.ring=this.handle,this.handle.parentElement?.classList.add("steered"),this.#t()}#t(){let{canvas:t}=this.topView.trails;t.addEventListener("pointerdown",s=>this.#s(s,t)),this.handle.addEventListener("pointerdown",s=>this.#s(s,this.handle)),this.handle.addEventListener("keydown",s=>this.#e(s)),t.addEventListener("click",s=>{let{pointerType:e}=s;e==="touch"&&this.#i(this.topView.pointAt(s),!0)})}#s(t,s){if(t.button!==0||t.pointerType==="touch"&&s!==this.handle)return;t.preventDefault(),this.handle.focus({preventScroll:!0}),s.setPointerCapture(t.pointerId);let e=({clientX:n,clientY:a},h)=>this.#i(this.topView.pointAt({clientX:n,clientY:a}),h),i=n=>e(n,!1),o=n=>{s.removeEventListener("pointermove",i),e(n,!0)};s.addEventListener("pointermove",i),s.addEventListener("pointerup",o,{once:!0}),s!==this.handle&&e(t,!1)}#e(t){let s=br[t.key],{race:e,surface:i}=this.topView;if(!s||!e||!i)return;t.preventDefault(),t.stopPropagation();let o=([c,p])=>(p-c)*yr,{xlim:n,ylim:a}=i,[h,l]=e.start;this.#i([h+s[0]*o(n),l+s[1]*o(a)],!0)}#i([t,s],e){let{xlim:i,ylim:o}=this.topView.surface,n=(h,[l,c])=>{let p=Math.max(0,3-Math.floor(Math.log10(c-l)));return Number(h.toFixed(p))},a=[n(t,i),n(s,o)];this.topView.place(a),this.choose(a,e)}};var xr={true:["✓","measured, and so it is"],false:["✗","measured, and not so here"]},ts=class{constructor(t,s){this.list=t,this.show=s}tell(t){let s=d("h5",{},"What there is to see"),e=t.map(i=>d("li",{},this.#t(i),...vr(i)));this.list.hidden=t.length===0,this.list.replaceChildren(s,d("ol",{},...e))}#t(t){let s=t.holds?t.words:`Not so here: ${t.words}`,[e,i]=xr[t.holds?"true":"false"],o=d("span",{class:"mark",role:"img","aria-label":i,title:i},e),n=d("button",{type:"button","data-holds":String(t.holds)},o,s);return n.title=`Show it: step ${t.step}`,n.addEventListener("click",()=>this.show(t)),n}};function vr({caption:r,agrees:t,own:s}){let e=[];return r&&t&&e.push(`Radford's caption: ${r}.`),r&&!t&&e.push(`Radford's caption says otherwise: ${r}.`),s&&e.push("Measured with the scene's own settings."),e.length?[d("small",{},e.join(" "))]:[]}function Ae(r,t){let[s,e]=t.start;return[`${r}, ${t.steps} steps from (${v(s)}, ${v(e)}).`,...t.runs.map(kr)].join(" ")}function kr({name:r,loss:t,distance:s,ending:e,x:i}){if(e)return`${r} ${e.words}.`;let o=t.length-1,n=`${r} ends at (${v(i[2*o])}, ${v(i[2*o+1])}) with loss ${v(t[o])}`;if(!s)return`${n}.`;let a=s.indexOf(Math.min(...s));return`${n}; it comes nearest to a minimum, ${v(s[a])} away, at step ${a}.`}var ss=class{glyphs=new Set;#t=[];constructor(t){this.player=t,this.quantities=t.root.querySelector(".quantities");for(let[s,e]of q)this.#i("views",e,()=>t.views.isOpen(s),()=>t.views.toggle(s));for(let[s,e]of ls)this.#i("glyphs",e,()=>this.glyphs.has(s),()=>{this.glyphs.delete(s)||this.glyphs.add(s)});this.#i("more","Inspector",()=>t.inspector.open,()=>t.toggleInspector()),this.#i("more","Slow motion",()=>t.slow.running,()=>t.slowly()),this.#i("more","Copy link",()=>!1,()=>Se(t)),this.#i("more","Keys",()=>!this.#s.hidden,()=>t.toggleHelp()),this.#e("more").append(ie(()=>t.toggleFullScreen()))}show(t,s,e){let{chart:i}=this.player;(s||!t.includes(i.quantity))&&(i.quantity=t[0]);let o=t.map(n=>{let{label:a,axis:h}=n,l=ms(h===void 0?a:`${a} ${e.axes[h]}`,()=>{i.quantity=n,i.refresh(),this.player.redraw()});return l.dataset.quantity=n.id,l});this.quantities.replaceChildren(...o);for(let[n]of this.#t)n.dataset.needs==="samples"&&(n.hidden=!e.samples),n.dataset.needs==="link"&&(n.hidden=!this.player.race?.link)}showOnly(t){let{views:s,chart:e}=this.player;for(let[n]of q)t.includes(n)&&!s.isOpen(n)&&s.toggle(n);this.glyphs=new Set(ls.map(([n])=>n).filter(n=>t.includes(`glyph-${n}`)));let o=(this.player.race?vt(this.player.race):[]).find(({id:n})=>t.includes(n));o&&(e.quantity=o),e.refresh()}draw(){for(let[s,e]of this.#t)Te(s,e());let{id:t}=this.player.chart.quantity;for(let s of this.quantities.children)Te(s,s.dataset.quantity===t)}get#s(){return this.player.root.querySelector(".help")}#e(t){return this.player.root.querySelector(`[data-group=${t}]`)}#i(t,s,e,i){let o=ms(s,()=>{i(),this.player.redraw()});s==="Samples"&&(o.dataset.needs="samples"),s==="Copy link"&&(o.dataset.needs="link"),this.#t.push([o,e]),this.#e(t).append(o)}};function Te(r,t){let s=String(t);r.getAttribute("aria-pressed")!==s&&r.setAttribute("aria-pressed",s)}var Mr=.1,Ne=new Map,rt=class{clock=new dt;slow=new Qt;#t=new Xt;hidden=new Set;race=null;#s="no";#e=!0;#i=!1;#r=0;constructor(t,s){this.tell=o=>{},this.requests=new Jt(s),this.root=ee(),t.append(d("style",{},As,Xs),this.root);let e=()=>this.redraw(),i=o=>this.root.querySelector(o);this.topView=new At(this.root),this.requests.possible&&new Zt(this.topView,(o,n)=>this.#w(o,n)),this.views=new Yt(this.root,this.topView,e),this.chart=new kt(i(".curves"),o=>this.#m(o)),this.controls=new ft(i(".controls"),this.clock,()=>this.#l()),this.inspector=new It(i(".inspector"),e),this.legend=new Rt(i(".legend"),this.hidden,()=>this.#h()),this.tools=new ss(this),this.story=new ts(i(".story"),o=>this.#g(o)),this.lesson=new zt(i(".lesson"),o=>this.tell(o),o=>this.#c(o)),this.caption=i(".caption"),this.notice=i(".notice"),this.summary=i(".summary"),this.theme=rs(this.root),this.clock.playing=!matchMedia("(prefers-reduced-motion: reduce)").matches,this.#a(),requestAnimationFrame(o=>this.#u(o))}receive(t){performance.mark("optviz: received"),t.surface&&Ne.set(t.surface.key,t.surface);let s=Ne.get(t.race.surface);if(!s)return this.requests.ask([t.race.start[0],t.race.start[1]],"");let e=this.race;this.race=t.race;let i=e?.surface!==t.race.surface,o=!e||e.start.some((a,h)=>a!==t.race.start[h]);this.clock.fit(t.race.steps),(i||o)&&e&&this.clock.seek(0);let n=this.lesson.show(t.race.lesson);this.root.classList.toggle("asking",this.lesson.asks),(!e||n||i)&&t.race.at!==null&&this.#n(t.race.at),this.slow.stop(),this.views.show(s,t.race,i),this.chart.show(s,t.race),this.legend.show(t.race.runs,s),this.inspector.show(t.race,s.axes),this.tools.show(vt(t.race),i,s),n&&this.#o(t.race.lesson),this.story.tell(t.race.story),this.#d(),this.summary.textContent=Ae(s.name,t.race),this.requests.answered(t.race),this.#f(),this.#i=!0,this.redraw()}#o(t){t&&(this.root.classList.add("teaching"),this.tools.showOnly([...t.shows,...this.race?.views??[]]),this.clock.playing=t.plays,this.hidden.clear())}#n(t){this.clock.playing=!1,this.clock.seek(t)}retheme(){this.theme=rs(this.root);for(let t of[this.views,this.chart,this.legend])t.refresh();this.redraw()}redraw(){this.#e=!0}toggleRun(t){let s=this.race?.runs[t]?.name;s&&(this.hidden.delete(s)||this.hidden.add(s),this.#h())}slowly(){if(this.slow.running)return this.slow.stop();let[t]=this.inspector.runs,s=t?(t.ended??t.loss.length)-1:0;!t||s<1||(this.clock.playing=!1,this.slow.begin(t,Math.min(this.clock.step,s-1)),this.hidden.delete(t.name),this.clock.seek(this.slow.step),this.redraw())}toggleInspector(){this.inspector.box.hidden=!this.inspector.box.hidden,this.redraw()}toggleHelp(){let t=this.root.querySelector(".help");t.hidden=!t.hidden}toggleFullScreen(){document.fullscreenElement?document.exitFullscreen():this.root.requestFullscreen().catch(()=>{})}#a(){new ResizeObserver(()=>this.redraw()).observe(this.root),this.root.addEventListener("keydown",t=>this.#c(t)),this.root.addEventListener("fullscreenchange",()=>{let t=this.root.matches(":fullscreen"),s=t?Math.max(1.25,Math.min(2.2,innerWidth/1e3)):1;this.root.style.setProperty("--scale",String(s)),t&&this.root.focus(),this.retheme()})}#c(t){let s=t.composedPath()[0];s.matches("select, input")||t.key===" "&&s.matches("button")||!se(this,t)||(t.preventDefault(),t.stopPropagation(),this.#l())}#l(){(this.clock.playing||this.clock.time!==this.slow.step)&&this.slow.stop(),this.redraw()}#h(){this.chart.refresh(),this.redraw()}#u(t){if(!this.root.isConnected&&this.#r)return;requestAnimationFrame(o=>this.#u(o));let s=Math.min(Mr,(t-this.#r)/1e3);this.#r=t;let{time:e,playing:i}=this.clock;this.slow.running&&(this.#e=!0),this.#s!=="no"?this.#f():this.slow.running?this.clock.seek(this.slow.advance(s)):this.clock.advance(s),(e!==this.clock.time||i!==this.clock.playing)&&(this.#e=!0),this.#e&&this.draw()}draw(){if(!this.race)return;this.#e=!1,this.#i&&performance.mark("optviz: drawn"),this.#i=!1;let{theme:t,hidden:s,clock:e,slow:i}=this,o=this.#s==="no"?e.time:e.steps,n=Math.floor(o+1e-9);this.views.draw(o,s,t,(a,h)=>{for(let l of this.#p()){let c=new Nt(a,l,i.running?i.step:n,h,t);i.running?c.part(i.phase,i.share):c.draw(this.tools.glyphs)}}),this.chart.draw(o,s,t),this.legend.draw(n,t,a=>this.views.outside(a,n)),this.inspector.draw(i.running?i.step:n,e.playing,i.running?i.phase.equation:-2),this.controls.draw(),this.tools.draw(),this.#t.tell(this),this.caption.hidden=!i.running,i.running&&(this.caption.textContent=`${i.run?.name}: ${i.phase.words}`)}#p(){return this.slow.run?[this.slow.run]:this.tools.glyphs.size?(this.inspector.open?this.inspector.runs:this.race?.runs??[]).filter(({name:s})=>!this.hidden.has(s)):[]}#m(t){this.clock.playing=!1,this.clock.seek(Math.round(t)),this.#l()}#g({step:t,shows:s}){this.tools.showOnly(s),this.#m(t),this.root.scrollIntoView({block:"nearest",behavior:"smooth"})}#w(t,s){this.#s=s?"let go":"held",t.some((e,i)=>e!==this.race?.start[i])&&this.requests.ask(t,this.race?.surface??""),this.redraw()}#f(){this.#s!=="let go"||this.requests.open||(this.#s="no",this.clock.restart())}#d(){let t=(this.race?.runs??[]).flatMap(({ending:s})=>s?.explained??[]);this.notice.hidden=t.length===0,this.notice.textContent=t.join(" ")}};var Er=2;function Ie(r){let t=s=>{document.documentElement.classList.toggle("paper",s),M.finer=s?Er:1,r.retheme(),r.draw()};addEventListener("beforeprint",()=>t(!0)),addEventListener("afterprint",()=>t(!1))}function Le(){let r=document.querySelector("script[data-optviz-race]");r&&Sr(r)}async function Sr(r){let t=pt(await Ar(r.textContent??"")),s=document.querySelector("[data-optviz-place]");s.replaceChildren();let e=new rt(s,null);e.receive(t),window===window.top&&e.root.focus({preventScroll:!0}),matchMedia("(prefers-color-scheme: dark)").addEventListener("change",()=>e.retheme()),Ie(e)}async function Ar(r){let t=Uint8Array.from(atob(r),e=>e.charCodeAt(0)),s=new Blob([t]).stream().pipeThrough(new DecompressionStream("gzip"));return new Uint8Array(await new Response(s).arrayBuffer())}var Re=new WeakMap;function sh({parentElement:r,data:t,setStateValue:s,setTriggerValue:e}){let i=s?n=>s("chosen",n):null,o=Re.get(r)??{player:new rt(r,i),data:null};if(Re.set(r,o),o.player.requests.send=i,o.player.tell=n=>e("lesson",n),o.data===t)return o.player.retheme();o.data=t,o.player.receive(pt(t))}Le();export{sh as mount};
