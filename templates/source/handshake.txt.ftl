For the owners of the Hawk clients
[#list dataset.readers as reader]
    [=reader]
[/#list]

The dataset source/[=dataset.name] is a table that these clients read, and nobody else[#if source_platform.readersOfAll?has_content] but [=source_platform.readersOfAll?join(", ")][/#if]:

    [=source_platform.url][=dataset.path]

Each request is signed with Hawk (https://github.com/mozilla/hawk): header authentication with SHA-256, over the host
and port of that address, with the payload's hash if there is a body. The clock of the client may differ by a minute at
most, and no nonce may come twice. The reply has a signature too: please check the header Server-Authorization.

A page has at most 1,000 rows. "next" is the address of the following page, and null in the last one; follow it as it is,
as it also names the version of the table, so that a walk ends on the data that it began with:

    {"headers": ["id", ...], "values": [[1, ...], ...], "next": "..."}

With ?orientation=records the rows come as objects, below "results".

Ask us for the key of your client; we give it to you once, and keep it sealed. Then try it:

    store call --id [=dataset.readers[0]] [=source_platform.url][=dataset.path]
