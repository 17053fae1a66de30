<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en">
<context>
    <name>CurveTableWords</name>
    <message numerus="yes">
        <source>%n ticket(s) are sold</source>
        <translation>
            <numerusform>%n ticket is sold</numerusform>
            <numerusform>%n tickets are sold</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message numerus="yes">
        <source>%n ticket(s) worth %1 are sold.</source>
        <translation>
            <numerusform>%n ticket worth %1 is sold.</numerusform>
            <numerusform>%n tickets worth %1 are sold.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are held or reserved.</source>
        <translation>
            <numerusform>%n place is held or reserved.</numerusform>
            <numerusform>%n places are held or reserved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) are known, %1 with a mail address.</source>
        <translation>
            <numerusform>%n customer is known, %1 with a mail address.</numerusform>
            <numerusform>%n customers are known, %1 with a mail address.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) name nobody who could be told.</source>
        <translation>
            <numerusform>%n order names nobody who could be told.</numerusform>
            <numerusform>%n orders name nobody who could be told.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are beyond the new limit: the conflict desk will show it.</source>
        <translation>
            <numerusform>%n of them is beyond the new limit: the conflict desk will show it.</numerusform>
            <numerusform>%n of them are beyond the new limit: the conflict desk will show it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldModel</name>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HouseTableWords</name>
    <message numerus="yes">
        <source>%n notice(s) wait for somebody.</source>
        <translation>
            <numerusform>%n notice waits for somebody.</numerusform>
            <numerusform>%n notices wait for somebody.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncidentWords</name>
    <message numerus="yes">
        <source>%n ticket(s) more were sold than there are places. Take some back, or accept it if the house can hold them.</source>
        <translation>
            <numerusform>%n ticket more was sold than there are places. Take it back, or accept it if the house can hold it.</numerusform>
            <numerusform>%n tickets more were sold than there are places. Take some back, or accept it if the house can hold them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This person had been shut out, and did %n thing(s) at a counter that had not heard of it yet. All of it is kept. Take back in Orders what must not stay, and accept the rest.</source>
        <translation>
            <numerusform>This person had been shut out, and did one more thing at a counter that had not heard of it yet. It is kept. Take it back in Orders if it must not stay, or accept it.</numerusform>
            <numerusform>This person had been shut out, and did %n things at a counter that had not heard of it yet. All of it is kept. Take back in Orders what must not stay, and accept the rest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoneyBack</name>
    <message numerus="yes">
        <source>%n date(s)</source>
        <translation>
            <numerusform>%n date</numerusform>
            <numerusform>%n dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n order(s) back for which nothing was paid? Their tickets are not valid any more then.</source>
        <translation>
            <numerusform>Take %n order back for which nothing was paid? Its tickets are not valid any more then.</numerusform>
            <numerusform>Take %n orders back for which nothing was paid? Their tickets are not valid any more then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %1 back to the customers of %n order(s)? Their tickets are not valid any more then.</source>
        <translation>
            <numerusform>Give %1 back to the customer of %n order? Its tickets are not valid any more then.</numerusform>
            <numerusform>Give %1 back to the customers of %n orders? Their tickets are not valid any more then.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were given back.</source>
        <translation>
            <numerusform>%n order was given back.</numerusform>
            <numerusform>%n orders were given back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were given back, with %1.</source>
        <translation>
            <numerusform>%n order was given back, with %1.</numerusform>
            <numerusform>%n orders were given back, with %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for their customers, or for a payment.</source>
        <translation>
            <numerusform>%n waits for its customer, or for a payment.</numerusform>
            <numerusform>%n wait for their customers, or for a payment.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be given back; go on with them later.</source>
        <translation>
            <numerusform>%n could not be given back; go on with it later.</numerusform>
            <numerusform>%n could not be given back; go on with them later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PayoutWords</name>
    <message numerus="yes">
        <source>%n case(s) of the reconciliation were open: %1</source>
        <translation>
            <numerusform>%n case of the reconciliation was open: %1</numerusform>
            <numerusform>%n cases of the reconciliation were open: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalesTableWords</name>
    <message numerus="yes">
        <source>%n ticket(s) sold, for %1.</source>
        <translation>
            <numerusform>%n ticket sold, for %1.</numerusform>
            <numerusform>%n tickets sold, for %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) sold, for %1 after refunds; %2 were taken back.</source>
        <translation>
            <numerusform>%n ticket sold, for %1 after refunds; %2 were taken back.</numerusform>
            <numerusform>%n tickets sold, for %1 after refunds; %2 were taken back.</numerusform>
        </translation>
    </message>
