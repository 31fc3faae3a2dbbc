[#import "layout.ftl" as layout]
[#import "picture.ftl" as drawing]
[@layout.page item.name]
<p class="above"><a href="[=root]index.html">Datasets</a></p>
<h1>[=item.name] <span class="kind">[=item.kind]</span>[@layout.state item /]</h1>
[#if item.state??]
<p class="lead">[=item.state?cap_first]: [=stateMeaning].</p>
[/#if]
[#if details.description??]
<p class="lead">[=details.description]</p>
[/#if]
[#list description as line]
<p class="lead">[=line]</p>
[/#list]
<div class="columns">
[#if picture??]
<section aria-labelledby="flow">
<h2 id="flow">The flow</h2>
[@drawing.draw picture item /]
<details>
<summary>The flow in words</summary>
<ol>
[#list stations as step]
<li><strong>[=step.title]</strong> ([=step.owner]): [#list step.names as name][#if name?index gt 0], [/#if]<code>[=name]</code>[/#list].[#list step.protections as one] [=one?cap_first].[/#list][#if step.onwards?has_content] Then: [=step.onwards].[/#if]</li>
[/#list]
</ol>
</details>
</section>
[/#if]
<div>
<section aria-labelledby="who">
<h2 id="who">Who and why</h2>
<dl class="facts">
[#if details.owner??]
<dt>Owner</dt><dd>[=details.owner]</dd>
[/#if]
[#if contact??]
<dt>Contact</dt><dd>[@layout.link contact /]</dd>
[/#if]
<dt>People</dt><dd>[@layout.subjects item.people /]</dd>
[#if item.origins?has_content]
<dt>Comes from</dt><dd>[@layout.subjects item.origins /]</dd>
[/#if]
[#if item.destinations?has_content]
<dt>Goes to</dt><dd>[@layout.subjects item.destinations /]</dd>
[/#if]
<dt>Paperwork</dt>
[#list item.paperwork as one]
<dd>[@layout.link one /]</dd>
[#else]
<dd>none</dd>
[/#list]
<dt>Review by</dt><dd>[#if item.review??][@layout.review item.review /][#else]no day is set[/#if]</dd>
<dt>File</dt><dd><code>[=item.source]</code></dd>
[#if item.deployed??]
<dt>Deployed</dt>
[#if item.deployed gt 0]
<dd>[@layout.resources item.deployed /]:[#list resources as type, count][#if type?index gt 0],[/#if] [=count] <code>[=type]</code>[/#list]</dd>
[#else]
<dd><strong class="badge missing">not deployed</strong>, by the given states</dd>
[/#if]
[/#if]
</dl>
</section>
<section aria-labelledby="names">
<h2 id="names">Names to paste</h2>
<dl class="facts names">
[#list facts as fact]
<dt>[=fact.label?cap_first]</dt>
[#list fact.values as value]
<dd><code class="copy">[@layout.link value /]</code></dd>
[#else]
<dd>none</dd>
[/#list]
[/#list]
</dl>
</section>
</div>
</div>
[#if handshake?has_content]
<section aria-labelledby="handshake">
<h2 id="handshake">Handshake</h2>
<p>What the other side has to do, ready to be sent. <code>exportctl handshake [=item.kind]/[=item.name]</code> prints the same.</p>
<pre class="copy" tabindex="0" role="region" aria-label="Text of the handshake">
[#list handshake as line]
[=line]
[/#list]
</pre>
</section>
[/#if]
<section aria-labelledby="history">
<h2 id="history">History</h2>
[#if historyGap??]
<p>Commits may be missing: [=historyGap]</p>
[/#if]
[#if history?has_content]
<ol class="history">
[#list history as change]
<li>
<p><time datetime="[=change.day]">[=change.day]</time> [=change.author] <code>[=change.commit]</code></p>
<ul>
[#list change.words as words]
<li>[=words]</li>
[/#list]
</ul>
</li>
[/#list]
</ol>
[#else]
<p>No commit has this file yet.</p>
[/#if]
</section>
[/@layout.page]
