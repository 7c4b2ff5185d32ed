# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The names of headers that Bazel brings under other names.

A library with strip_include_prefix or include_prefix is read from a folder of links,
`bazel-out/k8-fastbuild/bin/net/_virtual_includes/http/contoso/http.h` for instance.
People know the header as `net/include/http.h`.
"""

def _in_repository(file):
    """The path of a file below the root of its repository."""
    path = file.short_path
    return path.split("/", 2)[2] if path.startswith("../") else path

def _stripped(ctx):
    prefix = ctx.rule.attr.strip_include_prefix or "/"
    if prefix.startswith("/"):
        return prefix.strip("/")
    return "/".join([part for part in [ctx.label.package, prefix.strip("/")] if part])

def _links(context):
    """The links among the headers of a target: by what a source includes."""
    links = {}
    headers = getattr(context, "direct_headers", None)
    for header in headers if headers != None else context.headers.to_list():
        _, found, rest = header.path.partition("/_virtual_includes/")
        if found:
            links[rest.partition("/")[2]] = header.path
    return links

def path_prefixes(target, ctx):
    """OLD=NEW for --path-prefix-map, of the links that a target makes."""
    attributes = ctx.rule.attr
    added = getattr(attributes, "include_prefix", "").strip("/")
    if CcInfo not in target or not (added or getattr(attributes, "strip_include_prefix", "")):
        return []
    links = _links(target[CcInfo].compilation_context)
    stripped = _stripped(ctx)
    folders = {}
    entries = []
    for header in getattr(ctx.rule.files, "hdrs", []) + getattr(ctx.rule.files, "textual_hdrs", []):
        below = _in_repository(header)
        if stripped and not below.startswith(stripped + "/"):
            continue
        rest = below[len(stripped):].lstrip("/")
        link = links.get(added + "/" + rest if added else rest)
        if not link:
            continue
        old = link[:-len(rest)].rstrip("/")
        new = header.path[:-len(rest)].rstrip("/")

        # Generated headers are links in the same folder, to another one.
        if folders.setdefault(old, new) != new:
            entries.append("%s=%s" % (link, header.path))
    return entries + ["%s=%s" % each for each in folders.items()]
