// optviz player; sources e1724b606fa11c01992b2c37e81ab92d3fbcd6e89bcf9c1b2e38bdece163383e
var B={f4:Float32Array,f8:Float64Array,i4:Int32Array,u1:Uint8Array};function j(i){let t=i.slice().buffer,s=new DataView(t).getUint32(0,!0),e=new TextDecoder().decode(new Uint8Array(t,4,s));return JSON.parse(e,(r,o)=>pt(o,t,4+s))}function pt(i,t,s){if(!i||!Array.isArray(i.shape)||!(i.type in B))return i;let e=i,r=B[e.type],o=e.shape.reduce((n,a)=>n*a,1);return new r(t,s+e.at,o)}var N=class{send=()=>{};#t=0;#e=-1/0;#s=null;get open(){return performance.now()-this.#e<3e3}ask(t,s){if(this.open){this.#s=t;return}this.#s=null,this.#e=performance.now(),this.#t+=1,performance.mark("optviz: asked"),this.send({start:t,serial:this.#t,surface:s})}answered(t){this.#e=-1/0;let s=this.#s;s&&s.some((e,r)=>e!==t.start[r])&&this.ask(s,t.surface)}};var w=class i{width=0;height=0;#t=0;constructor(t){this.canvas=t,this.context=t.getContext("2d")}fit(){let[t,s]=[this.canvas.clientWidth,this.canvas.clientHeight],e=window.devicePixelRatio||1;return t===this.width&&s===this.height&&e===this.#t?!1:(Object.assign(this,{width:t,height:s}),this.#t=e,this.canvas.width=Math.max(1,Math.round(t*e)),this.canvas.height=Math.max(1,Math.round(s*e)),this.context.setTransform(e,0,0,e,0,0),!0)}clear(){this.context.clearRect(0,0,this.width,this.height)}twin(){let t=new i(document.createElement("canvas"));return t.canvas.width=this.canvas.width,t.canvas.height=this.canvas.height,Object.assign(t,{width:this.width,height:this.height}),t.context.setTransform(this.#t,0,0,this.#t,0,0),t}lay(t,s=this.width){let e=Math.max(0,Math.min(1,s/this.width)),[r,o]=[Math.round(t.canvas.width*e),t.canvas.height];if(r===0||o===0)return;let n=r/this.#t;this.context.drawImage(t.canvas,0,0,r,o,0,0,n,o/this.#t)}};function T(i){return U[i]??U.circle}var U={circle:dt(),square:k([[-.85,-.85],[.85,-.85],[.85,.85],[-.85,.85]]),triangle:k([[0,-1.15],[1.05,.75],[-1.05,.75]]),diamond:k([[0,-1.25],[1,0],[0,1.25],[-1,0]]),plus:k(G()),cross:k(G().map(([i,t])=>[(i-t)*Math.SQRT1_2,(i+t)*Math.SQRT1_2])),star:k(ut())};function dt(){let i=new Path2D;return i.arc(0,0,.95,0,2*Math.PI),i}function k(i){let t=new Path2D;return i.forEach(([s,e])=>t.lineTo(s,e)),t.closePath(),t}function G(){let[i,t]=[.38,1.15];return[[-i,-t],[i,-t],[i,-i],[t,-i],[t,i],[i,i],[i,t],[-i,t],[-i,i],[-t,i],[-t,-i],[-i,-i]]}function ut(){return Array.from({length:10},(i,t)=>{let[s,e]=[Math.PI*t/5-Math.PI/2,t%2?.6:1.4];return[e*Math.cos(s),e*Math.sin(s)]})}function M(i,t,s,e,r,o,n){i.save(),i.translate(s,e),i.scale(r,r),i.lineWidth=3.4/r,i.lineJoin="round",i.strokeStyle=n,i.fillStyle=o,i.stroke(T(t)),i.fill(T(t)),i.restore()}function x(i,t){return i.look.dash.map(s=>s*t)}function b([i,t],[s,e]){let r=(e-s)/(t-i);return Object.assign(o=>s+(o-i)*r,{invert:o=>i+(o-s)/r})}function V([i,t],s){let e=b([Math.log10(i),Math.log10(t)],s);return Object.assign(r=>e(Math.log10(r)),{invert:r=>10**e.invert(r)})}function S([i,t],s){let e=(t-i)/Math.max(1,s),r=10**Math.floor(Math.log10(e)),o=r*([1,2,5].find(h=>h*r>=e)??10),n=Math.ceil(i/o-1e-9),a=Math.floor(t/o+1e-9);return Array.from({length:Math.max(0,a-n+1)},(h,l)=>(n+l)*o)}function Q([i,t],s){let e=Math.ceil(Math.log10(i)-1e-9),r=Math.floor(Math.log10(t)+1e-9),o=Math.max(1,Math.ceil((r-e+1)/Math.max(1,s))),n=[];for(let a=r;a>=e;a-=o)n.push(10**a);return n.reverse()}var ft="⁰¹²³⁴⁵⁶⁷⁸⁹";function v(i,t=3){if(!Number.isFinite(i))return"–";let s=Math.abs(i);if(s===0||s>=.001&&s<1e4)return J(String(Number(i.toPrecision(t))));let[e,r]=i.toExponential(t-1).split("e"),o=`10${gt(Number(r))}`,n=J(String(Number(e)));return n==="1"?o:n==="−1"?`−${o}`:`${n}·${o}`}function gt(i){let t=[...String(Math.abs(i))].map(s=>ft[Number(s)]);return(i<0?"⁻":"")+t.join("")}function J(i){return i.replace("-","−")}var X=1.7,f={left:46,top:10,right:12,bottom:24},D=class{quantity="loss";logarithmic=!0;#t=!0;#e=b([0,1],[0,1]);#s=b([0,1],[0,1]);#i=null;#r=null;constructor(t,s){this.sheet=new w(t),this.surface=null,this.race=null;let e=r=>{r.buttons&1&&s(this.#e.invert(r.offsetX))};t.addEventListener("pointerdown",e),t.addEventListener("pointermove",e)}show(t,s){this.surface=t,this.race=s,this.refresh()}refresh(){this.#t=!0}get canBeLogarithmic(){return!!this.race?.runs.every(({loss:t})=>t.every(s=>!(s<0)))}draw(t,s,e){if(!this.race)return;(this.sheet.fit()||this.#t)&&this.#p(s,e);let r=this.#e(t);this.sheet.clear(),this.sheet.lay(this.#i),this.sheet.lay(this.#r,r);let{context:o}=this.sheet;o.fillStyle=e.soft,o.fillRect(r-.5,f.top,1,this.sheet.height-f.top-f.bottom);for(let n of this.#o(s))this.#u(o,n,t,e)}#o(t){return this.race.runs.filter(({name:s})=>!t.has(s))}#n(t){return this.quantity==="accuracy"&&t.accuracy?t.accuracy:t.loss}#p(t,s){this.#t=!1;let{width:e,height:r}=this.sheet,o=this.race.steps;this.#e=b([0,o],[f.left,e-f.right]),this.#i=this.sheet.twin(),this.#r=this.sheet.twin();let n=this.quantity==="loss"&&this.logarithmic&&this.canBeLogarithmic,a=n?this.#a(t):this.#h(t);this.#s=(n?V:b)(a,[r-f.bottom,f.top]),this.#c(this.#i.context,s,a,n);for(let h of this.#o(t))this.#l(this.#i.context,h,s,.28),this.#l(this.#r.context,h,s,1)}#h(t){if(this.quantity==="accuracy")return[0,1];let{low:s,high:e}=this.surface,r=this.#o(t).flatMap(l=>[...l.loss].filter(Number.isFinite)),o=Math.max(s,Math.min(...r)),n=Math.max(...this.#o(t).map(({loss:l})=>l[0])),a=Math.min(e,Math.max(n*1.15,Math.min(Math.max(...r),n*1.6))),h=.06*(a-o||1);return Number.isFinite(o+a)?[o-h,a+h]:[0,1]}#a(t){let{high:s}=this.surface,[e,r]=[1/0,0];for(let{loss:n}of this.#o(t))for(let a of n)a>0&&(e=Math.min(e,a)),a<=s&&(r=Math.max(r,a));if(!(e<r))return[e<1/0?e/10:.1,e<1/0?e*10:10];let o=(r/e)**.05;return[e/o,r*o]}#c(t,s,e,r){let{width:o,height:n}=this.sheet,[a,h,l]=[f.left,o-f.right,n-f.bottom],p=(l-f.top)/34,g=r&&Math.log10(e[1]/e[0])>1.5,d=this.quantity==="accuracy";t.font=`11px ${s.font}`,t.textAlign="right",t.textBaseline="middle";for(let u of g?Q(e,p):S(e,p)){let m=this.#s(u);t.fillStyle=s.dark?"rgba(255,255,255,0.09)":"rgba(30,40,60,0.1)",t.fillRect(a,m-.5,h-a,1),t.fillStyle=s.soft,t.fillText(d?`${Math.round(100*u)} %`:v(u),a-7,m)}t.textAlign="center",t.textBaseline="top";for(let u of S([0,this.race?.steps??1],(h-a)/70))Number.isInteger(u)&&t.fillText(String(u),this.#e(u),l+7)}#l(t,s,e,r){let{width:o,height:n}=this.sheet;t.save(),t.beginPath(),t.rect(f.left,f.top-4,o-f.left,n-f.top-f.bottom+8),t.clip(),t.globalAlpha=r,t.strokeStyle=e.dark?s.look.dark:s.look.light,t.lineWidth=X,t.lineJoin="round",t.setLineDash(x(s,X)),t.beginPath(),this.#n(s).forEach((a,h)=>{Number.isFinite(a)&&t.lineTo(this.#e(h),this.#d(a))}),t.stroke(),t.restore()}#d(t){return Math.max(-9999,Math.min(9999,this.#s(t)))}#u(t,s,e,r){let o=this.#n(s),n=Math.floor(e),[a,h]=[o[n],o[Math.min(n+1,o.length-1)]];if(!Number.isFinite(a))return;let l=Number.isFinite(h)?this.#d(h):this.#d(a),p=this.#d(a)+(e-n)*(l-this.#d(a));if(p<f.top-4||p>this.sheet.height-f.bottom+4)return;let g=r.dark?s.look.dark:s.look.light;M(t,s.look.marker,this.#e(e),p,3.6,g,r.paper)}};var Y=[.25,.5,1,2,4,8],q=class{time=0;steps=1;playing=!0;loop=!0;speed=1;#t=0;get step(){return Math.floor(this.time+1e-9)}get atEnd(){return this.time>=this.steps}advance(t){this.playing&&(this.atEnd?this.loop?(this.#t+=t)>=1.2&&this.seek(0):this.playing=!1:this.time=Math.min(this.steps,this.time+t*25*this.speed))}seek(t){this.time=Math.max(0,Math.min(this.steps,t)),this.#t=0}move(t){this.playing=!1,this.seek(t>0?this.step+t:Math.ceil(this.time-1e-9)+t)}toggle(){!this.playing&&this.atEnd&&this.seek(0),this.playing=!this.playing}restart(){this.seek(0),this.playing=!0}fit(t){let s=this.atEnd&&this.steps>0;this.steps=t,this.time=s?t:Math.min(this.time,t)}};function c(i,t={},...s){let e=document.createElement(i);for(let[r,o]of Object.entries(t))e.setAttribute(r,o);return e.append(...s),e}function _(i){let t=document.createElementNS("http://www.w3.org/2000/svg","svg");t.setAttribute("viewBox","0 0 24 24"),t.setAttribute("aria-hidden","true");let s=document.createElementNS("http://www.w3.org/2000/svg","path");return s.setAttribute("d",i),t.append(s),t}var F={restart:"M6 5h2.4v14H6zM19 5v14L9.5 12z",back:"M17 5v14L8 12zM6.2 5h2v14h-2z",play:"M7 4.5v15L20 12z",pause:"M6.5 5h4v14h-4zM13.5 5h4v14h-4z",forward:"M7 5v14l9-7zM15.8 5h2v14h-2z",loop:"M17 3l4 3.5L17 10V7.6H8A3.4 3.4 0 0 0 4.6 11v1H2.4v-1A5.6 5.6 0 0 1 8 5.4h9zM7 21l-4-3.5L7 14v2.4h9a3.4 3.4 0 0 0 3.4-3.4v-1h2.2v1a5.6 5.6 0 0 1-5.6 5.6H7z"},mt=new Map([[.25,"¼×"],[.5,"½×"]]),C=class{constructor(t,s,e){this.clock=s;let r=h=>()=>{h(),e()};this.play=I("Play","play"),this.loop=I("Loop","loop"),this.scrub=c("input",{type:"range",min:"0",step:"1","aria-label":"Step"}),this.count=c("output",{class:"count"}),this.speed=c("select",{"aria-label":"Speed"});for(let h of Y){let l=mt.get(h)??`${h}×`;this.speed.append(c("option",{value:String(h)},l))}let o=I("Restart","restart"),n=I("Step back","back"),a=I("Step forward","forward");o.addEventListener("click",r(()=>s.restart())),n.addEventListener("click",r(()=>s.move(-1))),a.addEventListener("click",r(()=>s.move(1))),this.play.addEventListener("click",r(()=>s.toggle())),this.loop.addEventListener("click",r(()=>s.loop=!s.loop)),this.speed.addEventListener("change",r(()=>s.speed=Number(this.speed.value))),this.scrub.addEventListener("input",r(()=>this.#t())),this.count.setAttribute("aria-live","off"),t.append(o,n,this.play,a,this.scrub,this.count,this.speed,this.loop)}#t(){this.clock.playing=!1,this.clock.seek(Number(this.scrub.value))}draw(){let{clock:t}=this,s=String(t.step);H(this.scrub,"max",String(t.steps)),this.scrub.value!==s&&(this.scrub.value=s),H(this.scrub,"aria-valuetext",`step ${s} of ${t.steps}`);let e=`${s} / ${t.steps}`;this.count.textContent!==e&&(this.count.textContent=e),this.scrub.style.setProperty("--done",`${100*t.time/t.steps}%`),this.speed.value!==String(t.speed)&&(this.speed.value=String(t.speed)),H(this.loop,"aria-pressed",String(t.loop));let r=t.playing?"Pause":"Play";this.play.getAttribute("aria-label")!==r&&(K(this.play,r),this.play.replaceChildren(_(t.playing?F.pause:F.play)))}};function I(i,t){let s=c("button",{type:"button",class:t},_(F[t]));return K(s,i),s}function K(i,t){i.setAttribute("aria-label",t),i.title=t}function H(i,t,s){i.getAttribute(t)!==s&&i.setAttribute(t,s)}var R=class{#t=[];#e=!0;constructor(t,s,e){this.list=t,this.hidden=s,this.changed=e}show(t){this.#t=t.map(e=>this.#s(e));let s=c("div",{class:"head"},c("span",{},"optimizer"),"loss at this step");this.list.replaceChildren(s,...this.#t.map(({row:e})=>e)),this.refresh()}refresh(){this.#e=!0}draw(t,s,e){for(let{run:r,row:o,sheet:n,value:a,note:h}of this.#t){(n.fit()||this.#e)&&bt(n,r,s);let l=r.diverged!==null&&t>=r.diverged;Z(a,l?"∞":v(r.loss[t],4)),Z(h,l?`diverged at step ${r.diverged}`:e(r.name)?"out of the picture":""),o.setAttribute("aria-pressed",String(!this.hidden.has(r.name)))}this.#e=!1}#s(t){let s=c("canvas",{class:"sample","aria-hidden":"true"}),e=c("span",{class:"value"}),r=c("span",{class:"note"}),o=c("span",{class:"settings"},t.settings),n=c("span",{class:"origin"},t.origin),a=c("span",{class:"name"},t.name," ",n),h=c("button",{type:"button",class:"row"},s,a,o,e,r);return h.title=`${t.name}: ${t.settings}
${t.origin}: ${t.origin_means}
Click to show or hide.`,h.addEventListener("click",()=>{this.hidden.delete(t.name)||this.hidden.add(t.name),this.changed()}),{run:t,row:h,sheet:new w(s),value:e,note:r}}};function bt(i,t,s){let{context:e,width:r,height:o}=i,n=s.dark?t.look.dark:t.look.light;i.clear(),e.beginPath(),e.moveTo(1,o/2),e.lineTo(r-8,o/2),e.setLineDash(x(t,2.2)),e.lineWidth=2.2,e.strokeStyle=n,e.stroke(),e.setLineDash([]),M(e,t.look.marker,r-9,o/2,5.4,n,s.paper)}function Z(i,t){i.textContent!==t&&(i.textContent=t)}function et(i,t,s){let e=wt(i,t,s),r=[];for(let[o,n]of e)n.length===1&&r.push(tt(e,o));for(let o of e.keys())e.get(o)?.length&&r.push(tt(e,o));return r.filter(o=>o.length>1).map(o=>o.flatMap(n=>vt(i,t,s,n)))}function wt(i,t,s){let e=new Map,r=(o,n)=>{e.set(o,[...e.get(o)??[],n]),e.set(n,[...e.get(n)??[],o])};for(let o=0;o<t-1;o++)for(let n=0;n<t-1;n++){let a=o*t+n,[h,l,p,g]=[i[a],i[a+1],i[a+t],i[a+t+1]],d=+(h>s)|+(l>s)<<1|+(g>s)<<2|+(p>s)<<3;if(d===0||d===15||Number.isNaN(h+l+p+g))continue;let[u,m,P,L]=[2*a,2*(a+t),2*a+1,2*a+3],ct=(h+l+p+g)/4>s;if(d===5||d===10){d===5===ct?(r(P,m),r(u,L)):(r(P,u),r(m,L));continue}let y=[];(d&1)!==(d>>1&1)&&y.push(u),(d>>1&1)!==(d>>2&1)&&y.push(L),(d>>2&1)!==(d>>3&1)&&y.push(m),(d>>3&1)!==(d&1)&&y.push(P),r(y[0],y[1])}return e}function tt(i,t){let s=[t];for(let e=i.get(t)?.pop();e!==void 0;e=i.get(t)?.pop()){let r=i.get(e);r.splice(r.indexOf(t),1),s.push(e),t=e}return s}function vt(i,t,s,e){let r=e>>1,o=r+(e&1?t:1),n=(s-i[r])/(i[o]-i[r]);return[r%t+(e&1?0:n),Math.floor(r/t)+(e&1?n:0)]}function W(i){let t=getComputedStyle(i),s=t.getPropertyValue("--paper").trim()||"#ffffff",e=yt(s)<.4;return{dark:e,paper:s,ink:t.getPropertyValue("--ink").trim()||(e?"#fafafa":"#31333f"),soft:e?"#b4bac6":"#5b6270",font:t.fontFamily}}function yt(i){let t=document.createElement("canvas").getContext("2d",{willReadFrequently:!0});t.fillStyle=i,t.fillRect(0,0,1,1);let[s,e,r]=t.getImageData(0,0,1,1).data;return(.2126*s+.7152*e+.0722*r)/255}function st(i){let t=i.map(s=>[1,3,5].map(e=>parseInt(s.slice(e,e+2),16)));return Array.from({length:256},(s,e)=>{let r=e/255*(t.length-1),o=Math.min(t.length-2,Math.floor(r));return t[o].map((n,a)=>n+(t[o+1][a]-n)*(r-o))})}var it=64,kt=24,Mt=[.5,.3,.7,.15,.85,.4,.6];function rt({context:i},t,s,e){let r=b(t.xlim,[e.left,e.right]),o=b(t.ylim,[e.bottom,e.top]);return i.save(),i.beginPath(),i.rect(e.left,e.top,e.right-e.left,e.bottom-e.top),i.clip(),xt(i,t,s,e),St(i,t,s,e),i.restore(),Lt(i,t,s,e,r,o),Tt(i,t,s,r,o),{x:r,y:o}}function xt(i,{heights:t,levels:s,paper:e},r,o){let n=Math.sqrt(t.length),a=st(r.dark?e.dark:e.light),h=new ImageData(n,n);t.forEach((d,u)=>{let m=Math.max(0,Math.min(255,Math.round(255*d/(s.length+1)))),L=4*((n-1-Math.floor(u/n))*n+u%n);h.data.set(Number.isNaN(d)?[0,0,0,0]:[...a[m],255],L)});let l=document.createElement("canvas");l.width=l.height=n,l.getContext("2d").putImageData(h,0,0);let[p,g]=[(o.right-o.left)/(n-1),(o.bottom-o.top)/(n-1)];i.imageSmoothingQuality="high",i.drawImage(l,o.left-p/2,o.top-g/2,p*n,g*n)}function St(i,{heights:t,levels:s},e,r){let o=Math.sqrt(t.length),[n,a]=[r.right-r.left,r.bottom-r.top],h=[];i.font=`10px ${e.font}`,i.textAlign="center",i.textBaseline="middle",i.lineJoin="round",s.forEach((l,p)=>{for(let g of et(t,o,p+1)){let d=g.map((u,m)=>m%2?r.bottom-u/(o-1)*a:r.left+u/(o-1)*n);i.strokeStyle=e.dark?"rgba(190,210,235,0.26)":"rgba(40,60,90,0.26)",i.lineWidth=1,!(ot(d)<kt)&&(Et(i,d),At(i,d,v(l),e,r,h))}})}function Et(i,t){i.beginPath();for(let s=0;s<t.length;s+=2)i.lineTo(t[s],t[s+1]);i.stroke()}function At(i,t,s,e,r,o){let n=t.length/2;if(!(ot(t)<it))for(let a of Mt){let h=Math.min(n-2,Math.max(1,Math.round(a*n))),[l,p]=[t[2*h],t[2*h+1]];if(!(Math.min(l-r.left,r.right-l)>22&&Math.min(p-r.top,r.bottom-p)>12)||o.some(([u,m])=>Math.hypot(u-l,m-p)<it))continue;o.push([l,p]);let d=Math.atan2(t[2*h+3]-t[2*h-1],t[2*h+2]-t[2*h-2]);Math.abs(d)>Math.PI/2&&(d+=Math.PI),i.save(),i.translate(l,p),i.rotate(d),i.lineWidth=3.5,i.strokeStyle=e.dark?"rgba(24,36,50,0.9)":"rgba(240,243,242,0.92)",i.strokeText(s,0,0),i.fillStyle=e.soft,i.fillText(s,0,0),i.restore();return}}function ot(i){let t=0;for(let s=2;s<i.length;s+=2)t+=Math.hypot(i[s]-i[s-2],i[s+1]-i[s-1]);return t}function Lt(i,t,s,e,r,o){i.strokeStyle=s.soft,i.fillStyle=s.soft,i.lineWidth=1,i.strokeRect(e.left,e.top,e.right-e.left,e.bottom-e.top),i.font=`11px ${s.font}`,i.textAlign="center",i.textBaseline="top";for(let n of S(t.xlim,(e.right-e.left)/70))i.fillRect(r(n)-.5,e.bottom,1,4),i.fillText(v(n),r(n),e.bottom+7);i.textAlign="right",i.textBaseline="middle";for(let n of S(t.ylim,(e.bottom-e.top)/50))i.fillRect(e.left-4,o(n)-.5,4,1),i.fillText(v(n),e.left-7,o(n));i.fillStyle=s.ink,i.font=`italic 12px ${s.font}`,i.textAlign="center",i.textBaseline="alphabetic",i.fillText(t.axes[0],(e.left+e.right)/2,e.bottom+32),i.fillText(t.axes[1],9,(e.top+e.bottom)/2+4)}function Tt(i,{minima:t},s,e,r){for(let o=0;o<t.length;o+=2)i.save(),i.translate(e(t[o]),r(t[o+1])),i.scale(7,7),i.lineWidth=.3,i.lineJoin="round",i.fillStyle=s.dark?"#8d97a6":"#9aa3b0",i.strokeStyle=s.dark?"#0e1117":"#ffffff",i.fill(T("star")),i.stroke(T("star")),i.restore()}var A=2e4,z=class{constructor(t,s,e){this.run=t,this.last=t.diverged===null?t.loss.length-1:t.diverged-1,this.points=new Float64Array(2*(this.last+1));for(let r=0;r<=this.last;r++)this.points[2*r]=s(t.x[2*r]),this.points[2*r+1]=e(t.x[2*r+1])}head(t){let s=Math.min(Math.floor(t),this.last),e=Math.min(s+1,this.last),r=Math.min(t,this.last)-s,o=n=>this.points[2*s+n]+r*(this.points[2*e+n]-this.points[2*s+n]);return[o(0),o(1)]}trace(t,s){let{points:e}=this,r=Math.min(Math.floor(s),this.last);t.beginPath(),t.moveTo(e[0],e[1]);for(let a=1;a<=r;a++)this.#t(t,e[2*a-2],e[2*a-1],e[2*a],e[2*a+1]);let[o,n]=this.head(s);this.#t(t,e[2*r],e[2*r+1],o,n)}#t(t,s,e,r,o){if(Math.max(Math.abs(s),Math.abs(e),Math.abs(r),Math.abs(o))<A){t.lineTo(r,o);return}let n=Pt(s,e,r,o);n&&(t.moveTo(n[0],n[1]),t.lineTo(n[2],n[3]))}};function Pt(i,t,s,e){let[r,o]=[0,1],[n,a]=[s-i,e-t];for(let[h,l]of[[-n,i+A],[n,A-i],[-a,t+A],[a,A-t]]){let p=l/h;if(h===0&&l<0)return null;h<0&&(r=Math.max(r,p)),h>0&&(o=Math.min(o,p))}return r>o?null:[i+r*n,t+r*a,i+o*n,t+o*a]}function nt(i,t,s,e){let r=e.dark?"rgba(14,17,23,0.75)":"rgba(255,255,255,0.8)";i.lineJoin="round";for(let o of t)o.trace(i,s),i.setLineDash([]),i.lineWidth=2.2+2,i.strokeStyle=r,i.stroke(),i.setLineDash(x(o.run,2.2)),i.lineWidth=2.2,i.strokeStyle=e.dark?o.run.look.dark:o.run.look.light,i.stroke();i.setLineDash([]);for(let o of t)Nt(i,o,s,e)}function Nt(i,t,s,e){let[r,o]=t.head(s);if(Math.max(Math.abs(r),Math.abs(o))>A)return;let{look:n}=t.run,a=e.dark?n.dark:n.light;M(i,n.marker,r,o,6,a,e.dark?"#0e1117":"#ffffff")}var Dt=.01,O=class{#t=[];#e=!0;#s=b([0,1],[0,1]);#i=b([0,1],[0,1]);#r={left:0,top:0,right:1,bottom:1};constructor(t,s){let e=r=>t.querySelector(r);this.ground=new w(e(".ground")),this.trails=new w(e(".trails")),this.handle=e(".start"),this.choose=s,this.surface=null,this.race=null,this.#p()}show(t,s){t!==this.surface&&(this.#e=!0),this.surface=t,this.race=s,this.#n()}refresh(){this.#e=!0}draw(t,s,e){if(!this.surface)return;(this.ground.fit()||this.#e)&&this.#o(e),this.trails.fit()&&this.#n();let{context:r}=this.trails,{left:o,top:n,right:a,bottom:h}=this.#r;this.trails.clear(),r.save(),r.beginPath(),r.rect(o,n,a-o,h-n),r.clip(),nt(r,this.#t.filter(({run:l})=>!s.has(l.name)),t,e),r.restore()}place([t,s]){this.handle.style.left=`${this.#s(t)}px`,this.handle.style.top=`${this.#i(s)}px`}outside(t,s){let e=this.#t.find(({run:p})=>p.name===t);if(!e)return!1;let[r,o]=e.head(s),{left:n,top:a,right:h,bottom:l}=this.#r;return!(r>=n&&r<=h&&o>=a&&o<=l)}#o(t){this.#e=!1,this.ground.clear();let{width:s,height:e}=this.ground;this.#r={left:46,top:8,right:s-10,bottom:e-40};let r=this.surface,{x:o,y:n}=rt(this.ground,r,t,this.#r);this.#s=o,this.#i=n,this.#n()}#n(){this.race&&(this.#t=this.race.runs.map(t=>new z(t,this.#s,this.#i)),this.place(this.race.start))}#p(){let t=this.trails.canvas;t.addEventListener("pointerdown",s=>this.#h(s,t)),this.handle.addEventListener("pointerdown",s=>this.#h(s,this.handle)),this.handle.addEventListener("keydown",s=>this.#c(s)),t.addEventListener("click",s=>{s.pointerType==="touch"&&this.#a(s,!0)})}#h(t,s){if(t.button!==0||t.pointerType==="touch"&&s!==this.handle)return;t.preventDefault(),this.handle.focus({preventScroll:!0}),s.setPointerCapture(t.pointerId);let e=o=>this.#a(o,!1),r=o=>{s.removeEventListener("pointermove",e),this.#a(o,!0)};s.addEventListener("pointermove",e),s.addEventListener("pointerup",r,{once:!0}),s!==this.handle&&this.#a(t,!1)}#a(t,s){let e=this.trails.canvas.getBoundingClientRect(),{left:r,top:o,right:n,bottom:a}=this.#r,h=Math.max(r,Math.min(n,t.clientX-e.left)),l=Math.max(o,Math.min(a,t.clientY-e.top));this.#l([this.#s.invert(h),this.#i.invert(l)],s)}#c(t){let s={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,1],ArrowDown:[0,-1]}[t.key];if(!s||!this.race||!this.surface)return;t.preventDefault(),t.stopPropagation();let{start:e}=this.race,r=([a,h])=>(h-a)*Dt,{xlim:o,ylim:n}=this.surface;this.#l([e[0]+s[0]*r(o),e[1]+s[1]*r(n)],!0)}#l([t,s],e){let{xlim:r,ylim:o}=this.surface,n=(h,[l,p])=>{let g=Math.max(0,3-Math.floor(Math.log10(p-l)));return Number(h.toFixed(g))},a=[n(t,r),n(s,o)];this.place(a),this.choose(a,e)}};var at=`:host { display: block; }

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

.picture { grid-area: picture; position: relative; height: clamp(300px, 96cqw, 560px); }
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
.count { min-width: 72px; text-align: right; font-variant-numeric: tabular-nums; }
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
.head { display: flex; justify-content: space-between; padding: 0 8px; font-size: 12px; color: var(--soft); }
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
.origin { margin-left: 4px; font-weight: 400; font-style: italic; }
.settings, .note, .origin { font-size: 12px; color: var(--soft); }
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
`;var Ct=.1,ht=new Map,$=class{clock=new q;hidden=new Set;race=null;asking=new N;#t="no";#e=!0;#s=!1;#i=0;constructor(t){this.root=Rt(),t.append(c("style",{},at),this.root);let s=()=>this.redraw(),e=r=>this.root.querySelector(r);this.picture=new O(this.root,(r,o)=>this.#p(r,o)),this.chart=new D(e(".chart canvas"),r=>this.#n(r)),this.controls=new C(e(".controls"),this.clock,s),this.legend=new R(e(".legend"),this.hidden,()=>{this.chart.refresh(),this.redraw()}),this.quantities=e(".quantities"),this.notice=e(".notice"),this.theme=W(this.root),this.clock.playing=!matchMedia("(prefers-reduced-motion: reduce)").matches,new ResizeObserver(s).observe(this.root),requestAnimationFrame(r=>this.#r(r))}receive(t){performance.mark("optviz: received"),t.surface&&ht.set(t.surface.key,t.surface);let s=ht.get(t.race.surface);if(!s)return this.asking.ask([t.race.start[0],t.race.start[1]],"");let e=this.race;this.race=t.race;let r=e?.surface!==t.race.surface,o=!e||e.start.some((n,a)=>n!==t.race.start[a]);this.clock.fit(t.race.steps),(r||o)&&e&&this.clock.seek(0),this.picture.show(s,t.race),this.chart.show(s,t.race),this.#a(r),this.legend.show(t.race.runs),this.#l(),this.asking.answered(t.race),this.#h(),this.#s=!0,this.redraw()}retheme(){this.theme=W(this.root),this.picture.refresh(),this.chart.refresh(),this.legend.refresh(),this.redraw()}redraw(){this.#e=!0}#r(t){if(!this.root.isConnected&&this.#i)return;requestAnimationFrame(o=>this.#r(o));let s=Math.min(Ct,(t-this.#i)/1e3);this.#i=t;let e=this.clock.time,r=this.clock.playing;this.#t==="no"?this.clock.advance(s):this.#h(),(e!==this.clock.time||r!==this.clock.playing)&&(this.#e=!0),this.#e&&this.race&&this.#o()}#o(){this.#e=!1,this.#s&&performance.mark("optviz: drawn"),this.#s=!1;let{theme:t,hidden:s}=this,e=this.#t==="no"?this.clock.time:this.clock.steps;this.picture.draw(e,s,t),this.chart.draw(e,s,t),this.legend.draw(Math.floor(e+1e-9),t,r=>this.picture.outside(r,e)),this.controls.draw()}#n(t){this.clock.playing=!1,this.clock.seek(Math.round(t)),this.redraw()}#p(t,s){this.#t=s?"let go":"held",t.some((e,r)=>e!==this.race?.start[r])&&this.asking.ask(t,this.race?.surface??""),this.redraw()}#h(){this.#t!=="let go"||this.asking.open||(this.#t="no",this.clock.restart())}#a(t){let s=this.quantities.querySelector("[aria-pressed=true]")?.dataset.quantity,e=[...this.race?.runs[0].accuracy?[["accuracy","Accuracy"]]:[],...this.chart.canBeLogarithmic?[["log","Loss, log"]]:[],["linear","Loss, linear"]],r=e.map(([n,a])=>{let h=c("button",{type:"button","data-quantity":n},a);return h.addEventListener("click",()=>this.#c(n)),h});this.quantities.replaceChildren(...r);let o=!t&&e.some(([n])=>n===s);this.#c(o?s:e[0][0])}#c(t){this.chart.quantity=t==="accuracy"?"accuracy":"loss",this.chart.logarithmic=t==="log";for(let s of this.quantities.children)s.setAttribute("aria-pressed",String(s.dataset.quantity===t));this.chart.refresh(),this.redraw()}#l(){let t=(this.race?.runs??[]).filter(({diverged:s})=>s!==null);this.notice.hidden=t.length===0,this.notice.textContent=t.map(({name:s,settings:e,diverged:r})=>`${s} (${e}) diverged: at step ${r} its numbers are no longer finite. It is drawn up to step ${Number(r)-1}; a smaller lr may help.`).join(" ")}};function Rt(){let i=c("div",{class:"picture"},c("canvas",{class:"ground"}),c("canvas",{class:"trails",role:"img","aria-label":"The race on the surface"}),c("button",{type:"button",class:"start","aria-label":"Start point: drag it, or use the arrow keys",title:"Start: drag it, or click anywhere"})),t=c("div",{class:"stage"},i,c("div",{class:"legend",role:"group","aria-label":"Optimizers"}),c("div",{class:"controls",role:"group","aria-label":"Playback"}),c("div",{class:"chart"},c("div",{class:"quantities",role:"group","aria-label":"Chart"}),c("canvas",{role:"img","aria-label":"The chosen quantity over the steps"})),c("p",{class:"notice",role:"status",hidden:""}));return c("div",{class:"player"},t)}var lt=new WeakMap;function Te({parentElement:i,data:t,setStateValue:s}){let e=lt.get(i)??{player:new $(i),data:null};if(lt.set(i,e),e.player.asking.send=r=>s("chosen",r),e.data===t)return e.player.retheme();e.data=t,e.player.receive(j(t))}export{Te as mount};
