// optviz explorer; sources 3ed0cf673a266e7818e0e4f5d744a1cb5bfaa25fd317c8ef57e0f5def4f67b28
var wt={f8:Float64Array,u2:Uint16Array,i1:Int8Array,i4:Int32Array};function vt(i){let t=i.slice().buffer,e=new DataView(t).getUint32(0,!0),s=new TextDecoder().decode(new Uint8Array(t,4,e)),r=JSON.parse(s,(o,n)=>Vt(n,t,4+e));return r.surface&&Bt(r.surface),r}function Bt(i){let t=(i.levels.length+1)/65534;i.heights=Float32Array.from(i.heights,e=>e===65535?NaN:e*t)}function Vt(i,t,e){if(!i||!Array.isArray(i.shape)||!(i.type in wt))return i;let s=i,r=wt[s.type],o=s.shape.reduce((n,a)=>n*a,1);return new r(t,e+s.at,o)}function m(i,t={},...e){let s=document.createElement(i);for(let[r,o]of Object.entries(t))s.setAttribute(r,o);return s.append(...e),s}function lt(i){let t=document.createElementNS("http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let e=document.createElementNS("http://www.w3.org/2000/svg","path");return e.setAttribute("d",i),t.append(e),t}var yt=`:host {
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
`;var k={themes:{light:{ink:"#22262b",soft:"#5b6270",paper:"#ffffff",rim:[255,255,255,.8],contour:[40,60,90,.3],wall:[30,40,60,.12],edge:[40,60,90,.5],star:"#9aa3b0",areas:{diverged:{pattern:"lines",paper:"#d5d8de",ink:"#5b6270"},missed:{pattern:"dots",paper:"#ffffff",ink:"#aab1bd"},nowhere:{pattern:"lines",paper:"#ffffff",ink:"#a4abb6"}},ground:["#fff6d8","#f4f3e4","#e5eced","#d8e3ee","#cad8ea"],light:{level:1,contrast:.3,darkest:.76,brightest:1.05}},dark:{ink:"#f2f4f6",soft:"#b4bac6",paper:"#0e1117",rim:[14,17,23,.75],contour:[190,210,235,.3],wall:[255,255,255,.1],edge:[190,210,235,.5],star:"#8d97a6",areas:{diverged:{pattern:"lines",paper:"#3d434f",ink:"#b4bac6"},missed:{pattern:"dots",paper:"#0e1117",ink:"#5a6271"},nowhere:{pattern:"lines",paper:"#0e1117",ink:"#5b6472"}},ground:["#243b4a","#1d2f3e","#192634","#161e2a","#131720"],light:{level:1.3,contrast:.8,darkest:.8,brightest:1.75}}},sun:{direction:[-.5,.24,.832],wall:.5,tint:[1.15,1,.8]},box:{height:.55,base:-.035,wide:1.4142135623730951,tall:1.48,margin:[44,24,18,34],tick:5,gap:62,name:32,line:14},camera:{elevation:44.5,azimuth:225},captions:{linear:"height: loss, to scale",logarithmic:"height: roughly log(loss - minimum)"},trail:{width:2.2,rim:2,hidden:.22},head:{radius:6,rim:3.4},ring:{radius:9,width:2,rim:5},star:{radius:7,rim:2},minimum:{radius:5,rim:2,corners:[[0,1.4],[.4,.4],[1.4,0],[.4,-.4],[0,-1.4],[-.4,-.4],[-1.4,0],[-.4,.4]]},lowest:{radius:7,rim:2,corners:[[0,-.25],[.22,0],[.22,1.05],[1.75,1.75],[.22,2.45],[-.22,2.45],[-.22,0]]},valley:{width:2,rim:4.5,dash:[5,3]},type:{number:11,name:12,label:10},contours:{width:1,shortest:24,apart:6.4,steep:70,tries:[.5,.3,.7,.15,.85,.4,.6]}};function ht(i){let t=getComputedStyle(i),e=t.getPropertyValue("--paper").trim()||k.themes.light.paper,s=Jt(e)<.4,{ink:r,soft:o,star:n,areas:a,ground:l,...c}=k.themes[s?"dark":"light"];return{dark:s,paper:e,ink:t.getPropertyValue("--ink").trim()||r,soft:o,star:n,areas:{...a,nowhere:{...a.nowhere,paper:e}},ground:l,rim:V(c.rim),contour:V(c.contour),wall:V(c.wall),edge:V(c.edge),font:t.fontFamily,scale:Number(t.getPropertyValue("--scale"))||1}}function V(i){return`rgba(${i.join()})`}function Jt(i){let t=document.createElement("canvas").getContext("2d",{willReadFrequently:!0});t.fillStyle=i,t.fillRect(0,0,1,1);let[e,s,r]=t.getImageData(0,0,1,1).data;return(.2126*e+.7152*s+.0722*r)/255}function U(i){let t=i.map(e=>[1,3,5].map(s=>parseInt(e.slice(s,s+2),16)));return Array.from({length:256},(e,s)=>{let r=s/255*(t.length-1),o=Math.min(t.length-2,Math.floor(r));return t[o].map((n,a)=>n+(t[o+1][a]-n)*(r-o))})}var F=[.25,.5,1,2,4,8],G=class{time=0;steps=1;playing=!0;loop=!0;speed=1;#t=0;get step(){return Math.floor(this.time+1e-9)}get atEnd(){return this.time>=this.steps}advance(t){this.playing&&(this.atEnd?this.loop?(this.#t+=t)>=1.2&&this.seek(0):this.playing=!1:this.time=Math.min(this.steps,this.time+t*25*this.speed))}seek(t){this.time=Math.max(0,Math.min(this.steps,t)),this.#t=0}move(t){this.playing=!1,this.seek(t>0?this.step+t:Math.ceil(this.time-1e-9)+t)}toggle(){!this.playing&&this.atEnd&&this.seek(0),this.playing=!this.playing}shift(t){let e=F.indexOf(this.speed)+t;this.speed=F[Math.max(0,Math.min(F.length-1,e))]}restart(){this.seek(0),this.playing=!0}fit(t){let e=this.atEnd&&this.steps>0;this.steps=t,this.time=e?t:Math.min(this.time,t)}};var pt={restart:"M6 5h2.4v14H6zM19 5v14L9.5 12z",back:"M17 5v14L8 12zM6.2 5h2v14h-2z",play:"M7 4.5v15L20 12z",pause:"M6.5 5h4v14h-4zM13.5 5h4v14h-4z",forward:"M7 5v14l9-7zM15.8 5h2v14h-2z",loop:"M17 3l4 3.5L17 10V7.6H8A3.4 3.4 0 0 0 4.6 11v1H2.4v-1A5.6 5.6 0 0 1 8 5.4h9zM7 21l-4-3.5L7 14v2.4h9a3.4 3.4 0 0 0 3.4-3.4v-1h2.2v1a5.6 5.6 0 0 1-5.6 5.6H7z"},Yt=new Map([[.25,"¼×"],[.5,"½×"]]),J=class{constructor(t,e,s){this.clock=e;let r=l=>()=>{l(),s()};this.play=_("Play","play"),this.loop=_("Loop","loop"),this.scrub=m("input",{type:"range",min:"0",step:"1","aria-label":"Step"}),this.count=m("output",{class:"count"}),this.speed=m("select",{"aria-label":"Speed"});for(let l of F){let c=Yt.get(l)??`${l}×`;this.speed.append(m("option",{value:String(l)},c))}let o=_("Restart","restart"),n=_("Step back","back"),a=_("Step forward","forward");o.addEventListener("click",r(()=>e.restart())),n.addEventListener("click",r(()=>e.move(-1))),a.addEventListener("click",r(()=>e.move(1))),this.play.addEventListener("click",r(()=>e.toggle())),this.loop.addEventListener("click",r(()=>e.loop=!e.loop)),this.speed.addEventListener("change",r(()=>e.speed=Number(this.speed.value))),this.scrub.addEventListener("input",r(()=>this.#t())),this.count.setAttribute("aria-live","off"),t.append(o,n,this.play,a,this.scrub,this.count,this.speed,this.loop)}#t(){this.clock.playing=!1,this.clock.seek(Number(this.scrub.value))}draw(){let{clock:t}=this,e=String(t.step);ct(this.scrub,"max",String(t.steps)),this.scrub.value!==e&&(this.scrub.value=e),ct(this.scrub,"aria-valuetext",`step ${e} of ${t.steps}`);let s=`${e} / ${t.steps}`;this.count.textContent!==s&&(this.count.textContent=s),this.scrub.style.setProperty("--done",`${100*t.time/t.steps}%`),this.speed.value!==String(t.speed)&&(this.speed.value=String(t.speed)),ct(this.loop,"aria-pressed",String(t.loop));let r=t.playing?"Pause":"Play";this.play.getAttribute("aria-label")!==r&&(kt(this.play,r),this.play.replaceChildren(lt(t.playing?pt.pause:pt.play)))}};function _(i,t){let e=m("button",{type:"button",class:t},lt(pt[t]));return kt(e,i),e}function kt(i,t){i.setAttribute("aria-label",t),i.title=t}function ct(i,t,e){i.getAttribute(t)!==e&&i.setAttribute(t,e)}var Xt="⁰¹²³⁴⁵⁶⁷⁸⁹";function v(i,t=3){if(!Number.isFinite(i))return"–";let e=Math.abs(i);if(e===0||e>=.001&&e<1e4)return Mt(String(Number(i.toPrecision(t))));let[s,r]=i.toExponential(t-1).split("e"),o=`10${Qt(Number(r))}`,n=Mt(String(Number(s)));return n==="1"?o:n==="−1"?`−${o}`:`${n}·${o}`}function Qt(i){let t=[...String(Math.abs(i))].map(e=>Xt[Number(e)]);return(i<0?"⁻":"")+t.join("")}function Mt(i){return i.replace("-","−")}function W(i,t,e,s){let r=i.getTransform().a,o=document.createElement("canvas");o.width=Math.max(1,Math.round((e.right-e.left)*r)),o.height=Math.max(1,Math.round((e.bottom-e.top)*r));let n=o.getContext("2d");n.imageSmoothingEnabled=!1,n.drawImage(dt(t),0,0,o.width,o.height),n.globalCompositeOperation="source-in",j(n,{...s,pattern:""}),n.globalCompositeOperation="source-atop",St(n,s,r),i.drawImage(o,e.left,e.top,e.right-e.left,e.bottom-e.top)}function j(i,t,e=1){i.fillStyle=t.paper,i.fillRect(0,0,i.canvas.width,i.canvas.height),St(i,t,e)}function St(i,{pattern:t,ink:e},s){let{width:r,height:o}=i.canvas;if(i.beginPath(),t==="lines"){for(let n=-o;n<r;n+=5*s)i.moveTo(n,o),i.lineTo(n+o,0);i.strokeStyle=e,i.lineWidth=1.1*s,i.stroke()}if(t==="dots"){for(let[n,a]=[2.5*s,!1];n<o;n+=5*s,a=!a)for(let l=(a?5:2.5)*s;l<r;l+=5*s)i.rect(l-.6*s,n-.6*s,1.2*s,1.2*s);i.fillStyle=e,i.fill()}}function dt(i){let t=document.createElement("canvas");return t.width=i.width,t.height=i.height,t.getContext("2d").putImageData(i,0,0),t}var S=class i{static finer=1;width=0;height=0;#t=0;constructor(t){this.canvas=t,this.context=t.getContext("2d")}fit(){let[t,e]=[this.canvas.clientWidth,this.canvas.clientHeight],s=(window.devicePixelRatio||1)*i.finer;return t===this.width&&e===this.height&&s===this.#t?!1:(Object.assign(this,{width:t,height:e}),this.#t=s,this.canvas.width=Math.max(1,Math.round(t*s)),this.canvas.height=Math.max(1,Math.round(e*s)),this.context.setTransform(s,0,0,s,0,0),!0)}clear(){this.context.clearRect(0,0,this.width,this.height)}twin(t=null){if(t&&t.canvas.width===this.canvas.width&&t.canvas.height===this.canvas.height)return t.clear(),t;let e=new i(document.createElement("canvas"));return e.canvas.width=this.canvas.width,e.canvas.height=this.canvas.height,Object.assign(e,{width:this.width,height:this.height}),e.context.setTransform(this.#t,0,0,this.#t,0,0),e}lay(t,e=this.width){let s=Math.max(0,Math.min(1,e/this.width)),[r,o]=[Math.round(t.canvas.width*s),t.canvas.height];if(r===0||o===0)return;let n=r/this.#t;this.context.drawImage(t.canvas,0,0,r,o,0,0,n,o/this.#t)}};function C([i,t],[e,s]){let r=(s-e)/(t-i);return Object.assign(o=>e+(o-i)*r,{invert:o=>i+(o-e)/r})}function H([i,t],e){let s=C([Math.log10(i),Math.log10(t)],e);return Object.assign(r=>s(Math.log10(r)),{invert:r=>10**s.invert(r)})}function R([i,t],e){let s=(t-i)/Math.max(1,e),r=10**Math.floor(Math.log10(s)),o=[.5,1,2,5,10].map(l=>l*r),n=o.findIndex(l=>l>=s*(1-1e-9)),a=$t(i,t,o[n]);for(;a.length<2&&n>0;)a=$t(i,t,o[--n]);return a}function $t(i,t,e){let s=Math.ceil(i/e-1e-9),r=Math.floor(t/e+1e-9);return Array.from({length:Math.max(0,r-s+1)},(o,n)=>(s+n)*e)}function Y([i,t],e){let s=Math.ceil(Math.log10(i)-1e-9),r=Math.floor(Math.log10(t)+1e-9),o=Math.max(1,Math.ceil((r-s+1)/Math.max(1,e))),n=[];for(let a=r;a>=s;a-=o)n.push(10**a);return n.reverse()}function D(i,t,e=v){return i.map(s=>({at:t(s),text:e(s)}))}function I(i,t=k.type.number){return`${t*i.scale}px ${i.font}`}function E(i,t,e,s,r,{tick:o=0,grid:n=!1,gap:a=7,size:l}={}){let{left:c,top:d,right:p,bottom:h}=s,u=t==="below";i.font=I(r,l),i.textAlign=u?"center":"right",i.textBaseline=u?"top":"middle";for(let{at:g,text:f}of e)i.fillStyle=r.wall,n&&u&&i.fillRect(g-.5,d,1,h-d),n&&!u&&i.fillRect(c,g-.5,p-c,1),i.fillStyle=r.soft,o&&u&&i.fillRect(g-.5,h,1,o),o&&!u&&i.fillRect(c-o,g-.5,o,1),u?i.fillText(f,g,h+a):i.fillText(f,c-a,g)}function Et(i,{left:t,top:e,right:s,bottom:r},o){i.strokeStyle=o.soft,i.lineWidth=1,i.strokeRect(t,e,s-t,r-e)}function X(i,[t,e],{left:s,top:r,right:o,bottom:n},a){i.fillStyle=a.ink,i.font=`italic ${I(a,k.type.name)}`,i.textBaseline="alphabetic",i.textAlign="center",i.fillText(t,(s+o)/2,n+19+13*a.scale),i.textAlign="left",i.fillText(e,3,(r+n)/2+4)}function Q(i,t,{left:e,top:s,right:r,bottom:o}){let n=dt(t);i.save(),i.imageSmoothingEnabled=!1,i.drawImage(n,e,s,r-e,o-s),i.restore()}function Nt(i,t,e,s=(r,o)=>(e-i[r])/(i[o]-i[r])){let r=Kt(i,t,e),o=[];for(let[n,a]of r)a.length===1&&o.push(At(r,n));for(let n of r.keys())r.get(n)?.length&&o.push(At(r,n));return o.filter(n=>n.length>1).map(n=>n.flatMap(a=>Zt(t,s,a)))}function Kt(i,t,e){let s=new Map,r=(o,n)=>{s.set(o,[...s.get(o)??[],n]),s.set(n,[...s.get(n)??[],o])};for(let o=0;o<t-1;o++)for(let n=0;n<t-1;n++){let a=o*t+n,[l,c,d,p]=[i[a],i[a+1],i[a+t],i[a+t+1]],h=+(l>e)|+(c>e)<<1|+(p>e)<<2|+(d>e)<<3;if(h===0||h===15||Number.isNaN(l+c+d+p))continue;let[u,g,f,x]=[2*a,2*(a+t),2*a+1,2*a+3],w=(l+c+d+p)/4>e;if(h===5||h===10){h===5===w?(r(f,g),r(u,x)):(r(f,u),r(g,x));continue}let b=[];(h&1)!==(h>>1&1)&&b.push(u),(h>>1&1)!==(h>>2&1)&&b.push(x),(h>>2&1)!==(h>>3&1)&&b.push(g),(h>>3&1)!==(h&1)&&b.push(f),r(b[0],b[1])}return s}function At(i,t){let e=[t];for(let s=i.get(t)?.pop();s!==void 0;s=i.get(t)?.pop()){let r=i.get(s);r.splice(r.indexOf(t),1),e.push(s),t=s}return e}function Zt(i,t,e){let s=e>>1,r=s+(e&1?i:1),o=t(s,r);return[s%i+(e&1?0:o),Math.floor(s/i)+(e&1?o:0)]}var je=k.trail.width,He=k.head.radius;function zt(i){return Tt[i]??Tt.circle}var Tt={circle:te(),square:N([[-.85,-.85],[.85,-.85],[.85,.85],[-.85,.85]]),triangle:N([[0,-1.15],[1.05,.75],[-1.05,.75]]),diamond:N([[0,-1.25],[1,0],[0,1.25],[-1,0]]),plus:N(Ct()),cross:N(Ct().map(([i,t])=>[(i-t)*Math.SQRT1_2,(i+t)*Math.SQRT1_2])),star:N(ee())};function te(){let i=new Path2D;return i.arc(0,0,.95,0,2*Math.PI),i}function N(i){let t=new Path2D;return i.forEach(([e,s])=>t.lineTo(e,s)),t.closePath(),t}function Ct(){let[i,t]=[.38,1.15];return[[-i,-t],[i,-t],[i,-i],[t,-i],[t,i],[i,i],[i,t],[-i,t],[-i,i],[-t,i],[-t,-i],[-i,-i]]}function ee(){return Array.from({length:10},(i,t)=>{let[e,s]=[Math.PI*t/5-Math.PI/2,t%2?.6:1.4];return[s*Math.cos(e),s*Math.sin(e)]})}function O(i,t,e,s,r,o,n){i.save(),i.translate(e,s),i.scale(r,r),i.lineWidth=k.head.rim/r,i.lineJoin="round",i.strokeStyle=n,i.fillStyle=o,i.stroke(zt(t)),i.fill(zt(t)),i.restore()}function A({style:i},t){return t.dark?i.dark:i.light}function ut(i,t){return i.style.dash.map(e=>e*t)}var Lt={minimum:N(Pt(k.minimum.corners)),lowest:N(Pt(k.lowest.corners))};function Pt(i){return i.map(([t,e])=>[t,-e])}function Rt(i,t,e,s,r,o=1){let n=t?"lowest":"minimum",{radius:a,rim:l}=k[n];i.save(),i.translate(e,s),i.scale(a*o,a*o),i.lineWidth=2*l/a,i.lineJoin="round",i.strokeStyle=r.paper,i.fillStyle=t?r.ink:r.star,i.stroke(Lt[n]),i.fill(Lt[n]),i.restore()}function Dt(i,t,e,s=1){let{width:r,rim:o,dash:n}=k.valley;i.save(),i.lineJoin="round";for(let[a,l,c]of[[o,e.rim,[]],[r,e.ink,n]]){i.beginPath();let d=!1;for(let p=0;p<t.length;p+=2){let h=!Number.isNaN(t[p]);h&&d?i.lineTo(t[p],t[p+1]):h&&i.moveTo(t[p],t[p+1]),d=h}i.lineWidth=a*s,i.strokeStyle=l,i.setLineDash(c.map(p=>p*s)),i.stroke()}i.restore()}var It=-1,K=-2;function Ot(i){return i.map(t=>Uint32Array.from(U(t),([e,s,r])=>(255<<24|r<<16|s<<8|e)>>>0))}var Z={left:30,top:4,right:8,bottom:20},se=1.1,ie=.62,re=12,oe=.6,ne=2,tt=class{#t=null;#e={left:0,top:0,right:1,bottom:1};#r=null;#s=[];#i=[];#o="";constructor(t,e){this.place=t,this.maps=e;let s=m("canvas",{role:"img"});this.sheet=new S(s),this.mark=m("canvas",{class:"mark"}),this.name=m("b",{}),this.share=m("span",{class:"share"}),this.box=m("div",{class:"map"},s),this.root=m("figure",{},m("figcaption",{},this.mark,this.name,this.share),this.box),s.addEventListener("pointermove",r=>this.#u(r)),s.addEventListener("pointerleave",()=>e.reading.hide()),s.addEventListener("click",r=>{let[o,n]=this.#d(r),{columns:a,rows:l}=this.#t;o>=0&&e.take([a[o],l[n]])})}show(t){this.#t=t,this.#s=Ot(t.colours),this.#o="";let{xlim:e,ylim:s}=t.surface,r=(s[1]-s[0])/(e[1]-e[0]);this.box.style.aspectRatio=String(1/Math.max(ie,Math.min(se,r))),this.name.textContent=t.runs[this.place].name,this.sheet.canvas.setAttribute("aria-label",`Where ${t.runs[this.place].name} ends from everywhere`)}draw(t,e){if(!this.#t)return;let s=this.sheet.fit(),{width:r,height:o,context:n}=this.sheet;this.#e={left:Z.left,top:Z.top,right:r-Z.right,bottom:o-Z.bottom};let a=`${e.dark} ${e.scale}`;(s||this.#o!==a)&&this.#a(e),this.#o=a,this.sheet.clear();let{left:l,top:c,right:d,bottom:p}=this.#e,{image:h,missed:u,lost:g}=this.#n(t),[f,x]=[(d-l)/(h.width-1),(p-c)/(h.height-1)],w={left:l-f/2,top:c-x/2,right:d+f/2,bottom:p+x/2};n.save(),n.beginPath(),n.rect(l,c,d-l,p-c),n.clip(),Q(n,h,w),W(n,u,w,e.areas.missed),W(n,g,w,e.areas.diverged),n.restore(),this.sheet.lay(this.#r),this.#c(t)}#n(t){let{rows:e,columns:s,minimum:r,since:o,steps:n}=this.#t,[a,l]=[e.length,s.length],c=new ImageData(l,a),[d,p]=[new ImageData(l,a),new ImageData(l,a)],[h,u,g]=[c,d,p].map(({data:w})=>new Uint32Array(w.buffer)),f=255/n,x=this.place*l*a;this.#i=[0,0,0];for(let w=0;w<l*a;w++){let b=r[x+w],y=o[x+w],M=(a-1-Math.floor(w/l))*l+w%l;y>t||b<0&&b!==K?(u[M]=4278190080,this.#i[2]+=1):b===K?(g[M]=4278190080,this.#i[1]+=1):(h[M]=this.#s[b%this.#s.length][Math.round(f*y)],this.#i[0]+=1)}return{image:c,missed:d,lost:p}}#c(t){let[e,s,r]=this.#i.map(a=>ae(a,this.#i)),o=[`${e} there`];this.#i[1]&&o.push(`${s} ${this.#t?.early}`),this.#i[2]&&o.push(`${r} not yet`);let n=o.join(", ");this.share.textContent!==n&&(this.share.textContent=n),this.share.title=`after ${t} steps`}#a(t){this.#r=this.sheet.twin();let{context:e}=this.#r,{surface:s,minima:r,valleys:o,start:n}=this.#t,{left:a,top:l,right:c,bottom:d}=this.#e,p=C(s.xlim,[a,c]),h=C(s.ylim,[d,l]);e.save(),e.beginPath(),e.rect(a,l,c-a,d-l),e.clip(),this.#l(e,t),e.restore(),Et(e,this.#e,t);let u={gap:5,size:k.type.label},g=D(R(s.xlim,(c-a)/60),p).filter(({at:b})=>b<c-4),f=D(R(s.ylim,(d-l)/50),h).filter(({at:b})=>b>l+3);E(e,"below",g,this.#e,t,u),E(e,"left",f,this.#e,t,u),o&&Dt(e,s.valleys.map((b,y)=>(y%2?h:p)(b)),t);for(let b=0;b<r.length;b+=2)this.#h(e,p(r[b]),h(r[b+1]),b/2,t);for(let[b,y]of[[4.5,t.paper],[2,t.ink]])e.lineWidth=b,e.strokeStyle=y,e.beginPath(),e.arc(p(n[0]),h(n[1]),6,0,2*Math.PI),e.stroke();let{style:x}=this.#t.runs[this.place],w=new S(this.mark);w.fit(),O(w.context,x.marker,w.width/2,w.height/2,6,A({style:x},t),t.paper)}#l(t,e){let{heights:s,levels:r}=this.#t.surface,{left:o,top:n,right:a,bottom:l}=this.#e,c=Math.sqrt(s.length);t.strokeStyle=e.contour,t.lineWidth=1;for(let d=0;d<r.length;d+=ne)for(let p of Nt(s,c,d+1)){t.beginPath();for(let h=0;h<p.length;h+=2){let u=o+p[h]/(c-1)*(a-o);t.lineTo(u,l-p[h+1]/(c-1)*(l-n))}t.stroke()}}#h(t,e,s,r,o){let{letters:n,lowest:a}=this.#t;if(n.length>re)return Rt(t,a[r],e,s,o,oe);let[l,c]=a[r]?[o.ink,o.paper]:[o.paper,o.ink];t.beginPath(),t.arc(e,s,8*o.scale,0,2*Math.PI),t.fillStyle=l,t.fill(),t.lineWidth=1,t.strokeStyle=c,t.stroke(),t.textAlign="center",t.textBaseline="middle",t.fillStyle=c,t.font=`bold ${10*o.scale}px ${o.font}`,t.fillText(n[r],e,s+.5)}#d({offsetX:t,offsetY:e}){let{left:s,top:r,right:o,bottom:n}=this.#e,{columns:a,rows:l}=this.#t,c=Math.round((t-s)/(o-s)*(a.length-1)),d=Math.round((n-e)/(n-r)*(l.length-1));return c>=0&&d>=0&&c<a.length&&d<l.length?[c,d]:[-1,-1]}#u(t){let{reading:e}=this.maps,[s,r]=this.#d(t);if(this.sheet.canvas.style.cursor=s<0?"":"crosshair",s<0||!this.#t)return e.hide();let{columns:o,early:n,rows:a,runs:l,minimum:c,since:d,minima:p,letters:h,surface:u}=this.#t,g=(this.place*a.length+r)*o.length+s,f=c[g],x=`${h[f]} (${v(p[2*f])}, ${v(p[2*f+1])})`,w=f>=0?`at ${x} from step ${d[g]} on`:"",b=f===K?`${n} at step ${d[g]}`:f===It?"at no minimum at the end":w,y=this.root.getBoundingClientRect(),M=this.maps.root.getBoundingClientRect();e.tell(y.left-M.left+t.offsetX,`${l[this.place].name}: ${b||"not known yet"}`,[[`start ${u.axes[0]}`,v(o[s],4)],[`start ${u.axes[1]}`,v(a[r],4)]]),e.root.style.top=`${y.top-M.top+t.offsetY+40}px`}};function ae(i,t){let e=100*i/t.reduce((s,r)=>s+r,0);return`${e>0&&e<1?"<1":Math.round(e)} %`}var z=class{constructor(t){this.box=t,this.root=m("div",{class:"reading",hidden:""}),t.append(this.root)}hide(){this.root.hidden=!0}tell(t,e,s){this.root.hidden=!1,this.root.replaceChildren(m("b",{},e),...s.map(([o,n])=>m("span",{},`${o} `,m("i",{},n))));let r=t>this.box.clientWidth/2;this.root.style.left=r?"auto":`${t+14}px`,this.root.style.right=r?`${this.box.clientWidth-t+14}px`:"auto"}};var et=class{clock=new G;#t=null;#e=[];constructor(t,e){this.pick=t,this.changed=e,this.clock.playing=!1,this.clock.loop=!1,this.grid=m("div",{class:"maps"});let s=m("div",{class:"controls",role:"group","aria-label":"Playback"});this.controls=new J(s,this.clock,e),this.legend=m("div",{class:"key"}),this.root=m("div",{class:"many-races"},s,this.grid,this.legend),this.reading=new z(this.root)}advance(t){let{time:e,playing:s}=this.clock;return this.clock.advance(t),e!==this.clock.time||s!==this.clock.playing}show(t){let e=this.#t;this.#t=t,this.clock.fit(t.steps),e||this.clock.seek(t.steps),e&&e.runs.map(({name:r})=>r).join()===t.runs.map(({name:r})=>r).join()||(this.#e=t.runs.map((r,o)=>new tt(o,this)),this.grid.replaceChildren(...this.#e.map(({root:r})=>r)));for(let r of this.#e)r.show(t)}take(t){this.pick({start:t})}draw(t){if(!this.#t)return;let e=this.clock.step;for(let s of this.#e)s.draw(e,t);this.controls.draw(),this.#r(t)}#r(t){let{early:e,minima:s,valleys:r,lowest:o,letters:n,colours:a,steps:l,surface:c}=this.#t,d=`${t.dark} ${l} ${Array.from(s).join()}`;if(this.legend.dataset.key===d)return;this.legend.dataset.key=d;let p=[],h=Math.min(a.length,s.length/2);for(let f=0;f<h;f++){let x=m("span",{class:"swatch"});x.style.background=`linear-gradient(to right, ${a[f].join()})`;let w=f===h-1&&s.length/2>h?", and others in the same colours":"",b=`${c.axes[0]} ${v(s[2*f])}, ${c.axes[1]} ${v(s[2*f+1])}`,y=f<s.length/2-r?b:`valley through ${b}`,M=o[f]&&o.includes(!1)?", lowest":"";p.push(m("span",{},x,`${n[f]}: ${y}${M}${w}`))}let[u,g]=[t.areas.missed,t.areas.diverged].map(f=>{let x=m("canvas",{class:"swatch",width:"60",height:"26"});return j(x.getContext("2d"),f,1.8),x});this.legend.replaceChildren(...p,m("span",{},u,c.unlisted?"at none of these":"not there yet"),m("span",{},g,e),m("span",{class:"note"},`light: there at once, dark: there at step ${l}`))}};var Ft=`.many-races {
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
`;var he=100,ce=1e16;function q(i,t,e,s){let r=Math.abs(s[1]-s[0])/36;if(e!==null){let l=[0,e];return{scale:C(l,s),ticks:R(l,r),domain:l,log:!1}}let o=Array.from(i).filter(Number.isFinite),n=t>0&&o.every(l=>l>=0)?pe(o,t):null;if(n)return{scale:H(n,s),ticks:Y(n,r),domain:n,log:!0};let a=de(o,t);return{scale:C(a,s),ticks:R(a,r),domain:a,log:!1}}function pe(i,t){let e=i.filter(n=>n>0&&n<=t*he),s=Math.max(t,...e),r=Math.max(s/ce,Math.min(t,...e)),o=Math.max(1.3,(s/r)**.04);return[r/o,s*o]}function de(i,t){let e=Math.max(1e-9,Math.abs(t),ue(i.map(Math.abs))),s=Math.min(t,...i.filter(n=>n>-10*e)),r=Math.max(t,...i.filter(n=>n<t+(t-s))),o=.06*(r-s||e);return[s-o,r+o]}function ue(i){let t=[...i].sort((e,s)=>e-s);return t[Math.floor(t.length/2)]??0}var st={left:76,top:26,right:92,bottom:46},T=14,it=class{#t=null;#e={left:0,top:0,right:1,bottom:1};#r=[-1,-1];constructor(t,e){this.pick=t,this.changed=e;let s=m("canvas",{role:"img"});this.sheet=new S(s);let r=m("div",{class:"plot"},s);this.reading=new z(r),this.best=m("button",{type:"button",class:"take"}),this.root=m("div",{class:"many-races"},r,this.best),s.addEventListener("pointermove",o=>this.#h(o)),s.addEventListener("pointerleave",()=>{this.#r=[-1,-1],this.reading.hide(),this.changed()}),s.addEventListener("click",o=>{this.#h(o),this.#o(this.#r)}),this.best.addEventListener("click",()=>this.#o(this.#i()))}advance(t){return!1}show(t){this.#t=t;let[e,s]=this.#i(),[{label:r,values:o},{label:n,values:a}]=t.axes;this.best.disabled=e<0,this.best.textContent=e<0?"No setting has an outcome here":`Take the best into the race: ${r} ${v(o[e])}, ${n} ${v(a[s])}, ${t.outcome==="final"?"loss":"steps"} ${v(this.#s(e,s))}`;let l=`${t.runs[0].name}: outcome over ${r} and ${n}; the button below names the best`;this.sheet.canvas.setAttribute("aria-label",l)}#s(t,e){let{values:s,axes:r}=this.#t;return s[t*r[1].values.length+e]}#i(){let{values:t,axes:e}=this.#t,s=-1;t.forEach((o,n)=>{Number.isFinite(o)&&(s<0||o<t[s])&&(s=n)});let r=e[1].values.length;return s<0?[-1,-1]:[Math.floor(s/r),s%r]}#o([t,e]){if(!this.#t||t<0)return;let{runs:s,axes:r}=this.#t,o={[r[0].name]:r[0].values[t],[r[1].name]:r[1].values[e]};this.pick({settings:{[s[0].name]:o}})}draw(t){if(!this.#t)return;this.sheet.fit(),this.sheet.clear();let{width:e,height:s,context:r}=this.sheet;this.#e={left:st.left,top:st.top,right:e-st.right,bottom:s-st.bottom};let{values:o,axes:n,diverged:a,early:l,outcome:c,steps:d,start_loss:p,colours:h,runs:u}=this.#t,g=U(h),{top:f,bottom:x,right:w,left:b}=this.#e,y=q(o,p,c==="reached"?d:null,[0,255]),[M,L]=n.map($=>$.values.length),mt=new ImageData(L,M),[gt,bt]=[new ImageData(L,M),new ImageData(L,M)],xt=[];o.forEach(($,P)=>{let B=4*((M-1-Math.floor(P/L))*L+P%L);if(Number.isNaN($))return;if(!Number.isFinite($))return(Number.isFinite(a[P])?bt:gt).data.set([0,0,0,255],B);let qt=y.log&&$<=0?0:y.scale($);mt.data.set([...g[Math.round(Math.max(0,Math.min(255,qt)))],255],B)}),r.fillStyle=t.dark?"#2a303b":"#e3e6ea",r.fillRect(b,f,w-b,x-f),Q(r,mt,this.#e);for(let[$,P,B]of[[gt,t.areas.missed,"not reached"],[bt,t.areas.diverged,l]])$.data.some(Boolean)&&(W(r,$,this.#e,P),xt.push([P,B]));this.#n(t),this.#c(t,g,y,xt),r.fillStyle=t.ink,r.textAlign="left",r.textBaseline="top";let Ht=c==="final"?`loss after ${d} steps`:"steps until the loss is low enough";r.fillText(`${u[0].name}: ${Ht}`,b,4),this.#a(this.#i(),t.ink,t.paper,2),this.#a(this.#r,t.ink,t.paper,1.2),this.#l(t)}#n(t){let{context:e}=this.sheet,{left:s,top:r,right:o,bottom:n}=this.#e,[a,l]=this.#t.axes,c=_t(l.values,(o-s)/64).map(p=>({at:s+(p+.5)/l.values.length*(o-s),text:v(l.values[p])})),d=_t(a.values,(n-r)/34).map(p=>({at:n-(p+.5)/a.values.length*(n-r),text:v(a.values[p])}));E(e,"below",c,this.#e,t,{tick:4}),E(e,"left",d,this.#e,t,{tick:4}),X(e,[l.label,a.label],this.#e,t),e.font=I(t)}#c(t,e,s,r){let{context:o}=this.sheet,{right:n,top:a,bottom:l}=this.#e,c=n+16,d=l-12-22*r.length;for(let h=a;h<d;h++){let[u,g,f]=e[Math.round(255*(1-(h-a)/(d-a)))];o.fillStyle=`rgb(${u} ${g} ${f})`,o.fillRect(c,h,T,1.5)}o.fillStyle=t.soft,o.textAlign="left",o.textBaseline="middle";let p=1/0;for(let h of s.ticks){let u=d-s.scale(h)/255*(d-a);u<a||u>d||p-u<16||(p=u,o.fillText(v(h),c+T+6,u))}r.forEach(([h,u],g)=>{let f=document.createElement("canvas");f.width=f.height=2*T,j(f.getContext("2d"),h,1.8);let x=l-T/2-22*(r.length-1-g);o.drawImage(f,c,x-T/2,T,T),o.fillText(u,c+T+6,x)})}#a([t,e],s,r,o){if(t<0)return;let{context:n}=this.sheet,{left:a,top:l,right:c,bottom:d}=this.#e,[p,h]=this.#t.axes.map(f=>f.values.length),[u,g]=[(c-a)/h,(d-l)/p];for(let[f,x]of[[o+2.5,r],[o,s]])n.lineWidth=f,n.strokeStyle=x,n.strokeRect(a+e*u-1,d-(t+1)*g-1,u+2,g+2)}#l(t){let{axes:e}=this.#t,{left:s,top:r,right:o,bottom:n}=this.#e,[a,l]=e.map(({values:h,current:u})=>(fe(h,u)+.5)/h.length);if(!(l>=0&&l<=1&&a>=0&&a<=1))return;let{context:c}=this.sheet,[d,p]=[s+l*(o-s),n-a*(n-r)];for(let[h,u]of[[4.5,t.paper],[2,t.ink]])c.lineWidth=h,c.strokeStyle=u,c.beginPath(),c.arc(d,p,7,0,2*Math.PI),c.stroke()}#h({offsetX:t,offsetY:e}){if(!this.#t)return;let{left:s,top:r,right:o,bottom:n}=this.#e,{axes:a,diverged:l,early:c,outcome:d}=this.#t,[p,h]=a.map(M=>M.values.length),u=Math.floor((t-s)/(o-s)*h),g=Math.floor((n-e)/(n-r)*p),f=u>=0&&u<h&&g>=0&&g<p;if(this.#r=f?[g,u]:[-1,-1],this.sheet.canvas.style.cursor=f?"pointer":"",this.changed(),!f)return this.reading.hide();let x=this.#s(g,u),w=l[g*h+u],b=d==="reached"?"not in time":"–",y=Number.isFinite(w)?`${c} at step ${w}`:Number.isFinite(x)?v(x):b;this.reading.tell(t,y,[[a[0].label,v(a[0].values[g])],[a[1].label,v(a[1].values[u])]])}};function _t(i,t){let e=Array.from(i.keys()),s=e.filter(n=>Wt(i[n])||Wt(1-i[n])),r=s.length>=3?s:e,o=Math.max(1,Math.ceil(r.length/Math.max(1,t)));return r.filter((n,a)=>a%o===0)}function Wt(i){let t=Math.log10(i);return Math.abs(t-Math.round(t))<1e-9}function fe(i,t){if(!(t>=i[0]&&t<=i[i.length-1]))return NaN;let e=0;for(;e<i.length-2&&i[e+1]<=t;)e++;return e+(t-i[e])/(i[e+1]-i[e])}var ot=2,rt=5,ft=3,me=28,nt=class{#t=null;#e=0;#r=0;#s=H([1,10],[0,1]);#i=q([],1,null,[1,0]);#o=-1;#n=-1;constructor(t,e){this.pick=t,this.changed=e;let s=m("canvas",{role:"img"});this.sheet=new S(s);let r=m("div",{class:"plot"},s);this.reading=new z(r),this.bests=m("div",{class:"bests",role:"group","aria-label":"Best learning rates"}),this.root=m("div",{class:"many-races"},r,this.bests),s.addEventListener("pointermove",o=>this.#f(o.offsetX,o.offsetY)),s.addEventListener("pointerleave",()=>this.#x()),s.addEventListener("click",o=>{this.#f(o.offsetX,o.offsetY),this.#h(this.#n,this.#o)})}advance(t){return!1}show(t){this.#t=t,this.bests.replaceChildren(...t.runs.map((r,o)=>this.#c(r,o)));let{outcome:e}=t,s=e==="final"?"Loss after the last step":"Steps until the threshold";this.sheet.canvas.setAttribute("aria-label",`${s} against the learning rate; the buttons below name the best`)}#c(t,e){let{early:s,rates:r}=this.#t,o=this.#a(e),n=-1;o.forEach((h,u)=>{Number.isFinite(h)&&(n<0||h<o[n])&&(n=u)});let a=this.#l(e).findIndex(Number.isFinite),l=n<0?"never":`${v(o[n])} at lr ${v(r[n],2)}`,c=a<0?`never ${s}`:`${s} from lr ${v(r[a],2)}`,d=m("canvas",{class:"sample"}),p=m("button",{type:"button",class:"row"},d,m("span",{class:"name"},t.name),m("span",{class:"value"},l),m("span",{class:"settings"},n<0?"no outcome":"take it into the race"),m("span",{class:"note"},c));return p.disabled=n<0,p.addEventListener("click",()=>this.#h(e,n)),p}#a(t){let{values:e,rates:s}=this.#t;return e.subarray(t*s.length,(t+1)*s.length)}#l(t){let{diverged:e,rates:s}=this.#t;return e.subarray(t*s.length,(t+1)*s.length)}#h(t,e){if(!this.#t||t<0||e<0)return;let{name:s}=this.#t.runs[t];this.pick({settings:{[s]:{lr:this.#t.rates[e]}}})}draw(t){if(!this.#t)return;this.sheet.fit(),this.sheet.clear();let{runs:e,rates:s,values:r,steps:o,start_loss:n,outcome:a}=this.#t,{width:l,height:c}=this.sheet,d=c-44;this.#e=58,this.#r=24+e.length*(rt+ft)+8,this.#s=H([s[0],s[s.length-1]],[this.#e,l-14]),this.#i=q(r,n,a==="reached"?o:null,[d,this.#r]),this.#d(t,d),this.#u(t),e.forEach((p,h)=>{this.#m(p,h,t),this.#g(p,h,t,d)}),this.#b(t,d),this.bests.querySelectorAll("canvas").forEach((p,h)=>be(p,e[h],t))}#d(t,e){let{context:s,width:r}=this.sheet,{rates:o,outcome:n,steps:a}=this.#t,l={left:this.#e,top:20,right:r-14,bottom:e},c=Y([o[0],o[o.length-1]],r/70);E(s,"left",D(this.#i.ticks,this.#i.scale),l,t,{grid:!0}),E(s,"below",D(c,this.#s),l,t,{grid:!0}),X(s,["learning rate",""],l,t),s.font=I(t),s.textBaseline="top",s.textAlign="left";let d=n==="final"?`loss after ${a} steps`:"steps until the loss is low enough";s.fillText(d,this.#e,2),s.fillStyle=t.soft,s.textAlign="right",s.fillText(`bars: ${this.#t.early}`,r-14,2)}#u(t){let{context:e,width:s}=this.sheet,{outcome:r,start_loss:o}=this.#t;if(r!=="final")return;let n=this.#i.scale(o);e.setLineDash([2,4]),e.strokeStyle=t.soft,e.beginPath(),e.moveTo(this.#e,n),e.lineTo(s-14,n),e.stroke(),e.setLineDash([]),e.textAlign="left",e.textBaseline="bottom",e.fillStyle=t.soft,e.fillText("at the start",this.#e+4,n-2)}#m(t,e,s){let{context:r}=this.sheet,{rates:o}=this.#t,n=(this.#s(o[1])-this.#s(o[0]))/2;r.fillStyle=A(t,s),this.#l(e).forEach((a,l)=>{if(!Number.isFinite(a))return;let[c,d]=[Math.max(this.#e,this.#s(o[l])-n),this.#s(o[l])+n];r.fillRect(c,20+e*(rt+ft),d-c+.5,rt)})}#g(t,e,s,r){let{context:o,width:n}=this.sheet,{rates:a}=this.#t;o.save(),o.beginPath(),o.rect(this.#e,this.#r-3,n-14-this.#e,r-this.#r+6),o.clip(),o.strokeStyle=A(t,s),o.globalAlpha=this.#n>=0&&this.#n!==e?.35:1,o.lineWidth=(this.#n===e?1.6:1)*ot*s.scale,o.lineJoin="round",o.setLineDash(ut(t,ot*s.scale)),o.beginPath();let l=!1;this.#a(e).forEach((c,d)=>{if(!Number.isNaN(c)){if(Number.isFinite(c)){let p=this.#p(c);l?o.lineTo(this.#s(a[d]),p):o.moveTo(this.#s(a[d]),p)}l=Number.isFinite(c)}}),o.stroke(),o.restore()}#b(t,e){let{runs:s,rates:r}=this.#t,{context:o}=this.sheet;for(let l of s)l.current>=r[0]&&l.current<=r[r.length-1]&&O(o,l.style.marker,this.#s(l.current),e,5*t.scale,A(l,t),t.paper);if(this.#o<0)return;o.fillStyle=t.soft,o.fillRect(this.#s(r[this.#o])-.5,20,1,e-20);let n=this.#n<0?NaN:this.#a(this.#n)[this.#o];if(!Number.isFinite(n))return;let a=s[this.#n];O(o,a.style.marker,this.#s(r[this.#o]),this.#p(n),6,A(a,t),t.paper)}#p(t){let e=this.#i.log&&t<=0?9999:this.#i.scale(t);return Math.max(-9999,Math.min(9999,e))}#f(t,e){if(!this.#t)return;let{early:s,rates:r,runs:o,outcome:n}=this.#t,a=-1;r.forEach((h,u)=>{(a<0||Math.abs(this.#s(h)-t)<Math.abs(this.#s(r[a])-t))&&(a=u)});let l=o.map((h,u)=>({run:h,i:u,value:this.#a(u)[a],lost:this.#l(u)[a]})).filter(({value:h})=>!Number.isNaN(h)),c=l.filter(({value:h})=>Number.isFinite(h));c.sort((h,u)=>Math.abs(this.#p(h.value)-e)-Math.abs(this.#p(u.value)-e));let d=c.length&&Math.abs(this.#p(c[0].value)-e)<me,p=Math.floor((e-20)/(rt+ft));this.#o=a,this.#n=d?c[0].i:p>=0&&p<o.length&&Number.isFinite(this.#l(p)[a])?p:-1,this.sheet.canvas.style.cursor=this.#n>=0?"pointer":"crosshair",l.sort((h,u)=>u.value-h.value),this.reading.tell(t,`lr ${v(r[a])}`,l.map(({run:h,value:u,lost:g})=>[h.name,Number.isFinite(g)?`${s} at step ${g}`:ge(u,n)])),this.changed()}#x(){this.#o=this.#n=-1,this.reading.hide(),this.changed()}};function ge(i,t){return Number.isFinite(i)?v(i):t==="reached"?"not in time":"–"}function be(i,t,e){let s=new S(i);s.fit();let{context:r,width:o,height:n}=s;r.strokeStyle=A(t,e),r.lineWidth=ot,r.setLineDash(ut(t,ot)),r.beginPath(),r.moveTo(2,n/2),r.lineTo(o-12,n/2),r.stroke(),r.setLineDash([]),O(r,t.style.marker,o-10,n/2,5,A(t,e),e.paper)}var xe={rates:nt,pair:it,basins:et},we=.1,at=class{pick=()=>{};#t="";#e=null;#r=!0;#s=0;constructor(t){this.root=m("div",{class:"player explorer",role:"region","aria-label":"Many races at once"}),t.append(m("style",{},yt,Ft),this.root),this.theme=ht(this.root),new ResizeObserver(()=>this.redraw()).observe(this.root),requestAnimationFrame(e=>this.#i(e))}receive(t){t.kind!==this.#t&&(this.#t=t.kind,this.#e=new xe[t.kind](e=>this.pick(e),()=>this.redraw()),this.root.replaceChildren(this.#e.root)),this.#e?.show(t),this.retheme()}retheme(){this.theme=ht(this.root),this.redraw()}redraw(){this.#r=!0}#i(t){if(!this.root.isConnected&&this.#s)return;requestAnimationFrame(s=>this.#i(s));let e=Math.min(we,(t-this.#s)/1e3);this.#s=t,this.#e&&(this.#e.advance(e)&&(this.#r=!0),this.#r&&(this.#r=!1,this.#e.draw(this.theme)))}};var jt=new WeakMap;function Us({parentElement:i,data:t,setTriggerValue:e}){let s=jt.get(i)??{explorer:new at(i),data:null};if(jt.set(i,s),s.explorer.pick=r=>e("picked",r),s.data===t)return s.explorer.retheme();s.data=t,s.explorer.receive(vt(t))}export{Us as mount};
