[#-- Draws a flow from coordinates; colours and fonts are in site.css. --]
[#macro draw picture item]
<svg class="flow" viewBox="0 0 [=picture.width] [=picture.height]" width="[=picture.width]" height="[=picture.height]" role="img" aria-labelledby="flow-name">
<title id="flow-name">The way of the data of [=item.name]; the words below say the same</title>
<defs>
<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="flow-tip" d="M0 0 8 4 0 8z"/></marker>
</defs>
[#list picture.bands as band]
<rect class="[=band.isOnPlatform?string("flow-platform", "flow-outside")]" x="0.5" y="[=band.y + 0.5]" width="[=picture.width - 1]" height="[=band.height - 1]" rx="6"/>
[/#list]
[#list picture.arrows as arrow]
<line class="flow-arrow" x1="34" y1="[=arrow.from]" x2="34" y2="[=arrow.to]" marker-end="url(#tip)"/>
[/#list]
[#list picture.signs as sign]
<g transform="translate(34 [=sign.y])"><circle class="flow-sign" r="17"/><g class="flow-icon">[@icon sign.shape /]</g></g>
[/#list]
[#list picture.lines as line]
[#if line.style == "flow-shield"]
<path class="flow-guard" transform="translate(68 [=line.y - 10])" d="M5.5 0 11 2v4c0 3-2.3 5-5.5 6.5C2.3 11 0 9 0 6V2z"/>
<text class="flow-measure" x="[=line.x]" y="[=line.y]">[=line.text]</text>
[#else]
<text class="[=line.style]" x="[=line.x]" y="[=line.y]">[=line.text]</text>
[/#if]
[/#list]
</svg>
[/#macro]

[#macro icon shape]
[#switch shape]
[#case "people"]<circle cx="0" cy="-4" r="3.5"/><path d="M-7 8c0-4.5 3-6.5 7-6.5s7 2 7 6.5"/>[#break]
[#case "bucket"]<path d="M-7-6h14l-2 13h-10z"/><path d="M-6.5-2h13"/>[#break]
[#case "program"]<path d="M-3-6-8 0l5 6M3-6 8 0 3 6"/>[#break]
[#case "database"]<ellipse cx="0" cy="-5" rx="7" ry="2.5"/><path d="M-7-5V5c0 1.4 3.1 2.5 7 2.5S7 6.4 7 5V-5M-7 0c0 1.4 3.1 2.5 7 2.5S7 1.4 7 0"/>[#break]
[#default]<circle cx="-4" cy="0" r="3.5"/><path d="M-.5 0H8M5 0v3.5"/>
[/#switch]
[/#macro]
