<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>SeatMap</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places left</source>
        <translation>
            <numerusform>%n place left</numerusform>
            <numerusform>%n places left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpoolText</name>
    <message numerus="yes">
        <source>%n page(s) left to print</source>
        <translation>
            <numerusform>%n page left to print</numerusform>
            <numerusform>%n pages left to print</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::desktop::PassphraseDialog</name>
    <message numerus="yes">
        <source>Choose at least %n character(s); four unrelated words are a good passphrase.</source>
        <translation>
            <numerusform>Choose at least %n character; four unrelated words are a good passphrase.</numerusform>
            <numerusform>Choose at least %n characters; four unrelated words are a good passphrase.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::CustomerDialog</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::MainWindow</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::PricesPage</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
</context>
</TS>