</context>
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
    <name>Server</name>
    <message numerus="yes">
        <source>○ Offline · %n waiting</source>
        <translation>
            <numerusform>○ Offline · %n waiting</numerusform>
            <numerusform>○ Offline · %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>● Online · sending %n</source>
        <translation>
            <numerusform>● Online · sending %n</numerusform>
            <numerusform>● Online · sending %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seats here without network</source>
        <translation>
            <numerusform>%n seat here without network</numerusform>
            <numerusform>%n seats here without network</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places here without network</source>
        <translation>
            <numerusform>%n place here without network</numerusform>
            <numerusform>%n places here without network</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seats</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
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
    <name>foyer::ui::AwaitedPresenter</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::BankPanel</name>
    <message numerus="yes">
        <source>%n new lines have found what they are for.</source>
        <translation>
            <numerusform>%n new line has found what it is for.</numerusform>
            <numerusform>%n new lines have found what they are for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n somebody has to say it.</source>
        <translation>
            <numerusform>Of %n somebody has to say it.</numerusform>
            <numerusform>Of %n somebody has to say it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were known already.</source>
        <translation>
            <numerusform>%n was known already.</numerusform>
            <numerusform>%n were known already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::ColumnPanel</name>
    <message numerus="yes">
        <source>Show %n more column(s)</source>
        <translation>
            <numerusform>Show %n more column</numerusform>
            <numerusform>Show %n more columns</numerusform>
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
    <name>foyer::ui::CustomerPanel</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other record(s) that were merged into this one stand for themselves again.</source>
        <translation>
            <numerusform>%n other record that was merged into this one stands for itself again.</numerusform>
            <numerusform>%n other records that were merged into this one stand for themselves again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::CustomersPage</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::DateMaker</name>
    <message numerus="yes">
        <source>%n date(s): %1 …</source>
        <translation>
            <numerusform>%n date: %1 …</numerusform>
            <numerusform>%n dates: %1 …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s): %1</source>
        <translation>
            <numerusform>%n date: %1</numerusform>
            <numerusform>%n dates: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) are there already.</source>
        <translation>
            <numerusform>%n date is there already.</numerusform>
            <numerusform>%n dates are there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n date(s)</source>
        <translation>
            <numerusform>Add %n date</numerusform>
            <numerusform>Add %n dates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::DiagnosticsPage</name>
    <message numerus="yes">
        <source>%n entries are missing</source>
        <translation>
            <numerusform>%n entry is missing</numerusform>
            <numerusform>%n entries are missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n faults</source>
        <translation>
            <numerusform>%n fault</numerusform>
            <numerusform>%n faults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The check found %n faults. Make a copy of the whole data folder before anything else.</source>
        <translation>
            <numerusform>The check found %n fault. Make a copy of the whole data folder before anything else.</numerusform>
            <numerusform>The check found %n faults. Make a copy of the whole data folder before anything else.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::EventFlow</name>
    <message numerus="yes">
        <source>%1 · %n thing(s) missing</source>
        <translation>
            <numerusform>%1 · %n thing missing</numerusform>
            <numerusform>%1 · %n things missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n missing</source>
        <translation>
            <numerusform>%1, %n missing</numerusform>
            <numerusform>%1, %n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation>
            <numerusform>%1, %n to look at</numerusform>
            <numerusform>%1, %n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::EventList</name>
    <message numerus="yes">
        <source>%1 · %n date(s)</source>
        <translation>
            <numerusform>%1 · %n date</numerusform>
            <numerusform>%1 · %n dates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::ExportPanel</name>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>%n file written to %1.</numerusform>
            <numerusform>%n files written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::HeldPanel</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waits for %n places since %1</source>
        <translation>
            <numerusform>Waits for one place since %1</numerusform>
            <numerusform>Waits for %n places since %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sell %n places</source>
        <translation>
            <numerusform>Sell one place</numerusform>
            <numerusform>Sell %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let %n places go…</source>
        <translation>
            <numerusform>Let one place go…</numerusform>
            <numerusform>Let %n places go…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reserve %n places for them…</source>
        <translation>
            <numerusform>Reserve one place for them…</numerusform>
            <numerusform>Reserve %n places for them…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places of %1 are free for anybody at once. Nothing was paid, so nothing is given back.</source>
        <translation>
            <numerusform>One place of %1 is free for anybody at once. Nothing was paid, so nothing is given back.</numerusform>
            <numerusform>%n places of %1 are free for anybody at once. Nothing was paid, so nothing is given back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places are free for anybody at once.</source>
        <translation>
            <numerusform>One place is free for anybody at once.</numerusform>
            <numerusform>%n places are free for anybody at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let %n places go</source>
        <translation>
            <numerusform>Let one place go</numerusform>
            <numerusform>Let %n places go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the best places are reserved under their name, and they leave the list. Tell them: %1</source>
        <translation>
            <numerusform>One of the best places is reserved under their name, and they leave the list. Tell them: %1</numerusform>
            <numerusform>%n of the best places are reserved under their name, and they leave the list. Tell them: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::HeldPresenter</name>
    <message numerus="yes">
        <source>%n places are free again.</source>
        <translation>
            <numerusform>One place is free again.</numerusform>
            <numerusform>%n places are free again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::HoldDialog</name>
    <message numerus="yes">
        <source>Hold %n places</source>
        <translation>
            <numerusform>Hold one place</numerusform>
            <numerusform>Hold %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::ImportText</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new customer(s).</source>
        <translation>
            <numerusform>%n new customer.</numerusform>
            <numerusform>%n new customers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::IncidentsPage</name>
    <message numerus="yes">
        <source>%n ticket(s) will be void.</source>
        <translation>
            <numerusform>%n ticket will be void.</numerusform>
            <numerusform>%n tickets will be void.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::IntakeTelling</name>
    <message numerus="yes">
        <source>%1 is being prepared, %n wait(s).</source>
        <translation>
            <numerusform>%1 is being prepared, one waits.</numerusform>
            <numerusform>%1 is being prepared, %n wait.</numerusform>
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
    <message numerus="yes">
        <source>Notifications, %n new</source>
        <translation>
            <numerusform>Notifications, %n new</numerusform>
            <numerusform>Notifications, %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::MoneyBackPanel</name>
    <message numerus="yes">
        <source>%n ticket(s) were used at the doors; they stay as they are.</source>
        <translation>
            <numerusform>%n ticket was used at the doors; it stays as it is.</numerusform>
            <numerusform>%n tickets were used at the doors; they stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) name a customer.</source>
        <translation>
            <numerusform>%n order names a customer.</numerusform>
            <numerusform>%n orders name a customer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::Notices</name>
    <message numerus="yes">
        <source>Nothing was heard of it for %n minute(s)</source>
        <translation>
            <numerusform>Nothing was heard of it for %n minute</numerusform>
            <numerusform>Nothing was heard of it for %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This counter has not reached the server for %n minute(s). It goes on selling what it has here; look at the network.</source>
        <translation>
            <numerusform>This counter has not reached the server for %n minute. It goes on selling what it has here; look at the network.</numerusform>
            <numerusform>This counter has not reached the server for %n minutes. It goes on selling what it has here; look at the network.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::OfferPanel</name>
    <message numerus="yes">
        <source>Bring back all %n places</source>
        <translation>
            <numerusform>Bring back the place</numerusform>
            <numerusform>Bring back all %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n held</numerusform>
            <numerusform>%n held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places are held; shows what they are for</source>
        <translation>
            <numerusform>One place is held; shows what it is for</numerusform>
            <numerusform>%n places are held; shows what they are for</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::ParkedDialog</name>
    <message numerus="yes">
        <source>Free its %n places</source>
        <translation>
            <numerusform>Free its place</numerusform>
            <numerusform>Free its %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::PayoutsPanel</name>
    <message numerus="yes">
        <source>%n case(s) of the reconciliation were open when it was made: %1</source>
        <translation>
            <numerusform>%n case of the reconciliation was open when it was made: %1</numerusform>
            <numerusform>%n cases of the reconciliation were open when it was made: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::PlanDesk</name>
    <message numerus="yes">
        <source>%n seat(s) of row %1</source>
        <translation>
            <numerusform>%n seat of row %1</numerusform>
            <numerusform>%n seats of row %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added a row of %n seat(s)</source>
        <translation>
            <numerusform>Added a row of %n seat</numerusform>
            <numerusform>Added a row of %n seats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::PlanEditor</name>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) have a ticket or are held: these keep their names and stay.</source>
        <translation>
            <numerusform>%n seat has a ticket or is held: it keeps its name and stays.</numerusform>
            <numerusform>%n seats have a ticket or are held: these keep their names and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved. %n performance(s) to come show it.</source>
        <translation>
            <numerusform>Saved. %n performance to come shows it.</numerusform>
            <numerusform>Saved. %n performances to come show it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::PlansPage</name>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
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
<context>
    <name>foyer::ui::PublishStep</name>
    <message numerus="yes">
        <source>%n thing(s) are missing</source>
        <translation>
            <numerusform>%n thing is missing</numerusform>
            <numerusform>%n things are missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::ReserveDialog</name>
    <message numerus="yes">
        <source>Reserve %n places</source>
        <translation>
            <numerusform>Reserve one place</numerusform>
            <numerusform>Reserve %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::SellPresenter</name>
    <message numerus="yes">
        <source>%n places are held: %1</source>
        <translation>
            <numerusform>One place is held: %1</numerusform>
            <numerusform>%n places are held: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::StockPanel</name>
    <message numerus="yes">
        <source>%n tickets of each quota</source>
        <translation>
            <numerusform>%n ticket of each quota</numerusform>
            <numerusform>%n tickets of each quota</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seats of each performance</source>
        <translation>
            <numerusform>%n seat of each performance</numerusform>
            <numerusform>%n seats of each performance</numerusform>
        </translation>
    </message>
</context>
</TS>
