What is in this jar beside Switchhook, and under which licence: group:artifact:version | licences | where its source is.
The notices and licences that a part has brought stand in a folder of its own beside this file, the other texts under
the name of the licence. Parts under EPL-2.0 are unchanged.

<#list dependencyMap as e>
<#assign p = e.getKey()/>
<#-- Its POM names one licence, the text in its jar two. -->
<#assign more = (p.groupId == "org.glassfish.grizzly")?then(" OR GPL-2.0 WITH Classpath-exception-2.0", "")/>
${p.groupId}:${p.artifactId}:${p.version} | ${e.getValue()?join(" OR ")}${more} | ${p.url!"unknown"}
</#list>

Within io.cucumber:datatable, under another package name:
com.googlecode.java-diff-utils:diffutils:1.3.0 | Apache-2.0 | https://code.google.com/archive/p/java-diff-utils

Within io.cucumber:messages-ndjson, under another package name: Jackson (com.fasterxml.jackson), Apache-2.0, with its notices
in the folder of that part.

Within io.cucumber:html-formatter: the scripts that io/cucumber/htmlformatter/main.js.LICENSE.txt names.
