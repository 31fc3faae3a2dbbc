[#macro page back="" backText="Back" wide=false refresh=0]
<!DOCTYPE html>
<html lang="en" class="govuk-template">
<head>
<meta charset="utf-8">
<title>[=title] – Data store</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#ffffff">
[#if refresh > 0]
<noscript><meta http-equiv="refresh" content="[=refresh]"></noscript>
[/#if]
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/govuk-frontend.css">
<link rel="stylesheet" href="/assets/store.css">
<script type="module" src="/assets/store.js"></script>
</head>
<body class="govuk-template__body">
<a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Skip to main content</a>
<header class="store-header">
  <div class="govuk-width-container store-header__row">
    <a class="store-header__name" href="/upload/">Data store</a>
    [#if person??]
    <nav class="store-header__links" aria-label="Pages">
      <a class="govuk-link govuk-link--no-visited-state" href="/upload/">Your sources</a>
      <a class="govuk-link govuk-link--no-visited-state" href="/upload/-/new/">New source</a>
    </nav>
    <form class="store-header__person" method="post" action="/logout?csrf=[=csrf?url('UTF-8')]">
      <span class="store-header__who">[=person]</span>
      <button class="store-link-button" type="submit">Sign out</button>
    </form>
    [/#if]
  </div>
</header>
<div class="govuk-width-container">
  [#if back != ""]
  <nav aria-label="Back"><a href="[=back]" class="govuk-back-link">[=backText]</a></nav>
  [/#if]
  <main class="govuk-main-wrapper" id="main-content">
    [#if wide]
    [#nested]
    [#else]
    <div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
    [#nested]
    </div></div>
    [/#if]
  </main>
</div>
</body>
</html>
[/#macro]

[#macro lines problem]
[#if problem.lines?has_content]
<ul class="store-lines">
  [#list problem.lines as line]
  <li><span class="store-line">Line [=line.number]</span> <code>[=line.text]</code></li>
  [/#list]
  [#if problem.more > 0]<li>and [=problem.more] more</li>[/#if]
</ul>
[/#if]
[/#macro]
