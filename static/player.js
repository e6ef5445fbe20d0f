// optviz player; sources 6b5723586721e4b01558878cc93a023249c4b3a9f3a69fb748b22b02c182f9e5
var W={f4:Float32Array,f8:Float64Array,i4:Int32Array,u1:Uint8Array};function B(i){let t=i.slice().buffer,s=new DataView(t).getUint32(0,!0),e=new TextDecoder().decode(new Uint8Array(t,4,s));return JSON.parse(e,(r,o)=>lt(o,t,4+s))}function lt(i,t,s){if(!i||!Array.isArray(i.shape)||!(i.type in W))return i;let e=i,r=W[e.type],o=e.shape.reduce((n,a)=>n*a,1);return new r(t,s+e.at,o)}var w=class i{width=0;height=0;#t=0;constructor(t){this.canvas=t,this.context=t.getContext("2d")}fit(){let[t,s]=[this.canvas.clientWidth,this.canvas.clientHeight],e=window.devicePixelRatio||1;return t===this.width&&s===this.height&&e===this.#t?!1:(Object.assign(this,{width:t,height:s}),this.#t=e,this.canvas.width=Math.max(1,Math.round(t*e)),this.canvas.height=Math.max(1,Math.round(s*e)),this.context.setTransform(e,0,0,e,0,0),!0)}clear(){this.context.clearRect(0,0,this.width,this.height)}twin(){let t=new i(document.createElement("canvas"));return t.canvas.width=this.canvas.width,t.canvas.height=this.canvas.height,Object.assign(t,{width:this.width,height:this.height}),t.context.setTransform(this.#t,0,0,this.#t,0,0),t}lay(t,s=this.width){let e=Math.max(0,Math.min(1,s/this.width)),[r,o]=[Math.round(t.canvas.width*e),t.canvas.height];if(r===0||o===0)return;let n=r/this.#t;this.context.drawImage(t.canvas,0,0,r,o,0,0,n,o/this.#t)}};function T(i){return j[i]??j.circle}var j={circle:ct(),square:k([[-.85,-.85],[.85,-.85],[.85,.85],[-.85,.85]]),triangle:k([[0,-1.15],[1.05,.75],[-1.05,.75]]),diamond:k([[0,-1.25],[1,0],[0,1.25],[-1,0]]),plus:k(U()),cross:k(U().map(([i,t])=>[(i-t)*Math.SQRT1_2,(i+t)*Math.SQRT1_2])),star:k(pt())};function ct(){let i=new Path2D;return i.arc(0,0,.95,0,2*Math.PI),i}function k(i){let t=new Path2D;return i.forEach(([s,e])=>t.lineTo(s,e)),t.closePath(),t}function U(){let[i,t]=[.38,1.15];return[[-i,-t],[i,-t],[i,-i],[t,-i],[t,i],[i,i],[i,t],[-i,t],[-i,i],[-t,i],[-t,-i],[-i,-i]]}function pt(){return Array.from({length:10},(i,t)=>{let[s,e]=[Math.PI*t/5-Math.PI/2,t%2?.6:1.4];return[e*Math.cos(s),e*Math.sin(s)]})}function M(i,t,s,e,r,o,n){i.save(),i.translate(s,e),i.scale(r,r),i.lineWidth=3.4/r,i.lineJoin="round",i.strokeStyle=n,i.fillStyle=o,i.stroke(T(t)),i.fill(T(t)),i.restore()}function x(i,t){return i.look.dash.map(s=>s*t)}function b([i,t],[s,e]){let r=(e-s)/(t-i);return Object.assign(o=>s+(o-i)*r,{invert:o=>i+(o-s)/r})}function J([i,t],s){let e=b([Math.log10(i),Math.log10(t)],s);return Object.assign(r=>e(Math.log10(r)),{invert:r=>10**e.invert(r)})}function S([i,t],s){let e=(t-i)/Math.max(1,s),r=10**Math.floor(Math.log10(e)),o=r*([1,2,5].find(h=>h*r>=e)??10),n=Math.ceil(i/o-1e-9),a=Math.floor(t/o+1e-9);return Array.from({length:Math.max(0,a-n+1)},(h,l)=>(n+l)*o)}function V([i,t],s){let e=Math.ceil(Math.log10(i)-1e-9),r=Math.floor(Math.log10(t)+1e-9),o=Math.max(1,Math.ceil((r-e+1)/Math.max(1,s))),n=[];for(let a=r;a>=e;a-=o)n.push(10**a);return n.reverse()}var ut="⁰¹²³⁴⁵⁶⁷⁸⁹";function v(i,t=3){if(!Number.isFinite(i))return"–";let s=Math.abs(i);if(s===0||s>=.001&&s<1e4)return G(String(Number(i.toPrecision(t))));let[e,r]=i.toExponential(t-1).split("e"),o=`10${dt(Number(r))}`,n=G(String(Number(e)));return n==="1"?o:n==="−1"?`−${o}`:`${n}·${o}`}function dt(i){let t=[...String(Math.abs(i))].map(s=>ut[Number(s)]);return(i<0?"⁻":"")+t.join("")}function G(i){return i.replace("-","−")}var Q=1.7,f={left:46,top:10,right:12,bottom:24},N=class{quantity="loss";logarithmic=!0;#t=!0;#e=b([0,1],[0,1]);#s=b([0,1],[0,1]);#r=null;#i=null;constructor(t,s){this.sheet=new w(t),this.surface=null,this.race=null;let e=r=>{r.buttons&1&&s(this.#e.invert(r.offsetX))};t.addEventListener("pointerdown",e),t.addEventListener("pointermove",e)}show(t,s){this.surface=t,this.race=s,this.refresh()}refresh(){this.#t=!0}get canBeLogarithmic(){return!!this.race?.runs.every(({loss:t})=>t.every(s=>!(s<0)))}draw(t,s,e){if(!this.race)return;(this.sheet.fit()||this.#t)&&this.#u(s,e);let r=this.#e(t);this.sheet.clear(),this.sheet.lay(this.#r),this.sheet.lay(this.#i,r);let{context:o}=this.sheet;o.fillStyle=e.soft,o.fillRect(r-.5,f.top,1,this.sheet.height-f.top-f.bottom);for(let n of this.#o(s))this.#d(o,n,t,e)}#o(t){return this.race.runs.filter(({name:s})=>!t.has(s))}#n(t){return this.quantity==="accuracy"&&t.accuracy?t.accuracy:t.loss}#u(t,s){this.#t=!1;let{width:e,height:r}=this.sheet,o=this.race.steps;this.#e=b([0,o],[f.left,e-f.right]),this.#r=this.sheet.twin(),this.#i=this.sheet.twin();let n=this.quantity==="loss"&&this.logarithmic&&this.canBeLogarithmic,a=n?this.#a(t):this.#p(t);this.#s=(n?J:b)(a,[r-f.bottom,f.top]),this.#h(this.#r.context,s,a,n);for(let h of this.#o(t))this.#l(this.#r.context,h,s,.28),this.#l(this.#i.context,h,s,1)}#p(t){if(this.quantity==="accuracy")return[0,1];let{low:s,high:e}=this.surface,r=this.#o(t).flatMap(l=>[...l.loss].filter(Number.isFinite)),o=Math.max(s,Math.min(...r)),n=Math.max(...this.#o(t).map(({loss:l})=>l[0])),a=Math.min(e,Math.max(n*1.15,Math.min(Math.max(...r),n*1.6))),h=.06*(a-o||1);return Number.isFinite(o+a)?[o-h,a+h]:[0,1]}#a(t){let{high:s}=this.surface,[e,r]=[1/0,0];for(let{loss:n}of this.#o(t))for(let a of n)a>0&&(e=Math.min(e,a)),a<=s&&(r=Math.max(r,a));if(!(e<r))return[e<1/0?e/10:.1,e<1/0?e*10:10];let o=(r/e)**.05;return[e/o,r*o]}#h(t,s,e,r){let{width:o,height:n}=this.sheet,[a,h,l]=[f.left,o-f.right,n-f.bottom],c=(l-f.top)/34,g=r&&Math.log10(e[1]/e[0])>1.5,u=this.quantity==="accuracy";t.font=`11px ${s.font}`,t.textAlign="right",t.textBaseline="middle";for(let d of g?V(e,c):S(e,c)){let m=this.#s(d);t.fillStyle=s.dark?"rgba(255,255,255,0.09)":"rgba(30,40,60,0.1)",t.fillRect(a,m-.5,h-a,1),t.fillStyle=s.soft,t.fillText(u?`${Math.round(100*d)} %`:v(d),a-7,m)}t.textAlign="center",t.textBaseline="top";for(let d of S([0,this.race?.steps??1],(h-a)/70))Number.isInteger(d)&&t.fillText(String(d),this.#e(d),l+7)}#l(t,s,e,r){let{width:o,height:n}=this.sheet;t.save(),t.beginPath(),t.rect(f.left,f.top-4,o-f.left,n-f.top-f.bottom+8),t.clip(),t.globalAlpha=r,t.strokeStyle=e.dark?s.look.dark:s.look.light,t.lineWidth=Q,t.lineJoin="round",t.setLineDash(x(s,Q)),t.beginPath(),this.#n(s).forEach((a,h)=>{Number.isFinite(a)&&t.lineTo(this.#e(h),this.#c(a))}),t.stroke(),t.restore()}#c(t){return Math.max(-9999,Math.min(9999,this.#s(t)))}#d(t,s,e,r){let o=this.#n(s),n=Math.floor(e),[a,h]=[o[n],o[Math.min(n+1,o.length-1)]];if(!Number.isFinite(a))return;let l=Number.isFinite(h)?this.#c(h):this.#c(a),c=this.#c(a)+(e-n)*(l-this.#c(a));if(c<f.top-4||c>this.sheet.height-f.bottom+4)return;let g=r.dark?s.look.dark:s.look.light;M(t,s.look.marker,this.#e(e),c,3.6,g,r.paper)}};var X=[.25,.5,1,2,4,8],D=class{time=0;steps=1;playing=!0;loop=!0;speed=1;#t=0;get step(){return Math.floor(this.time+1e-9)}get atEnd(){return this.time>=this.steps}advance(t){this.playing&&(this.atEnd?this.loop?(this.#t+=t)>=1.2&&this.seek(0):this.playing=!1:this.time=Math.min(this.steps,this.time+t*25*this.speed))}seek(t){this.time=Math.max(0,Math.min(this.steps,t)),this.#t=0}move(t){this.playing=!1,this.seek(t>0?this.step+t:Math.ceil(this.time-1e-9)+t)}toggle(){!this.playing&&this.atEnd&&this.seek(0),this.playing=!this.playing}restart(){this.seek(0),this.playing=!0}fit(t){let s=this.atEnd&&this.steps>0;this.steps=t,this.time=s?t:Math.min(this.time,t)}};function p(i,t={},...s){let e=document.createElement(i);for(let[r,o]of Object.entries(t))e.setAttribute(r,o);return e.append(...s),e}function z(i){let t=document.createElementNS("http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let s=document.createElementNS("http://www.w3.org/2000/svg","path");return s.setAttribute("d",i),t.append(s),t}var _={restart:"M6 5h2.4v14H6zM19 5v14L9.5 12z",back:"M17 5v14L8 12zM6.2 5h2v14h-2z",play:"M7 4.5v15L20 12z",pause:"M6.5 5h4v14h-4zM13.5 5h4v14h-4z",forward:"M7 5v14l9-7zM15.8 5h2v14h-2z",loop:"M17 3l4 3.5L17 10V7.6H8A3.4 3.4 0 0 0 4.6 11v1H2.4v-1A5.6 5.6 0 0 1 8 5.4h9zM7 21l-4-3.5L7 14v2.4h9a3.4 3.4 0 0 0 3.4-3.4v-1h2.2v1a5.6 5.6 0 0 1-5.6 5.6H7z"},ft=new Map([[.25,"¼×"],[.5,"½×"]]),R=class{constructor(t,s,e){this.clock=s;let r=h=>()=>{h(),e()};this.play=P("Play","play"),this.loop=P("Loop","loop"),this.scrub=p("input",{type:"range",min:"0",step:"1","aria-label":"Step"}),this.count=p("output",{class:"count"}),this.speed=p("select",{"aria-label":"Speed"});for(let h of X){let l=ft.get(h)??`${h}×`;this.speed.append(p("option",{value:String(h)},l))}let o=P("Restart","restart"),n=P("Step back","back"),a=P("Step forward","forward");o.addEventListener("click",r(()=>s.restart())),n.addEventListener("click",r(()=>s.move(-1))),a.addEventListener("click",r(()=>s.move(1))),this.play.addEventListener("click",r(()=>s.toggle())),this.loop.addEventListener("click",r(()=>s.loop=!s.loop)),this.speed.addEventListener("change",r(()=>s.speed=Number(this.speed.value))),this.scrub.addEventListener("input",r(()=>this.#t())),this.count.setAttribute("aria-live","off"),t.append(o,n,this.play,a,this.scrub,this.count,this.speed,this.loop)}#t(){this.clock.playing=!1,this.clock.seek(Number(this.scrub.value))}draw(){let{clock:t}=this,s=String(t.step);H(this.scrub,"max",String(t.steps)),this.scrub.value!==s&&(this.scrub.value=s),H(this.scrub,"aria-valuetext",`step ${s} of ${t.steps}`);let e=`${s} / ${t.steps}`;this.count.textContent!==e&&(this.count.textContent=e),this.scrub.style.setProperty("--done",`${100*t.time/t.steps}%`),this.speed.value!==String(t.speed)&&(this.speed.value=String(t.speed)),H(this.loop,"aria-pressed",String(t.loop));let r=t.playing?"Pause":"Play";this.play.getAttribute("aria-label")!==r&&(Y(this.play,r),this.play.replaceChildren(z(t.playing?_.pause:_.play)))}};function P(i,t){let s=p("button",{type:"button",class:t},z(_[t]));return Y(s,i),s}function Y(i,t){i.setAttribute("aria-label",t),i.title=t}function H(i,t,s){i.getAttribute(t)!==s&&i.setAttribute(t,s)}var C=class{#t=[];#e=!0;constructor(t,s,e){this.list=t,this.hidden=s,this.changed=e}show(t){this.#t=t.map(s=>this.#s(s)),this.list.replaceChildren(...this.#t.map(({row:s})=>s)),this.refresh()}refresh(){this.#e=!0}draw(t,s,e){for(let{run:r,row:o,sheet:n,value:a,note:h}of this.#t){(n.fit()||this.#e)&&gt(n,r,s);let l=r.diverged!==null&&t>=r.diverged;K(a,l?"∞":v(r.loss[t],4)),K(h,l?`diverged at step ${r.diverged}`:e(r.name)?"out of the picture":""),o.setAttribute("aria-pressed",String(!this.hidden.has(r.name)))}this.#e=!1}#s(t){let s=p("canvas",{class:"sample","aria-hidden":"true"}),e=p("span",{class:"value"}),r=p("span",{class:"note"}),o=p("span",{class:"settings"},t.settings),n=p("span",{class:"name"},t.name),a=p("button",{type:"button",class:"row"},s,n,o,e,r);return a.title=`${t.name}: ${t.settings} (${t.origin}). Click to show or hide.`,a.addEventListener("click",()=>{this.hidden.delete(t.name)||this.hidden.add(t.name),this.changed()}),{run:t,row:a,sheet:new w(s),value:e,note:r}}};function gt(i,t,s){let{context:e,width:r,height:o}=i,n=s.dark?t.look.dark:t.look.light;i.clear(),e.beginPath(),e.moveTo(1,o/2),e.lineTo(r-8,o/2),e.setLineDash(x(t,2.2)),e.lineWidth=2.2,e.strokeStyle=n,e.stroke(),e.setLineDash([]),M(e,t.look.marker,r-9,o/2,5.4,n,s.paper)}function K(i,t){i.textContent!==t&&(i.textContent=t)}function tt(i,t,s){let e=mt(i,t,s),r=[];for(let[o,n]of e)n.length===1&&r.push(Z(e,o));for(let o of e.keys())e.get(o)?.length&&r.push(Z(e,o));return r.filter(o=>o.length>1).map(o=>o.flatMap(n=>bt(i,t,s,n)))}function mt(i,t,s){let e=new Map,r=(o,n)=>{e.set(o,[...e.get(o)??[],n]),e.set(n,[...e.get(n)??[],o])};for(let o=0;o<t-1;o++)for(let n=0;n<t-1;n++){let a=o*t+n,[h,l,c,g]=[i[a],i[a+1],i[a+t],i[a+t+1]],u=+(h>s)|+(l>s)<<1|+(g>s)<<2|+(c>s)<<3;if(u===0||u===15||Number.isNaN(h+l+c+g))continue;let[d,m,I,L]=[2*a,2*(a+t),2*a+1,2*a+3],ht=(h+l+c+g)/4>s;if(u===5||u===10){u===5===ht?(r(I,m),r(d,L)):(r(I,d),r(m,L));continue}let y=[];(u&1)!==(u>>1&1)&&y.push(d),(u>>1&1)!==(u>>2&1)&&y.push(L),(u>>2&1)!==(u>>3&1)&&y.push(m),(u>>3&1)!==(u&1)&&y.push(I),r(y[0],y[1])}return e}function Z(i,t){let s=[t];for(let e=i.get(t)?.pop();e!==void 0;e=i.get(t)?.pop()){let r=i.get(e);r.splice(r.indexOf(t),1),s.push(e),t=e}return s}function bt(i,t,s,e){let r=e>>1,o=r+(e&1?t:1),n=(s-i[r])/(i[o]-i[r]);return[r%t+(e&1?0:n),Math.floor(r/t)+(e&1?n:0)]}function F(i){let t=getComputedStyle(i),s=t.getPropertyValue("--paper").trim()||"#ffffff",e=wt(s)<.4;return{dark:e,paper:s,ink:t.getPropertyValue("--ink").trim()||(e?"#fafafa":"#31333f"),soft:e?"#b4bac6":"#5b6270",font:t.fontFamily}}function wt(i){let t=document.createElement("canvas").getContext("2d",{willReadFrequently:!0});t.fillStyle=i,t.fillRect(0,0,1,1);let[s,e,r]=t.getImageData(0,0,1,1).data;return(.2126*s+.7152*e+.0722*r)/255}function et(i){let t=i.map(s=>[1,3,5].map(e=>parseInt(s.slice(e,e+2),16)));return Array.from({length:256},(s,e)=>{let r=e/255*(t.length-1),o=Math.min(t.length-2,Math.floor(r));return t[o].map((n,a)=>n+(t[o+1][a]-n)*(r-o))})}var st=64,vt=[.5,.3,.7,.15,.85,.4,.6];function it({context:i},t,s,e){let r=b(t.xlim,[e.left,e.right]),o=b(t.ylim,[e.bottom,e.top]);return i.save(),i.beginPath(),i.rect(e.left,e.top,e.right-e.left,e.bottom-e.top),i.clip(),yt(i,t,s,e),kt(i,t,s,e),i.restore(),Et(i,t,s,e,r,o),At(i,t,s,r,o),{x:r,y:o}}function yt(i,{heights:t,levels:s,paper:e},r,o){let n=Math.sqrt(t.length),a=et(r.dark?e.dark:e.light),h=new ImageData(n,n);t.forEach((u,d)=>{let m=Math.max(0,Math.min(255,Math.round(255*u/(s.length+1)))),L=4*((n-1-Math.floor(d/n))*n+d%n);h.data.set(Number.isNaN(u)?[0,0,0,0]:[...a[m],255],L)});let l=document.createElement("canvas");l.width=l.height=n,l.getContext("2d").putImageData(h,0,0);let[c,g]=[(o.right-o.left)/(n-1),(o.bottom-o.top)/(n-1)];i.imageSmoothingQuality="high",i.drawImage(l,o.left-c/2,o.top-g/2,c*n,g*n)}function kt(i,{heights:t,levels:s},e,r){let o=Math.sqrt(t.length),[n,a]=[r.right-r.left,r.bottom-r.top],h=[];i.font=`10px ${e.font}`,i.textAlign="center",i.textBaseline="middle",i.lineJoin="round",s.forEach((l,c)=>{for(let g of tt(t,o,c+1)){let u=g.map((d,m)=>m%2?r.bottom-d/(o-1)*a:r.left+d/(o-1)*n);i.strokeStyle=e.dark?"rgba(190,210,235,0.26)":"rgba(40,60,90,0.26)",i.lineWidth=1,Mt(i,u),xt(i,u,v(l),e,r,h)}})}function Mt(i,t){i.beginPath();for(let s=0;s<t.length;s+=2)i.lineTo(t[s],t[s+1]);i.stroke()}function xt(i,t,s,e,r,o){let n=t.length/2;if(!(St(t)<st))for(let a of vt){let h=Math.min(n-2,Math.max(1,Math.round(a*n))),[l,c]=[t[2*h],t[2*h+1]];if(!(Math.min(l-r.left,r.right-l)>22&&Math.min(c-r.top,r.bottom-c)>12)||o.some(([d,m])=>Math.hypot(d-l,m-c)<st))continue;o.push([l,c]);let u=Math.atan2(t[2*h+3]-t[2*h-1],t[2*h+2]-t[2*h-2]);Math.abs(u)>Math.PI/2&&(u+=Math.PI),i.save(),i.translate(l,c),i.rotate(u),i.lineWidth=3.5,i.strokeStyle=e.dark?"rgba(24,36,50,0.9)":"rgba(240,243,242,0.92)",i.strokeText(s,0,0),i.fillStyle=e.soft,i.fillText(s,0,0),i.restore();return}}function St(i){let t=0;for(let s=2;s<i.length;s+=2)t+=Math.hypot(i[s]-i[s-2],i[s+1]-i[s-1]);return t}function Et(i,t,s,e,r,o){i.strokeStyle=s.soft,i.fillStyle=s.soft,i.lineWidth=1,i.strokeRect(e.left,e.top,e.right-e.left,e.bottom-e.top),i.font=`11px ${s.font}`,i.textAlign="center",i.textBaseline="top";for(let n of S(t.xlim,(e.right-e.left)/70))i.fillRect(r(n)-.5,e.bottom,1,4),i.fillText(v(n),r(n),e.bottom+7);i.textAlign="right",i.textBaseline="middle";for(let n of S(t.ylim,(e.bottom-e.top)/50))i.fillRect(e.left-4,o(n)-.5,4,1),i.fillText(v(n),e.left-7,o(n));i.fillStyle=s.ink,i.font=`italic 12px ${s.font}`,i.textAlign="center",i.textBaseline="alphabetic",i.fillText(t.axes[0],(e.left+e.right)/2,e.bottom+32),i.fillText(t.axes[1],9,(e.top+e.bottom)/2+4)}function At(i,{minima:t},s,e,r){for(let o=0;o<t.length;o+=2)i.save(),i.translate(e(t[o]),r(t[o+1])),i.scale(7,7),i.lineWidth=.3,i.lineJoin="round",i.fillStyle=s.dark?"#8d97a6":"#9aa3b0",i.strokeStyle=s.dark?"#0e1117":"#ffffff",i.fill(T("star")),i.stroke(T("star")),i.restore()}var A=2e4,q=class{constructor(t,s,e){this.run=t,this.last=t.diverged===null?t.loss.length-1:t.diverged-1,this.points=new Float64Array(2*(this.last+1));for(let r=0;r<=this.last;r++)this.points[2*r]=s(t.x[2*r]),this.points[2*r+1]=e(t.x[2*r+1])}head(t){let s=Math.min(Math.floor(t),this.last),e=Math.min(s+1,this.last),r=Math.min(t,this.last)-s,o=n=>this.points[2*s+n]+r*(this.points[2*e+n]-this.points[2*s+n]);return[o(0),o(1)]}trace(t,s){let{points:e}=this,r=Math.min(Math.floor(s),this.last);t.beginPath(),t.moveTo(e[0],e[1]);for(let a=1;a<=r;a++)this.#t(t,e[2*a-2],e[2*a-1],e[2*a],e[2*a+1]);let[o,n]=this.head(s);this.#t(t,e[2*r],e[2*r+1],o,n)}#t(t,s,e,r,o){if(Math.max(Math.abs(s),Math.abs(e),Math.abs(r),Math.abs(o))<A){t.lineTo(r,o);return}let n=Tt(s,e,r,o);n&&(t.moveTo(n[0],n[1]),t.lineTo(n[2],n[3]))}};function Tt(i,t,s,e){let[r,o]=[0,1],[n,a]=[s-i,e-t];for(let[h,l]of[[-n,i+A],[n,A-i],[-a,t+A],[a,A-t]]){let c=l/h;if(h===0&&l<0)return null;h<0&&(r=Math.max(r,c)),h>0&&(o=Math.min(o,c))}return r>o?null:[i+r*n,t+r*a,i+o*n,t+o*a]}function rt(i,t,s,e){let r=e.dark?"rgba(14,17,23,0.75)":"rgba(255,255,255,0.8)";i.lineJoin="round";for(let o of t)o.trace(i,s),i.setLineDash([]),i.lineWidth=2.2+2,i.strokeStyle=r,i.stroke(),i.setLineDash(x(o.run,2.2)),i.lineWidth=2.2,i.strokeStyle=e.dark?o.run.look.dark:o.run.look.light,i.stroke();i.setLineDash([]);for(let o of t)Pt(i,o,s,e)}function Pt(i,t,s,e){let[r,o]=t.head(s);if(Math.max(Math.abs(r),Math.abs(o))>A)return;let{look:n}=t.run,a=e.dark?n.dark:n.light;M(i,n.marker,r,o,6,a,e.dark?"#0e1117":"#ffffff")}var It=.01,O=class{#t=[];#e=!0;#s=b([0,1],[0,1]);#r=b([0,1],[0,1]);#i={left:0,top:0,right:1,bottom:1};constructor(t,s){let e=r=>t.querySelector(r);this.ground=new w(e(".ground")),this.trails=new w(e(".trails")),this.handle=e(".start"),this.choose=s,this.surface=null,this.race=null,this.#u()}show(t,s){t!==this.surface&&(this.#e=!0),this.surface=t,this.race=s,this.#n()}refresh(){this.#e=!0}draw(t,s,e){if(!this.surface)return;(this.ground.fit()||this.#e)&&this.#o(e),this.trails.fit()&&this.#n();let{context:r}=this.trails,{left:o,top:n,right:a,bottom:h}=this.#i;this.trails.clear(),r.save(),r.beginPath(),r.rect(o,n,a-o,h-n),r.clip(),rt(r,this.#t.filter(({run:l})=>!s.has(l.name)),t,e),r.restore()}place([t,s]){this.handle.style.left=`${this.#s(t)}px`,this.handle.style.top=`${this.#r(s)}px`}outside(t,s){let e=this.#t.find(({run:c})=>c.name===t);if(!e)return!1;let[r,o]=e.head(s),{left:n,top:a,right:h,bottom:l}=this.#i;return!(r>=n&&r<=h&&o>=a&&o<=l)}#o(t){this.#e=!1,this.ground.clear();let{width:s,height:e}=this.ground;this.#i={left:46,top:8,right:s-10,bottom:e-40};let r=this.surface,{x:o,y:n}=it(this.ground,r,t,this.#i);this.#s=o,this.#r=n,this.#n()}#n(){this.race&&(this.#t=this.race.runs.map(t=>new q(t,this.#s,this.#r)),this.place(this.race.start))}#u(){let t=this.trails.canvas;t.addEventListener("pointerdown",s=>this.#p(s,t)),this.handle.addEventListener("pointerdown",s=>this.#p(s,this.handle)),this.handle.addEventListener("keydown",s=>this.#h(s)),t.addEventListener("click",s=>{s.pointerType==="touch"&&this.#a(s,!0)})}#p(t,s){if(t.button!==0||t.pointerType==="touch"&&s!==this.handle)return;t.preventDefault(),this.handle.focus({preventScroll:!0}),s.setPointerCapture(t.pointerId);let e=o=>this.#a(o,!1),r=o=>{s.removeEventListener("pointermove",e),this.#a(o,!0)};s.addEventListener("pointermove",e),s.addEventListener("pointerup",r,{once:!0}),s!==this.handle&&this.#a(t,!1)}#a(t,s){let e=this.trails.canvas.getBoundingClientRect(),{left:r,top:o,right:n,bottom:a}=this.#i,h=Math.max(r,Math.min(n,t.clientX-e.left)),l=Math.max(o,Math.min(a,t.clientY-e.top));this.#l([this.#s.invert(h),this.#r.invert(l)],s)}#h(t){let s={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]}[t.key];if(!s||!this.race||!this.surface)return;t.preventDefault(),t.stopPropagation();let{start:e}=this.race,r=([a,h])=>(h-a)*It,{xlim:o,ylim:n}=this.surface;this.#l([e[0]+s[0]*r(o),e[1]+s[1]*r(n)],!0)}#l([t,s],e){let{xlim:r,ylim:o}=this.surface,n=(h,[l,c])=>{let g=Math.max(0,3-Math.floor(Math.log10(c-l)));return Number(h.toFixed(g))},a=[n(t,r),n(s,o)];this.place(a),this.choose(a,e)}};var ot=`:host { display: block; }

.player {
  --ink: var(--st-text-color, #31333f);
  --paper: var(--st-background-color, #ffffff);
  --panel: var(--st-secondary-background-color, #f0f2f6);
  --edge: var(--st-border-color, rgba(120, 130, 150, 0.3));
  --accent: var(--st-primary-color, #00829f);
  --soft: color-mix(in srgb, var(--ink) 78%, var(--paper));
  container-type: inline-size;
  color: var(--ink);
  font-family: var(--st-font, system-ui, sans-serif);
  font-size: 14px;
  line-height: 1.35;
}

.stage {
  display: grid;
  gap: 10px 18px;
  grid-template: "picture" "controls" "notice" "legend" "chart" / minmax(0, 1fr);
}

.player * { box-sizing: border-box; }

.picture { grid-area: picture; position: relative; height: clamp(300px, 92cqw, 560px); }
.picture canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
.trails { cursor: crosshair; touch-action: pan-y; }

.start {
  position: absolute;
  width: 44px;
  height: 44px;
  margin: -22px;
  padding: 0;
  border: 0;
  border-radius: 50%;
  background: none;
  cursor: grab;
  touch-action: none;
}
.start::before {
  content: "";
  position: absolute;
  inset: 13px;
  border: 2px solid var(--ink);
  border-radius: 50%;
  box-shadow: 0 0 0 2px var(--paper), inset 0 0 0 2px var(--paper);
}
.start:active { cursor: grabbing; }

.controls { grid-area: controls; display: flex; align-items: center; gap: 2px; flex-wrap: wrap; }

button { font: inherit; color: inherit; }

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
.controls svg { width: 20px; height: 20px; fill: currentColor; }
.controls button:hover { background: var(--panel); }
.controls .play { background: var(--accent); color: #ffffff; }
.controls .play:hover { filter: brightness(1.1); background: var(--accent); }
.controls .loop[aria-pressed="false"] { opacity: 0.45; }

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
.controls input::-moz-range-track { height: 4px; border-radius: 2px; background: var(--edge); }
.controls input::-moz-range-progress { height: 4px; border-radius: 2px; background: var(--accent); }
.controls input::-webkit-slider-thumb {
  appearance: none;
  width: 14px;
  height: 14px;
  margin-top: -5px;
  border-radius: 50%;
  background: var(--accent);
}
.controls input::-moz-range-thumb { width: 14px; height: 14px; border: 0; border-radius: 50%; background: var(--accent); }
.count { min-width: 76px; text-align: right; font-variant-numeric: tabular-nums; }
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

.legend { grid-area: legend; display: grid; align-content: start; gap: 2px; }
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
.row:hover { background: var(--panel); }
.row[aria-pressed="false"] { opacity: 0.42; }
.row[aria-pressed="false"] .name { text-decoration: line-through; }
.sample { grid-area: sample; width: 52px; height: 22px; }
.name { grid-area: name; font-weight: 600; }
.settings { grid-area: settings; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.settings, .note { font-size: 12px; color: var(--soft); }
.value { grid-area: value; text-align: right; font-variant-numeric: tabular-nums; }
.note { grid-area: note; text-align: right; }

.chart { grid-area: chart; display: flex; flex-direction: column; min-height: 190px; }
.chart canvas { flex: 1; width: 100%; min-height: 0; height: 160px; cursor: col-resize; touch-action: pan-y; }
.quantities { display: flex; gap: 4px; padding-left: 40px; }
.quantities button {
  padding: 2px 10px;
  border: 1px solid transparent;
  border-radius: 999px;
  background: none;
  font-size: 12px;
  color: var(--soft);
  cursor: pointer;
}
.quantities button:hover { background: var(--panel); }
.quantities button[aria-pressed="true"] { border-color: var(--edge); color: var(--ink); background: var(--panel); }

.notice {
  grid-area: notice;
  margin: 0;
  padding: 8px 12px;
  border-left: 3px solid #d6293e;
  border-radius: 4px;
  background: var(--panel);
}
.notice[hidden] { display: none; }

@container (min-width: 820px) {
  .stage {
    grid-template:
      "picture legend" auto
      "picture chart" minmax(190px, 1fr)
      "controls controls" auto
      "notice notice" auto / minmax(0, 1.7fr) minmax(290px, 1fr);
  }
  .picture { height: clamp(420px, 54cqw, 600px); }
}

:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;var Dt=3e3,Rt=.1,nt=new Map,$=class{clock=new D;hidden=new Set;race=null;#t=0;#e=0;#s=null;#r=!1;#i=!0;#o=0;constructor(t,s){this.send=s,this.root=Ct(),t.append(p("style",{},ot),this.root);let e=()=>this.redraw(),r=o=>this.root.querySelector(o);this.picture=new O(this.root,(o,n)=>this.#a(o,n)),this.chart=new N(r(".chart canvas"),o=>this.#p(o)),this.controls=new R(r(".controls"),this.clock,e),this.legend=new C(r(".legend"),this.hidden,()=>{this.chart.refresh(),this.redraw()}),this.quantities=r(".quantities"),this.notice=r(".notice"),this.theme=F(this.root),this.clock.playing=!matchMedia("(prefers-reduced-motion: reduce)").matches,new ResizeObserver(e).observe(this.root),requestAnimationFrame(o=>this.#n(o))}receive(t){t.surface&&nt.set(t.surface.key,t.surface);let s=nt.get(t.race.surface);if(!s)return this.#h([t.race.start[0],t.race.start[1]]);let e=this.race;this.race=t.race;let r=e?.surface!==t.race.surface,o=!e||e.start.some((n,a)=>n!==t.race.start[a]);this.clock.fit(t.race.steps),(r||o)&&e&&this.clock.seek(0),this.picture.show(s,t.race),this.chart.show(s,t.race),r&&this.#c(),this.legend.show(t.race.runs),this.#f(),this.#l(),this.redraw()}retheme(){this.theme=F(this.root),this.picture.refresh(),this.chart.refresh(),this.legend.refresh(),this.redraw()}redraw(){this.#i=!0}#n(t){if(!this.root.isConnected&&this.#o)return;requestAnimationFrame(o=>this.#n(o));let s=Math.min(Rt,(t-this.#o)/1e3);this.#o=t;let e=this.clock.time,r=this.clock.playing;this.#r||this.clock.advance(s),(e!==this.clock.time||r!==this.clock.playing)&&(this.#i=!0),this.#i&&this.race&&this.#u()}#u(){this.#i=!1;let{theme:t,hidden:s}=this,e=this.#r?this.clock.steps:this.clock.time;this.picture.draw(e,s,t),this.chart.draw(e,s,t),this.legend.draw(Math.floor(e+1e-9),t,r=>this.picture.outside(r,e)),this.controls.draw()}#p(t){this.clock.playing=!1,this.clock.seek(Math.round(t)),this.redraw()}#a(t,s){this.#r=!s,s&&this.clock.restart(),this.#e&&performance.now()-this.#e<Dt?this.#s=t:this.#h(t),this.redraw()}#h(t){this.#s=null,this.#e=performance.now(),this.#t+=1,this.send({start:t,serial:this.#t,surface:this.race?.surface??""})}#l(){this.#e=0;let t=this.#s;t&&this.race&&t.some((s,e)=>s!==this.race?.start[e])&&this.#h(t),t&&this.picture.place(t),this.#s=null}#c(){let t=[...this.race?.runs[0].accuracy?[["accuracy","Accuracy"]]:[],...this.chart.canBeLogarithmic?[["log","Loss, log"]]:[],["linear","Loss, linear"]],s=t.map(([e,r])=>{let o=p("button",{type:"button","data-quantity":e},r);return o.addEventListener("click",()=>this.#d(e)),o});this.quantities.replaceChildren(...s),this.#d(t[0][0])}#d(t){this.chart.quantity=t==="accuracy"?"accuracy":"loss",this.chart.logarithmic=t==="log";for(let s of this.quantities.children)s.setAttribute("aria-pressed",String(s.dataset.quantity===t));this.chart.refresh(),this.redraw()}#f(){let t=(this.race?.runs??[]).filter(({diverged:s})=>s!==null);this.notice.hidden=t.length===0,this.notice.textContent=t.map(({name:s,settings:e,diverged:r})=>`${s} (${e}) diverged: at step ${r} its numbers are no longer finite. It is drawn up to step ${Number(r)-1}; a smaller lr may help.`).join(" ")}};function Ct(){let i=p("div",{class:"picture"},p("canvas",{class:"ground"}),p("canvas",{class:"trails",role:"img","aria-label":"The race on the surface"}),p("button",{type:"button",class:"start","aria-label":"Start point: drag it, or use the arrow keys",title:"Start: drag it, or click anywhere"})),t=p("div",{class:"stage"},i,p("div",{class:"legend",role:"group","aria-label":"Optimizers"}),p("div",{class:"controls",role:"group","aria-label":"Playback"}),p("div",{class:"chart"},p("div",{class:"quantities",role:"group","aria-label":"Chart"}),p("canvas",{role:"img","aria-label":"The chosen quantity over the steps"})),p("p",{class:"notice",role:"status",hidden:""}));return p("div",{class:"player"},t)}var at=new WeakMap;function Ee({parentElement:i,data:t,setStateValue:s}){let e=at.get(i)??{player:new $(i,()=>{}),data:null};if(at.set(i,e),e.player.send=r=>s("chosen",r),e.data===t)return e.player.retheme();e.data=t,e.player.receive(B(t))}export{Ee as mount};
