[#-- The frame of every page, and the parts that several pages share. --]
[#macro page title here=""]
<!-- Rendered by exportctl from [=source]. Do not edit. -->
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; script-src 'self' file:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>[=title] – Register of exports</title>
<link rel="stylesheet" href="[=root]assets/site.css">
<script src="[=root]assets/site.js" defer></script>
</head>
<body data-due-days="[=dueDays]"[#if today??] data-today="[=today]"[/#if]>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
<div class="wide">
<p class="brand"><a href="[=root]index.html">Register of exports</a></p>
<nav aria-label="Register">
<ul>
[@entry "index.html" "Datasets" here /]
[@entry "people.html" "People" here /]
[@entry "accounts.html" "Accounts" here /]
[@entry "reviews.html" "Reviews" here /]
[#if hasStates]
[@entry "deployed.html" "Deployed" here /]
[/#if]
</ul>
</nav>
</div>
</header>
<main id="main" class="wide">
[#nested]
</main>
<footer class="wide">
<p>Rendered by exportctl from the files in <code>datasets/</code>[#if today??], as of [=today][/#if]. A change begins in a file, not here.</p>
</footer>
</body>
</html>
[/#macro]

[#macro entry page name here]
<li><a href="[=root][=page]"[#if page == here] aria-current="page"[/#if]>[=name]</a></li>
[/#macro]

[#macro link to]
[#if !to.href??][=to.text][#elseif to.isPage]<a href="[=root][=to.href]">[=to.text]</a>[#else]<a href="[=to.href]" rel="noopener noreferrer">[=to.text]</a>[/#if][#rt]
[/#macro]

[#macro subjects of]
[#list of as one][#if one?index gt 0], [/#if]<a href="[=root][=one.page]">[=one.name]</a>[#else]–[/#list][#rt]
[/#macro]

[#macro review of]
<time datetime="[=of.day]" class="review"[#if of.state??] data-state="[=of.state]"[/#if]>[=of.day]</time>[#if of.state??] <strong class="badge [=of.state]">[=of.state]</strong>[/#if][#rt]
[/#macro]

[#macro state item]
[#if item.state??] <strong class="badge [=item.state]">[=item.state]</strong>[/#if][#rt]
[/#macro]

[#macro resources count]
[=count] resource[#if count != 1]s[/#if][#rt]
[/#macro]

[#macro datasets items name="Datasets"]
[#if items?has_content]
<div class="scroll" tabindex="0" role="region" aria-label="[=name]">
<table class="list">
<thead>
<tr><th scope="col">Dataset</th><th scope="col">Kind</th><th scope="col">Other side</th><th scope="col">People</th><th scope="col">Paperwork</th><th scope="col">Review by</th>[#if hasStates]<th scope="col">Deployed</th>[/#if]</tr>
</thead>
<tbody>
[#list items as item]
<tr data-kind="[=item.kind]" data-accounts="[=item.accountNumbers]" data-people="[=item.peopleNumbers]" data-hosts="[=item.hostNumbers]" data-review="[#if item.review??][=item.review.day][/#if]">
<th scope="row" data-label="Dataset"><a href="[=root][=item.page]">[=item.name]</a>[@state item /]</th>
<td data-label="Kind"><div><span class="kind">[=item.kind]</span></div></td>
<td data-label="Other side"><div>[@otherSide item /]</div></td>
<td data-label="People"><div>[@subjects item.people /]</div></td>
<td data-label="Paperwork"><div>[#list item.paperwork as one][#if one?index gt 0]<br>[/#if][@link one /][#else]–[/#list]</div></td>
<td data-label="Review by"><div>[#if item.review??][@review item.review /][#else]–[/#if]</div></td>
[#if hasStates]
<td data-label="Deployed"><div>[#if item.deployed gt 0][@resources item.deployed /][#else]<strong class="badge missing">not deployed</strong>[/#if]</div></td>
[/#if]
</tr>
[/#list]
</tbody>
</table>
</div>
[#else]
<p>None.</p>
[/#if]
[/#macro]

[#macro otherSide item]
[#if item.origins?has_content]<span>from [@subjects item.origins /]</span>[#if item.destinations?has_content]<br>[/#if][/#if][#if item.destinations?has_content]<span>to [@subjects item.destinations /]</span>[/#if][#if !item.origins?has_content && !item.destinations?has_content]–[/#if][#rt]
[/#macro]
