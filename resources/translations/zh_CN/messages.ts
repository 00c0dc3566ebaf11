<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>skipwire</name>
    <message>
        <source>There is no wire {wire}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{port} has room for one wire, and {count} would come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There can be {most} frames and as many notes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} has to be {least} units wide and high at least, and not beyond the canvas; this would be {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was selected is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The title of a frame may have {most} characters; this has {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A note may have {most} characters; this has {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wire} can be led through {most} points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{node} ({kind}) has no input named “{port}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{node} already receives {source} at its input “{port}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would close a cycle: {nodes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no node named “{node}” here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{node} ({kind}) has no output named “{port}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{node} cannot feed itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{node} already receives {source} at its input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new order has to name each of the wires into {port} once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was changed by another program since it was opened or saved here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
