<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>QObject</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keychain. Choose a passphrase of at least 8 characters
that protects the keys of this counter. It is asked for at every start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase of this counter&apos;s key file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeatMap</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not for sale here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>category and price</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seat %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wheelchair accessible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>companion seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restricted view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a seat&apos;s description</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foyer::desktop::Desktop</name>
    <message>
        <source>Sell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! %1 entries missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● Stand-alone · everything is on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database is older than what was sold here. Put the newer file back, or run foyer-cli recover.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This counter sells on its own, without a server. Back up its folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This counter could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! Not open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foyer::desktop::FindDialog</name>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performance, order code or customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens the first one; arrows choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foyer::desktop::FirstStart</name>
    <message>
        <source>A new counter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Foyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer becomes a counter. Who sells here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the currency as its three letters, such as EUR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who sells: the name of the organizer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foyer::ui</name>
    <message>
        <source>%1 was sold in the meantime. Choose another seat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price has changed from %1 to %2. Nothing was sold. Tell the customer and confirm again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is still to be paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are not %1 seats left here. Choose fewer, another category or date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an amount in %2. Write it as in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foyer::ui::CartPanel</name>
    <message>
        <source>Cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press 2 for the two best seats together, or choose seats on the plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incl. %1 tax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Sold · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid exactly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foyer::ui::CustomerDialog</name>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a name, email or telephone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has to say who they are: a sale needs no customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or take down a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Email</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody found. Take the customer down below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose somebody from the list, or type at least a name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foyer::ui::MainWindow</name>
    <message>
        <source>Foyer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foyer::ui::OfferPanel</name>
    <message>
        <source>Seat plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1 · %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A digit adds that many tickets at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foyer::ui::PaymentPanel</name>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the card terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terminal&apos;s receipt number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the sale to disk. Nothing is sold yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foyer::ui::PerformanceListModel</name>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foyer::ui::SeatMapView</name>
    <message>
        <source>Seat map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foyer::ui::SellPage</name>
    <message>
        <source>Removed from the cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event or venue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search performances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Performances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to sell yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in a seating plan and a season, or look around with one that is made up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the demonstration season</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>foyer-cli plan import FILE and foyer-cli season import FILE bring in your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No performance of that name is to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1–9	so many of the best seats together
A letter	the ticket type that begins with it
Arrows, Space	go over the seats and choose
Enter, F9	pay in cash
F10	pay by card
F8	the tickets of the last sale
Esc	one step back; the cart stays
Ctrl+K	find a performance, an order or a customer
F1	these keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foyer::ui::SellPresenter</name>
    <message>
        <source>Nothing is left for %1. Choose another type or date.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foyer::ui::TicketsDialog</name>
    <message>
        <source>Tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the tickets…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is sold and safe, but its tickets could not be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending to the printer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer has taken the tickets.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>foyer::ui::Toast</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
