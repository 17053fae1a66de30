<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>ApprovalDialog</name>
    <message>
        <source>%1: more than your role may do by itself.</source>
        <translation>%1: mehr, als Ihre Rolle allein darf.</translation>
    </message>
    <message>
        <source>%1: your role does not allow this.</source>
        <translation>%1: Ihre Rolle erlaubt das nicht.</translation>
    </message>
</context>
<context>
    <name>BlankTickets</name>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Bezahlt mit</translation>
    </message>
    <message>
        <source>Stays at the counter; to be entered later.</source>
        <translation>Bleibt an der Kasse; wird später nachgetragen.</translation>
    </message>
    <message>
        <source>Sold by</source>
        <translation>Verkauft von</translation>
    </message>
    <message>
        <source>Valid with the counter&apos;s stamp only.</source>
        <translation>Nur mit dem Stempel der Kasse gültig.</translation>
    </message>
</context>
<context>
    <name>BrandingSample</name>
    <message>
        <source>The Cherry Orchard</source>
        <translation>Der Kirschgarten</translation>
    </message>
    <message>
        <source>Comedy in four acts</source>
        <translation>Komödie in vier Akten</translation>
    </message>
    <message>
        <source>Main stage</source>
        <translation>Großes Haus</translation>
    </message>
    <message>
        <source>Stalls</source>
        <translation>Parkett</translation>
    </message>
    <message>
        <source>Adult</source>
        <translation>Erwachsene</translation>
    </message>
</context>
<context>
    <name>CurveTableWords</name>
    <message>
        <source>%1; there was no earlier performance to compare with.</source>
        <translation>%1; eine frühere Vorstellung zum Vergleich gibt es nicht.</translation>
    </message>
    <message>
        <source>%1; of the performance before, %2 were by then, and %3 in the end.</source>
        <translation>%1; von der Vorstellung davor waren es zu dieser Zeit %2 und am Ende %3.</translation>
    </message>
    <message>
        <source>%1; of “%2”, %3 were by then, and %4 in the end.</source>
        <translation>%1; von „%2“ waren es zu dieser Zeit %3 und am Ende %4.</translation>
    </message>
    <message>
        <source>%1; of “%2”, %3 were so many days before, and %4 are now.</source>
        <translation>%1; von „%2“ waren es ebenso viele Tage vorher %3 und sind es jetzt %4.</translation>
    </message>
    <message>
        <source>Booking curve</source>
        <translation>Buchungskurve</translation>
    </message>
    <message>
        <source>Days before</source>
        <translation>Tage vorher</translation>
    </message>
    <message>
        <source>Days before the performance</source>
        <translation>Tage vor der Vorstellung</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Karten</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) are sold</source>
        <translation>
            <numerusform>%n Karte ist verkauft</numerusform>
            <numerusform>%n Karten sind verkauft</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>Checked out. A gate with re-entry lets this ticket in again.</source>
        <translation>Ausgecheckt. Ein Einlass mit Wiedereintritt lässt dieses Ticket wieder ein.</translation>
    </message>
    <message>
        <source>This ticket was used already.</source>
        <translation>Dieses Ticket wurde schon benutzt.</translation>
    </message>
    <message>
        <source>This ticket is not inside. There is nothing to check out.</source>
        <translation>Dieses Ticket ist nicht im Haus. Es gibt nichts auszuchecken.</translation>
    </message>
    <message>
        <source>This ticket was voided and is not valid any more.</source>
        <translation>Dieses Ticket wurde storniert und gilt nicht mehr.</translation>
    </message>
    <message>
        <source>This ticket is for another performance. Check date and name on it.</source>
        <translation>Dieses Ticket gilt für eine andere Vorstellung. Prüfen Sie Datum und Titel darauf.</translation>
    </message>
    <message>
        <source>This gate is not open for it yet. Ask to wait.</source>
        <translation>Dieser Einlass ist dafür noch nicht offen. Bitten Sie zu warten.</translation>
    </message>
    <message>
        <source>This gate is closed by now. Ask who decides about latecomers.</source>
        <translation>Dieser Einlass ist inzwischen geschlossen. Fragen Sie, wer über Nachzügler entscheidet.</translation>
    </message>
    <message>
        <source>This is not a ticket of ours. Scan the whole QR code again, or search for the guest.</source>
        <translation>Das ist keines unserer Tickets. Scannen Sie den ganzen QR-Code noch einmal oder suchen Sie den Gast.</translation>
    </message>
    <message>
        <source>The signature is wrong: this is not a genuine ticket.</source>
        <translation>Die Signatur ist falsch: Das ist kein echtes Ticket.</translation>
    </message>
    <message>
        <source>Signed by a counter that is not known here. Ask for the order and decide.</source>
        <translation>Von einer Kasse signiert, die hier unbekannt ist. Fragen Sie nach der Bestellung und entscheiden Sie.</translation>
    </message>
    <message>
        <source>Signed by a counter that was shut out, and nobody has heard of its sale. Ask for the order and decide.</source>
        <translation>Von einer Kasse signiert, die gesperrt wurde, und von ihrem Verkauf ist nichts bekannt. Fragen Sie nach der Bestellung und entscheiden Sie.</translation>
    </message>
    <message>
        <source>This ticket is not valid yet. Check the date on it.</source>
        <translation>Dieses Ticket gilt noch nicht. Prüfen Sie das Datum darauf.</translation>
    </message>
    <message>
        <source>This ticket was for an earlier date.</source>
        <translation>Dieses Ticket galt für einen früheren Termin.</translation>
    </message>
    <message>
        <source>See you soon</source>
        <translation>Bis gleich</translation>
    </message>
    <message>
        <source>Welcome back</source>
        <translation>Willkommen zurück</translation>
    </message>
    <message>
        <source>Come in</source>
        <translation>Bitte eintreten</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Halt</translation>
    </message>
    <message>
        <source>Genuine. Its sale has not been heard of here yet.</source>
        <translation>Echt. Der Verkauf ist hier noch nicht bekannt.</translation>
    </message>
    <message>
        <source>%1, gate %2</source>
        <translation>%1, Einlass %2</translation>
    </message>
    <message>
        <source>The counter that signed this ticket is not one of ours.</source>
        <translation>Die Kasse, die dieses Ticket signiert hat, ist keine von uns.</translation>
    </message>
    <message>
        <source>By this clock the counter that signed it does not exist yet. Check date and time of this computer.</source>
        <translation>Nach dieser Uhr gibt es die Kasse, die es signiert hat, noch nicht. Prüfen Sie Datum und Uhrzeit dieses Rechners.</translation>
    </message>
    <message>
        <source>The certificate of the counter that signed it has expired. Renew it, then scan again.</source>
        <translation>Das Zertifikat der Kasse, die es signiert hat, ist abgelaufen. Erneuern Sie es und scannen Sie noch einmal.</translation>
    </message>
    <message>
        <source>This ticket is not for this gate.</source>
        <translation>Dieses Ticket gilt nicht für diesen Eingang.</translation>
    </message>
    <message>
        <source>This ticket is for gate %1.</source>
        <translation>Dieses Ticket gilt für Eingang %1.</translation>
    </message>
</context>
<context>
    <name>Events</name>
    <message>
        <source>%L1 of %L2 sold</source>
        <translation>%L1 von %L2 verkauft</translation>
    </message>
    <message>
        <source>Nothing to sell yet</source>
        <translation>Noch nichts zu verkaufen</translation>
    </message>
    <message>
        <source>Choose where it takes place.</source>
        <translation>Wählen Sie, wo es stattfindet.</translation>
    </message>
    <message>
        <source>%1 has no address. Customers will look for it.</source>
        <translation>%1 hat keine Adresse. Kunden werden sie suchen.</translation>
    </message>
    <message>
        <source>Add a date that is still to come.</source>
        <translation>Fügen Sie einen Termin hinzu, der noch bevorsteht.</translation>
    </message>
    <message>
        <source>The sale of %1 is over already. Change its end.</source>
        <translation>Der Verkauf von %1 ist schon vorbei. Ändern Sie sein Ende.</translation>
    </message>
    <message>
        <source>%1 is over. Cancel it, or move it.</source>
        <translation>%1 ist vorbei. Sagen Sie den Termin ab, oder verlegen Sie ihn.</translation>
    </message>
    <message>
        <source>%1 is in %2, and its venue in %3.</source>
        <translation>%1 ist in der Zeitzone %2, der Spielort in %3.</translation>
    </message>
    <message>
        <source>The sale of %1 begins after its start.</source>
        <translation>Der Verkauf von %1 beginnt erst nach dem Anfang.</translation>
    </message>
    <message>
        <source>Add a ticket type, such as Adult.</source>
        <translation>Fügen Sie eine Kartenart hinzu, etwa Erwachsene.</translation>
    </message>
    <message>
        <source>%1 has no tax. Say so only if none is owed.</source>
        <translation>%1 hat keine Steuer. Lassen Sie das nur, wenn keine anfällt.</translation>
    </message>
    <message>
        <source>The tax of %1 is not known. Choose another.</source>
        <translation>Die Steuer von %1 ist nicht bekannt. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The sale of %1 is over already.</source>
        <translation>Der Verkauf von %1 ist schon vorbei.</translation>
    </message>
    <message>
        <source>Nothing says what it is about. Customers read that first.</source>
        <translation>Nirgends steht, worum es geht. Das lesen Kunden zuerst.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Spielort</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Quotas</source>
        <translation>Kontingente</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Ausverkauft</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>Im Verkauf</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <extracomment>A day with its year in short, in the letters of QDate::toString()</extracomment>
        <translation>ddd, d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1 · cancelled</source>
        <translation>%1 · abgesagt</translation>
    </message>
    <message>
        <source>%1 · postponed</source>
        <translation>%1 · verschoben</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) worth %1 are sold.</source>
        <translation>
            <numerusform>%n Karte im Wert von %1 ist verkauft.</numerusform>
            <numerusform>%n Karten im Wert von %1 sind verkauft.</numerusform>
        </translation>
    </message>
    <message>
        <source>No ticket is sold.</source>
        <translation>Keine Karte ist verkauft.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are held or reserved.</source>
        <translation>
            <numerusform>%n Platz ist zurückgehalten oder reserviert.</numerusform>
            <numerusform>%n Plätze sind zurückgehalten oder reserviert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) are known, %1 with a mail address.</source>
        <translation>
            <numerusform>%n Kunde ist bekannt, %1 mit E-Mail-Adresse.</numerusform>
            <numerusform>%n Kunden sind bekannt, %1 mit E-Mail-Adresse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) name nobody who could be told.</source>
        <translation>
            <numerusform>%n Bestellung nennt niemanden, dem man es sagen könnte.</numerusform>
            <numerusform>%n Bestellungen nennen niemanden, dem man es sagen könnte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are beyond the new limit: the conflict desk will show it.</source>
        <translation>
            <numerusform>%n davon liegt über der neuen Grenze: Die Konfliktseite wird es zeigen.</numerusform>
            <numerusform>%n davon liegen über der neuen Grenze: Die Konfliktseite wird es zeigen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>GiftCardDocument</name>
    <message>
        <source>Specimen</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Pay with it at the box office, in one go or in parts. Whoever knows the code can spend it: keep it like money.</source>
        <translation>Damit zahlen Sie an der Kasse, auf einmal oder in Teilen. Wer den Code kennt, kann ihn ausgeben: Bewahren Sie ihn auf wie Geld.</translation>
    </message>
</context>
<context>
    <name>HeldModel</name>
    <message>
        <source>%1 to pay</source>
        <translation>%1 zu zahlen</translation>
    </message>
    <message>
        <source>parked %1</source>
        <translation>geparkt %1</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>bezahlt</translation>
    </message>
    <message>
        <source>%1 of %2 inside</source>
        <translation>%1 von %2 im Haus</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n Ticket</numerusform>
            <numerusform>%n Tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Next: places are free</source>
        <translation>An der Reihe, Plätze sind frei</translation>
    </message>
    <message>
        <source>others are before</source>
        <translation>andere sind früher dran</translation>
    </message>
</context>
<context>
    <name>HeldWords</name>
    <message>
        <source>Press</source>
        <translation>Presse</translation>
    </message>
    <message>
        <source>Sponsor</source>
        <translation>Sponsor</translation>
    </message>
    <message>
        <source>Technical</source>
        <translation>Technik</translation>
    </message>
    <message>
        <source>Reservation</source>
        <translation>Reservierung</translation>
    </message>
    <message>
        <source>Parked cart</source>
        <translation>Geparkter Warenkorb</translation>
    </message>
    <message>
        <source>House</source>
        <translation>Haus</translation>
    </message>
    <message>
        <source>P</source>
        <comment>the letter on a seat that is held for the press</comment>
        <translation>P</translation>
    </message>
    <message>
        <source>S</source>
        <comment>the letter on a seat that is held for a sponsor</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>T</source>
        <comment>the letter on a seat that is held for technical needs</comment>
        <translation>T</translation>
    </message>
    <message>
        <source>R</source>
        <comment>the letter on a seat that is reserved</comment>
        <translation>R</translation>
    </message>
    <message>
        <source>C</source>
        <comment>the letter on a seat of a parked cart</comment>
        <translation>W</translation>
    </message>
    <message>
        <source>H</source>
        <comment>the letter on a seat that the house holds</comment>
        <translation>H</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>until somebody lets go</source>
        <translation>bis jemand freigibt</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>count and category</comment>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>HouseTableWords</name>
    <message>
        <source>Places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Besuch</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Valid tickets</source>
        <translation>Gültige Karten</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Gekommen</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Nicht gekommen</translation>
    </message>
    <message>
        <source>Came in again</source>
        <translation>Wieder eingetreten</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Kartenart</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Einlass</translation>
    </message>
    <message>
        <source>Quarter of an hour of the arrival</source>
        <translation>Viertelstunde der Ankunft</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>Ankünfte</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Ankunft</translation>
    </message>
    <message>
        <source>No ticket is valid for it.</source>
        <translation>Keine Karte ist dafür gültig.</translation>
    </message>
    <message>
        <source>%1 of %2 came (%3), %4 did not.</source>
        <translation>%1 von %2 sind gekommen (%3), %4 nicht.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Vorstellung</translation>
    </message>
    <message>
        <source>Share sold, per cent</source>
        <translation>Verkaufter Anteil in Prozent</translation>
    </message>
    <message>
        <source>Nothing was sold today.</source>
        <translation>Heute wurde nichts verkauft.</translation>
    </message>
    <message>
        <source>No performance is coming up.</source>
        <translation>Es steht keine Vorstellung bevor.</translation>
    </message>
    <message>
        <source>Today: %1</source>
        <translation>Heute: %1</translation>
    </message>
    <message>
        <source>A week ago nothing was sold.</source>
        <translation>Vor einer Woche wurde nichts verkauft.</translation>
    </message>
    <message>
        <source>A week ago: %1</source>
        <translation>Vor einer Woche: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s) wait for somebody.</source>
        <translation>
            <numerusform>%n Hinweis wartet auf jemanden.</numerusform>
            <numerusform>%n Hinweise warten auf jemanden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>Noch nicht da</translation>
    </message>
    <message>
        <source>%1 of %2 have come so far (%3), %4 are not here yet.</source>
        <translation>%1 von %2 sind bisher gekommen (%3), %4 sind noch nicht da.</translation>
    </message>
</context>
<context>
    <name>IncidentWords</name>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Vorstellung</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>Lade</translation>
    </message>
    <message>
        <source>Promo code</source>
        <translation>Aktionscode</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Organizer</source>
        <translation>Veranstalter</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Kontingent</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Ticketart</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Seat sold twice</source>
        <translation>Platz doppelt verkauft</translation>
    </message>
    <message>
        <source>Sold beyond the capacity</source>
        <translation>Mehr verkauft als Plätze</translation>
    </message>
    <message>
        <source>Late sale of a lost counter</source>
        <translation>Später Verkauf einer verlorenen Kasse</translation>
    </message>
    <message>
        <source>Ticket let in twice</source>
        <translation>Ticket zweimal eingelassen</translation>
    </message>
    <message>
        <source>Two let in for one seat</source>
        <translation>Zwei für einen Platz eingelassen</translation>
    </message>
    <message>
        <source>Money given back twice</source>
        <translation>Geld zweimal erstattet</translation>
    </message>
    <message>
        <source>Set on two sides</source>
        <translation>Auf zwei Seiten geändert</translation>
    </message>
    <message>
        <source>More than one valid ticket stands on this seat. Give all but one another seat, or their money back.</source>
        <translation>Auf diesem Platz liegt mehr als ein gültiges Ticket. Geben Sie allen bis auf einem einen anderen Platz oder das Geld zurück.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) more were sold than there are places. Take some back, or accept it if the house can hold them.</source>
        <translation>
            <numerusform>%n Ticket mehr wurde verkauft, als Plätze da sind. Nehmen Sie eines zurück, oder nehmen Sie es hin, wenn das Haus sie fasst.</numerusform>
            <numerusform>%n Tickets mehr wurden verkauft, als Plätze da sind. Nehmen Sie welche zurück, oder nehmen Sie es hin, wenn das Haus sie fasst.</numerusform>
        </translation>
    </message>
    <message>
        <source>This order was sold at a counter that had been written off before anybody heard of it. Its tickets are valid. Decide whether they stay.</source>
        <translation>Diese Bestellung wurde an einer Kasse verkauft, die abgeschrieben war, bevor jemand davon erfuhr. Ihre Tickets sind gültig. Entscheiden Sie, ob sie es bleiben.</translation>
    </message>
    <message>
        <source>Two gates that could not hear each other let in the same ticket. Somebody may have come in on a copy.</source>
        <translation>Zwei Eingänge ohne Verbindung haben dasselbe Ticket eingelassen. Vielleicht kam jemand mit einer Kopie herein.</translation>
    </message>
    <message>
        <source>Two tickets of the same seat were let in by gates that could not hear each other. One of the two may be void.</source>
        <translation>Zwei Tickets desselben Platzes wurden an Eingängen ohne Verbindung eingelassen. Eines davon ist vielleicht ungültig.</translation>
    </message>
    <message>
        <source>More was given back of this order than it was worth. Ask the customer for it, or accept the loss.</source>
        <translation>Für diese Bestellung wurde mehr erstattet, als sie wert war. Fragen Sie den Kunden danach, oder nehmen Sie den Verlust hin.</translation>
    </message>
    <message>
        <source>Two counters set this without knowing of each other. The later value stands until you choose.</source>
        <translation>Zwei Kassen haben das geändert, ohne voneinander zu wissen. Der spätere Wert gilt, bis Sie wählen.</translation>
    </message>
    <message>
        <source>%1 too much</source>
        <translation>%1 zu viel</translation>
    </message>
    <message>
        <source>%1 at stake</source>
        <translation>%1 auf dem Spiel</translation>
    </message>
    <message>
        <source>Another counter</source>
        <translation>Eine andere Kasse</translation>
    </message>
    <message>
        <source>%1, written off</source>
        <translation>%1, abgeschrieben</translation>
    </message>
    <message>
        <source>%1, here</source>
        <translation>%1, hier</translation>
    </message>
    <message>
        <source>%1 sold, with %2 rights</source>
        <translation>%1 verkauft, bei %2 Rechten</translation>
    </message>
    <message>
        <source>Let in at %1</source>
        <translation>Eingelassen: %1</translation>
    </message>
    <message>
        <source>(taken away, or not to be shown)</source>
        <translation>(entfernt oder nicht darstellbar)</translation>
    </message>
    <message>
        <source>This stands now</source>
        <translation>Das gilt jetzt</translation>
    </message>
    <message>
        <source>Wrote the counter off: %1</source>
        <translation>Hat die Kasse abgeschrieben: %1</translation>
    </message>
    <message>
        <source>Gave back: %1</source>
        <translation>Hat erstattet: %1</translation>
    </message>
    <message>
        <source>Void by now</source>
        <translation>Inzwischen ungültig</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Hingenommen</translation>
    </message>
    <message>
        <source>Given another seat</source>
        <translation>Anderer Platz gegeben</translation>
    </message>
    <message>
        <source>%1 given back</source>
        <translation>%1 erstattet</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>One value chosen</source>
        <translation>Einen Wert gewählt</translation>
    </message>
    <message>
        <source>The customer was written to</source>
        <translation>Dem Kunden wurde geschrieben</translation>
    </message>
    <message>
        <source>About your order</source>
        <translation>Zu Ihrer Bestellung</translation>
    </message>
    <message>
        <source>About your tickets for %1</source>
        <translation>Zu Ihren Tickets für %1</translation>
    </message>
    <message>
        <source>Dear %1,

we have made a mistake with your order %2 (%3). We are sorry. Please call us or answer this message, so that we can put it right before you come.

Your box office</source>
        <translation>Guten Tag, %1,

bei Ihrer Bestellung %2 (%3) ist uns ein Fehler unterlaufen. Das tut uns leid. Bitte rufen Sie uns an oder antworten Sie auf diese Nachricht, damit wir es vor Ihrem Besuch in Ordnung bringen.

Ihre Kasse</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>lieber Gast</translation>
    </message>
    <message>
        <source>Kept for times without a network</source>
        <translation>Vorrat für Zeiten ohne Netz</translation>
    </message>
    <message>
        <source>Tickets of each quota</source>
        <translation>Karten aus jedem Kontingent</translation>
    </message>
    <message>
        <source>Numbered seats of each performance</source>
        <translation>Nummerierte Plätze jeder Vorstellung</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Took the whole order back</source>
        <translation>Die ganze Bestellung zurückgenommen</translation>
    </message>
    <message>
        <source>Took back, or made cheaper</source>
        <translation>Zurückgenommen oder verbilligt</translation>
    </message>
    <message>
        <source>Gave other tickets for it</source>
        <translation>Andere Tickets dafür gegeben</translation>
    </message>
    <message>
        <source>Took the money of an invoice</source>
        <translation>Geld für eine Rechnung angenommen</translation>
    </message>
    <message>
        <source>Took cash out of the drawer</source>
        <translation>Bargeld aus der Lade genommen</translation>
    </message>
    <message>
        <source>Put cash into the drawer</source>
        <translation>Bargeld in die Lade gelegt</translation>
    </message>
    <message>
        <source>Opened the drawer</source>
        <translation>Die Lade geöffnet</translation>
    </message>
    <message>
        <source>Said yes to what a colleague did</source>
        <translation>Jemand anderem zugestimmt</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>Went on after being shut out</source>
        <translation>Nach dem Ausschluss weitergemacht</translation>
    </message>
    <message numerus="yes">
        <source>This person had been shut out, and did %n thing(s) at a counter that had not heard of it yet. All of it is kept. Take back in Orders what must not stay, and accept the rest.</source>
        <translation>
            <numerusform>Diese Person war ausgeschlossen und hat noch eine Sache an einer Kasse getan, die davon nichts gehört hatte. Sie bleibt erhalten. Nehmen Sie unter Bestellungen zurück, was nicht bleiben darf, oder lassen Sie es gelten.</numerusform>
            <numerusform>Diese Person war ausgeschlossen und hat noch %n Dinge an einer Kasse getan, die davon nichts gehört hatte. Alles bleibt erhalten. Nehmen Sie unter Bestellungen zurück, was nicht bleiben darf, und lassen Sie den Rest gelten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shut %1 out</source>
        <translation>Hat %1 ausgeschlossen</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>Mails</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Cancelled or not</source>
        <translation>Abgesagt oder nicht</translation>
    </message>
    <message>
        <source>Postponed or not</source>
        <translation>Verschoben oder nicht</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>Einlass</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Age limit</source>
        <translation>Altersgrenze</translation>
    </message>
    <message>
        <source>Text on the ticket</source>
        <translation>Text auf der Karte</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Text (%1)</source>
        <translation>Text (%1)</translation>
    </message>
    <message>
        <source>Organizer of the event</source>
        <translation>Veranstalter</translation>
    </message>
    <message>
        <source>Colours of the house</source>
        <translation>Farben des Hauses</translation>
    </message>
</context>
<context>
    <name>InvitationLetter</name>
    <message>
        <source>selling tickets</source>
        <translation>Karten verkaufen</translation>
    </message>
    <message>
        <source>leading the box office</source>
        <translation>die Kasse leiten</translation>
    </message>
    <message>
        <source>scanning tickets at the door</source>
        <translation>Karten am Einlass scannen</translation>
    </message>
    <message>
        <source>organizing</source>
        <translation>veranstalten</translation>
    </message>
    <message>
        <source>leading the house</source>
        <translation>das Haus leiten</translation>
    </message>
    <message>
        <source>- in the whole house: %1</source>
        <translation>- im ganzen Haus: %1</translation>
    </message>
    <message>
        <source>Hello %1,

you are invited to help at %2:

%3

At the counter or the scanner, choose “%1” and enter your PIN or password. I will tell you that in person; please change it once you are signed in.
</source>
        <translation>Guten Tag %1,

Sie sind eingeladen, bei %2 mitzuhelfen:

%3

Wählen Sie an der Kasse oder am Scanner „%1“ und geben Sie Ihre PIN oder Ihr Passwort ein. Beides sage ich Ihnen persönlich; bitte ändern Sie es, sobald Sie angemeldet sind.
</translation>
    </message>
    <message>
        <source>Helping at %1</source>
        <translation>Mithilfe bei %1</translation>
    </message>
</context>
<context>
    <name>InvoicePages</name>
    <message>
        <source>Paid on %1</source>
        <translation>Bezahlt am %1</translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>Nichts zu zahlen</translation>
    </message>
    <message>
        <source>Will be given back</source>
        <translation>Wird erstattet</translation>
    </message>
    <message>
        <source>To be paid by %1</source>
        <translation>Zu zahlen bis %1</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>Gutschrift</translation>
    </message>
    <message>
        <source>Taken off invoice %1</source>
        <translation>Von Rechnung %1 abgezogen</translation>
    </message>
    <message>
        <source>Credit for invoice %1</source>
        <translation>Gutschrift zu Rechnung %1</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>%1 · Order %2</source>
        <translation>%1 · Bestellung %2</translation>
    </message>
    <message>
        <source>This invoice was taken back.</source>
        <translation>Diese Rechnung wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Please name the invoice number with your payment.</source>
        <translation>Bitte nennen Sie bei der Zahlung die Rechnungsnummer.</translation>
    </message>
</context>
<context>
    <name>InvoiceWords</name>
    <message>
        <source>Tax number %1</source>
        <translation>Steuernummer %1</translation>
    </message>
    <message>
        <source>Your reference: %1</source>
        <translation>Ihr Zeichen: %1</translation>
    </message>
</context>
<context>
    <name>LimitRows</name>
    <message>
        <source>over everything</source>
        <translation>über alles</translation>
    </message>
    <message>
        <source>lifted</source>
        <translation>aufgehoben</translation>
    </message>
    <message>
        <source>Places of %1</source>
        <translation>Plätze von %1</translation>
    </message>
    <message>
        <source>by the seating plan</source>
        <translation>nach dem Sitzplan</translation>
    </message>
    <message>
        <source>%1, %2: %L3 sold or held, %L4 left of %L5</source>
        <translation>%1, %2: %L3 verkauft oder zurückgelegt, noch %L4 von %L5</translation>
    </message>
    <message>
        <source>%1, %2: %L3 places</source>
        <translation>%1, %2: %L3 Plätze</translation>
    </message>
</context>
<context>
    <name>Mails</name>
    <message>
        <source>Tickets after an order</source>
        <translation>Karten nach einer Bestellung</translation>
    </message>
    <message>
        <source>Money given back</source>
        <translation>Geld zurückgegeben</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Neuer Termin</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Reminder the day before</source>
        <translation>Erinnerung am Tag davor</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>News to the buyers</source>
        <translation>Nachricht an die Käufer</translation>
    </message>
    <message>
        <source>Line %1 names something that there is not. Look for a typing mistake.</source>
        <translation>Zeile %1 nennt etwas, das es nicht gibt. Suchen Sie nach einem Tippfehler.</translation>
    </message>
    <message>
        <source>This cannot be read as a template: a section is not ended, perhaps.</source>
        <translation>Das ist als Vorlage nicht zu lesen: Vielleicht endet ein Abschnitt nicht.</translation>
    </message>
    <message>
        <source>Line %1 cannot be read. Write only {{name}}, {{#name}} … {{/name}} and {{^name}} … {{/name}}.</source>
        <translation>Zeile %1 ist nicht zu lesen. Schreiben Sie nur {{name}}, {{#name}} … {{/name}} und {{^name}} … {{/name}}.</translation>
    </message>
    <message>
        <source>Postponed, without a new time yet</source>
        <translation>Verschoben, noch ohne neuen Termin</translation>
    </message>
</context>
<context>
    <name>MapSheets</name>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Sold by section</source>
        <translation>Verkauft nach Bereich</translation>
    </message>
    <message>
        <source>nothing is sold</source>
        <translation>nichts verkauft</translation>
    </message>
    <message>
        <source>all is sold</source>
        <translation>alles verkauft</translation>
    </message>
    <message>
        <source>%1 % and more</source>
        <translation>%1 % und mehr</translation>
    </message>
    <message>
        <source>Sold by price category</source>
        <translation>Verkauft nach Preiskategorie</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <comment>name and share</comment>
        <translation>%1 %2 %</translation>
    </message>
</context>
<context>
    <name>MoneyBack</name>
    <message numerus="yes">
        <source>%n date(s)</source>
        <translation>
            <numerusform>%n Termin</numerusform>
            <numerusform>%n Termine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n Bestellung</numerusform>
            <numerusform>%n Bestellungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n Karte</numerusform>
            <numerusform>%n Karten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A way of paying, and an amount</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nobody has a ticket that could be taken back.</source>
        <translation>Niemand hat eine Karte, die zurückgenommen werden könnte.</translation>
    </message>
    <message>
        <source>Nothing goes back by itself. Who waits is in the list below: give it back when they come.</source>
        <translation>Von selbst wird nichts erstattet. Wer wartet, steht unten in der Liste: Erstatten Sie es, wenn er kommt.</translation>
    </message>
    <message numerus="yes">
        <source>Take %n order(s) back for which nothing was paid? Their tickets are not valid any more then.</source>
        <translation>
            <numerusform>%n Bestellung zurücknehmen, für die nichts bezahlt wurde? Ihre Karten gelten dann nicht mehr.</numerusform>
            <numerusform>%n Bestellungen zurücknehmen, für die nichts bezahlt wurde? Ihre Karten gelten dann nicht mehr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %1 back to the customers of %n order(s)? Their tickets are not valid any more then.</source>
        <translation>
            <numerusform>%1 an den Kunden von %n Bestellung erstatten? Ihre Karten gelten dann nicht mehr.</numerusform>
            <numerusform>%1 an die Kunden von %n Bestellungen erstatten? Ihre Karten gelten dann nicht mehr.</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 orders</source>
        <translation>%L1 von %L2 Bestellungen</translation>
    </message>
    <message>
        <source>%1 given back</source>
        <translation>%1 erstattet</translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were given back.</source>
        <translation>
            <numerusform>%n Bestellung wurde erstattet.</numerusform>
            <numerusform>%n Bestellungen wurden erstattet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) were given back, with %1.</source>
        <translation>
            <numerusform>%n Bestellung wurde erstattet, mit %1.</numerusform>
            <numerusform>%n Bestellungen wurden erstattet, mit %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for their customers, or for a payment.</source>
        <translation>
            <numerusform>%n wartet auf den Kunden oder auf eine Zahlung.</numerusform>
            <numerusform>%n warten auf ihre Kunden oder auf eine Zahlung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be given back; go on with them later.</source>
        <translation>
            <numerusform>%n ließ sich nicht erstatten; machen Sie später damit weiter.</numerusform>
            <numerusform>%n ließen sich nicht erstatten; machen Sie später damit weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its own payment is still open. Once it has come, or ended, go on here.</source>
        <translation>Die Zahlung dafür ist selbst noch offen. Sobald das Geld da oder die Zahlung beendet ist, machen Sie hier weiter.</translation>
    </message>
    <message>
        <source>Paid by card and in cash. When they come, open the order and refund it: on the terminal with their card, and from the drawer.</source>
        <translation>Mit Karte und bar bezahlt. Wenn der Kunde kommt, öffnen Sie die Bestellung und erstatten Sie sie: am Terminal mit seiner Karte und aus der Lade.</translation>
    </message>
    <message>
        <source>Paid by card at a terminal. When they come with their card, open the order and refund it on the terminal.</source>
        <translation>Mit Karte am Terminal bezahlt. Wenn der Kunde mit seiner Karte kommt, öffnen Sie die Bestellung und erstatten Sie sie am Terminal.</translation>
    </message>
    <message>
        <source>Paid in cash. When they come, open the order and refund it from the drawer.</source>
        <translation>Bar bezahlt. Wenn der Kunde kommt, öffnen Sie die Bestellung und erstatten Sie sie aus der Lade.</translation>
    </message>
</context>
<context>
    <name>OccupancyWords</name>
    <message>
        <source>%1 of %2 sold</source>
        <translation>%1 von %2 verkauft</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>held</source>
        <translation>zurückgelegt</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>verkauft</translation>
    </message>
    <message>
        <source>came</source>
        <translation>gekommen</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>nicht gekommen</translation>
    </message>
    <message>
        <source>not for sale</source>
        <translation>nicht im Verkauf</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgelegt</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Sold, %</source>
        <translation>Verkauft, %</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Gekommen</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>Nicht gekommen</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>%1 of %2 places are sold (%3), %4 are held, %5 are free.</source>
        <translation>%1 von %2 Plätzen sind verkauft (%3), %4 zurückgelegt, %5 frei.</translation>
    </message>
    <message>
        <source>%1 Of those who have a ticket, %2 came and %3 did not.</source>
        <translation>%1 Von denen, die eine Karte haben, sind %2 gekommen und %3 nicht.</translation>
    </message>
    <message>
        <source>%1 %2 of them have come so far.</source>
        <translation>%1 Davon sind bisher %2 gekommen.</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Insgesamt</translation>
    </message>
</context>
<context>
    <name>OrderPages</name>
    <message>
        <source>Restricted view</source>
        <translation>Sichtbehinderung</translation>
    </message>
    <message>
        <source>Wheelchair place</source>
        <translation>Rollstuhlplatz</translation>
    </message>
    <message>
        <source>Companion seat</source>
        <translation>Begleitplatz</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Card (terminal receipt %1)</source>
        <translation>Karte (Terminalbeleg %1)</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>This order was taken back. The receipt is void.</source>
        <translation>Diese Bestellung wurde storniert. Der Beleg ist ungültig.</translation>
    </message>
    <message>
        <source>Gift card …%1</source>
        <translation>Gutschein …%1</translation>
    </message>
    <message>
        <source>Gift card …%1 (%2 left)</source>
        <translation>Gutschein …%1 (noch %2)</translation>
    </message>
    <message>
        <source>Invoice %1</source>
        <translation>Rechnung %1</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>Überweisung</translation>
    </message>
    <message>
        <source>Paid online</source>
        <translation>Online bezahlt</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Paid where it was ordered</source>
        <translation>Dort bezahlt, wo bestellt wurde</translation>
    </message>
    <message>
        <source>Minimum age %1</source>
        <translation>Mindestalter %1</translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>%1 (%2 %3)</source>
        <translation>%1 (%2 %3)</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>Ermäßigung</translation>
    </message>
    <message>
        <source>complimentary</source>
        <translation>Freikarte</translation>
    </message>
    <message>
        <source>Donation</source>
        <translation>Spende</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message>
        <source>Tickets given for others</source>
        <translation>Tickets getauscht</translation>
    </message>
    <message>
        <source>Lost tickets made void</source>
        <translation>Verlorene Tickets entwertet</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>New tickets</source>
        <translation>Neue Tickets</translation>
    </message>
    <message>
        <source>Given back: %1</source>
        <translation>Erstattet: %1</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>Anderer Name</translation>
    </message>
    <message>
        <source>Pick-up changed</source>
        <translation>Abholung geändert</translation>
    </message>
    <message>
        <source>Receipt printed again</source>
        <translation>Beleg neu gedruckt</translation>
    </message>
    <message>
        <source>Tickets printed again</source>
        <translation>Tickets neu gedruckt</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Used at the door</source>
        <translation>Am Einlass benutzt</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>To be paid: %1</source>
        <translation>Zu zahlen: %1</translation>
    </message>
    <message>
        <source>No money moves.</source>
        <translation>Es fließt kein Geld.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Give back · %1</source>
        <translation>Zurückgeben · %1</translation>
    </message>
    <message>
        <source>%1 becomes void, its place is free again</source>
        <translation>%1 wird ungültig, der Platz wieder frei</translation>
    </message>
    <message>
        <source>%1 gets a new code, the old one is refused</source>
        <translation>%1 bekommt einen neuen Code, der alte wird abgewiesen</translation>
    </message>
    <message>
        <source>%1 stays valid, for %2 instead of %3</source>
        <translation>%1 bleibt gültig, für %2 statt %3</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Fees taken back: %1</source>
        <translation>Gebühren zurück: %1</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Gift cards printed again</source>
        <translation>Gutscheine noch einmal gedruckt</translation>
    </message>
    <message>
        <source>Gift cards</source>
        <translation>Gutscheine</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>another time</source>
        <translation>neuer Termin</translation>
    </message>
    <message>
        <source>cancellation</source>
        <translation>Absage</translation>
    </message>
    <message>
        <source>reminder</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Mail asked for: %1</source>
        <translation>Mail erbeten: %1</translation>
    </message>
    <message>
        <source>Mailed: %1</source>
        <translation>Gemailt: %1</translation>
    </message>
    <message>
        <source>Not mailed: %1</source>
        <translation>Nicht gemailt: %1</translation>
    </message>
    <message>
        <source>Asked for at the card reader</source>
        <translation>Am Kartenleser angefordert</translation>
    </message>
    <message>
        <source>Asked for by phone</source>
        <translation>Per Handy angefordert</translation>
    </message>
    <message>
        <source>Payment to be cancelled</source>
        <translation>Zahlung soll abgebrochen werden</translation>
    </message>
    <message>
        <source>Paid at the provider</source>
        <translation>Beim Anbieter bezahlt</translation>
    </message>
    <message>
        <source>No money came: %1</source>
        <translation>Es kam kein Geld: %1</translation>
    </message>
    <message>
        <source>Given back by the provider</source>
        <translation>Vom Anbieter erstattet</translation>
    </message>
    <message>
        <source>The provider could not give it back</source>
        <translation>Der Anbieter konnte es nicht erstatten</translation>
    </message>
    <message>
        <source>Not paid yet</source>
        <translation>Noch nicht bezahlt</translation>
    </message>
</context>
<context>
    <name>PaymentMethod</name>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>Überweisung</translation>
    </message>
    <message>
        <source>Phone/QR</source>
        <translation>Handy/QR</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Kartenleser</translation>
    </message>
    <message>
        <source>Paid elsewhere</source>
        <translation>Anderswo bezahlt</translation>
    </message>
</context>
<context>
    <name>PaymentReason</name>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The time is over</source>
        <translation>Die Zeit ist um</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Nicht bezahlt</translation>
    </message>
    <message>
        <source>the card was declined</source>
        <translation>die Karte wurde abgelehnt</translation>
    </message>
    <message>
        <source>there is not enough money on the account</source>
        <translation>auf dem Konto ist nicht genug Geld</translation>
    </message>
    <message>
        <source>the house has too little money at the provider</source>
        <translation>das Haus hat beim Anbieter zu wenig Guthaben</translation>
    </message>
    <message>
        <source>the card has expired</source>
        <translation>die Karte ist abgelaufen</translation>
    </message>
    <message>
        <source>the PIN was wrong</source>
        <translation>die PIN war falsch</translation>
    </message>
    <message>
        <source>the bank asks for a confirmation</source>
        <translation>die Bank verlangt eine Bestätigung</translation>
    </message>
    <message>
        <source>the card reader is not connected</source>
        <translation>der Kartenleser ist nicht verbunden</translation>
    </message>
    <message>
        <source>the card reader is busy with another payment</source>
        <translation>der Kartenleser ist mit einer anderen Zahlung beschäftigt</translation>
    </message>
    <message>
        <source>the card reader did not answer</source>
        <translation>der Kartenleser hat nicht geantwortet</translation>
    </message>
    <message>
        <source>the customer pressed Cancel</source>
        <translation>der Kunde hat abgebrochen</translation>
    </message>
    <message>
        <source>%1 could not be given back: %2. The server tries again.</source>
        <translation>%1 ließ sich nicht erstatten: %2. Der Server versucht es wieder.</translation>
    </message>
    <message>
        <source>came late; %1 is on its way back to the customer</source>
        <translation>kam zu spät; %1 sind auf dem Weg zurück zum Kunden</translation>
    </message>
    <message>
        <source>%1 is on its way back to the customer</source>
        <translation>%1 sind auf dem Weg zurück zum Kunden</translation>
    </message>
    <message>
        <source>paid, and %1 given back</source>
        <translation>bezahlt, %1 erstattet</translation>
    </message>
    <message>
        <source>paid late</source>
        <translation>spät bezahlt</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>bezahlt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>being cancelled</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>waiting for the customer</source>
        <translation>wartet auf den Kunden</translation>
    </message>
    <message>
        <source>not sent to the server yet</source>
        <translation>noch nicht an den Server gesendet</translation>
    </message>
</context>
<context>
    <name>PayoutWords</name>
    <message>
        <source>%1 · Payout %2</source>
        <translation>%1 · Auszahlung %2</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Vorstellung</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>Provision</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>From the beginning to %1</source>
        <translation>Von Anfang an bis %1</translation>
    </message>
    <message>
        <source>Made %1, by the schedule or the server</source>
        <translation>Erstellt %1, nach Zeitplan oder vom Server</translation>
    </message>
    <message>
        <source>Made %1 by %2</source>
        <translation>Erstellt %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) of the reconciliation were open: %1</source>
        <translation>
            <numerusform>%n Fall des Kontenabgleichs war offen: %1</numerusform>
            <numerusform>%n Fälle des Kontenabgleichs waren offen: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known here</source>
        <translation>Hier nicht bekannt</translation>
    </message>
    <message>
        <source>All performances</source>
        <translation>Alle Vorstellungen</translation>
    </message>
    <message>
        <source>Carried over from the payout before</source>
        <translation>Übertrag aus der Auszahlung davor</translation>
    </message>
    <message>
        <source>Taken by payment providers</source>
        <translation>Von Zahlungsanbietern eingenommen</translation>
    </message>
    <message>
        <source>Given back by them</source>
        <translation>Von ihnen zurückgezahlt</translation>
    </message>
    <message>
        <source>Fees of %1</source>
        <translation>Gebühren von %1</translation>
    </message>
    <message>
        <source>Disputes at %1</source>
        <translation>Streitfälle bei %1</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Ausgezahlt</translation>
    </message>
    <message>
        <source>Carried over to the next payout</source>
        <translation>Übertrag in die nächste Auszahlung</translation>
    </message>
</context>
<context>
    <name>Permission</name>
    <message>
        <source>Sell</source>
        <translation>Verkaufen</translation>
    </message>
    <message>
        <source>See orders</source>
        <translation>Bestellungen sehen</translation>
    </message>
    <message>
        <source>Void an order</source>
        <translation>Bestellung stornieren</translation>
    </message>
    <message>
        <source>Refund money</source>
        <translation>Geld erstatten</translation>
    </message>
    <message>
        <source>Exchange tickets</source>
        <translation>Karten umtauschen</translation>
    </message>
    <message>
        <source>Print tickets again</source>
        <translation>Karten erneut drucken</translation>
    </message>
    <message>
        <source>Replace a lost ticket</source>
        <translation>Verlorene Karte ersetzen</translation>
    </message>
    <message>
        <source>Give a discount</source>
        <translation>Rabatt geben</translation>
    </message>
    <message>
        <source>Give complimentary tickets</source>
        <translation>Freikarten geben</translation>
    </message>
    <message>
        <source>Sell gift cards</source>
        <translation>Gutscheine verkaufen</translation>
    </message>
    <message>
        <source>Hold and release places</source>
        <translation>Plätze sperren und freigeben</translation>
    </message>
    <message>
        <source>Reserve places</source>
        <translation>Plätze reservieren</translation>
    </message>
    <message>
        <source>Run a shift</source>
        <translation>Schicht führen</translation>
    </message>
    <message>
        <source>Pay cash in and out</source>
        <translation>Bargeld ein- und auszahlen</translation>
    </message>
    <message>
        <source>Open the drawer without a sale</source>
        <translation>Kassenlade ohne Verkauf öffnen</translation>
    </message>
    <message>
        <source>See all till reports</source>
        <translation>Alle Kassenberichte sehen</translation>
    </message>
    <message>
        <source>Admit at the door</source>
        <translation>Am Einlass einlassen</translation>
    </message>
    <message>
        <source>Admit against the gate&apos;s refusal</source>
        <translation>Trotz Ablehnung einlassen</translation>
    </message>
    <message>
        <source>See customers</source>
        <translation>Kunden sehen</translation>
    </message>
    <message>
        <source>Edit customers</source>
        <translation>Kunden bearbeiten</translation>
    </message>
    <message>
        <source>Erase customers</source>
        <translation>Kunden löschen</translation>
    </message>
    <message>
        <source>See reports</source>
        <translation>Berichte sehen</translation>
    </message>
    <message>
        <source>Edit events, prices and plans</source>
        <translation>Veranstaltungen, Preise und Pläne bearbeiten</translation>
    </message>
    <message>
        <source>Edit people and roles</source>
        <translation>Personen und Rollen bearbeiten</translation>
    </message>
    <message>
        <source>Run this counter</source>
        <translation>Diese Kasse verwalten</translation>
    </message>
    <message>
        <source>Refund what one sold oneself</source>
        <translation>Erstatten, was man selbst verkauft hat</translation>
    </message>
    <message>
        <source>Decide at the conflict desk</source>
        <translation>Vorfälle klären</translation>
    </message>
</context>
<context>
    <name>PersonWords</name>
    <message>
        <source>Taken down</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Details changed</source>
        <translation>Angaben geändert</translation>
    </message>
    <message>
        <source>Merged with another record</source>
        <translation>Mit einem anderen Eintrag zusammengeführt</translation>
    </message>
    <message>
        <source>Taken apart again</source>
        <translation>Wieder getrennt</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Zugestimmt</translation>
    </message>
    <message>
        <source>Withdrew agreement</source>
        <translation>Zustimmung widerrufen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>On the waiting list</source>
        <translation>Auf der Warteliste</translation>
    </message>
    <message>
        <source>Places reserved</source>
        <translation>Plätze reserviert</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Money given back</source>
        <translation>Geld zurückgegeben</translation>
    </message>
    <message>
        <source>Order taken back</source>
        <translation>Bestellung zurückgenommen</translation>
    </message>
    <message>
        <source>Tickets taken back</source>
        <translation>Karten zurückgenommen</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Gedruckt</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>At the door</source>
        <translation>Am Einlass</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Was bekannt ist</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagworte</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>zugestimmt</translation>
    </message>
    <message>
        <source>withdrew</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <source>Newsletter</source>
        <translation>Newsletter</translation>
    </message>
    <message>
        <source>Bulletins</source>
        <translation>Rundschreiben</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>With what</source>
        <translation>Womit</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Nothing happened with them.</source>
        <translation>Es ist nichts geschehen.</translation>
    </message>
    <message>
        <source>%1 · What is known of you</source>
        <translation>%1 · Was über Sie bekannt ist</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1, Stand %2</translation>
    </message>
</context>
<context>
    <name>PlanWarning</name>
    <message>
        <source>Seats lie on one another</source>
        <translation>Plätze liegen übereinander</translation>
    </message>
    <message>
        <source>Seats have the same label</source>
        <translation>Plätze heißen gleich</translation>
    </message>
    <message>
        <source>Categories have no colour of their own</source>
        <translation>Kategorien haben keine eigene Farbe</translation>
    </message>
    <message>
        <source>Categories have no seat</source>
        <translation>Kategorien haben keinen Platz</translation>
    </message>
    <message>
        <source>Rows have no name</source>
        <translation>Reihen haben keinen Namen</translation>
    </message>
    <message>
        <source>Seats have no number</source>
        <translation>Plätze haben keine Nummer</translation>
    </message>
    <message>
        <source>Seats lie outside of their section</source>
        <translation>Plätze liegen außerhalb ihres Bereichs</translation>
    </message>
    <message>
        <source>Wheelchair places have no companion&apos;s seat</source>
        <translation>Rollstuhlplätze haben keinen Begleitplatz</translation>
    </message>
    <message>
        <source>Standing areas have no outline</source>
        <translation>Stehbereiche haben keinen Umriss</translation>
    </message>
    <message>
        <source>There is nothing to sell yet</source>
        <translation>Es gibt noch nichts zu verkaufen</translation>
    </message>
    <message>
        <source>%1: %2, the first one is %3</source>
        <translation>%1: %2, zuerst %3</translation>
    </message>
    <message>
        <source>Categories have colours that can hardly be told apart</source>
        <translation>Kategorien haben Farben, die kaum zu unterscheiden sind</translation>
    </message>
</context>
<context>
    <name>Prices</name>
    <message>
        <source>Percent off</source>
        <translation>Prozent weniger</translation>
    </message>
    <message>
        <source>An amount off each ticket</source>
        <translation>Ein Betrag weniger je Ticket</translation>
    </message>
    <message>
        <source>A price for each ticket</source>
        <translation>Ein Preis je Ticket</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>Ergibt</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Wie viel</translation>
    </message>
    <message>
        <source>Percent, such as 10 or 12.5</source>
        <translation>Prozent, etwa 10 oder 12,5</translation>
    </message>
    <message>
        <source>An amount, such as 5.00</source>
        <translation>Ein Betrag, etwa 5,00</translation>
    </message>
    <message>
        <source>Type how many percent are taken off, such as 10; 100 at most.</source>
        <translation>Geben Sie ein, wie viel Prozent abgezogen werden, etwa 10; höchstens 100.</translation>
    </message>
    <message>
        <source>Type an amount, such as 5.00.</source>
        <translation>Geben Sie einen Betrag ein, etwa 5,00.</translation>
    </message>
    <message>
        <source>%1 % off</source>
        <translation>%1 % weniger</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>%1 weniger</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
</context>
<context>
    <name>PromoterWords</name>
    <message>
        <source>Organizer: %1</source>
        <translation>Veranstalter: %1</translation>
    </message>
    <message>
        <source>In the name and on the account of %1, tax number %2</source>
        <translation>Im Namen und für Rechnung von %1, Steuernummer %2</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>No limit</source>
        <translation>Ohne Grenze</translation>
    </message>
</context>
<context>
    <name>ReceiptDocument</name>
    <message>
        <source>Specimen</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Tax number %1</source>
        <translation>Steuernummer %1</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Tax amount</source>
        <translation>Steuerbetrag</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Beleg %1</translation>
    </message>
</context>
<context>
    <name>ReportHeadWords</name>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>On account</source>
        <translation>Auf Rechnung</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Überweisung</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Kartenleser</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Nichts zu bezahlen</translation>
    </message>
    <message>
        <source>%1 (training: nothing of it is real)</source>
        <translation>%1 (Übung: nichts davon ist echt)</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>made %1</source>
        <translation>erstellt %1</translation>
    </message>
    <message>
        <source>Nothing was sold in this time.</source>
        <translation>In dieser Zeit wurde nichts verkauft.</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>Only in the account</source>
        <translation>Nur auf dem Konto</translation>
    </message>
    <message>
        <source>Only in the books</source>
        <translation>Nur in den Büchern</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>Ein anderer Betrag</translation>
    </message>
    <message>
        <source>Another currency</source>
        <translation>Eine andere Währung</translation>
    </message>
    <message>
        <source>Refunds do not add up</source>
        <translation>Erstattungen gehen nicht auf</translation>
    </message>
    <message>
        <source>An unusual fee</source>
        <translation>Eine ungewöhnliche Gebühr</translation>
    </message>
    <message>
        <source>A transfer does not add up</source>
        <translation>Eine Überweisung geht nicht auf</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>ended by itself</source>
        <translation>hat sich erledigt</translation>
    </message>
    <message>
        <source>ended by %1: %2</source>
        <translation>beendet von %1: %2</translation>
    </message>
    <message>
        <source>Case, account</source>
        <translation>Fall, Konto</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>Bücher</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Wie es steht</translation>
    </message>
    <message>
        <source>%1 · Reconciliation</source>
        <translation>%1 · Kontenabgleich</translation>
    </message>
    <message>
        <source>From %1 to %2, days in UTC as the providers count them</source>
        <translation>Von %1 bis %2, Tage in UTC, wie die Anbieter zählen</translation>
    </message>
    <message>
        <source>Day, account</source>
        <translation>Tag, Konto</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>Zugeordnet</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation>An die Bank</translation>
    </message>
    <message>
        <source>No account had a line in this time, and no case was open.</source>
        <translation>Kein Konto hatte in dieser Zeit eine Zeile, und kein Fall war offen.</translation>
    </message>
</context>
<context>
    <name>ReportWorkbook</name>
    <message>
        <source>Chart</source>
        <comment>name of a sheet; without any of []:*?/</comment>
        <translation>Diagramm</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Clerk</source>
        <translation>Kassenkraft</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Kassenleitung</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>Einlass</translation>
    </message>
    <message>
        <source>Organizer</source>
        <translation>Veranstalter</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Single events only</source>
        <translation>Nur einzelne Veranstaltungen</translation>
    </message>
</context>
<context>
    <name>SalesTableWords</name>
    <message>
        <source>Sales by event</source>
        <translation>Verkäufe nach Veranstaltung</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Of no event</source>
        <translation>Ohne Veranstaltung</translation>
    </message>
    <message>
        <source>Sales by performance</source>
        <translation>Verkäufe nach Vorstellung</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Vorstellung</translation>
    </message>
    <message>
        <source>Of no performance</source>
        <translation>Ohne Vorstellung</translation>
    </message>
    <message>
        <source>Sales by ticket type</source>
        <translation>Verkäufe nach Kartenart</translation>
    </message>
    <message>
        <source>Ticket type, fee</source>
        <translation>Kartenart, Gebühr</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Sales by price category</source>
        <translation>Verkäufe nach Preiskategorie</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>Sales by price</source>
        <translation>Verkäufe nach Preis</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Sales by counter</source>
        <translation>Verkäufe nach Kasse</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Unknown counter</source>
        <translation>Unbekannte Kasse</translation>
    </message>
    <message>
        <source>Sales by payment provider</source>
        <translation>Verkäufe nach Zahlungsanbieter</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Without a provider</source>
        <translation>Ohne Anbieter</translation>
    </message>
    <message>
        <source>Sales by way of paying</source>
        <translation>Verkäufe nach Zahlungsart</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Bezahlt mit</translation>
    </message>
    <message>
        <source>Nothing to pay</source>
        <translation>Nichts zu bezahlen</translation>
    </message>
    <message>
        <source>Sales by clerk</source>
        <translation>Verkäufe nach Kassenkraft</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>Kassenkraft</translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation>Niemand angemeldet</translation>
    </message>
    <message>
        <source>Sales by day</source>
        <translation>Verkäufe nach Tag</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Unknown day</source>
        <translation>Unbekannter Tag</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Nothing was sold in this time.</source>
        <translation>In dieser Zeit wurde nichts verkauft.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) sold, for %1.</source>
        <translation>
            <numerusform>%n Karte verkauft, für %1.</numerusform>
            <numerusform>%n Karten verkauft, für %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) sold, for %1 after refunds; %2 were taken back.</source>
        <translation>
            <numerusform>%n Karte verkauft, für %1 nach Erstattungen; zurückgenommen: %2.</numerusform>
            <numerusform>%n Karten verkauft, für %1 nach Erstattungen; zurückgenommen: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Untaxed</source>
        <translation>Unversteuert</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Ticket sales</source>
        <translation>Kartenverkauf</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Ermäßigungen</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>Erstattungen</translation>
    </message>
    <message>
        <source>Taxes</source>
        <translation>Steuern</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Tickets, net</source>
        <translation>Karten, netto</translation>
    </message>
    <message>
        <source>Tickets, tax</source>
        <translation>Karten, Steuer</translation>
    </message>
    <message>
        <source>Fees, net</source>
        <translation>Gebühren, netto</translation>
    </message>
    <message>
        <source>Fees, tax</source>
        <translation>Gebühren, Steuer</translation>
    </message>
    <message>
        <source>Refunds, net</source>
        <translation>Erstattungen, netto</translation>
    </message>
    <message>
        <source>Refunds, tax</source>
        <translation>Erstattungen, Steuer</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>Amount of tax</source>
        <translation>Steuerbetrag</translation>
    </message>
    <message>
        <source>No tax is owed: nothing was sold in this time.</source>
        <translation>Es ist keine Steuer zu zahlen: In dieser Zeit wurde nichts verkauft.</translation>
    </message>
    <message>
        <source>You owe %1 of taxes for what was sold in this time, less what was given back.</source>
        <translation>Für das in dieser Zeit Verkaufte, abzüglich der Erstattungen, sind %1 Steuern zu zahlen.</translation>
    </message>
    <message>
        <source>Discounts that were given</source>
        <translation>Gewährte Ermäßigungen</translation>
    </message>
    <message>
        <source>Gift cards sold</source>
        <translation>Verkaufte Gutscheine</translation>
    </message>
    <message>
        <source>Paid: %1</source>
        <translation>Bezahlt: %1</translation>
    </message>
    <message>
        <source>Paid: %1, %2</source>
        <translation>Bezahlt: %1, %2</translation>
    </message>
    <message>
        <source>Still to be paid</source>
        <translation>Noch zu bezahlen</translation>
    </message>
    <message>
        <source>Settlement by event</source>
        <translation>Abrechnung nach Veranstaltung</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Posten</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Net amount</source>
        <translation>Nettobetrag</translation>
    </message>
    <message>
        <source>There is nothing to settle: nothing was sold in this time.</source>
        <translation>Es gibt nichts abzurechnen: In dieser Zeit wurde nichts verkauft.</translation>
    </message>
    <message>
        <source>%1 are left to settle, after %2 of taxes and %3 of refunds.</source>
        <translation>Abzurechnen sind %1, nach %2 Steuern und %3 Erstattungen.</translation>
    </message>
</context>
<context>
    <name>SeatMap</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>noch %n</numerusform>
            <numerusform>noch %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places left</source>
        <translation>
            <numerusform>noch %n Platz</numerusform>
            <numerusform>noch %n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>verkauft</translation>
    </message>
    <message>
        <source>held</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>not for sale here</source>
        <translation>hier nicht zu verkaufen</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>ohne Preis</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>category and price</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>table %1</source>
        <translation>Tisch %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Reihe %1</translation>
    </message>
    <message>
        <source>seat %1</source>
        <translation>Platz %1</translation>
    </message>
    <message>
        <source>wheelchair accessible</source>
        <translation>rollstuhlgerecht</translation>
    </message>
    <message>
        <source>companion seat</source>
        <translation>Platz für eine Begleitperson</translation>
    </message>
    <message>
        <source>restricted view</source>
        <translation>eingeschränkte Sicht</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a seat&apos;s description</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>standing</source>
        <translation>Stehplatz</translation>
    </message>
    <message>
        <source>held: %1</source>
        <translation>zurückgehalten: %1</translation>
    </message>
</context>
<context>
    <name>SeatSheets</name>
    <message>
        <source>part %1</source>
        <translation>Teil %1</translation>
    </message>
    <message>
        <source>%1 of %2 seats sold</source>
        <translation>%1 von %2 Plätzen verkauft</translation>
    </message>
    <message>
        <source>This room has no numbered seats.</source>
        <translation>Dieser Raum hat keine nummerierten Plätze.</translation>
    </message>
</context>
<context>
    <name>SellingWords</name>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Vorstellung</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Kartenart</translation>
    </message>
    <message>
        <source>Price category</source>
        <translation>Preiskategorie</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Way of paying</source>
        <translation>Zahlungsart</translation>
    </message>
    <message>
        <source>Payment provider</source>
        <translation>Zahlungsanbieter</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>Kassenkraft</translation>
    </message>
    <message>
        <source>Booking curve</source>
        <translation>Buchungskurve</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>Auslastung</translation>
    </message>
</context>
<context>
    <name>Server</name>
    <message>
        <source>! Attention · the server needs somebody</source>
        <translation>! Achtung · am Server wird jemand gebraucht</translation>
    </message>
    <message numerus="yes">
        <source>○ Offline · %n waiting</source>
        <translation>
            <numerusform>○ Offline · %n wartet</numerusform>
            <numerusform>○ Offline · %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>○ Offline · all sent</source>
        <translation>○ Offline · alles gesendet</translation>
    </message>
    <message numerus="yes">
        <source>● Online · sending %n</source>
        <translation>
            <numerusform>● Online · sendet %n</numerusform>
            <numerusform>● Online · sendet %n</numerusform>
        </translation>
    </message>
    <message>
        <source>● Online · all sent</source>
        <translation>● Online · alles gesendet</translation>
    </message>
    <message>
        <source>● Stand-alone · everything is on this computer</source>
        <translation>● Eigenständig · alles liegt auf diesem Rechner</translation>
    </message>
    <message>
        <source>This counter sells on its own, without a server. Back up its folder.</source>
        <translation>Diese Kasse verkauft für sich, ohne Server. Sichern Sie ihren Ordner.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Selling goes on with what this counter holds; what is not sent is kept, and sent by itself.</source>
        <translation>Der Server ist nicht zu erreichen. Verkauft wird weiter, was diese Kasse hat; was noch nicht gesendet ist, bleibt hier und wird von selbst gesendet.</translation>
    </message>
    <message>
        <source>What is sold here is known to the server and to the other counters.</source>
        <translation>Was hier verkauft wird, wissen der Server und die anderen Kassen.</translation>
    </message>
    <message numerus="yes">
        <source>%n seats here without network</source>
        <translation>
            <numerusform>%n Platz hier ohne Netz</numerusform>
            <numerusform>%n Plätze hier ohne Netz</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places here without network</source>
        <translation>
            <numerusform>%n Karte hier ohne Netz</numerusform>
            <numerusform>%n Karten hier ohne Netz</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2 here without network</source>
        <comment>12 seats, 8 places</comment>
        <translation>%1 und %2 hier ohne Netz</translation>
    </message>
    <message numerus="yes">
        <source>%n seats</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n Karte</numerusform>
            <numerusform>%n Karten</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing here without network</source>
        <translation>hier nichts ohne Netz</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>as the server&apos;s</source>
        <translation>wie die des Servers</translation>
    </message>
    <message>
        <source>%L1 s ahead of the server&apos;s</source>
        <translation>geht %L1 s vor gegen die des Servers</translation>
    </message>
    <message>
        <source>%L1 s behind the server&apos;s</source>
        <translation>geht %L1 s nach gegen die des Servers</translation>
    </message>
</context>
<context>
    <name>ShowNightKit</name>
    <message>
        <source>As of %1, %2. What was sold later is not in it.</source>
        <translation>Stand %1, %2. Was später verkauft wurde, steht nicht darin.</translation>
    </message>
    <message>
        <source>Door list</source>
        <translation>Einlassliste</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>In since</source>
        <translation>Drin seit</translation>
    </message>
    <message>
        <source>No ticket has been sold yet.</source>
        <translation>Noch ist keine Karte verkauft.</translation>
    </message>
    <message>
        <source>Will-call list</source>
        <translation>Abholliste</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Nobody has an order in their name.</source>
        <translation>Niemand hat eine Bestellung auf seinen Namen.</translation>
    </message>
    <message>
        <source>door list</source>
        <translation>Einlassliste</translation>
    </message>
    <message>
        <source>will-call</source>
        <translation>Abholliste</translation>
    </message>
    <message>
        <source>seat map</source>
        <translation>Saalplan</translation>
    </message>
    <message>
        <source>blank tickets</source>
        <translation>Blankokarten</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>SPECIMEN · %1</source>
        <translation>MUSTER · %1</translation>
    </message>
</context>
<context>
    <name>SlipDocument</name>
    <message>
        <source>Specimen</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Testseite</translation>
    </message>
</context>
<context>
    <name>SpoolText</name>
    <message>
        <source>The printer does not answer. Check its cable and power.</source>
        <translation>Der Drucker antwortet nicht. Prüfen Sie Kabel und Strom.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Put paper in, and printing goes on.</source>
        <translation>Der Drucker hat kein Papier. Legen Sie Papier ein, dann geht es weiter.</translation>
    </message>
    <message>
        <source>The printer&apos;s cover is open. Close it, and printing goes on.</source>
        <translation>Der Deckel des Druckers ist offen. Schließen Sie ihn, dann geht es weiter.</translation>
    </message>
    <message>
        <source>Paper is stuck in the printer. Take it out, and printing goes on.</source>
        <translation>Im Drucker klemmt Papier. Nehmen Sie es heraus, dann geht es weiter.</translation>
    </message>
    <message>
        <source>The printer is paused. Press its pause key, and printing goes on.</source>
        <translation>Der Drucker ist angehalten. Drücken Sie seine Pausentaste, dann geht es weiter.</translation>
    </message>
    <message>
        <source>This page may have come out. Look at the printer, then say whether it did.</source>
        <translation>Diese Seite kam vielleicht heraus. Sehen Sie am Drucker nach und sagen Sie es dann.</translation>
    </message>
    <message>
        <source>A ticket was taken back and is not printed.</source>
        <translation>Ein Ticket wurde zurückgenommen und wird nicht gedruckt.</translation>
    </message>
    <message>
        <source>This printer is not set up any more. Add it again, or take the job back.</source>
        <translation>Dieser Drucker ist nicht mehr eingerichtet. Fügen Sie ihn wieder hinzu oder nehmen Sie den Auftrag zurück.</translation>
    </message>
    <message>
        <source>○ waits</source>
        <translation>○ wartet</translation>
    </message>
    <message>
        <source>▶ prints</source>
        <translation>▶ druckt</translation>
    </message>
    <message>
        <source>✓ sent</source>
        <translation>✓ gesendet</translation>
    </message>
    <message>
        <source>✓ printed</source>
        <translation>✓ gedruckt</translation>
    </message>
    <message>
        <source>? maybe printed</source>
        <translation>? vielleicht gedruckt</translation>
    </message>
    <message>
        <source>! failed</source>
        <translation>! gescheitert</translation>
    </message>
    <message>
        <source>× taken back</source>
        <translation>× zurückgenommen</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) left to print</source>
        <translation>
            <numerusform>noch %n Seite zu drucken</numerusform>
            <numerusform>noch %n Seiten zu drucken</numerusform>
        </translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Bons</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>cash drawer</source>
        <translation>Kassenlade</translation>
    </message>
</context>
<context>
    <name>TableSheets</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>TicketDocument</name>
    <message>
        <source>Specimen</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Doors open %1</source>
        <translation>Einlass ab %1</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Ticket %1 of %2</source>
        <translation>Karte %1 von %2</translation>
    </message>
    <message>
        <source>Tickets %1</source>
        <translation>Karten %1</translation>
    </message>
</context>
<context>
    <name>TicketWords</name>
    <message>
        <source>Specimen</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Doors open %1</source>
        <translation>Einlass ab %1</translation>
    </message>
    <message>
        <source>Ticket %1 of %2</source>
        <translation>Karte %1 von %2</translation>
    </message>
</context>
<context>
    <name>TillFigure</name>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Bezahlt mit</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Kartenart</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Sold by</source>
        <translation>Verkauft von</translation>
    </message>
    <message>
        <source>Cash into the drawer</source>
        <translation>Bargeld in der Lade</translation>
    </message>
    <message>
        <source>Rounded to coins</source>
        <translation>Münzrundung</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>Eingezahlt</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Ausgezahlt</translation>
    </message>
    <message>
        <source>Drawer opened without a sale</source>
        <translation>Lade ohne Verkauf geöffnet</translation>
    </message>
    <message>
        <source>Gift cards sold</source>
        <translation>Verkaufte Gutscheine</translation>
    </message>
    <message>
        <source>Taken off list prices</source>
        <translation>Nachlass auf Listenpreise</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Tax in it</source>
        <translation>Darin Steuer</translation>
    </message>
</context>
<context>
    <name>foyer::desktop::Desktop</name>
    <message>
        <source>Sell</source>
        <translation>Verkaufen</translation>
    </message>
    <message>
        <source>! %1 entries missing</source>
        <translation>! Es fehlen %1 Einträge</translation>
    </message>
    <message>
        <source>● Stand-alone · everything is on this computer</source>
        <translation>● Eigenständig · alles liegt auf diesem Rechner</translation>
    </message>
    <message>
        <source>This database is older than what was sold here. Put the newer file back, or run foyer-cli recover.</source>
        <translation>Diese Datenbank ist älter als das, was hier verkauft wurde. Spielen Sie die neuere Datei zurück, oder rufen Sie foyer-cli recover auf.</translation>
    </message>
    <message>
        <source>This counter sells on its own, without a server. Back up its folder: %1</source>
        <translation>Diese Kasse verkauft für sich, ohne Server. Sichern Sie ihren Ordner: %1</translation>
    </message>
    <message>
        <source>This counter could not be opened</source>
        <translation>Diese Kasse ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>! Not open</source>
        <translation>! Nicht offen</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Waiting for the keychain and reading the database.</source>
        <translation>Der Schlüsselbund wird gefragt und die Datenbank gelesen.</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>Einlass</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Training: nothing here is real. Tickets are specimens, and no sale is in any report.</source>
        <translation>Übung: Hier ist nichts echt. Tickets sind Muster, und kein Verkauf steht in einem Bericht.</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papiere</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgelegt</translation>
    </message>
    <message>
        <source>Your role does not sell. Send them to a counter.</source>
        <translation>Ihre Rolle verkauft nicht. Schicken Sie sie an eine Kasse.</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Mails</source>
        <translation>Mails</translation>
    </message>
    <message>
        <source>This house is for testing: providers take no real money, and tickets are specimens.</source>
        <translation>Dieses Haus ist zum Testen: Anbieter nehmen kein echtes Geld, und Karten sind Muster.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>Import/export</source>
        <translation>Import/Export</translation>
    </message>
    <message>
        <source>Branding</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>foyer::desktop::FindDialog</name>
    <message>
        <source>Find anything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Performance, order code or customer</source>
        <translation>Vorstellung, Bestellnummer oder Kunde</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Enter opens the first one; arrows choose.</source>
        <translation>Eingabe öffnet den ersten Treffer; die Pfeile wählen.</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation>Kunde %1</translation>
    </message>
</context>
<context>
    <name>foyer::desktop::FirstStart</name>
    <message>
        <source>A new counter</source>
        <translation>Eine neue Kasse</translation>
    </message>
    <message>
        <source>Welcome to Foyer</source>
        <translation>Willkommen bei Foyer</translation>
    </message>
    <message>
        <source>This computer becomes a counter. Who sells here?</source>
        <translation>Dieser Rechner wird zur Kasse. Wer verkauft hier?</translation>
    </message>
    <message>
        <source>Organizer</source>
        <translation>Veranstalter</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Write the currency as its three letters, such as EUR.</source>
        <translation>Schreiben Sie die Währung mit ihren drei Buchstaben, etwa EUR.</translation>
    </message>
    <message>
        <source>Say who sells: the name of the organizer.</source>
        <translation>Geben Sie an, wer verkauft: den Namen des Veranstalters.</translation>
    </message>
    <message>
        <source>And who are you?</source>
        <translation>Und wer sind Sie?</translation>
    </message>
    <message>
        <source>You become its administrator. Colleagues get a role and a PIN of their own later, under People.</source>
        <translation>Sie werden Administrator dieser Kasse. Kollegen bekommen ihre Rolle und ihre PIN später unter „Personen“.</translation>
    </message>
    <message>
        <source>Six digits, or 12 characters and more</source>
        <translation>Sechs Ziffern oder mindestens 12 Zeichen</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>PIN or password</source>
        <translation>PIN oder Passwort</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Say your name: you are the administrator.</source>
        <translation>Geben Sie Ihren Namen an: Sie sind der Administrator.</translation>
    </message>
    <message>
        <source>The two are not the same. Type the second one again.</source>
        <translation>Die beiden stimmen nicht überein. Geben Sie die Wiederholung neu ein.</translation>
    </message>
    <message>
        <source>Only for testing, for good</source>
        <translation>Nur zum Testen, und das für immer</translation>
    </message>
    <message>
        <source>Payment providers are tried without real money, and what is printed is a specimen. Nothing of it ever comes into a real house.</source>
        <translation>Zahlungsanbieter werden ohne echtes Geld ausprobiert, und was gedruckt wird, ist ein Muster. Nichts davon kommt je in ein echtes Haus.</translation>
    </message>
    <message>
        <source>The house has a server already, and I have an invitation</source>
        <translation>Das Haus hat schon einen Server, und ich habe eine Einladung</translation>
    </message>
    <message>
        <source>Invitation: scan its QR code, or paste its text</source>
        <translation>Einladung: QR-Code scannen oder Text einfügen</translation>
    </message>
    <message>
        <source>Scan the QR code of the invitation, or paste its text here.</source>
        <translation>Scannen Sie den QR-Code der Einladung, oder fügen Sie ihren Text hier ein.</translation>
    </message>
</context>
<context>
    <name>foyer::desktop::Hardware</name>
    <message>
        <source>This code belongs to an order, and yours is not the role to open it. Go to the door to let somebody in.</source>
        <translation>Dieser Code gehört zu einer Bestellung, die Ihre Rolle nicht öffnen darf. Zum Einlassen gehen Sie zum Einlass.</translation>
    </message>
</context>
<context>
    <name>foyer::desktop::KitKeeper</name>
    <message>
        <source>Not written yet.</source>
        <translation>Noch nicht geschrieben.</translation>
    </message>
    <message>
        <source>Nothing is played today or tomorrow. Looked at %1.</source>
        <translation>Heute und morgen wird nichts gespielt. Nachgesehen um %1.</translation>
    </message>
    <message>
        <source>Written at %1. Performances: %2</source>
        <translation>Geschrieben um %1. Vorstellungen: %2</translation>
    </message>
</context>
<context>
    <name>foyer::desktop::PassphraseDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>This computer has no keychain. Choose a passphrase that protects the keys of this counter. It is asked for at every start, and nobody can find it out.</source>
        <translation>Dieser Rechner hat keinen Schlüsselbund. Wählen Sie eine Passphrase, die die Schlüssel dieser Kasse schützt. Sie wird bei jedem Start verlangt, und niemand kann sie herausfinden.</translation>
    </message>
    <message>
        <source>The keys of this counter lie in a file. Its passphrase opens it.</source>
        <translation>Die Schlüssel dieser Kasse liegen in einer Datei. Deren Passphrase öffnet sie.</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dasselbe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Protect the keys</source>
        <translation>Schlüssel schützen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message numerus="yes">
        <source>Choose at least %n character(s); four unrelated words are a good passphrase.</source>
        <translation>
            <numerusform>Wählen Sie mindestens %n Zeichen; vier beliebige Wörter sind eine gute Passphrase.</numerusform>
            <numerusform>Wählen Sie mindestens %n Zeichen; vier beliebige Wörter sind eine gute Passphrase.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same. Type the second one again.</source>
        <translation>Die beiden sind nicht gleich. Geben Sie die zweite noch einmal ein.</translation>
    </message>
    <message>
        <source>Type the passphrase that was chosen for this counter.</source>
        <translation>Geben Sie die Passphrase ein, die für diese Kasse gewählt wurde.</translation>
    </message>
</context>
<context>
    <name>foyer::desktop::TrainingLauncher</name>
    <message>
        <source>The training opens in a window of its own.</source>
        <translation>Die Übung öffnet sich in einem eigenen Fenster.</translation>
    </message>
</context>
<context>
    <name>foyer::ui</name>
    <message>
        <source>%1 was sold in the meantime. Choose another seat.</source>
        <translation>%1 wurde inzwischen verkauft. Wählen Sie einen anderen Platz.</translation>
    </message>
    <message>
        <source>The price has changed from %1 to %2. Nothing was sold. Tell the customer and confirm again.</source>
        <translation>Der Preis hat sich von %1 auf %2 geändert. Es wurde nichts verkauft. Sagen Sie es dem Kunden und bestätigen Sie erneut.</translation>
    </message>
    <message>
        <source>%1 is still to be paid.</source>
        <translation>%1 sind noch zu zahlen.</translation>
    </message>
    <message>
        <source>There are not %1 seats left here. Choose fewer, another category or date.</source>
        <translation>Hier sind keine %1 Plätze mehr frei. Wählen Sie weniger, eine andere Kategorie oder einen anderen Tag.</translation>
    </message>
    <message>
        <source>“%1” is not an amount in %2. Write it as in %3.</source>
        <translation>„%1“ ist kein Betrag in %2. Schreiben Sie ihn wie %3.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>This gift card is worth %1. Take that, and the rest another way.</source>
        <translation>Dieser Gutschein ist %1 wert. Nehmen Sie das, und den Rest auf anderem Weg.</translation>
    </message>
    <message>
        <source>There is no promo code %1 here. Check it for typing mistakes.</source>
        <translation>Einen Aktionscode %1 gibt es hier nicht. Prüfen Sie ihn auf Tippfehler.</translation>
    </message>
    <message>
        <source>The code %1 is not valid any more.</source>
        <translation>Der Code %1 gilt nicht mehr.</translation>
    </message>
    <message>
        <source>The code %1 is for other events or ticket types. Take it out to go on.</source>
        <translation>Der Code %1 gilt für andere Veranstaltungen oder Tickets. Nehmen Sie ihn heraus, um weiterzumachen.</translation>
    </message>
    <message>
        <source>The code %1 was used as often as it may be.</source>
        <translation>Der Code %1 ist aufgebraucht.</translation>
    </message>
    <message>
        <source>The administrator keeps every permission. Change another role.</source>
        <translation>Der Administrator behält alle Rechte. Ändern Sie eine andere Rolle.</translation>
    </message>
    <message>
        <source>This order was changed since it was sold. Refund what is left of it instead.</source>
        <translation>Diese Bestellung wurde seit dem Verkauf geändert. Erstatten Sie stattdessen, was von ihr übrig ist.</translation>
    </message>
    <message>
        <source>A ticket was used at the door already. Undo its admission first if that was a mistake.</source>
        <translation>Ein Ticket wurde am Einlass schon benutzt. Nehmen Sie den Einlass zuerst zurück, wenn er ein Versehen war.</translation>
    </message>
    <message>
        <source>This is void already. Nothing was changed.</source>
        <translation>Das ist schon ungültig. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Say what was counted: no less than nothing.</source>
        <translation>Sagen Sie, was gezählt wurde: nicht weniger als nichts.</translation>
    </message>
    <message>
        <source>Say what is taken off: a share up to 100 %, an amount, or the price.</source>
        <translation>Sagen Sie, was abgezogen wird: ein Anteil bis 100 %, ein Betrag oder der Preis.</translation>
    </message>
    <message>
        <source>A discount is at most the whole price. Type a smaller one.</source>
        <translation>Eine Ermäßigung ist höchstens der ganze Preis. Tippen Sie eine kleinere.</translation>
    </message>
    <message>
        <source>Type how much is given, such as 5.00.</source>
        <translation>Tippen Sie, wie viel gespendet wird, etwa 5,00.</translation>
    </message>
    <message>
        <source>This is not an email address. Write it as in name@example.org, or leave it empty.</source>
        <translation>Das ist keine E-Mail-Adresse. Schreiben Sie sie wie name@example.org, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>A gift card is worth an amount above zero. Type a smaller or larger one.</source>
        <translation>Ein Gutschein ist einen Betrag über null wert. Tippen Sie einen kleineren oder größeren.</translation>
    </message>
    <message>
        <source>This is not the code of a gift card. Check it for typing mistakes.</source>
        <translation>Das ist kein Gutscheincode. Prüfen Sie ihn auf Tippfehler.</translation>
    </message>
    <message>
        <source>This is more than is open, or nothing. Say how much of it came.</source>
        <translation>Das ist mehr, als offen ist, oder nichts. Sagen Sie, wie viel davon kam.</translation>
    </message>
    <message>
        <source>A name has at most 200 characters and no control characters. Shorten it.</source>
        <translation>Ein Name hat höchstens 200 Zeichen und keine Steuerzeichen. Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>Give back an amount above zero and at most what these tickets are worth.</source>
        <translation>Geben Sie einen Betrag über null zurück, höchstens, was diese Tickets wert sind.</translation>
    </message>
    <message>
        <source>Say how many tickets of which types go together; a group rate is of one type.</source>
        <translation>Sagen Sie, wie viele Tickets welcher Art zusammengehören; ein Gruppenpreis gilt für eine Art.</translation>
    </message>
    <message>
        <source>A telephone number has digits, spaces, + - / ( ) and at least three digits. Correct it, or leave it empty.</source>
        <translation>Eine Telefonnummer hat Ziffern, Leerzeichen, + - / ( ) und mindestens drei Ziffern. Verbessern Sie sie, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>Give the printer a short name, such as Box office 1.</source>
        <translation>Geben Sie dem Drucker einen kurzen Namen, etwa Kasse 1.</translation>
    </message>
    <message>
        <source>Say what the printer is for: tickets, receipts, reports or several.</source>
        <translation>Sagen Sie, wofür der Drucker ist: Tickets, Belege, Berichte oder mehreres.</translation>
    </message>
    <message>
        <source>Type whom the invoice goes to, with the address.</source>
        <translation>Tippen Sie, an wen die Rechnung geht, mit der Anschrift.</translation>
    </message>
    <message>
        <source>Say how many tickets may use the code; 0 is no limit.</source>
        <translation>Sagen Sie, für wie viele Tickets der Code gilt; 0 ist keine Grenze.</translation>
    </message>
    <message>
        <source>The code must end after it begins.</source>
        <translation>Der Code muss enden, nachdem er beginnt.</translation>
    </message>
    <message>
        <source>What is in the drawer is shown after the count. Count the drawer first.</source>
        <translation>Was in der Lade ist, wird nach dem Zählen gezeigt. Zählen Sie zuerst die Lade.</translation>
    </message>
    <message>
        <source>This performance is cancelled. Nothing can be sold for it.</source>
        <translation>Diese Vorstellung ist abgesagt. Für sie kann nichts verkauft werden.</translation>
    </message>
    <message>
        <source>This gift card was sold at another counter. Only that one can do this, so that nothing is spent twice.</source>
        <translation>Dieser Gutschein wurde an einer anderen Kasse verkauft. Nur diese kann das tun, damit nichts doppelt ausgegeben wird.</translation>
    </message>
    <message>
        <source>Say the code as customers will type it.</source>
        <translation>Sagen Sie den Code, wie Kunden ihn tippen werden.</translation>
    </message>
    <message>
        <source>Say who it is, and how to reach them: a name and a telephone number or an email address.</source>
        <translation>Sagen Sie, wer es ist und wie man sie erreicht: ein Name und eine Telefonnummer oder E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>This database is older than what this counter has already sold. Put the newer file back, or run foyer-cli recover if it is lost for good.</source>
        <translation>Diese Datenbank ist älter als das, was diese Kasse schon verkauft hat. Legen Sie die neuere Datei zurück, oder führen Sie foyer-cli recover aus, wenn sie endgültig verloren ist.</translation>
    </message>
    <message>
        <source>This user may not sign in any more. Ask an administrator.</source>
        <translation>Diese Person darf sich nicht mehr anmelden. Fragen Sie einen Administrator.</translation>
    </message>
    <message>
        <source>This drawer is in use by another shift. Close that shift, or take another drawer.</source>
        <translation>Diese Lade gehört zu einer anderen Schicht. Schließen Sie jene Schicht, oder nehmen Sie eine andere Lade.</translation>
    </message>
    <message>
        <source>There is nothing in the cart. Choose a ticket first.</source>
        <translation>Im Warenkorb ist nichts. Wählen Sie zuerst ein Ticket.</translation>
    </message>
    <message>
        <source>The first user must be an administrator, or nobody could add others.</source>
        <translation>Die erste Person muss Administrator sein, sonst könnte niemand andere hinzufügen.</translation>
    </message>
    <message>
        <source>Drawers are counted in the house&apos;s currency. Take another one by card, transfer or invoice.</source>
        <translation>Laden werden in der Währung des Hauses gezählt. Nehmen Sie eine andere mit Karte, Überweisung oder Rechnung.</translation>
    </message>
    <message>
        <source>This gift card is blocked. Ask who blocked it, or take another payment.</source>
        <translation>Dieser Gutschein ist gesperrt. Fragen Sie, wer ihn gesperrt hat, oder nehmen Sie eine andere Zahlung.</translation>
    </message>
    <message>
        <source>This gift card was replaced or taken back already. Nothing was changed.</source>
        <translation>Dieser Gutschein wurde schon ersetzt oder zurückgenommen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>A gift card is paid with money. Take cash or a card.</source>
        <translation>Ein Gutschein wird mit Geld bezahlt. Nehmen Sie Bargeld oder eine Karte.</translation>
    </message>
    <message>
        <source>A gift card was spent or replaced since it was sold, so its sale cannot be taken back.</source>
        <translation>Ein Gutschein wurde seit seinem Verkauf benutzt oder ersetzt, deshalb kann der Verkauf nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Nothing is open of this invoice. Nothing was recorded.</source>
        <translation>Von dieser Rechnung ist nichts offen. Es wurde nichts verbucht.</translation>
    </message>
    <message>
        <source>This is the last administrator. Make somebody else one first.</source>
        <translation>Das ist der letzte Administrator. Machen Sie zuerst jemand anderen dazu.</translation>
    </message>
    <message>
        <source>This counter is locked. Enter your PIN, then go on.</source>
        <translation>Diese Kasse ist gesperrt. Geben Sie Ihre PIN ein, dann geht es weiter.</translation>
    </message>
    <message>
        <source>One order has one currency. Sell this in an order of its own.</source>
        <translation>Eine Bestellung hat eine Währung. Verkaufen Sie das in einer eigenen Bestellung.</translation>
    </message>
    <message>
        <source>Say the name.</source>
        <translation>Sagen Sie den Namen.</translation>
    </message>
    <message>
        <source>That name is taken already. Choose another name.</source>
        <translation>Diesen Namen gibt es schon. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Say what the gift card is to be worth.</source>
        <translation>Sagen Sie, was der Gutschein wert sein soll.</translation>
    </message>
    <message>
        <source>Nothing of this invoice is to be given back. Nothing was recorded.</source>
        <translation>Von dieser Rechnung ist nichts zurückzugeben. Es wurde nichts verbucht.</translation>
    </message>
    <message>
        <source>An invoice stands for a whole order. Take the difference by another way.</source>
        <translation>Eine Rechnung steht für eine ganze Bestellung. Nehmen Sie die Differenz auf anderem Weg.</translation>
    </message>
    <message>
        <source>No printer of this computer is set up for that. Add one in the settings.</source>
        <translation>Kein Drucker dieses Rechners ist dafür eingerichtet. Richten Sie einen ein.</translation>
    </message>
    <message>
        <source>You have no open shift. Open your shift first, so that the cash belongs to a drawer.</source>
        <translation>Sie haben keine offene Schicht. Öffnen Sie zuerst Ihre Schicht, damit das Bargeld zu einer Lade gehört.</translation>
    </message>
    <message>
        <source>This ticket was not let in. There is nothing to undo.</source>
        <translation>Dieses Ticket wurde nicht eingelassen. Es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>This shift was opened at another counter. Close it there, where its drawer is.</source>
        <translation>Diese Schicht wurde an einer anderen Kasse geöffnet. Schließen Sie sie dort, wo ihre Lade ist.</translation>
    </message>
    <message>
        <source>This was sold at another counter. Change it there, so that its money is not given back twice.</source>
        <translation>Das wurde an einer anderen Kasse verkauft. Ändern Sie es dort, damit das Geld nicht doppelt zurückgeht.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask a supervisor to approve it with a PIN, or to sign in.</source>
        <translation>Ihre Rolle erlaubt das nicht. Bitten Sie die Kassenleitung, es mit ihrer PIN zu bestätigen oder sich anzumelden.</translation>
    </message>
    <message>
        <source>Sign in first, then try again.</source>
        <translation>Melden Sie sich zuerst an, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Choose the tickets that somebody else picks up.</source>
        <translation>Wählen Sie die Tickets, die jemand anderes abholt.</translation>
    </message>
    <message>
        <source>Choose the tickets that are to be exchanged.</source>
        <translation>Wählen Sie die Tickets, die getauscht werden sollen.</translation>
    </message>
    <message>
        <source>No valid ticket of this order is left. Nothing was changed.</source>
        <translation>Von dieser Bestellung ist kein gültiges Ticket übrig. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Complimentary tickets and discounts each need a yes of their own. Sell the complimentary ones in an order of their own.</source>
        <translation>Freikarten und Ermäßigungen brauchen je eine eigene Zustimmung. Verkaufen Sie die Freikarten in einer eigenen Bestellung.</translation>
    </message>
    <message>
        <source>This is more than your role may do by itself. Ask a supervisor to approve it with a PIN.</source>
        <translation>Das ist mehr, als Ihre Rolle allein darf. Bitten Sie die Kassenleitung, es mit ihrer PIN zu bestätigen.</translation>
    </message>
    <message>
        <source>The payments other than cash are more than what is due. Take less by them.</source>
        <translation>Die Zahlungen außer Bargeld sind mehr, als fällig ist. Nehmen Sie weniger davon.</translation>
    </message>
    <message>
        <source>Nobody can approve what they do themselves. Ask a colleague.</source>
        <translation>Niemand kann bestätigen, was er selbst tut. Fragen Sie eine Kollegin oder einen Kollegen.</translation>
    </message>
    <message>
        <source>The difference is another by now. Nothing was changed. Look at it again and confirm.</source>
        <translation>Die Differenz ist inzwischen eine andere. Es wurde nichts geändert. Sehen Sie sie noch einmal an, und bestätigen Sie.</translation>
    </message>
    <message>
        <source>Say why; the reason is kept.</source>
        <translation>Sagen Sie, warum; der Grund wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Type the receipt number that the card terminal printed.</source>
        <translation>Tippen Sie die Belegnummer, die das Kartenterminal gedruckt hat.</translation>
    </message>
    <message>
        <source>A seat is held for somebody. Choose another seat.</source>
        <translation>Ein Platz ist für jemanden zurückgehalten. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Places here are numbered. Choose a seat.</source>
        <translation>Plätze hier sind nummeriert. Wählen Sie einen Platz.</translation>
    </message>
    <message>
        <source>Give the user a password or a PIN.</source>
        <translation>Geben Sie der Person ein Passwort oder eine PIN.</translation>
    </message>
    <message>
        <source>This shift is closed already. Nothing was changed.</source>
        <translation>Diese Schicht ist schon geschlossen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Your shift is open already. Close it before you open another one.</source>
        <translation>Ihre Schicht ist schon offen. Schließen Sie sie, bevor Sie eine andere öffnen.</translation>
    </message>
    <message>
        <source>There are not enough tickets left. Sell fewer, or choose another category or date.</source>
        <translation>Es sind nicht genug Tickets übrig. Verkaufen Sie weniger, oder wählen Sie eine andere Kategorie oder einen anderen Tag.</translation>
    </message>
    <message>
        <source>A ticket can be exchanged for one other only.</source>
        <translation>Ein Ticket kann nur gegen ein anderes getauscht werden.</translation>
    </message>
    <message>
        <source>This ticket is not valid any more; its money was given back. Choose tickets that are.</source>
        <translation>Dieses Ticket ist nicht mehr gültig; sein Geld wurde zurückgegeben. Wählen Sie gültige Tickets.</translation>
    </message>
    <message>
        <source>Your operator card is over. Connect this counter to its server, or let a supervisor sign in.</source>
        <translation>Ihre Bedienkarte ist abgelaufen. Verbinden Sie diese Kasse mit ihrem Server, oder lassen Sie eine Aufsicht sich anmelden.</translation>
    </message>
    <message>
        <source>This counter has nothing to check your password or PIN by. Connect it to its server and try again; if that does not help, ask an administrator.</source>
        <translation>Diese Kasse hat nichts, womit sie Ihr Passwort oder Ihre PIN prüfen kann. Verbinden Sie sie mit ihrem Server, und versuchen Sie es noch einmal; hilft das nicht, fragen Sie die Administration.</translation>
    </message>
    <message>
        <source>By this counter&apos;s clock your operator card begins later. Check the clock, or connect the counter to its server.</source>
        <translation>Nach der Uhr dieser Kasse beginnt Ihre Bedienkarte erst später. Prüfen Sie die Uhr, oder verbinden Sie die Kasse mit ihrem Server.</translation>
    </message>
    <message>
        <source>There were too many wrong tries. Wait a little, then try again.</source>
        <translation>Es gab zu viele falsche Versuche. Warten Sie etwas, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>This customer is not known any more. Search again, or type a name.</source>
        <translation>Diese Kundin oder dieser Kunde ist nicht mehr bekannt. Suchen Sie noch einmal, oder tippen Sie einen Namen.</translation>
    </message>
    <message>
        <source>This gift card is not known here.</source>
        <translation>Dieser Gutschein ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>This order is not known here. Search for it again.</source>
        <translation>Diese Bestellung ist hier nicht bekannt. Suchen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>There is no such seat here. Write it as row and number, F7, or with its section, Stalls F7.</source>
        <translation>Diesen Platz gibt es hier nicht. Schreiben Sie ihn als Reihe und Nummer, F7, oder mit seinem Bereich, Parkett F7.</translation>
    </message>
    <message>
        <source>A payment is not needed. Take it out.</source>
        <translation>Eine Zahlung wird nicht gebraucht. Nehmen Sie sie heraus.</translation>
    </message>
    <message>
        <source>This password is too short, too long or too simple. A few words in a row are easy to remember.</source>
        <translation>Dieses Passwort ist zu kurz, zu lang oder zu einfach. Ein paar Wörter hintereinander merkt man sich leicht.</translation>
    </message>
    <message>
        <source>A PIN has six digits that are not too simple.</source>
        <translation>Eine PIN hat sechs Ziffern, die nicht zu einfach sind.</translation>
    </message>
    <message>
        <source>This seat is in another category. Choose its own category, or another seat.</source>
        <translation>Dieser Platz ist in einer anderen Kategorie. Wählen Sie seine Kategorie oder einen anderen Platz.</translation>
    </message>
    <message>
        <source>Name and password or PIN do not belong together. Check both and try again.</source>
        <translation>Name und Passwort oder PIN gehören nicht zusammen. Prüfen Sie beides, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <extracomment>How a day is written, in the letters of QDate::toString(); German has &quot;dddd, d. MMMM&quot;</extracomment>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <extracomment>How a day is written in short, in the letters of QDate::toString()</extracomment>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>This incident was dealt with already. Nothing was changed.</source>
        <translation>Dieser Vorfall ist schon geklärt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nobody is named on this order, so there is nobody to write to.</source>
        <translation>Zu dieser Bestellung ist niemand genannt, also gibt es niemanden, dem man schreiben kann.</translation>
    </message>
    <message>
        <source>There is no such incident here any more. Look at the list again.</source>
        <translation>Diesen Vorfall gibt es hier nicht mehr. Sehen Sie noch einmal in die Liste.</translation>
    </message>
    <message>
        <source>Say a whole number from 0 to 100000.</source>
        <translation>Nennen Sie eine ganze Zahl von 0 bis 100000.</translation>
    </message>
    <message>
        <source>The server does not take anything of this counter any more: an administrator has revoked it. What was sold is kept here. Ask an administrator.</source>
        <translation>Der Server nimmt von dieser Kasse nichts mehr an: Jemand von der Verwaltung hat sie gesperrt. Was verkauft wurde, bleibt hier erhalten. Fragen Sie die Verwaltung.</translation>
    </message>
    <message>
        <source>This file cannot be written. Choose another folder, or make room.</source>
        <translation>Diese Datei lässt sich nicht schreiben. Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>The server was restored from a backup and gives out nothing until it has heard from every counter. Sell what this counter still holds, and try again later.</source>
        <translation>Der Server wurde aus einer Sicherung wiederhergestellt und gibt nichts aus, bis sich jede Kasse gemeldet hat. Verkaufen Sie, was diese Kasse noch hat, und versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The database of this counter is a server&apos;s. Check it with foyer-cli verify.</source>
        <translation>Die Datenbank dieser Kasse liegt auf einem Server. Prüfen Sie sie mit foyer-cli verify.</translation>
    </message>
    <message>
        <source>This counter stands alone: there is no server to return tickets to.</source>
        <translation>Diese Kasse steht für sich: Es gibt keinen Server, dem Karten zurückzugeben wären.</translation>
    </message>
    <message>
        <source>Another counter has one of these seats. Choose others.</source>
        <translation>Eine andere Kasse hat einen dieser Plätze. Wählen Sie andere.</translation>
    </message>
    <message>
        <source>What answers there is not the server that this counter has joined. Nothing was said to it. Ask whoever runs the server.</source>
        <translation>Was dort antwortet, ist nicht der Server dieser Kasse. Ihm wurde nichts mitgeteilt. Fragen Sie, wer den Server betreibt.</translation>
    </message>
    <message>
        <source>This counter holds no more of “%1” by itself. With the network it asks the server; without it, sell what is still here, or another date.</source>
        <translation>Von „%1“ hat diese Kasse selbst nichts mehr. Mit Netz fragt sie den Server; ohne Netz verkaufen Sie, was noch hier ist, oder einen anderen Termin.</translation>
    </message>
    <message>
        <source>What this counter has written does not continue what the server has of it. Check the journal in the diagnostics, and send a support bundle.</source>
        <translation>Was diese Kasse geschrieben hat, setzt nicht fort, was der Server von ihr hat. Prüfen Sie in der Diagnose das Journal, und schicken Sie ein Paket an die Hilfe.</translation>
    </message>
    <message>
        <source>This customer&apos;s data was erased and cannot be read any more. Ask for it again where it is needed.</source>
        <translation>Die Daten dieses Kunden wurden gelöscht und sind nicht mehr lesbar. Fragen Sie neu danach, wo sie gebraucht werden.</translation>
    </message>
    <message>
        <source>The key to this customer&apos;s data has not arrived at this counter yet. Sync with the server, and try again.</source>
        <translation>Der Schlüssel zu den Daten dieses Kunden ist an dieser Kasse noch nicht angekommen. Gleichen Sie mit dem Server ab, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>What this counter has sent is not signed with its key. Check the journal in the diagnostics, and send a support bundle.</source>
        <translation>Was diese Kasse gesendet hat, ist nicht mit ihrem Schlüssel signiert. Prüfen Sie in der Diagnose das Journal, und schicken Sie ein Paket an die Hilfe.</translation>
    </message>
    <message>
        <source>There are two copies of this counter, and the server goes on with the other one. Stop using this copy and keep its data folder: an administrator enrols it as a new counter.</source>
        <translation>Es gibt zwei Kopien dieser Kasse, und der Server macht mit der anderen weiter. Benutzen Sie diese nicht mehr, und bewahren Sie ihren Datenordner auf: die Verwaltung nimmt sie als neue Kasse auf.</translation>
    </message>
    <message>
        <source>The server was put back from a backup and was not told. Selling goes on with what is held here; whoever runs the server starts it with foyer-server --restored.</source>
        <translation>Der Server wurde aus einer Sicherung wiederhergestellt und weiß es nicht. Der Verkauf geht mit dem weiter, was hier ist; wer den Server betreibt, startet ihn mit foyer-server --restored.</translation>
    </message>
    <message>
        <source>The server knows this counter as another one. Let an administrator look at the list of devices, then sync again.</source>
        <translation>Der Server kennt diese Kasse als eine andere. Lassen Sie die Verwaltung die Liste der Geräte ansehen, und gleichen Sie dann wieder ab.</translation>
    </message>
    <message>
        <source>Order %1 is at the counter “%2”. Connect to the server, or change it at that counter, so that its money is not given back twice.</source>
        <translation>Die Bestellung %1 liegt bei der Kasse „%2“. Verbinden Sie sich mit dem Server, oder ändern Sie sie an jener Kasse, damit ihr Geld nicht zweimal erstattet wird.</translation>
    </message>
    <message>
        <source>Order %1 is not at this counter. Connect to the server, which hands it over.</source>
        <translation>Die Bestellung %1 liegt nicht bei dieser Kasse. Verbinden Sie sich mit dem Server, der sie übergibt.</translation>
    </message>
    <message>
        <source>The counter “%2” was asked to hand order %1 over and has not answered yet. Try again in a moment, or change it at that counter. If that counter is lost, have it written off.</source>
        <translation>Die Kasse „%2“ wurde gebeten, die Bestellung %1 zu übergeben, und hat noch nicht geantwortet. Versuchen Sie es gleich noch einmal, oder ändern Sie sie an jener Kasse. Ist jene Kasse verloren, lassen Sie sie abschreiben.</translation>
    </message>
    <message>
        <source>Say a language by its short name, as in de or en-GB.</source>
        <translation>Nennen Sie eine Sprache mit ihrem kurzen Namen, etwa de oder en-GB.</translation>
    </message>
    <message>
        <source>Not everybody sees pages. Say the same as plain text, too.</source>
        <translation>Nicht alle sehen Seiten. Schreiben Sie dasselbe auch als reinen Text.</translation>
    </message>
    <message>
        <source>The house&apos;s server has nobody who takes this kind of payment.</source>
        <translation>Der Server des Hauses hat niemanden, der solche Zahlungen annimmt.</translation>
    </message>
    <message>
        <source>The new tickets are given out at once, so the difference is paid at once: in cash or by card.</source>
        <translation>Die neuen Tickets werden sofort ausgegeben, also wird der Unterschied sofort bezahlt: bar oder mit Karte.</translation>
    </message>
    <message>
        <source>In a training no real money is taken. Practise with cash or a card.</source>
        <translation>In einer Schulung wird kein echtes Geld genommen. Üben Sie mit Bargeld oder Karte.</translation>
    </message>
    <message>
        <source>The server cannot be reached, so a payment by phone or reader would not arrive. Take cash or a card.</source>
        <translation>Der Server ist nicht erreichbar, eine Zahlung per Handy oder Kartenleser käme nicht an. Nehmen Sie Bargeld oder Karte.</translation>
    </message>
    <message>
        <source>Payments by phone or reader go through the house&apos;s server, and this counter has not joined one.</source>
        <translation>Zahlungen per Handy oder Kartenleser gehen über den Server des Hauses, und diese Kasse ist mit keinem verbunden.</translation>
    </message>
    <message>
        <source>The customer has paid; the money came. To give it back, refund the order.</source>
        <translation>Der Kunde hat bezahlt, das Geld ist da. Um es zurückzugeben, erstatten Sie die Bestellung.</translation>
    </message>
    <message>
        <source>This payment is not known here. Open the order and look at its payments.</source>
        <translation>Diese Zahlung ist hier nicht bekannt. Öffnen Sie die Bestellung und sehen Sie ihre Zahlungen an.</translation>
    </message>
    <message>
        <source>The house&apos;s server does not take this kind of payment by that provider. Choose another one.</source>
        <translation>Über diesen Anbieter nimmt der Server des Hauses solche Zahlungen nicht an. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The house has no such card reader any more. Choose another one.</source>
        <translation>Diesen Kartenleser hat das Haus nicht mehr. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The customer may still pay %1. Cancel that payment and wait until it has ended.</source>
        <translation>Der Kunde kann noch %1 zahlen. Brechen Sie diese Zahlung ab und warten Sie, bis sie beendet ist.</translation>
    </message>
    <message>
        <source>Order %1 is not paid: %2 is awaited. Go on once the money has come, or the order was paid in another way.</source>
        <translation>Bestellung %1 ist nicht bezahlt: %2 stehen aus. Weiter geht es, sobald das Geld da ist oder anders bezahlt wurde.</translation>
    </message>
    <message>
        <source>Say where mails are to go, as in name@example.org.</source>
        <translation>Sagen Sie, wohin Mails gehen sollen, wie in name@example.org.</translation>
    </message>
    <message>
        <source>This file does not say which account it is of. Export it as CAMT.053.</source>
        <translation>Diese Datei sagt nicht, zu welchem Konto sie gehört. Exportieren Sie sie als CAMT.053.</translation>
    </message>
    <message>
        <source>Nothing is left of this line. Nothing was changed.</source>
        <translation>Von dieser Zeile ist nichts übrig. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Lines of these days came from a file of another form (CAMT.053 or CSV). Go on with that form.</source>
        <translation>Zeilen dieser Tage kamen aus einer Datei anderer Form (CAMT.053 oder CSV). Bleiben Sie bei jener Form.</translation>
    </message>
    <message>
        <source>The house&apos;s server knows no bank account. Name it in the server&apos;s settings.</source>
        <translation>Der Server des Hauses kennt kein Bankkonto. Nennen Sie es in den Einstellungen des Servers.</translation>
    </message>
    <message>
        <source>Nothing is to be paid there by transfer. Nothing was changed.</source>
        <translation>Dort ist nichts per Überweisung zu zahlen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no such line any more. Read the list again.</source>
        <translation>Diese Zeile gibt es nicht mehr. Lesen Sie die Liste neu.</translation>
    </message>
    <message>
        <source>This transfer was made already. Read the list again.</source>
        <translation>Diese Überweisung wurde schon gemacht. Lesen Sie die Liste neu.</translation>
    </message>
    <message>
        <source>No order, invoice or reference of this name is known here. Check it.</source>
        <translation>Weder eine Bestellung noch eine Rechnung noch eine Referenz dieses Namens ist hier bekannt. Prüfen Sie ihn.</translation>
    </message>
    <message>
        <source>This statement cannot be read: line %1, column %2. Nothing was taken from it. Export it once more, as CAMT.053 or CSV.</source>
        <translation>Dieser Auszug kann nicht gelesen werden: Zeile %1, Spalte %2. Nichts wurde daraus übernommen. Exportieren Sie ihn noch einmal, als CAMT.053 oder CSV.</translation>
    </message>
    <message>
        <source>This statement is of another account, which ends in %1. Nothing was taken from it.</source>
        <translation>Dieser Auszug gehört zu einem anderen Konto, das auf %1 endet. Nichts wurde daraus übernommen.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Try again when the network is back.</source>
        <translation>Der Server ist nicht erreichbar. Versuchen Sie es noch einmal, wenn das Netz wieder da ist.</translation>
    </message>
    <message>
        <source>The server has signed you out. Sign in again.</source>
        <translation>Der Server hat Sie abgemeldet. Melden Sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>No such case is open any more. Look at the list again.</source>
        <translation>Dieser Fall ist nicht mehr offen. Sehen Sie noch einmal in die Liste.</translation>
    </message>
    <message>
        <source>There is no such payout here. One that was just made comes with the next sync.</source>
        <translation>Diese Auszahlung gibt es hier nicht. Eine, die eben erstellt wurde, kommt, wenn das nächste Mal mit dem Server abgeglichen wird.</translation>
    </message>
    <message>
        <source>This event is archived. Nothing can be sold for it.</source>
        <translation>Diese Veranstaltung ist archiviert. Es kann nichts für sie verkauft werden.</translation>
    </message>
    <message>
        <source>Say from which age on people are let in; 0 is no limit.</source>
        <translation>Geben Sie an, ab welchem Alter man eingelassen wird; 0 heißt ohne Grenze.</translation>
    </message>
    <message>
        <source>Say how many tickets there may be, up to a million.</source>
        <translation>Geben Sie an, wie viele Karten es geben darf, höchstens eine Million.</translation>
    </message>
    <message>
        <source>This is not a date. Write it as in 2026-11-28, or 2026-11-28 19:30.</source>
        <translation>Das ist kein Datum. Schreiben Sie es wie 2026-11-28 oder 2026-11-28 19:30.</translation>
    </message>
    <message>
        <source>The doors open before it starts, at most two days.</source>
        <translation>Der Einlass beginnt vor der Vorstellung, höchstens zwei Tage.</translation>
    </message>
    <message>
        <source>It must end after it starts, at most two days later.</source>
        <translation>Das Ende liegt nach dem Beginn, höchstens zwei Tage später.</translation>
    </message>
    <message>
        <source>Say it in minutes, at most two days.</source>
        <translation>Geben Sie es in Minuten an, höchstens zwei Tage.</translation>
    </message>
    <message>
        <source>Say how many may be in one order; 0 is no limit.</source>
        <translation>Geben Sie an, wie viele in einer Bestellung sein dürfen; 0 heißt ohne Grenze.</translation>
    </message>
    <message>
        <source>A price is not below 0.</source>
        <translation>Ein Preis ist nicht kleiner als 0.</translation>
    </message>
    <message>
        <source>This is between 0 and 100 %.</source>
        <translation>Das liegt zwischen 0 und 100 %.</translation>
    </message>
    <message>
        <source>This is not a rule for dates. Write one as in FREQ=WEEKLY;BYDAY=FR,SA;COUNT=20.</source>
        <translation>Das ist keine Regel für Termine. Schreiben Sie eine wie FREQ=WEEKLY;BYDAY=FR,SA;COUNT=20.</translation>
    </message>
    <message>
        <source>The sale must end after it begins.</source>
        <translation>Der Verkauf muss nach seinem Beginn enden.</translation>
    </message>
    <message>
        <source>A tag is a word or two, without a colon, and there are at most thirty.</source>
        <translation>Ein Schlagwort sind ein, zwei Wörter ohne Doppelpunkt, und es gibt höchstens dreißig.</translation>
    </message>
    <message>
        <source>This is not text on one line. Type it anew.</source>
        <translation>Das ist kein Text in einer Zeile. Geben Sie ihn neu ein.</translation>
    </message>
    <message>
        <source>An address on the web begins with https://.</source>
        <translation>Eine Adresse im Netz beginnt mit https://.</translation>
    </message>
    <message>
        <source>Say how many tickets there are, or choose a seating plan.</source>
        <translation>Geben Sie an, wie viele Karten es gibt, oder wählen Sie einen Saalplan.</translation>
    </message>
    <message>
        <source>This event has a date at that time already.</source>
        <translation>Diese Veranstaltung hat dann schon einen Termin.</translation>
    </message>
    <message>
        <source>A date of this event is still to come. Cancel it first.</source>
        <translation>Ein Termin dieser Veranstaltung kommt noch. Sagen Sie ihn zuerst ab.</translation>
    </message>
    <message>
        <source>This event is cancelled or archived. Publish it again, or clone it.</source>
        <translation>Diese Veranstaltung ist abgesagt oder archiviert. Veröffentlichen Sie sie wieder oder kopieren Sie sie.</translation>
    </message>
    <message>
        <source>There is no HTML in these texts. Use *emphasis*, lists and links.</source>
        <translation>In diesen Texten gibt es kein HTML. Nehmen Sie *Betonung*, Listen und Links.</translation>
    </message>
    <message>
        <source>Pictures do not belong into the text. Link to them.</source>
        <translation>Bilder gehören nicht in den Text. Verlinken Sie sie.</translation>
    </message>
    <message>
        <source>A link goes to http://, https:// or mailto: and has no blanks.</source>
        <translation>Ein Link führt zu http://, https:// oder mailto: und hat keine Leerzeichen.</translation>
    </message>
    <message>
        <source>This makes no dates. Look at the end and the exceptions.</source>
        <translation>Das ergibt keine Termine. Sehen Sie nach dem Ende und den Ausnahmen.</translation>
    </message>
    <message>
        <source>This event is a draft. Publish it before tickets are sold.</source>
        <translation>Diese Veranstaltung ist ein Entwurf. Veröffentlichen Sie sie, bevor Karten verkauft werden.</translation>
    </message>
    <message>
        <source>Something is missing before this can be published. Look at the check list.</source>
        <translation>Vor der Veröffentlichung fehlt noch etwas. Sehen Sie in die Prüfliste.</translation>
    </message>
    <message>
        <source>Tickets are sold or places held by the present plan. Exchange, release and recall them first.</source>
        <translation>Nach dem jetzigen Plan sind Karten verkauft oder Plätze gehalten. Tauschen Sie sie um, geben Sie sie frei oder rufen Sie sie zurück.</translation>
    </message>
    <message>
        <source>This performance is postponed. It is sold again when its new date is set.</source>
        <translation>Diese Vorstellung ist verschoben. Sie wird wieder verkauft, wenn der neue Termin steht.</translation>
    </message>
    <message>
        <source>This text is too long. Shorten it.</source>
        <translation>Dieser Text ist zu lang. Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>These dates reach further than 30 years. Say until when.</source>
        <translation>Diese Termine reichen weiter als 30 Jahre. Geben Sie an, bis wann.</translation>
    </message>
    <message>
        <source>At most 1000 dates are made at once. Say an end, or make them in several steps.</source>
        <translation>Höchstens 1000 Termine entstehen auf einmal. Geben Sie ein Ende an oder legen Sie sie in mehreren Schritten an.</translation>
    </message>
    <message>
        <source>There is one limit over everything. Change its capacity, or say for what this one is.</source>
        <translation>Es gibt ein Kontingent über alles. Ändern Sie seine Größe oder geben Sie an, wofür dieses ist.</translation>
    </message>
    <message>
        <source>This is not a time zone of this computer. Write one as in Europe/Berlin.</source>
        <translation>Das ist keine Zeitzone dieses Computers. Schreiben Sie sie wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>The limit over everything stays over everything. Add another one.</source>
        <translation>Das Kontingent über alles bleibt über allem. Legen Sie ein weiteres an.</translation>
    </message>
    <message>
        <source>This ticket type is not sold any more. Choose another.</source>
        <translation>Diese Kartenart wird nicht mehr verkauft. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>An address has at most 500 characters. Shorten it.</source>
        <translation>Eine Adresse hat höchstens 500 Zeichen. Bitte kürzen.</translation>
    </message>
    <message>
        <source>Whether somebody agreed is said by yes or no; how, and to what, in at most 1000 characters.</source>
        <translation>Ob jemand zugestimmt hat, steht als ja oder nein da; wie und wozu in höchstens 1000 Zeichen.</translation>
    </message>
    <message>
        <source>A tag is a short word of at most 40 characters, without commas.</source>
        <translation>Ein Schlagwort ist ein kurzes Wort von höchstens 40 Zeichen, ohne Komma.</translation>
    </message>
    <message>
        <source>This row holds bytes that are no text.</source>
        <translation>Diese Zeile enthält Bytes, die kein Text sind.</translation>
    </message>
    <message>
        <source>Say at least a name, an e-mail or a telephone.</source>
        <translation>Bitte mindestens einen Namen, eine E-Mail-Adresse oder ein Telefon angeben.</translation>
    </message>
    <message>
        <source>The file cannot be read. Look whether it is still there.</source>
        <translation>Die Datei kann nicht gelesen werden. Ist sie noch da?</translation>
    </message>
    <message>
        <source>This import was taken back already.</source>
        <translation>Dieser Import wurde schon zurückgenommen.</translation>
    </message>
    <message>
        <source>Say which column is the name, the e-mail or the telephone.</source>
        <translation>Bitte sagen, welche Spalte der Name, die E-Mail-Adresse oder das Telefon ist.</translation>
    </message>
    <message>
        <source>This customer is not merged into another.</source>
        <translation>Dieser Kunde ist mit keinem anderen zusammengeführt.</translation>
    </message>
    <message>
        <source>This row is too long, or a quote in it is never closed.</source>
        <translation>Diese Zeile ist zu lang, oder ein Anführungszeichen in ihr wird nie geschlossen.</translation>
    </message>
    <message>
        <source>These are one customer already. Choose another one.</source>
        <translation>Das ist schon ein Kunde. Bitte einen anderen wählen.</translation>
    </message>
    <message>
        <source>The file has no row that names its columns.</source>
        <translation>Die Datei hat keine Zeile, die ihre Spalten nennt.</translation>
    </message>
    <message>
        <source>The table has more rows than can be read at once. Divide it; what was read so far is kept.</source>
        <translation>Die Tabelle hat mehr Zeilen, als auf einmal gelesen werden. Bitte aufteilen; was bisher gelesen wurde, bleibt.</translation>
    </message>
    <message>
        <source>There was no such import. List the imports first.</source>
        <translation>Diesen Import gab es nicht. Bitte erst die Importe ansehen.</translation>
    </message>
    <message>
        <source>Seats that are taken would go. Move the people first.</source>
        <translation>Vergebene Plätze fielen weg. Setzen Sie die Leute zuerst um.</translation>
    </message>
    <message>
        <source>More places of a standing area are taken than the change leaves. Leave it as large, or first move the people elsewhere.</source>
        <translation>In einem Stehbereich sind mehr Plätze vergeben, als die Änderung übrig lässt. Lassen Sie ihn so groß, oder platzieren Sie die Leute vorher woanders.</translation>
    </message>
    <message>
        <source>Giving this money back has ended. Look again at what is left of it.</source>
        <translation>Diese Erstattung ist zu Ende. Sehen Sie noch einmal nach, was davon übrig ist.</translation>
    </message>
    <message>
        <source>Giving this performance&apos;s money back was begun already. Go on with that.</source>
        <translation>Mit der Erstattung dieser Vorstellung wurde schon begonnen. Machen Sie damit weiter.</translation>
    </message>
    <message>
        <source>This performance takes place. Cancel or postpone it first; then give the money back.</source>
        <translation>Diese Vorstellung findet statt. Sagen Sie sie zuerst ab, oder verschieben Sie sie; dann erstatten Sie das Geld.</translation>
    </message>
    <message>
        <source>Nobody began to give this money back, as far as is known here. Begin it from its date.</source>
        <translation>Soweit hier bekannt, hat niemand mit dieser Erstattung begonnen. Beginnen Sie damit beim Termin.</translation>
    </message>
    <message>
        <source>This performance is not known here. Look for it in the list again.</source>
        <translation>Diese Vorstellung ist hier nicht bekannt. Suchen Sie sie noch einmal in der Liste.</translation>
    </message>
    <message>
        <source>This picture moves. Save one of its frames as a picture of its own.</source>
        <translation>Dieses Bild bewegt sich. Speichern Sie eines seiner Einzelbilder als eigenes Bild.</translation>
    </message>
    <message>
        <source>This picture has the colours of a printing press (CMYK), which screens show wrongly. Save it with RGB colours.</source>
        <translation>Dieses Bild hat die Farben einer Druckmaschine (CMYK), die Bildschirme falsch zeigen. Speichern Sie es mit RGB-Farben.</translation>
    </message>
    <message>
        <source>This picture is damaged or not complete. Open it in a picture program and save it again.</source>
        <translation>Dieses Bild ist beschädigt oder nicht vollständig. Öffnen Sie es in einem Bildprogramm und speichern Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This picture takes more memory or time than a picture may. Open it in a picture program and save it again.</source>
        <translation>Dieses Bild braucht mehr Speicher oder Zeit, als ein Bild darf. Öffnen Sie es in einem Bildprogramm und speichern Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This picture has more than 10 MB. Save it smaller, for example as a JPEG 2000 pixels wide.</source>
        <translation>Dieses Bild hat mehr als 10 MB. Speichern Sie es kleiner, zum Beispiel als JPEG mit 2000 Pixeln Breite.</translation>
    </message>
    <message>
        <source>This picture has more than 40 megapixels. Save it smaller, for example 2000 pixels wide.</source>
        <translation>Dieses Bild hat mehr als 40 Megapixel. Speichern Sie es kleiner, zum Beispiel mit 2000 Pixeln Breite.</translation>
    </message>
    <message>
        <source>One side of this picture is more than eight times as long as the other. Crop it.</source>
        <translation>Eine Seite dieses Bildes ist mehr als achtmal so lang wie die andere. Schneiden Sie es zu.</translation>
    </message>
    <message>
        <source>Say in one line of at most 500 letters what the picture shows.</source>
        <translation>Sagen Sie in einer Zeile mit höchstens 500 Zeichen, was das Bild zeigt.</translation>
    </message>
    <message>
        <source>A gallery has at most 30 pictures. Take one out first, then add this one.</source>
        <translation>Eine Galerie hat höchstens 30 Bilder. Nehmen Sie zuerst eines heraus und fügen Sie dieses dann hinzu.</translation>
    </message>
    <message>
        <source>This picture is not in the gallery any more. Somebody took it out.</source>
        <translation>Dieses Bild ist nicht mehr in der Galerie. Jemand hat es herausgenommen.</translation>
    </message>
    <message>
        <source>This file cannot be read. Copy it to this computer, then choose it there.</source>
        <translation>Diese Datei lässt sich nicht lesen. Kopieren Sie sie auf diesen Computer und wählen Sie sie dort.</translation>
    </message>
    <message>
        <source>This is no JPEG, PNG or WebP picture, whatever its name says. Save or export it as one of these; drawings (SVG), HEIC, TIFF and GIF are not taken.</source>
        <translation>Das ist kein Bild im Format JPEG, PNG oder WebP, was auch immer sein Name sagt. Speichern oder exportieren Sie es in einem dieser Formate; Zeichnungen (SVG), HEIC, TIFF und GIF werden nicht angenommen.</translation>
    </message>
    <message>
        <source>This picture has not arrived yet. It comes by itself while there is a network.</source>
        <translation>Dieses Bild ist noch nicht angekommen. Es kommt von selbst, solange es ein Netz gibt.</translation>
    </message>
    <message>
        <source>The picture could not be kept in the data folder. Have its permissions looked at, then add the picture again.</source>
        <translation>Das Bild konnte im Datenordner nicht aufbewahrt werden. Lassen Sie dessen Rechte prüfen und fügen Sie das Bild dann noch einmal hinzu.</translation>
    </message>
    <message>
        <source>A picture could not be read from the disk. Have it looked at, then add the picture again.</source>
        <translation>Ein Bild konnte nicht vom Datenträger gelesen werden. Lassen Sie ihn prüfen und fügen Sie das Bild dann noch einmal hinzu.</translation>
    </message>
    <message>
        <source>The program that reads pictures did not answer. Try again; if it stays so, have Foyer installed anew.</source>
        <translation>Das Programm, das Bilder liest, hat nicht geantwortet. Versuchen Sie es noch einmal; bleibt es dabei, lassen Sie Foyer neu installieren.</translation>
    </message>
    <message>
        <source>This picture is not known here. Add it once more.</source>
        <translation>Dieses Bild ist hier nicht bekannt. Fügen Sie es noch einmal hinzu.</translation>
    </message>
    <message>
        <source>There is nothing to invite them to yet. Let them sign in, and give them a role in the house or in an event first.</source>
        <translation>Es gibt noch nichts, wozu Sie jemanden einladen könnten. Lassen Sie die Person sich anmelden, und geben Sie ihr zuerst eine Rolle im Haus oder bei einer Veranstaltung.</translation>
    </message>
    <message>
        <source>Text in this colour cannot be read on the main colour. Choose one that is much lighter or darker, or none: Foyer then takes black or white.</source>
        <translation>Text in dieser Farbe ist auf der Hauptfarbe nicht zu lesen. Wählen Sie eine deutlich hellere oder dunklere, oder keine: Dann nimmt Foyer Schwarz oder Weiß.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ActPanel</name>
    <message>
        <source>Cannot come</source>
        <translation>Kann nicht kommen</translation>
    </message>
    <message>
        <source>Bought by mistake</source>
        <translation>Versehentlich gekauft</translation>
    </message>
    <message>
        <source>Wish of the customer</source>
        <translation>Wunsch des Kunden</translation>
    </message>
    <message>
        <source>Performance changed</source>
        <translation>Vorstellung geändert</translation>
    </message>
    <message>
        <source>one ticket</source>
        <translation>ein Ticket</translation>
    </message>
    <message>
        <source>%1 tickets</source>
        <translation>%1 Tickets</translation>
    </message>
    <message>
        <source>Refund: %1</source>
        <translation>Erstatten: %1</translation>
    </message>
    <message>
        <source>Exchange or move: %1</source>
        <translation>Tauschen oder umsetzen: %1</translation>
    </message>
    <message>
        <source>Lost, new codes: %1</source>
        <translation>Verloren, neue Codes: %1</translation>
    </message>
    <message>
        <source>Void the whole order</source>
        <translation>Ganze Bestellung stornieren</translation>
    </message>
    <message>
        <source>Whose order is it?</source>
        <translation>Wem gehört die Bestellung?</translation>
    </message>
    <message>
        <source>Who picks up: %1</source>
        <translation>Wer holt ab: %1</translation>
    </message>
    <message>
        <source>The fees stay with the house</source>
        <translation>Die Gebühren bleiben im Haus</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>The old codes are refused at the door from now on. The places and the money stay as they are.</source>
        <translation>Die alten Codes werden am Einlass ab jetzt abgewiesen. Plätze und Geld bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Whoever is named here gets these tickets at the counter. Leave all empty to give them to the order&apos;s customer again.</source>
        <translation>Wer hier genannt ist, bekommt diese Tickets an der Kasse. Lassen Sie alles leer, damit wieder der Kunde der Bestellung sie bekommt.</translation>
    </message>
    <message>
        <source>New tickets were made. Print them with F6; the old ones are refused.</source>
        <translation>Neue Tickets sind da. Drucken Sie sie mit F6; die alten werden abgewiesen.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Vorstellung</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Ticketart</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>F7, F8: one for each ticket</source>
        <translation>F7, F8: einer je Ticket</translation>
    </message>
    <message>
        <source>Only a part</source>
        <translation>Nur ein Teil</translation>
    </message>
    <message>
        <source>Empty: all of it</source>
        <translation>Leer: alles</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Bezahlt mit</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Gegeben</translation>
    </message>
    <message>
        <source>Terminal receipt</source>
        <translation>Terminalbeleg</translation>
    </message>
    <message>
        <source>Receipt of the card refund</source>
        <translation>Beleg der Kartenerstattung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>There is no seat %1 here. Write it as row and number, F7, or with its section, Stalls F7.</source>
        <translation>Einen Platz %1 gibt es hier nicht. Schreiben Sie Reihe und Nummer, F7, oder mit Bereich, Parkett F7.</translation>
    </message>
    <message>
        <source>The gift cards that it sold are worth nothing from then on.</source>
        <translation>Die Gutscheine, die damit verkauft wurden, sind dann nichts mehr wert.</translation>
    </message>
    <message>
        <source>Take it back all the same</source>
        <translation>Trotzdem stornieren</translation>
    </message>
    <message>
        <source>The payment is cancelled. If its money comes all the same, the server gives it back by itself.</source>
        <translation>Die Zahlung wird abgebrochen. Kommt ihr Geld trotzdem, erstattet der Server es von selbst.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ApprovalDialog</name>
    <message>
        <source>A colleague&apos;s yes is needed</source>
        <translation>Eine Kollegin oder ein Kollege muss zustimmen</translation>
    </message>
    <message>
        <source>Who approves</source>
        <translation>Wer zustimmt</translation>
    </message>
    <message>
        <source>PIN or password of whoever approves</source>
        <translation>PIN oder Passwort der zustimmenden Person</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Approve this once</source>
        <translation>Dieses Mal zustimmen</translation>
    </message>
</context>
<context>
    <name>foyer::ui::AskPanel</name>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen</translation>
    </message>
</context>
<context>
    <name>foyer::ui::AwaitedPanel</name>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Address of the payment page</source>
        <translation>Adresse der Zahlungsseite</translation>
    </message>
    <message>
        <source>The first payment is cancelled. If its money comes all the same, the server gives it back by itself.</source>
        <translation>Die erste Zahlung wird abgebrochen. Kommt ihr Geld trotzdem, erstattet der Server es von selbst.</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Pay in cash instead</source>
        <translation>Stattdessen bar</translation>
    </message>
    <message>
        <source>Pay by card instead</source>
        <translation>Stattdessen Karte</translation>
    </message>
    <message>
        <source>Ask once more</source>
        <translation>Noch einmal anfordern</translation>
    </message>
    <message>
        <source>Serve the next customer</source>
        <translation>Nächster Kunde</translation>
    </message>
    <message>
        <source>The payment goes on. The order is found under Orders.</source>
        <translation>Die Zahlung läuft weiter. Die Bestellung steht unter Bestellungen.</translation>
    </message>
    <message>
        <source>Cancel the payment</source>
        <translation>Zahlung abbrechen</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>Terminal&apos;s receipt number</source>
        <translation>Belegnummer des Terminals</translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation>Bar gegeben</translation>
    </message>
    <message>
        <source>Type the receipt number that the card terminal printed.</source>
        <translation>Tippen Sie die Belegnummer, die das Kartenterminal gedruckt hat.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::AwaitedPresenter</name>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Asking for the money …</source>
        <translation>Das Geld wird angefordert …</translation>
    </message>
    <message>
        <source>Waiting for the card</source>
        <translation>Warten auf die Karte</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>Warten auf den Kunden</translation>
    </message>
    <message>
        <source>Nearly done …</source>
        <translation>Fast fertig …</translation>
    </message>
    <message>
        <source>Checking …</source>
        <translation>Wird geprüft …</translation>
    </message>
    <message>
        <source>The provider does not answer</source>
        <translation>Der Anbieter antwortet nicht</translation>
    </message>
    <message>
        <source>Somebody has to look at it</source>
        <translation>Das muss sich jemand ansehen</translation>
    </message>
    <message>
        <source>Cancelling …</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>The server cannot be reached, so the customer was asked for nothing yet. It is sent by itself once the network is back.</source>
        <translation>Der Server ist nicht erreichbar, vom Kunden wurde also noch nichts verlangt. Es wird von selbst gesendet, sobald das Netz wieder da ist.</translation>
    </message>
    <message>
        <source>The last try was declined: %1. The customer may try again, or take another card.</source>
        <translation>Der letzte Versuch wurde abgelehnt: %1. Der Kunde kann es noch einmal versuchen oder eine andere Karte nehmen.</translation>
    </message>
    <message>
        <source>The reader shows the amount. The customer holds the card to it.</source>
        <translation>Der Kartenleser zeigt den Betrag. Der Kunde hält seine Karte daran.</translation>
    </message>
    <message>
        <source>The customer scans the code with their phone, and pays there.</source>
        <translation>Der Kunde scannt den Code mit dem Handy und zahlt dort.</translation>
    </message>
    <message>
        <source>The customer has done their part. The provider is about to confirm it.</source>
        <translation>Der Kunde ist fertig. Der Anbieter bestätigt es gleich.</translation>
    </message>
    <message>
        <source>The connection to the server broke off. It goes on by itself: do not take the money a second time before it has answered.</source>
        <translation>Die Verbindung zum Server ist abgebrochen. Er macht allein weiter: Nehmen Sie das Geld kein zweites Mal, bevor er geantwortet hat.</translation>
    </message>
    <message>
        <source>The server keeps trying. Until then nobody knows whether money was taken: do not take a card a second time.</source>
        <translation>Der Server versucht es weiter. Bis dahin weiß niemand, ob Geld genommen wurde: Nehmen Sie keine Karte ein zweites Mal.</translation>
    </message>
    <message>
        <source>What the provider says does not fit this payment. Call whoever looks after the server, and do not take a card a second time.</source>
        <translation>Was der Anbieter sagt, passt nicht zu dieser Zahlung. Rufen Sie, wer den Server betreut, und nehmen Sie keine Karte ein zweites Mal.</translation>
    </message>
    <message>
        <source>Whether money was taken after all is known once the provider has answered.</source>
        <translation>Ob doch noch Geld genommen wurde, steht fest, sobald der Anbieter geantwortet hat.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Whether money was taken after all is known once it has answered.</source>
        <translation>Der Server ist nicht erreichbar. Ob doch noch Geld genommen wurde, steht fest, sobald er geantwortet hat.</translation>
    </message>
    <message>
        <source>No money was taken. Take another payment, or take the order back under Orders.</source>
        <translation>Es wurde kein Geld genommen. Nehmen Sie eine andere Zahlung, oder stornieren Sie die Bestellung unter Bestellungen.</translation>
    </message>
    <message>
        <source>No money was taken: %1. Take another payment, or take the order back under Orders.</source>
        <translation>Es wurde kein Geld genommen: %1. Nehmen Sie eine andere Zahlung, oder stornieren Sie die Bestellung unter Bestellungen.</translation>
    </message>
    <message>
        <source>The tickets are being printed.</source>
        <translation>Die Tickets werden gedruckt.</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Awaiting a transfer</source>
        <translation>Überweisung wird erwartet</translation>
    </message>
    <message>
        <source>The customer scans the code: it says how to transfer the money. Go on with the next customer; the tickets are handed out once the money has come.</source>
        <translation>Der Code, den die Kundschaft scannt, sagt, wie das Geld zu überweisen ist. Bedienen Sie weiter; die Karten gibt es, sobald das Geld da ist.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::BankPanel</name>
    <message>
        <source>%1 of %2</source>
        <comment>what is left of an amount</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>reference %1</source>
        <translation>Verwendungszweck %1</translation>
    </message>
    <message numerus="yes">
        <source>%n new lines have found what they are for.</source>
        <translation>
            <numerusform>%n neue Zeile ist zugeordnet.</numerusform>
            <numerusform>%n neue Zeilen sind zugeordnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n somebody has to say it.</source>
        <translation>
            <numerusform>Bei %n muss jemand sagen, wofür sie ist.</numerusform>
            <numerusform>Bei %n muss jemand sagen, wofür sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were known already.</source>
        <translation>
            <numerusform>%n war schon bekannt.</numerusform>
            <numerusform>%n waren schon bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The balances differ from the lines by %1: a part of the statement may be missing.</source>
        <translation>Die Salden weichen um %1 von den Zeilen ab: vielleicht fehlt ein Teil des Auszugs.</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>Bankkonto</translation>
    </message>
    <message>
        <source>Take in a statement</source>
        <translation>Auszug einlesen</translation>
    </message>
    <message>
        <source>A file from your bank&apos;s site, CAMT.053 or CSV; it may also be dropped here. Lines that were taken before count once.</source>
        <translation>Eine Datei aus Ihrem Onlinebanking, CAMT.053 oder CSV; sie kann auch hier fallen gelassen werden. Zeilen, die schon eingelesen sind, zählen einmal.</translation>
    </message>
    <message>
        <source>What is this money for?</source>
        <translation>Wofür ist dieses Geld?</translation>
    </message>
    <message>
        <source>All money that came has found what it is for.</source>
        <translation>Alles eingegangene Geld ist zugeordnet.</translation>
    </message>
    <message>
        <source>Money that nobody was found for</source>
        <translation>Geld, das niemandem zugeordnet ist</translation>
    </message>
    <message>
        <source>Order code, invoice number or reference</source>
        <translation>Bestellcode, Rechnungsnummer oder Referenz</translation>
    </message>
    <message>
        <source>It is for this</source>
        <translation>Dafür ist es</translation>
    </message>
    <message>
        <source>To be transferred back</source>
        <translation>Zurückzuüberweisen</translation>
    </message>
    <message>
        <source>Nothing has to be transferred back.</source>
        <translation>Es ist nichts zurückzuüberweisen.</translation>
    </message>
    <message>
        <source>Money that has to be transferred back</source>
        <translation>Geld, das zurückzuüberweisen ist</translation>
    </message>
    <message>
        <source>Write the reference into the transfer: then the next statement says by itself that it was made.</source>
        <translation>Schreiben Sie die Referenz in die Überweisung: dann sagt der nächste Auszug von selbst, dass sie gemacht ist.</translation>
    </message>
    <message>
        <source>It was transferred</source>
        <translation>Es ist überwiesen</translation>
    </message>
    <message>
        <source>Statements (*.xml *.csv *.txt);;All files (*)</source>
        <translation>Auszüge (*.xml *.csv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The statement is being read …</source>
        <translation>Der Auszug wird gelesen …</translation>
    </message>
    <message>
        <source>The money has found what it is for.</source>
        <translation>Das Geld ist zugeordnet.</translation>
    </message>
    <message>
        <source>It counts as given back.</source>
        <translation>Es gilt als zurückgegeben.</translation>
    </message>
    <message>
        <source>This counter has no server, which has the bank&apos;s account: Settings, Server.</source>
        <translation>Diese Kasse hat keinen Server, und der führt das Bankkonto: Einstellungen, Server.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::BrandingPage</name>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Drop a picture here, or press to choose one</source>
        <translation>Ziehen Sie ein Bild hierher, oder klicken Sie, um eines zu wählen</translation>
    </message>
    <message>
        <source>for those who do not see it</source>
        <translation>für alle, die es nicht sehen</translation>
    </message>
    <message>
        <source>What the logo shows</source>
        <translation>Was das Logo zeigt</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>Logo entfernen</translation>
    </message>
    <message>
        <source>Main colour</source>
        <translation>Hauptfarbe</translation>
    </message>
    <message>
        <source>Foyer&apos;s blue</source>
        <translation>das Blau von Foyer</translation>
    </message>
    <message>
        <source>Text on it</source>
        <translation>Text darauf</translation>
    </message>
    <message>
        <source>black or white</source>
        <translation>Schwarz oder Weiß</translation>
    </message>
    <message>
        <source>The logo was removed.</source>
        <translation>Das Logo wurde entfernt.</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
    <message>
        <source>How a ticket looks</source>
        <translation>So sieht eine Karte aus</translation>
    </message>
    <message>
        <source>How a mail looks</source>
        <translation>So sieht eine Mail aus</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Write a colour as in #1f5fbf, or leave it empty.</source>
        <translation>Schreiben Sie eine Farbe wie #1f5fbf, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Contrast %1 to 1; %2 is needed.</source>
        <translation>Kontrast %1 zu 1; nötig sind %2.</translation>
    </message>
    <message>
        <source>The logo was saved.</source>
        <translation>Das Logo wurde gespeichert.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::BundleDialog</name>
    <message>
        <source>Not offered any more</source>
        <translation>Wird nicht mehr angeboten</translation>
    </message>
    <message>
        <source>Change a bundle</source>
        <translation>Paket ändern</translation>
    </message>
    <message>
        <source>Add a bundle</source>
        <translation>Paket anlegen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Together at one price</source>
        <translation>Zusammen zu einem Preis</translation>
    </message>
    <message>
        <source>Group rate, from so many on</source>
        <translation>Gruppenpreis, ab so vielen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Price of all together</source>
        <translation>Preis für alle zusammen</translation>
    </message>
    <message>
        <source>Only in these categories; none: all</source>
        <translation>Nur in diesen Kategorien; keine: alle</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>How many %1</source>
        <translation>Wie viele %1</translation>
    </message>
    <message>
        <source>There is no event yet. Import a season first.</source>
        <translation>Es gibt noch keine Veranstaltung. Importieren Sie zuerst einen Spielplan.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::CartPanel</name>
    <message>
        <source>Cart</source>
        <translation>Warenkorb</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Press 2 for the two best seats together, or choose seats on the plan.</source>
        <translation>Drücken Sie 2 für die zwei besten Plätze nebeneinander, oder wählen Sie Plätze im Plan.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>incl. %1 tax</source>
        <translation>inkl. %1 Steuer</translation>
    </message>
    <message>
        <source>✓ Sold · %1</source>
        <translation>✓ Verkauft · %1</translation>
    </message>
    <message>
        <source>Paid exactly</source>
        <translation>Passend bezahlt</translation>
    </message>
    <message>
        <source>Customer…</source>
        <translation>Kunde …</translation>
    </message>
    <message>
        <source>Add a customer</source>
        <translation>Kunden hinzufügen</translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation>Kunde %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Press 2 for two tickets of the chosen type.</source>
        <translation>Drücken Sie 2 für zwei Karten der gewählten Art.</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Discount: %1</source>
        <translation>Ermäßigung: %1</translation>
    </message>
    <message>
        <source>Complimentary: %1</source>
        <translation>Freikarte: %1</translation>
    </message>
    <message>
        <source>Prices…</source>
        <translation>Preise…</translation>
    </message>
    <message>
        <source>Promo code, discount, complimentary tickets, donation</source>
        <translation>Aktionscode, Ermäßigung, Freikarten, Spende</translation>
    </message>
    <message>
        <source>Nothing gets cheaper by it.</source>
        <translation>Damit wird nichts günstiger.</translation>
    </message>
    <message>
        <source>Donation</source>
        <translation>Spende</translation>
    </message>
    <message>
        <source>Waiting list…</source>
        <translation>Warteliste …</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Parken</translation>
    </message>
    <message>
        <source>Reserve…</source>
        <translation>Reservieren …</translation>
    </message>
    <message>
        <source>Hold for the house…</source>
        <translation>Für das Haus zurückhalten …</translation>
    </message>
    <message>
        <source>Parked carts…</source>
        <translation>Geparkte Warenkörbe …</translation>
    </message>
    <message>
        <source>Held %1, and sold out of it with this cart</source>
        <translation>Zurückgelegt %1, mit diesem Warenkorb verkauft</translation>
    </message>
    <message>
        <source>This performance is sold out. Take down who would come: when places come free, the waiting list says who is next.</source>
        <translation>Diese Vorstellung ist ausverkauft. Nehmen Sie auf, wer kommen möchte: Wird etwas frei, sagt die Warteliste, wer an der Reihe ist.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::CashCounter</name>
    <message>
        <source>How many of %1</source>
        <translation>Anzahl %1</translation>
    </message>
    <message>
        <source>Counted: %1</source>
        <translation>Gezählt: %1</translation>
    </message>
</context>
<context>
    <name>foyer::ui::CodeDialog</name>
    <message>
        <source>Valid from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Not valid any more</source>
        <translation>Nicht mehr gültig</translation>
    </message>
    <message>
        <source>Change a promo code</source>
        <translation>Aktionscode ändern</translation>
    </message>
    <message>
        <source>Add a promo code</source>
        <translation>Aktionscode anlegen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Veranstaltungen</translation>
    </message>
    <message>
        <source>Only these ticket types; none: all</source>
        <translation>Nur diese Ticketarten; keine: alle</translation>
    </message>
    <message>
        <source>as often as wanted</source>
        <translation>beliebig oft</translation>
    </message>
    <message>
        <source>Tickets in all</source>
        <translation>Tickets insgesamt</translation>
    </message>
    <message>
        <source>Tickets at each counter</source>
        <translation>Tickets je Kasse</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ColumnPanel</name>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>In the first rows</source>
        <translation>In den ersten Zeilen</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Bedeutet</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more column(s)</source>
        <translation>
            <numerusform>%n weitere Spalte zeigen</numerusform>
            <numerusform>%n weitere Spalten zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>What the column “%1” says</source>
        <translation>Was die Spalte „%1“ bedeutet</translation>
    </message>
    <message>
        <source>nothing that is needed</source>
        <translation>nichts, was gebraucht wird</translation>
    </message>
</context>
<context>
    <name>foyer::ui::CustomerDialog</name>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Find a customer</source>
        <translation>Kunden suchen</translation>
    </message>
    <message>
        <source>Part of a name, email or telephone number</source>
        <translation>Teil von Name, E-Mail-Adresse oder Telefonnummer</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>Gefundene Kunden</translation>
    </message>
    <message>
        <source>Nobody has to say who they are: a sale needs no customer.</source>
        <translation>Niemand muss sagen, wer er ist: Ein Verkauf braucht keinen Kunden.</translation>
    </message>
    <message>
        <source>Or take down a new one</source>
        <translation>Oder einen neuen aufnehmen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Without a customer</source>
        <translation>Ohne Kunden</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Nobody found. Take the customer down below.</source>
        <translation>Niemand gefunden. Nehmen Sie den Kunden unten auf.</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose somebody from the list, or type at least a name.</source>
        <translation>Wählen Sie jemanden aus der Liste, oder geben Sie wenigstens einen Namen ein.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::CustomerDisplay</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Customer display</source>
        <translation>Kundenanzeige</translation>
    </message>
    <message>
        <source>Your tickets</source>
        <translation>Ihre Tickets</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>und weitere</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation>Vielen Dank</translation>
    </message>
    <message>
        <source>Your change</source>
        <translation>Ihr Rückgeld</translation>
    </message>
    <message>
        <source>Please pay with your phone</source>
        <translation>Bitte zahlen Sie mit Ihrem Handy</translation>
    </message>
    <message>
        <source>Please hold your card to the reader</source>
        <translation>Bitte halten Sie Ihre Karte an den Leser</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
</context>
<context>
    <name>foyer::ui::CustomerPanel</name>
    <message>
        <source>Choose somebody from the list, or search by name, e-mail or telephone.</source>
        <translation>Jemanden aus der Liste wählen, oder nach Name, E-Mail oder Telefon suchen.</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Jemand Neues</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Widerrufen…</translation>
    </message>
    <message>
        <source>They agree…</source>
        <translation>Zustimmung…</translation>
    </message>
    <message>
        <source>%1: withdraw</source>
        <translation>%1: widerrufen</translation>
    </message>
    <message>
        <source>%1: they agree</source>
        <translation>%1: Zustimmung</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>They no longer want this: %1.</source>
        <translation>Das ist nicht mehr gewünscht: %1.</translation>
    </message>
    <message>
        <source>They agree to this: %1.</source>
        <translation>Dem wird zugestimmt: %1.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>They agree</source>
        <translation>Zustimmung</translation>
    </message>
    <message>
        <source>How they said so: at the counter, by phone …</source>
        <translation>Wie das gesagt wurde: an der Kasse, am Telefon …</translation>
    </message>
    <message>
        <source>Everything that is known of %1 is destroyed on every computer of the house, for good: %2, %3. %4 stay in the books, without a name.</source>
        <translation>Alles, was über %1 bekannt ist, wird auf jedem Rechner des Hauses endgültig vernichtet: %2, %3. In den Büchern bleiben ohne Namen: %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Notiz</numerusform>
            <numerusform>%n Notizen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n Bestellung</numerusform>
            <numerusform>%n Bestellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Erased.</source>
        <translation>Gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n other record(s) that were merged into this one stand for themselves again.</source>
        <translation>
            <numerusform>%n anderer Eintrag, der mit diesem zusammengeführt war, steht wieder für sich.</numerusform>
            <numerusform>%n andere Einträge, die mit diesem zusammengeführt waren, stehen wieder für sich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take apart</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Save all that is known</source>
        <translation>Alles Bekannte speichern</translation>
    </message>
    <message>
        <source>personal data</source>
        <translation>Personendaten</translation>
    </message>
    <message>
        <source>Pages (*.pdf)</source>
        <translation>Seiten (*.pdf)</translation>
    </message>
    <message>
        <source>For programs (*.json)</source>
        <translation>Für Programme (*.json)</translation>
    </message>
    <message>
        <source>All that is known is written.</source>
        <translation>Alles Bekannte ist gespeichert.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>What every clerk sees</source>
        <translation>Was alle an der Kasse sehen</translation>
    </message>
    <message>
        <source>Language of mails</source>
        <translation>Sprache der E-Mails</translation>
    </message>
    <message>
        <source>As the house, or de, en-GB …</source>
        <translation>Wie das Haus, oder de, en-GB …</translation>
    </message>
    <message>
        <source>Short words with commas between</source>
        <translation>Kurze Wörter mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagworte</translation>
    </message>
    <message>
        <source>What they agreed to</source>
        <translation>Zustimmungen</translation>
    </message>
    <message>
        <source>Save all that is known…</source>
        <translation>Alles Bekannte speichern…</translation>
    </message>
    <message>
        <source>Take apart…</source>
        <translation>Trennen…</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Add a note, and press Enter</source>
        <translation>Notiz schreiben und Enter drücken</translation>
    </message>
    <message>
        <source>What happened, the latest first</source>
        <translation>Was geschah, das Neueste zuerst</translation>
    </message>
</context>
<context>
    <name>foyer::ui::CustomerText</name>
    <message>
        <source>Taken down</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Details changed</source>
        <translation>Angaben geändert</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Zusammengeführt</translation>
    </message>
    <message>
        <source>Taken apart</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Zugestimmt</translation>
    </message>
    <message>
        <source>Withdrew agreement</source>
        <translation>Zustimmung widerrufen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>On the waiting list</source>
        <translation>Auf der Warteliste</translation>
    </message>
    <message>
        <source>Places reserved</source>
        <translation>Plätze reserviert</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Order taken back</source>
        <translation>Bestellung zurückgenommen</translation>
    </message>
    <message>
        <source>Order changed</source>
        <translation>Bestellung geändert</translation>
    </message>
    <message>
        <source>Tickets taken back</source>
        <translation>Karten zurückgenommen</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Money given back</source>
        <translation>Geld zurückgegeben</translation>
    </message>
    <message>
        <source>Printed again</source>
        <translation>Erneut gedruckt</translation>
    </message>
    <message>
        <source>Mail asked for</source>
        <translation>E-Mail angefordert</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>At the door</source>
        <translation>Am Einlass</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagworte</translation>
    </message>
    <message>
        <source>Newsletter</source>
        <translation>Newsletter</translation>
    </message>
    <message>
        <source>Bulletins</source>
        <translation>Rundschreiben</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>%1: nobody asked</source>
        <translation>%1: nicht gefragt</translation>
    </message>
    <message>
        <source>%1: agreed, %2</source>
        <translation>%1: zugestimmt, %2</translation>
    </message>
    <message>
        <source>%1: not wanted, %2</source>
        <translation>%1: nicht gewünscht, %2</translation>
    </message>
</context>
<context>
    <name>foyer::ui::CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Dubletten</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Ctrl+F	Search
Ctrl+N	Take somebody down
Down	From the search to the list
Enter	Keep what was typed in a field
Esc	Back</source>
        <translation>Strg+F	Suchen
Strg+N	Jemanden aufnehmen
Ab	Von der Suche in die Liste
Enter	Das im Feld Geschriebene speichern
Esc	Zurück</translation>
    </message>
    <message>
        <source>Only who has this tag</source>
        <translation>Nur mit diesem Schlagwort</translation>
    </message>
    <message>
        <source>Only who agreed to this</source>
        <translation>Nur wer dem zugestimmt hat</translation>
    </message>
    <message>
        <source>Agreed or not</source>
        <translation>Mit und ohne Zustimmung</translation>
    </message>
    <message>
        <source>Newsletter</source>
        <translation>Newsletter</translation>
    </message>
    <message>
        <source>Bulletins</source>
        <translation>Rundschreiben</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>Kunden suchen</translation>
    </message>
    <message>
        <source>Name, e-mail, telephone or tag</source>
        <translation>Name, E-Mail, Telefon oder Schlagwort</translation>
    </message>
    <message>
        <source>Customers, by name</source>
        <translation>Kunden nach Namen</translation>
    </message>
    <message>
        <source>Nobody is here yet</source>
        <translation>Noch niemand da</translation>
    </message>
    <message>
        <source>Whoever gives a name at a sale stands here. Take somebody down by hand, or import a table of those you know.</source>
        <translation>Wer bei einem Kauf einen Namen nennt, steht hier. Nehmen Sie jemanden von Hand auf, oder importieren Sie eine Tabelle.</translation>
    </message>
    <message>
        <source>The customers could not be read</source>
        <translation>Die Kunden konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr anzeigen</translation>
    </message>
    <message>
        <source>Take somebody down</source>
        <translation>Jemanden aufnehmen</translation>
    </message>
    <message>
        <source>Import a table</source>
        <translation>Tabelle importieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Alle Schlagworte</translation>
    </message>
    <message>
        <source>%1 (%L2)</source>
        <comment>a tag, and how many have it</comment>
        <translation>%1 (%L2)</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n Kunde</numerusform>
            <numerusform>%n Kunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2 customers</source>
        <translation>%L1 von %L2 Kunden</translation>
    </message>
</context>
<context>
    <name>foyer::ui::DateMaker</name>
    <message>
        <source>New dates</source>
        <translation>Neue Termine</translation>
    </message>
    <message>
        <source>Add this date</source>
        <translation>Diesen Termin hinzufügen</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Just once</source>
        <translation>Nur einmal</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>Every two weeks</source>
        <translation>Alle zwei Wochen</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Doors open, minutes before</source>
        <translation>Einlass, Minuten vorher</translation>
    </message>
    <message>
        <source>Lasts, minutes</source>
        <translation>Dauer, Minuten</translation>
    </message>
    <message>
        <source>Seating plan</source>
        <translation>Saalplan</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>After so many dates</source>
        <translation>Nach so vielen Terminen</translation>
    </message>
    <message>
        <source>On a day</source>
        <translation>An einem Tag</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>The last day</source>
        <translation>Der letzte Tag</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Not on these days</source>
        <translation>Nicht an diesen Tagen</translation>
    </message>
    <message>
        <source>No plan: places are counted</source>
        <translation>Kein Plan: Plätze werden gezählt</translation>
    </message>
    <message>
        <source>As the plan has</source>
        <translation>Wie im Plan</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s): %1 …</source>
        <translation>
            <numerusform>%n Termin: %1 …</numerusform>
            <numerusform>%n Termine: %1 …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s): %1</source>
        <translation>
            <numerusform>%n Termin: %1</numerusform>
            <numerusform>%n Termine: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) are there already.</source>
        <translation>
            <numerusform>%n Termin gibt es schon.</numerusform>
            <numerusform>%n Termine gibt es schon.</numerusform>
        </translation>
    </message>
    <message>
        <source>On one day the clocks go forward over this time: it starts later there.</source>
        <translation>An einem Tag überspringen die Uhren diese Zeit: Dort beginnt es später.</translation>
    </message>
    <message numerus="yes">
        <source>Add %n date(s)</source>
        <translation>
            <numerusform>%n Termin hinzufügen</numerusform>
            <numerusform>%n Termine hinzufügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::DatesStep</name>
    <message>
        <source>When is it?</source>
        <translation>Wann ist es?</translation>
    </message>
    <message>
        <source>Times are those that clocks at the venue show.</source>
        <translation>Zeiten sind so, wie die Uhren am Spielort sie zeigen.</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Verlegen …</translation>
    </message>
    <message>
        <source>Postpone…</source>
        <translation>Verschieben …</translation>
    </message>
    <message>
        <source>Cancel this date…</source>
        <translation>Diesen Termin absagen …</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Doors open, minutes before</source>
        <translation>Einlass, Minuten vorher</translation>
    </message>
    <message>
        <source>Lasts, minutes</source>
        <translation>Dauer, Minuten</translation>
    </message>
    <message>
        <source>places are counted</source>
        <translation>Plätze werden gezählt</translation>
    </message>
    <message>
        <source>%L1 of %L2 sold</source>
        <translation>%L1 von %L2 verkauft</translation>
    </message>
    <message>
        <source>%L1 places</source>
        <translation>%L1 Plätze</translation>
    </message>
    <message>
        <source>Move %1. Tickets stay valid for the new date.</source>
        <translation>%1 verlegen. Karten gelten für den neuen Termin.</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>Verlegen</translation>
    </message>
    <message>
        <source>Postpone %1. Nothing is sold until it is moved; tickets stay valid.</source>
        <translation>%1 verschieben. Nichts wird verkauft, bis ein neuer Termin feststeht; Karten bleiben gültig.</translation>
    </message>
    <message>
        <source>Postpone it</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Cancel %1. It does not take place.</source>
        <translation>%1 absagen. Der Termin findet nicht statt.</translation>
    </message>
    <message>
        <source>Cancel this date</source>
        <translation>Diesen Termin absagen</translation>
    </message>
    <message>
        <source>Give money back…</source>
        <translation>Geld erstatten …</translation>
    </message>
    <message>
        <source>Who cannot come then gets their money back singly, in Orders.</source>
        <translation>Wer dann nicht kommen kann, bekommt sein Geld einzeln zurück, unter Bestellungen.</translation>
    </message>
    <message>
        <source>Who does not want to wait gets their money back singly, in Orders.</source>
        <translation>Wer nicht warten möchte, bekommt sein Geld einzeln zurück, unter Bestellungen.</translation>
    </message>
    <message>
        <source>Then whom the money goes back to is shown. None goes back before you say so.</source>
        <translation>Danach sehen Sie, wer Geld zurückbekommt. Erstattet wird nichts, bevor Sie es sagen.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::DetailsStep</name>
    <message>
        <source>What is it?</source>
        <translation>Was ist es?</translation>
    </message>
    <message>
        <source>Everything is kept as soon as you leave a field.</source>
        <translation>Alles wird gespeichert, sobald Sie ein Feld verlassen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>From the age of</source>
        <translation>Ab Alter</translation>
    </message>
    <message>
        <source>Mail for questions</source>
        <translation>E-Mail für Fragen</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Theatre, classics</source>
        <translation>Theater, Klassiker</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>Written in</source>
        <translation>Geschrieben auf</translation>
    </message>
    <message>
        <source>Organizer</source>
        <translation>Veranstalter</translation>
    </message>
    <message>
        <source>Their address</source>
        <translation>Dessen Anschrift</translation>
    </message>
    <message>
        <source>Their tax number</source>
        <translation>Dessen Steuernummer</translation>
    </message>
    <message>
        <source>This house</source>
        <translation>Dieses Haus</translation>
    </message>
    <message>
        <source>on tickets and receipts</source>
        <translation>auf Karten und Belegen</translation>
    </message>
    <message>
        <source>Then tickets are sold in their name</source>
        <translation>Karten werden dann in dessen Namen verkauft</translation>
    </message>
</context>
<context>
    <name>foyer::ui::DiagnosticsPage</name>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>How this counter is</source>
        <translation>Wie es um diese Kasse steht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Check the journal</source>
        <translation>Journal prüfen</translation>
    </message>
    <message>
        <source>Export a support bundle…</source>
        <translation>Paket für die Hilfe speichern…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>none: this counter stands alone</source>
        <translation>keiner: Diese Kasse steht für sich</translation>
    </message>
    <message>
        <source>%L1 ms</source>
        <translation>%L1 ms</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Sein Schlüssel</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Entries not sent</source>
        <translation>Nicht gesendete Einträge</translation>
    </message>
    <message>
        <source>Position heard</source>
        <translation>Gehört bis Position</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>This computer&apos;s clock</source>
        <translation>Uhr dieses Rechners</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Entries of this counter</source>
        <translation>Einträge dieser Kasse</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message numerus="yes">
        <source>%n entries are missing</source>
        <translation>
            <numerusform>%n Eintrag fehlt</numerusform>
            <numerusform>%n Einträge fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Nothing is lost: what is sold stays here until the server takes it. Sync again when this is put right.</source>
        <translation>Nichts ist verloren: Was verkauft wird, bleibt hier, bis der Server es annimmt. Gleichen Sie wieder ab, wenn das behoben ist.</translation>
    </message>
    <message>
        <source>Checking the journal</source>
        <translation>Das Journal wird geprüft</translation>
    </message>
    <message>
        <source>The check was cancelled. Nothing was changed.</source>
        <translation>Die Prüfung wurde abgebrochen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>all is well, checked at %1</source>
        <translation>alles in Ordnung, geprüft um %1</translation>
    </message>
    <message>
        <source>All is well: %L1 entries and %L2 tables were checked.</source>
        <translation>Alles in Ordnung: %L1 Einträge und %L2 Tabellen wurden geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>%n faults</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The check found %n faults. Make a copy of the whole data folder before anything else.</source>
        <translation>
            <numerusform>Die Prüfung hat %n Fehler gefunden. Kopieren Sie vor allem anderen den ganzen Datenordner.</numerusform>
            <numerusform>Die Prüfung hat %n Fehler gefunden. Kopieren Sie vor allem anderen den ganzen Datenordner.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export a support bundle</source>
        <translation>Paket für die Hilfe speichern</translation>
    </message>
    <message>
        <source>Archives (*.tar)</source>
        <translation>Archive (*.tar)</translation>
    </message>
    <message>
        <source>Writing the bundle</source>
        <translation>Das Paket wird geschrieben</translation>
    </message>
    <message>
        <source>Written: %1. It holds no personal data and no secrets; send it to whoever helps.</source>
        <translation>Geschrieben: %1. Es enthält keine persönlichen Daten und keine Geheimnisse; schicken Sie es an die Hilfe.</translation>
    </message>
    <message>
        <source>The bundle was not written: it was cancelled.</source>
        <translation>Das Paket wurde nicht geschrieben: Es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Another copy of this counter has written, too.</source>
        <translation>Eine andere Kopie dieser Kasse hat auch geschrieben.</translation>
    </message>
    <message>
        <source>It does not continue what the server has of this counter.</source>
        <translation>Er setzt nicht fort, was der Server von dieser Kasse hat.</translation>
    </message>
    <message>
        <source>It is not signed with this counter&apos;s key.</source>
        <translation>Er ist nicht mit dem Schlüssel dieser Kasse unterschrieben.</translation>
    </message>
    <message>
        <source>The server knows this counter as another one.</source>
        <translation>Der Server kennt diese Kasse als eine andere.</translation>
    </message>
    <message>
        <source>The server does not take entry %L1 (%2, written %3), and what comes after it waits.</source>
        <translation>Der Server nimmt den Eintrag %L1 (%2, geschrieben %3) nicht an, und was danach kommt, wartet.</translation>
    </message>
    <message>
        <source>The server does not take what this counter has to say.</source>
        <translation>Der Server nimmt nicht an, was diese Kasse zu sagen hat.</translation>
    </message>
    <message>
        <source>Stop using one of the two copies and keep its data folder; an administrator looks at what both have sold. To go on here, let this computer join the server as a new counter.</source>
        <translation>Benutzen Sie eine der beiden Kopien nicht weiter und heben Sie ihren Datenordner auf; die Verwaltung sieht nach, was beide verkauft haben. Um hier weiterzumachen, melden Sie diesen Rechner als neue Kasse am Server an.</translation>
    </message>
    <message>
        <source>Something changed what this counter had written. Make a copy of the data folder, check the journal, and send a support bundle. Selling goes on with what is held here.</source>
        <translation>Etwas hat verändert, was diese Kasse geschrieben hatte. Kopieren Sie den Datenordner, prüfen Sie das Journal, und schicken Sie ein Paket an die Hilfe. Der Verkauf geht mit dem weiter, was hier ist.</translation>
    </message>
    <message>
        <source>Let an administrator look at the list of devices, then sync again.</source>
        <translation>Lassen Sie die Verwaltung die Liste der Geräte ansehen, und gleichen Sie dann wieder ab.</translation>
    </message>
    <message>
        <source>Nothing is lost: it stays here until the server takes it. Sync again; if it is refused once more, send a support bundle.</source>
        <translation>Nichts ist verloren: Er bleibt hier, bis der Server ihn annimmt. Gleichen Sie wieder ab; wird er noch einmal abgelehnt, schicken Sie ein Paket an die Hilfe.</translation>
    </message>
    <message>
        <source>all are where they belong</source>
        <translation>alle sind, wo sie hingehören</translation>
    </message>
    <message>
        <source>%L1 to send, %L2 files to fetch</source>
        <translation>%L1 zu senden, %L2 Dateien zu holen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>foyer::ui::DoorPage</name>
    <message>
        <source>Scan a ticket</source>
        <translation>Ticket scannen</translation>
    </message>
    <message>
        <source>Enter	Begin at the gate, or check what was typed
F3	Search for who has no ticket
F6	Check out, and in again
F7	Let in anyway
F8	Undo the last one
F9	For dark rooms
F11	Whole screen
Esc	Back</source>
        <translation>Enter	Am Einlass beginnen oder Getipptes prüfen
F3	Suchen, wer kein Ticket hat
F6	Auschecken und wieder ein
F7	Trotzdem einlassen
F8	Letztes rückgängig
F9	Für dunkle Räume
F11	Ganzer Bildschirm
Esc	Zurück</translation>
    </message>
    <message>
        <source>Gate 1</source>
        <translation>Einlass 1</translation>
    </message>
    <message>
        <source>Any performance</source>
        <translation>Jede Vorstellung</translation>
    </message>
    <message>
        <source>Say which gate this is; a guest who comes twice is told it.</source>
        <translation>Sagen Sie, welcher Einlass das ist; wer zweimal kommt, erfährt es.</translation>
    </message>
    <message>
        <source>Begin at a gate first, then scan.</source>
        <translation>Beginnen Sie erst an einem Einlass, dann scannen Sie.</translation>
    </message>
    <message>
        <source>Not decided</source>
        <translation>Nicht entschieden</translation>
    </message>
    <message>
        <source>In %1 · inside %2 · expected %3</source>
        <translation>Ein %1 · im Haus %2 · erwartet %3</translation>
    </message>
    <message>
        <source>Scan who goes out and comes back</source>
        <translation>Scannen, wer geht und wiederkommt</translation>
    </message>
    <message>
        <source>Say why; the reason is kept</source>
        <translation>Sagen Sie, warum; der Grund bleibt</translation>
    </message>
    <message>
        <source>Only a ticket that was just refused, and is known here, can be let in anyway.</source>
        <translation>Trotzdem einlassen geht nur mit einem Ticket, das eben abgewiesen wurde und hier bekannt ist.</translation>
    </message>
    <message>
        <source>Let in anyway</source>
        <translation>Trotzdem einlassen</translation>
    </message>
    <message>
        <source>There is nothing to undo: the last ticket was not let in or out.</source>
        <translation>Nichts rückgängig zu machen: Das letzte Ticket wurde weder ein- noch ausgelassen.</translation>
    </message>
    <message>
        <source>Undo the last one</source>
        <translation>Letztes rückgängig</translation>
    </message>
    <message>
        <source>Undone. Scan a ticket</source>
        <translation>Rückgängig. Ticket scannen</translation>
    </message>
    <message>
        <source>At the door</source>
        <translation>Am Einlass</translation>
    </message>
    <message>
        <source>Say where you stand and for what. Then scan: the whole screen answers, with or without a network.</source>
        <translation>Sagen Sie, wo Sie stehen und wofür. Dann scannen Sie: Der ganze Bildschirm antwortet, mit oder ohne Netz.</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>Einlass</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Vorstellung</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Check out</source>
        <translation>Auschecken</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Whole screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Ticket code</source>
        <translation>Ticketcode</translation>
    </message>
    <message>
        <source>Scan or type a ticket&apos;s code</source>
        <translation>Ticketcode scannen oder tippen</translation>
    </message>
    <message>
        <source>Who has no ticket</source>
        <translation>Wer kein Ticket hat</translation>
    </message>
    <message>
        <source>Name, order, seat or phone</source>
        <translation>Name, Bestellung, Platz oder Telefon</translation>
    </message>
    <message>
        <source>Guests found</source>
        <translation>Gefundene Gäste</translation>
    </message>
    <message>
        <source>Let in or out</source>
        <translation>Ein- oder auslassen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason; it is kept</source>
        <translation>Grund; er bleibt</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>To search for guests, choose the performance: go back with Esc.</source>
        <translation>Um Gäste zu suchen, wählen Sie die Vorstellung: mit Esc zurück.</translation>
    </message>
    <message>
        <source>Type a name, an order code, a seat or a phone number.</source>
        <translation>Tippen Sie einen Namen, Bestellcode, Platz oder eine Telefonnummer.</translation>
    </message>
    <message>
        <source>Nobody of that name, code or seat has a valid ticket for this performance.</source>
        <translation>Niemand mit diesem Namen, Code oder Platz hat ein gültiges Ticket für diese Vorstellung.</translation>
    </message>
    <message>
        <source>Enter lets in whom you choose.</source>
        <translation>Enter lässt ein, wen Sie wählen.</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>im Haus</translation>
    </message>
    <message>
        <source>checked out</source>
        <translation>ausgecheckt</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
</context>
<context>
    <name>foyer::ui::DuplicatesPanel</name>
    <message>
        <source>The same e-mail</source>
        <translation>Dieselbe E-Mail-Adresse</translation>
    </message>
    <message>
        <source>The same telephone</source>
        <translation>Dasselbe Telefon</translation>
    </message>
    <message>
        <source>The same name, a similar address</source>
        <translation>Derselbe Name, eine ähnliche Adresse</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>zugestimmt</translation>
    </message>
    <message>
        <source>not wanted</source>
        <translation>nicht gewünscht</translation>
    </message>
    <message>
        <source>Records that may be one person</source>
        <translation>Einträge, die eine Person sein können</translation>
    </message>
    <message>
        <source>Nobody seems to be here twice</source>
        <translation>Niemand scheint doppelt da zu sein</translation>
    </message>
    <message>
        <source>Records with the same e-mail or telephone, or the same name and a similar address, are put side by side here, so that you can say that they are one person.</source>
        <translation>Einträge mit derselben E-Mail-Adresse, demselben Telefon oder demselben Namen und ähnlicher Adresse stehen hier nebeneinander, damit Sie sagen können, dass es eine Person ist.</translation>
    </message>
    <message>
        <source>The records side by side</source>
        <translation>Die Einträge nebeneinander</translation>
    </message>
    <message>
        <source>Nothing is lost: notes, tags and orders of all of them stay, and they can be taken apart again.</source>
        <translation>Nichts geht verloren: Notizen, Schlagworte und Bestellungen aller bleiben, und sie lassen sich wieder trennen.</translation>
    </message>
    <message>
        <source>Whose details stand for all of them</source>
        <translation>Wessen Angaben für alle stehen</translation>
    </message>
    <message>
        <source>They are one person</source>
        <translation>Es ist eine Person</translation>
    </message>
    <message>
        <source>%1 stands for all of them</source>
        <translation>%1 steht für alle</translation>
    </message>
    <message>
        <source>They are one person now.</source>
        <translation>Es ist jetzt eine Person.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>foyer::ui::EventAsk</name>
    <message>
        <source>New start</source>
        <translation>Neuer Beginn</translation>
    </message>
    <message>
        <source>Why, for those who ask</source>
        <translation>Warum, für alle, die fragen</translation>
    </message>
    <message>
        <source>Say why: customers will ask.</source>
        <translation>Sagen Sie, warum: Kunden werden fragen.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::EventFlow</name>
    <message>
        <source>A ticket of %1</source>
        <translation>Eine Karte für %1</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Veranstaltungen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n thing(s) missing</source>
        <translation>
            <numerusform>%1 · %n Sache fehlt</numerusform>
            <numerusform>%1 · %n Sachen fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, done</source>
        <translation>%1, fertig</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n missing</source>
        <translation>
            <numerusform>%1, %n fehlt</numerusform>
            <numerusform>%1, %n fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n to look at</source>
        <translation>
            <numerusform>%1, %n anzusehen</numerusform>
            <numerusform>%1, %n anzusehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Alles ist gespeichert</translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation>Nicht alles ist gespeichert</translation>
    </message>
</context>
<context>
    <name>foyer::ui::EventList</name>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>No event yet</source>
        <translation>Noch keine Veranstaltung</translation>
    </message>
    <message>
        <source>An event is made step by step: what it is, where, when, and what it costs. You may stop at any step; everything is kept.</source>
        <translation>Eine Veranstaltung entsteht Schritt für Schritt: was, wo, wann, und was sie kostet. Sie können jederzeit aufhören; alles bleibt gespeichert.</translation>
    </message>
    <message>
        <source>Make the first event</source>
        <translation>Die erste Veranstaltung anlegen</translation>
    </message>
    <message>
        <source>No event fits</source>
        <translation>Keine Veranstaltung passt</translation>
    </message>
    <message>
        <source>Try a part of the name, or show all states.</source>
        <translation>Versuchen Sie einen Teil des Namens, oder zeigen Sie alle Zustände.</translation>
    </message>
    <message>
        <source>The events could not be read</source>
        <translation>Die Veranstaltungen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Everything is kept as it was: nothing was changed.</source>
        <translation>Alles ist, wie es war: Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Nach Namen suchen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>All but archived</source>
        <translation>Alle außer archivierten</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Neue Veranstaltung</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Make one like it</source>
        <translation>Eine solche anlegen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>No date to come</source>
        <translation>Kein Termin mehr</translation>
    </message>
    <message>
        <source>No date yet</source>
        <translation>Noch kein Termin</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n date(s)</source>
        <translation>
            <numerusform>%1 · %n Termin</numerusform>
            <numerusform>%1 · %n Termine</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::EventRolesField</name>
    <message>
        <source>One more event</source>
        <translation>Eine weitere Veranstaltung</translation>
    </message>
    <message>
        <source>An old event</source>
        <translation>Eine frühere Veranstaltung</translation>
    </message>
    <message>
        <source>Role in %1</source>
        <translation>Rolle bei %1</translation>
    </message>
    <message>
        <source>None any more</source>
        <translation>Keine mehr</translation>
    </message>
    <message>
        <source>There is no event yet</source>
        <translation>Es gibt noch keine Veranstaltung</translation>
    </message>
    <message>
        <source>Add an event…</source>
        <translation>Veranstaltung hinzufügen …</translation>
    </message>
</context>
<context>
    <name>foyer::ui::EventsPage</name>
    <message>
        <source>F2	A new event
Enter	Open the chosen event
F6	Make one like it
F8	Archive it
F3	The step before
F4	The next step
F9	Publish
Arrows, digits, Enter, Delete	Go about in the prices, and change them
F9, F6, F7	Of money that goes back: give it back or go on, pause, open the order
Esc	Back: everything is kept</source>
        <translation>F2	Eine neue Veranstaltung
Eingabe	Die gewählte öffnen
F6	Eine solche anlegen
F8	Archivieren
F3	Der Schritt davor
F4	Der nächste Schritt
F9	Veröffentlichen
Pfeile, Ziffern, Eingabe, Entf	In den Preisen gehen und sie ändern
F9, F6, F7	Bei Geld, das erstattet wird: erstatten oder weitermachen, anhalten, Bestellung öffnen
Esc	Zurück: Alles bleibt gespeichert</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ExportPanel</name>
    <message>
        <source>With names, addresses and notes of customers</source>
        <translation>Mit Namen, Adressen und Notizen der Kunden</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Everything the house knows</source>
        <translation>Alles, was das Haus weiß</translation>
    </message>
    <message>
        <source>The accounting journal</source>
        <translation>Das Buchungsjournal</translation>
    </message>
    <message>
        <source>Calendars of the venues</source>
        <translation>Kalender der Spielstätten</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, für Tabellenprogramme</translation>
    </message>
    <message>
        <source>JSON lines, for programs</source>
        <translation>JSON Lines, für Programme</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>Geschrieben als</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>Die ganze Zeit</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>Der Monat davor</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>The year before</source>
        <translation>Das Jahr davor</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Einen Ordner wählen</translation>
    </message>
    <message>
        <source>Files that were written</source>
        <translation>Geschriebene Dateien</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>The export runs</source>
        <translation>Der Export läuft</translation>
    </message>
    <message>
        <source>Where to export to</source>
        <translation>Wohin exportiert wird</translation>
    </message>
    <message>
        <source>A file for each of: events, dates, types, prices, orders, tickets, payments, admissions, the ledger and more, all of one moment.</source>
        <translation>Je eine Datei für Veranstaltungen, Termine, Kartenarten, Preise, Bestellungen, Karten, Zahlungen, Einlässe, das Hauptbuch und mehr, alles von einem Moment.</translation>
    </message>
    <message>
        <source>What was booked, as accountants read it: document, date, account, debit, credit and tax rate, as CSV. Debit and credit of each document are equal.</source>
        <translation>Was gebucht wurde, wie die Buchhaltung es liest: Beleg, Datum, Konto, Soll, Haben und Steuersatz, als CSV. Soll und Haben jedes Belegs sind gleich.</translation>
    </message>
    <message>
        <source>An iCalendar file for each venue, with every date that the public may know of, for websites and calendars to subscribe to.</source>
        <translation>Je Spielstätte eine iCalendar-Datei mit allen öffentlichen Terminen, die Webseiten und Kalender abonnieren können.</translation>
    </message>
    <message>
        <source>The last day is before the first. Choose another one.</source>
        <translation>Der letzte Tag liegt vor dem ersten. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Names, addresses, telephone numbers and notes of all customers leave the house in a file that anybody can read who gets it.</source>
        <translation>Namen, Adressen, Telefonnummern und Notizen aller Kunden verlassen das Haus in einer Datei, die jeder lesen kann, der sie bekommt.</translation>
    </message>
    <message>
        <source>Export with personal data</source>
        <translation>Mit personenbezogenen Daten exportieren</translation>
    </message>
    <message>
        <source>%1: %L2 rows so far</source>
        <comment>a file</comment>
        <translation>%1: bisher %L2 Zeilen</translation>
    </message>
    <message>
        <source>It was stopped. Files that are in the folder are whole, others are missing.</source>
        <translation>Der Export wurde angehalten. Dateien, die im Ordner liegen, sind vollständig, andere fehlen.</translation>
    </message>
    <message>
        <source>%1: %L2 rows</source>
        <comment>a file</comment>
        <translation>%1: %L2 Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1.</source>
        <translation>
            <numerusform>%n Datei nach %1 geschrieben.</numerusform>
            <numerusform>%n Dateien nach %1 geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::FeePanel</name>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>Do not charge it any more</source>
        <translation>Nicht mehr berechnen</translation>
    </message>
    <message>
        <source>A new fee</source>
        <translation>Eine neue Gebühr</translation>
    </message>
    <message>
        <source>Booking fee</source>
        <translation>Buchungsgebühr</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>Per order</source>
        <translation>Je Bestellung</translation>
    </message>
    <message>
        <source>Per ticket</source>
        <translation>Je Karte</translation>
    </message>
    <message>
        <source>Add fee</source>
        <translation>Gebühr hinzufügen</translation>
    </message>
    <message>
        <source>Charge it again</source>
        <translation>Wieder berechnen</translation>
    </message>
    <message>
        <source>%1 · %2 per order</source>
        <translation>%1 · %2 je Bestellung</translation>
    </message>
    <message>
        <source>%1 · %2 per ticket</source>
        <translation>%1 · %2 je Karte</translation>
    </message>
    <message>
        <source>%1 · not charged</source>
        <translation>%1 · nicht berechnet</translation>
    </message>
    <message>
        <source>No tax</source>
        <translation>Keine Steuer</translation>
    </message>
    <message>
        <source>%1 % of the tickets</source>
        <translation>%1 % der Karten</translation>
    </message>
    <message>
        <source>Name of the fee</source>
        <translation>Name der Gebühr</translation>
    </message>
    <message>
        <source>Fixed amount</source>
        <translation>Fester Betrag</translation>
    </message>
    <message>
        <source>Percent of the tickets</source>
        <translation>Prozent der Karten</translation>
    </message>
    <message>
        <source>Tax of the fee</source>
        <translation>Steuer der Gebühr</translation>
    </message>
    <message>
        <source>Percent of what the tickets cost</source>
        <translation>Prozent dessen, was die Karten kosten</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Tax of the new fee</source>
        <translation>Steuer der neuen Gebühr</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Say an amount, a share in percent, or both.</source>
        <translation>Sagen Sie einen Betrag, einen Anteil in Prozent oder beides.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::GalleryPanel</name>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Pictures of the gallery, in their order</source>
        <translation>Bilder der Galerie, in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Ctrl+Up and Ctrl+Down move a picture, Delete takes it out</source>
        <translation>Strg+Auf und Strg+Ab verschieben ein Bild, Entf nimmt es heraus</translation>
    </message>
    <message>
        <source>For those who do not see it</source>
        <translation>Für alle, die es nicht sehen</translation>
    </message>
    <message>
        <source>What the chosen picture shows</source>
        <translation>Was das gewählte Bild zeigt</translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation>Bilder hinzufügen …</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Nach vorn</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Nach hinten</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Not described in this language</source>
        <translation>In dieser Sprache nicht beschrieben</translation>
    </message>
    <message>
        <source>Picture %L1 of %L2: %3</source>
        <translation>Bild %L1 von %L2: %3</translation>
    </message>
</context>
<context>
    <name>foyer::ui::GateDialog</name>
    <message>
        <source>Whoever was checked out may come in again</source>
        <translation>Wer hinausgelassen wurde, darf wieder herein</translation>
    </message>
    <message>
        <source>Change a gate</source>
        <translation>Eingang ändern</translation>
    </message>
    <message>
        <source>Add a gate</source>
        <translation>Eingang hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Whom it lets in: what is ticked, or everybody where nothing is.</source>
        <translation>Wen er einlässt: was angekreuzt ist, oder alle, wo nichts angekreuzt ist.</translation>
    </message>
    <message>
        <source>Ticket types</source>
        <translation>Ticketarten</translation>
    </message>
    <message>
        <source>Price categories</source>
        <translation>Preiskategorien</translation>
    </message>
    <message>
        <source>When: counted from the start of the performance. Empty means at any time.</source>
        <translation>Wann: gezählt vom Beginn der Vorstellung. Leer heißt jederzeit.</translation>
    </message>
    <message>
        <source>Opens, minutes before the start</source>
        <translation>Öffnet, Minuten vor Beginn</translation>
    </message>
    <message>
        <source>Closes, minutes after the start</source>
        <translation>Schließt, Minuten nach Beginn</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>jederzeit</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Write whole minutes, from 0 to %1 (a week), or nothing.</source>
        <translation>Schreiben Sie ganze Minuten, von 0 bis %1 (eine Woche), oder nichts.</translation>
    </message>
    <message>
        <source>Say the gate&apos;s name, as a guest who comes twice is told it.</source>
        <translation>Nennen Sie den Eingang; wer zweimal kommt, bekommt ihn gesagt.</translation>
    </message>
    <message>
        <source>There is a gate of that name already. Choose another name.</source>
        <translation>Einen Eingang dieses Namens gibt es schon. Wählen Sie einen anderen.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::GatesPage</name>
    <message>
        <source>Gate %1 is back.</source>
        <translation>Der Eingang %1 ist wieder da.</translation>
    </message>
    <message>
        <source>Everybody with a valid ticket</source>
        <translation>Alle mit gültigem Ticket</translation>
    </message>
    <message>
        <source>opens %1 min before the start</source>
        <translation>öffnet %1 Min. vor Beginn</translation>
    </message>
    <message>
        <source>closes %1 min after the start</source>
        <translation>schließt %1 Min. nach Beginn</translation>
    </message>
    <message>
        <source>out and in again</source>
        <translation>hinaus und wieder herein</translation>
    </message>
    <message>
        <source>Every gate lets every valid ticket in</source>
        <translation>Jeder Eingang lässt jedes gültige Ticket ein</translation>
    </message>
    <message>
        <source>That is all a small house needs. Add a gate where only some tickets come in, where the doors have hours, or where guests may go out and come back.</source>
        <translation>Mehr braucht ein kleines Haus nicht. Fügen Sie einen Eingang hinzu, wo nur manche Tickets gelten, wo die Türen Zeiten haben oder wo Gäste hinaus und wieder herein dürfen.</translation>
    </message>
    <message>
        <source>Add a gate</source>
        <translation>Eingang hinzufügen</translation>
    </message>
    <message>
        <source>A gate that is not in this list lets every valid ticket in.</source>
        <translation>Ein Eingang, der hier nicht steht, lässt jedes gültige Ticket ein.</translation>
    </message>
    <message>
        <source>Gates of this house</source>
        <translation>Eingänge dieses Hauses</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Gate %1 has no rules any more.</source>
        <translation>Der Eingang %1 hat keine Regeln mehr.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>foyer::ui::GiftCardDialog</name>
    <message>
        <source>Gift card</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Sell a gift card</source>
        <translation>Gutschein verkaufen</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Worth %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Bezahlt mit</translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation>Bar gegeben</translation>
    </message>
    <message>
        <source>Terminal&apos;s receipt number</source>
        <translation>Belegnummer des Terminals</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkaufen</translation>
    </message>
    <message>
        <source>Or say what a card is worth</source>
        <translation>Oder sagen, was ein Gutschein wert ist</translation>
    </message>
    <message>
        <source>Code of a gift card</source>
        <translation>Code eines Gutscheins</translation>
    </message>
    <message>
        <source>Worth %1, but blocked</source>
        <translation>Wert %1, aber gesperrt</translation>
    </message>
    <message>
        <source>Replaced or taken back; worth nothing any more</source>
        <translation>Ersetzt oder zurückgenommen; nichts mehr wert</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Rückgeld %1</translation>
    </message>
    <message>
        <source>Type what the gift card is to be worth.</source>
        <translation>Tippen Sie, was der Gutschein wert sein soll.</translation>
    </message>
    <message>
        <source>Type the cash that was given, or leave it empty.</source>
        <translation>Tippen Sie, was bar gegeben wurde, oder lassen Sie es leer.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::GiftCardField</name>
    <message>
        <source>Gift card code</source>
        <translation>Gutscheincode</translation>
    </message>
    <message>
        <source>Type or scan the code</source>
        <translation>Code tippen oder scannen</translation>
    </message>
    <message>
        <source>This gift card is blocked.</source>
        <translation>Dieser Gutschein ist gesperrt.</translation>
    </message>
    <message>
        <source>This gift card was replaced or taken back.</source>
        <translation>Dieser Gutschein wurde ersetzt oder zurückgenommen.</translation>
    </message>
    <message>
        <source>This gift card was sold at another counter and can be spent there.</source>
        <translation>Dieser Gutschein wurde an einer anderen Kasse verkauft und kann dort ausgegeben werden.</translation>
    </message>
    <message>
        <source>Nothing is left on it.</source>
        <translation>Es ist nichts mehr darauf.</translation>
    </message>
    <message>
        <source>Pays %1; %2 stays on it.</source>
        <translation>Zahlt %1; %2 bleiben darauf.</translation>
    </message>
    <message>
        <source>This card is being looked up. Confirm again.</source>
        <translation>Der Gutschein wird nachgesehen. Bestätigen Sie noch einmal.</translation>
    </message>
    <message>
        <source>This is not the code of a gift card. Check it for typing mistakes.</source>
        <translation>Das ist kein Gutscheincode. Prüfen Sie ihn auf Tippfehler.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::HeldPage</name>
    <message>
        <source>Held</source>
        <translation>Zurückgelegt</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Vorstellung</translation>
    </message>
    <message>
        <source>All performances</source>
        <translation>Alle Vorstellungen</translation>
    </message>
    <message>
        <source>Name, code, telephone or place</source>
        <translation>Name, Code, Telefon oder Platz</translation>
    </message>
    <message>
        <source>Will-call</source>
        <translation>Abholung</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>Geparkt</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>Warteliste</translation>
    </message>
    <message>
        <source>Will-call list on paper</source>
        <translation>Abholliste auf Papier</translation>
    </message>
    <message>
        <source>Nobody comes for tickets</source>
        <translation>Niemand holt Tickets ab</translation>
    </message>
    <message>
        <source>Reserve a cart with F3 in Sell, or sell it in somebody&apos;s name: it stands here until it is fetched.</source>
        <translation>Reservieren Sie beim Verkaufen mit F3 einen Warenkorb, oder verkaufen Sie ihn auf einen Namen: Er steht hier, bis er abgeholt ist.</translation>
    </message>
    <message>
        <source>Nothing is held</source>
        <translation>Nichts wird zurückgehalten</translation>
    </message>
    <message>
        <source>Put places into the cart in Sell and press F4: for the house, the press, a sponsor or technical needs.</source>
        <translation>Legen Sie beim Verkaufen Plätze in den Warenkorb und drücken Sie F4: für das Haus, die Presse, einen Sponsor oder die Technik.</translation>
    </message>
    <message>
        <source>No cart is parked</source>
        <translation>Kein Warenkorb ist geparkt</translation>
    </message>
    <message>
        <source>When a customer needs a moment, F7 in Sell puts the cart aside and keeps its places.</source>
        <translation>Braucht jemand einen Moment, legt F7 beim Verkaufen den Warenkorb beiseite und behält seine Plätze.</translation>
    </message>
    <message>
        <source>Nobody waits</source>
        <translation>Niemand wartet</translation>
    </message>
    <message>
        <source>When a performance is sold out, F2 in Sell takes down who would come. This list says who is next.</source>
        <translation>Ist eine Vorstellung ausverkauft, nimmt F2 beim Verkaufen auf, wer kommen möchte. Diese Liste sagt, wer an der Reihe ist.</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Try a part of the name, or another list.</source>
        <translation>Versuchen Sie es mit einem Teil des Namens oder einer anderen Liste.</translation>
    </message>
    <message>
        <source>What is held could not be read</source>
        <translation>Was zurückgelegt ist, konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Everything is kept as it was: nothing was changed.</source>
        <translation>Alles bleibt zurückgelegt wie zuvor: Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Go to Sell</source>
        <translation>Zum Verkaufen</translation>
    </message>
    <message>
        <source>F2	Who comes for tickets
F3	Holds
F4	Parked carts
F5	The waiting list
Enter, F9	Sell what is chosen, or open its order
F6	Keep longer
F7	The will-call list on paper
F8	Let go, cancel, or take off the list
F10	Reserve for the one who waits
Space	Tick a seat that is meant
Esc	Back</source>
        <translation>F2	Wer Tickets abholt
F3	Zurückgehaltenes
F4	Geparkte Warenkörbe
F5	Die Warteliste
Enter, F9	Das Gewählte verkaufen oder seine Bestellung öffnen
F6	Länger behalten
F7	Die Abholliste auf Papier
F8	Freigeben, absagen oder von der Liste nehmen
F10	Für Wartende reservieren
Leertaste	Einen gemeinten Platz ankreuzen
Esc	Zurück</translation>
    </message>
    <message>
        <source>Sold orders are listed for today and tomorrow; choose a performance for another day.</source>
        <translation>Verkaufte Bestellungen stehen hier für heute und morgen; für einen anderen Tag wählen Sie die Vorstellung.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::HeldPanel</name>
    <message>
        <source>Seats; tick those that are meant</source>
        <translation>Plätze; kreuzen Sie die gemeinten an</translation>
    </message>
    <message>
        <source>Keep longer…</source>
        <translation>Länger behalten …</translation>
    </message>
    <message>
        <source>Take off the list…</source>
        <translation>Von der Liste nehmen …</translation>
    </message>
    <message>
        <source>%1 no longer waits. Whoever comes after moves up.</source>
        <translation>%1 wartet nicht mehr. Wer danach kommt, rückt auf.</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>Kept %1, since %2</source>
        <comment>until when, since when</comment>
        <translation>Zurückgelegt %1, seit %2</translation>
    </message>
    <message>
        <source>%1 to pay when it is picked up</source>
        <translation>%1 bei Abholung zu zahlen</translation>
    </message>
    <message>
        <source>Another counter holds it: sell it and let it go there.</source>
        <translation>Eine andere Kasse hält es zurück: Verkaufen und freigeben lässt es sich dort.</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>count and category</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>How many of %1 are meant</source>
        <translation>Wie viele von %1 gemeint sind</translation>
    </message>
    <message>
        <source>One fewer of %1</source>
        <translation>Eins weniger von %1</translation>
    </message>
    <message>
        <source>One more of %1</source>
        <translation>Eins mehr von %1</translation>
    </message>
    <message>
        <source>%1 to pay on account</source>
        <translation>%1 auf Rechnung offen</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>%1 of %2 are inside</source>
        <translation>%1 von %2 sind im Haus</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n Ticket</numerusform>
            <numerusform>%n Tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message numerus="yes">
        <source>Waits for %n places since %1</source>
        <translation>
            <numerusform>Wartet seit %1 auf einen Platz</numerusform>
            <numerusform>Wartet seit %1 auf %n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Next on the list, and the places are free.</source>
        <translation>Als Nächstes an der Reihe, und die Plätze sind frei.</translation>
    </message>
    <message>
        <source>The places are free, but somebody came before.</source>
        <translation>Die Plätze sind frei, aber jemand war früher da.</translation>
    </message>
    <message>
        <source>There are not enough places yet.</source>
        <translation>Es sind noch nicht genug Plätze frei.</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>Bestellung öffnen</translation>
    </message>
    <message>
        <source>Bring back into the cart</source>
        <translation>Zurück in den Warenkorb</translation>
    </message>
    <message>
        <source>Sell now</source>
        <translation>Jetzt verkaufen</translation>
    </message>
    <message numerus="yes">
        <source>Sell %n places</source>
        <translation>
            <numerusform>Einen Platz verkaufen</numerusform>
            <numerusform>%n Plätze verkaufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel the reservation…</source>
        <translation>Reservierung absagen …</translation>
    </message>
    <message numerus="yes">
        <source>Let %n places go…</source>
        <translation>
            <numerusform>Einen Platz freigeben …</numerusform>
            <numerusform>%n Plätze freigeben …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reserve %n places for them…</source>
        <translation>
            <numerusform>Einen Platz reservieren …</numerusform>
            <numerusform>%n Plätze reservieren …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places of %1 are free for anybody at once. Nothing was paid, so nothing is given back.</source>
        <translation>
            <numerusform>Ein Platz von %1 ist sofort für alle frei. Bezahlt wurde nichts, also wird nichts erstattet.</numerusform>
            <numerusform>%n Plätze von %1 sind sofort für alle frei. Bezahlt wurde nichts, also wird nichts erstattet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places are free for anybody at once.</source>
        <translation>
            <numerusform>Ein Platz ist sofort für alle frei.</numerusform>
            <numerusform>%n Plätze sind sofort für alle frei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Let %n places go</source>
        <translation>
            <numerusform>Einen Platz freigeben</numerusform>
            <numerusform>%n Plätze freigeben</numerusform>
        </translation>
    </message>
    <message>
        <source>All places of it are kept until another time.</source>
        <translation>Alle Plätze davon bleiben bis zu einer anderen Zeit zurückgelegt.</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <comment>until when</comment>
        <translation>Behalten %1</translation>
    </message>
    <message numerus="yes">
        <source>%n of the best places are reserved under their name, and they leave the list. Tell them: %1</source>
        <translation>
            <numerusform>Einer der besten Plätze wird auf diesen Namen reserviert und der Eintrag verlässt die Liste. Geben Sie Bescheid: %1</numerusform>
            <numerusform>%n der besten Plätze werden auf diesen Namen reserviert und der Eintrag verlässt die Liste. Geben Sie Bescheid: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Reserve %1</source>
        <comment>until when</comment>
        <translation>Reservieren %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
</context>
<context>
    <name>foyer::ui::HeldPresenter</name>
    <message numerus="yes">
        <source>%n places are free again.</source>
        <translation>
            <numerusform>Ein Platz ist wieder frei.</numerusform>
            <numerusform>%n Plätze sind wieder frei.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept %1.</source>
        <comment>until when</comment>
        <translation>Zurückgelegt %1.</translation>
    </message>
    <message>
        <source>Reserved for %1 as %2. Tell them: %3</source>
        <translation>Reserviert für %1 als %2. Geben Sie Bescheid: %3</translation>
    </message>
    <message>
        <source>%1 is off the list.</source>
        <translation>%1 ist von der Liste.</translation>
    </message>
    <message>
        <source>The will-call list is in %1</source>
        <translation>Die Abholliste liegt in %1</translation>
    </message>
</context>
<context>
    <name>foyer::ui::HoldDialog</name>
    <message>
        <source>Hold</source>
        <translation>Zurückhalten</translation>
    </message>
    <message numerus="yes">
        <source>Hold %n places</source>
        <translation>
            <numerusform>Einen Platz zurückhalten</numerusform>
            <numerusform>%n Plätze zurückhalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Held for</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Who or why</source>
        <translation>Wen oder warum</translation>
    </message>
    <message>
        <source>Evening Post, camera position …</source>
        <translation>Abendpost, Kameraplatz …</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Bis wann</translation>
    </message>
    <message>
        <source>Held places are not sold to anybody by mistake. In Held they are sold, let go or kept longer.</source>
        <translation>Zurückgehaltene Plätze werden niemandem versehentlich verkauft. Unter „Zurückgelegt“ werden sie verkauft, freigegeben oder länger behalten.</translation>
    </message>
    <message>
        <source>Back to the cart</source>
        <translation>Zurück zum Warenkorb</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ImportPanel</name>
    <message>
        <source>A table from another program, saved as CSV: its first row names the columns. Who is known already is brought up to date, who is new is added, and all of it can be taken back.</source>
        <translation>Eine Tabelle aus einem anderen Programm, als CSV gespeichert: Die erste Zeile nennt die Spalten. Wer schon bekannt ist, wird auf den neuen Stand gebracht, wer neu ist, kommt dazu, und alles lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Imported before</source>
        <translation>Früher importiert</translation>
    </message>
    <message>
        <source>Imported before, the latest first</source>
        <translation>Früher importiert, das Neueste zuerst</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Zurücknehmen…</translation>
    </message>
    <message>
        <source>The first rows, as they would be read</source>
        <translation>Die ersten Zeilen, wie sie gelesen würden</translation>
    </message>
    <message>
        <source>Try without changing anything</source>
        <translation>Probelauf ohne Änderung</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Rows read so far</source>
        <translation>Bisher gelesene Zeilen</translation>
    </message>
    <message>
        <source>Rows that cannot be taken, and why</source>
        <translation>Zeilen, die nicht genommen werden, und warum</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>Tabelle wählen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv)</source>
        <translation>Tabellen (*.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>Tabulatoren</translation>
    </message>
    <message>
        <source>%1: %2, columns separated by %3</source>
        <translation>%1: %2, Spalten getrennt durch %3</translation>
    </message>
    <message>
        <source>not in the table</source>
        <translation>nicht in der Tabelle</translation>
    </message>
    <message>
        <source>%L1 rows</source>
        <translation>%L1 Zeilen</translation>
    </message>
    <message>
        <source>%L1 rows so far</source>
        <translation>bisher %L1 Zeilen</translation>
    </message>
    <message>
        <source>%1 rows: %2 new, %3 changed, %4 known as they are, %5 refused.</source>
        <translation>%1 Zeilen: %2 neu, %3 geändert, %4 schon so bekannt, %5 abgelehnt.</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Noch wurde nichts geändert.</translation>
    </message>
    <message>
        <source>It was stopped. Import the table again to go on.</source>
        <translation>Es wurde angehalten. Importieren Sie die Tabelle noch einmal, um fortzufahren.</translation>
    </message>
    <message>
        <source>It is done.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>Line %L1: %2</source>
        <translation>Zeile %L1: %2</translation>
    </message>
    <message>
        <source>%1: %L2 new, %L3 changes</source>
        <translation>%1: %L2 neu, %L3 Änderungen</translation>
    </message>
    <message>
        <source>%1, taken back</source>
        <translation>%1, zurückgenommen</translation>
    </message>
    <message>
        <source>Those whom it added are erased and its changes are put back, but for who bought something, was changed or merged since.</source>
        <translation>Wen er hinzugefügt hat, wird gelöscht, und seine Änderungen werden zurückgesetzt, außer bei denen, die seither etwas gekauft haben, geändert oder zusammengeführt wurden.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>%L1 taken back, %L2 kept because they were used since.</source>
        <translation>%L1 zurückgenommen, %L2 behalten, weil sie seither benutzt wurden.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ImportText</name>
    <message>
        <source>Order number</source>
        <translation>Bestellnummer</translation>
    </message>
    <message>
        <source>Ordered on</source>
        <translation>Bestellt am</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Date of the event</source>
        <translation>Termin der Veranstaltung</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Kartenart</translation>
    </message>
    <message>
        <source>Price category</source>
        <translation>Preiskategorie</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Attendee</source>
        <translation>Besucher</translation>
    </message>
    <message>
        <source>Attendee’s e-mail</source>
        <translation>E-Mail des Besuchers</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Customer’s e-mail</source>
        <translation>E-Mail des Kunden</translation>
    </message>
    <message>
        <source>Customer’s telephone</source>
        <translation>Telefon des Kunden</translation>
    </message>
    <message>
        <source>Price paid</source>
        <translation>Bezahlter Preis</translation>
    </message>
    <message>
        <source>Tax in it</source>
        <translation>Steuer darin</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>Steuersatz</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Code of the ticket</source>
        <translation>Code der Karte</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Eingelassen</translation>
    </message>
    <message>
        <source>Number of tickets</source>
        <translation>Anzahl der Karten</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>pretix, JSON</source>
        <translation>pretix, JSON</translation>
    </message>
    <message>
        <source>pretix, CSV</source>
        <translation>pretix, CSV</translation>
    </message>
    <message>
        <source>Eventbrite, CSV</source>
        <translation>Eventbrite, CSV</translation>
    </message>
    <message>
        <source>alf.io, CSV</source>
        <translation>alf.io, CSV</translation>
    </message>
    <message>
        <source>A table, CSV</source>
        <translation>Eine Tabelle, CSV</translation>
    </message>
    <message>
        <source>There is no event “%1” here.</source>
        <translation>Die Veranstaltung „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>There is no ticket type “%1” here.</source>
        <translation>Die Kartenart „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>There is no price category “%1” here.</source>
        <translation>Die Preiskategorie „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>There is no seat “%1” here.</source>
        <translation>Den Platz „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>Seat %1 is sold already.</source>
        <translation>Platz %1 ist schon verkauft.</translation>
    </message>
    <message>
        <source>Seat %1 is held. Release it from its hold, then import again.</source>
        <translation>Platz %1 ist zurückgehalten. Geben Sie ihn frei und importieren Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>There are not enough places left in “%1”.</source>
        <translation>In „%1“ sind nicht mehr genug Plätze frei.</translation>
    </message>
    <message>
        <source>The server has no more of “%1” for this counter.</source>
        <translation>Der Server hat für diese Kasse nichts mehr von „%1“.</translation>
    </message>
    <message>
        <source>Nothing says for which event this is. Choose a date above.</source>
        <translation>Nichts sagt, für welche Veranstaltung das ist. Wählen Sie oben einen Termin.</translation>
    </message>
    <message>
        <source>Its event has no date at that time here. Add the date first.</source>
        <translation>Die Veranstaltung hat hier keinen Termin zu dieser Zeit. Legen Sie den Termin zuerst an.</translation>
    </message>
    <message>
        <source>Its event has several dates that fit. A column has to say when it begins.</source>
        <translation>Die Veranstaltung hat mehrere Termine, die passen. Eine Spalte muss sagen, wann sie beginnt.</translation>
    </message>
    <message>
        <source>Nothing says in which price category or on which seat this is.</source>
        <translation>Nichts sagt, in welcher Preiskategorie oder auf welchem Platz das ist.</translation>
    </message>
    <message>
        <source>This category has numbered seats, and none is named.</source>
        <translation>Diese Kategorie hat nummerierte Plätze, und keiner ist genannt.</translation>
    </message>
    <message>
        <source>A seat stands twice in this order.</source>
        <translation>Ein Platz steht zweimal in dieser Bestellung.</translation>
    </message>
    <message>
        <source>It was paid in another currency than its event is sold in.</source>
        <translation>Sie wurde in einer anderen Währung bezahlt, als die Veranstaltung verkauft wird.</translation>
    </message>
    <message>
        <source>Its currency is not known here.</source>
        <translation>Ihre Währung ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>An amount of it cannot be read, or is below nothing.</source>
        <translation>Ein Betrag darin ist nicht lesbar oder kleiner als null.</translation>
    </message>
    <message>
        <source>A date of it cannot be read.</source>
        <translation>Ein Datum darin ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Its status cannot be understood.</source>
        <translation>Ihr Status ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>An order has at most 1000 tickets.</source>
        <translation>Eine Bestellung hat höchstens 1000 Karten.</translation>
    </message>
    <message>
        <source>Say which column is the ticket type, the event or the code of the ticket.</source>
        <translation>Sagen Sie, welche Spalte die Kartenart, die Veranstaltung oder der Code der Karte ist.</translation>
    </message>
    <message>
        <source>Tables are read one at a time. Choose one file.</source>
        <translation>Tabellen werden einzeln gelesen. Wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>There is nothing in this file. Choose another one.</source>
        <translation>In dieser Datei steht nichts. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>This is a workbook. Save it as CSV in the program that made it, then choose that file.</source>
        <translation>Das ist eine Arbeitsmappe. Speichern Sie sie in dem Programm, aus dem sie stammt, als CSV und wählen Sie dann diese Datei.</translation>
    </message>
    <message>
        <source>This is neither JSON nor a table. Export the orders as JSON or CSV, then choose that file.</source>
        <translation>Das ist weder JSON noch eine Tabelle. Exportieren Sie die Bestellungen als JSON oder CSV und wählen Sie dann diese Datei.</translation>
    </message>
    <message>
        <source>One part of this file is too large to be an order.</source>
        <translation>Ein Teil dieser Datei ist zu groß für eine Bestellung.</translation>
    </message>
    <message>
        <source>This file is nested too deep to be a list of orders.</source>
        <translation>Diese Datei ist zu tief verschachtelt für eine Liste von Bestellungen.</translation>
    </message>
    <message>
        <source>Say at which venue of this house the new events are.</source>
        <translation>Sagen Sie, in welcher Spielstätte dieses Hauses die neuen Veranstaltungen sind.</translation>
    </message>
    <message>
        <source>The orders name more events and types than can be made at once.</source>
        <translation>Die Bestellungen nennen mehr Veranstaltungen und Kartenarten, als auf einmal angelegt werden können.</translation>
    </message>
    <message>
        <source>There are more orders than can be read at once. Divide the files; what was read so far is kept.</source>
        <translation>Das sind mehr Bestellungen, als auf einmal gelesen werden können. Teilen Sie die Dateien; was bisher gelesen wurde, bleibt.</translation>
    </message>
    <message>
        <source>The import that was to be gone on with came from another system. Choose its file, or begin a new import.</source>
        <translation>Der Import, der fortgesetzt werden sollte, kam aus einem anderen System. Wählen Sie dessen Datei oder beginnen Sie einen neuen Import.</translation>
    </message>
    <message>
        <source>Somebody else is at this counter now. Whoever began this has to go on with it.</source>
        <translation>An dieser Kasse ist jetzt jemand anderes. Wer damit begonnen hat, muss es fortsetzen.</translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <comment>of a file</comment>
        <translation>%1, Zeile %2</translation>
    </message>
    <message>
        <source>%1, order %2</source>
        <comment>of a file</comment>
        <translation>%1, Bestellung %2</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n Karte</numerusform>
            <numerusform>%n Karten</numerusform>
        </translation>
    </message>
    <message>
        <source>not paid: left out</source>
        <translation>nicht bezahlt: ausgelassen</translation>
    </message>
    <message>
        <source>cancelled: left out</source>
        <translation>storniert: ausgelassen</translation>
    </message>
    <message>
        <source>%1 orders read: %2 new with %3 tickets, %4 here already, %5 pending or cancelled, %6 refused.</source>
        <translation>%1 Bestellungen gelesen: %2 neu mit %3 Karten, %4 schon hier, %5 offen oder storniert, %6 abgewiesen.</translation>
    </message>
    <message>
        <source>Paid there: %1.</source>
        <translation>Dort bezahlt: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n new customer(s).</source>
        <translation>
            <numerusform>%n neuer Kunde.</numerusform>
            <numerusform>%n neue Kunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>New events: %1.</source>
        <translation>Neue Veranstaltungen: %1.</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Noch wurde nichts geändert.</translation>
    </message>
    <message>
        <source>It was stopped. What was brought stays; go on below, or take it back.</source>
        <translation>Der Import wurde angehalten. Was gebracht wurde, bleibt; setzen Sie ihn unten fort oder nehmen Sie ihn zurück.</translation>
    </message>
    <message>
        <source>It is done.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>%1 orders with %2 tickets</source>
        <translation>%1 Bestellungen mit %2 Karten</translation>
    </message>
    <message>
        <source>taken back, %1 kept</source>
        <translation>zurückgenommen, %1 behalten</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>No column names the event. Choose one, or say below for which date all of it is.</source>
        <translation>Keine Spalte nennt die Veranstaltung. Wählen Sie eine oder sagen Sie unten, für welchen Termin alles ist.</translation>
    </message>
    <message>
        <source>No order number: each row becomes an order of its own.</source>
        <translation>Keine Bestellnummer: Jede Zeile wird eine eigene Bestellung.</translation>
    </message>
    <message>
        <source>No price: tickets come as if they had cost nothing.</source>
        <translation>Kein Preis: Karten kommen, als hätten sie nichts gekostet.</translation>
    </message>
    <message>
        <source>No name and no e-mail: orders come without a customer.</source>
        <translation>Kein Name und keine E-Mail: Bestellungen kommen ohne Kunden.</translation>
    </message>
    <message>
        <source>No code of the ticket: paper of the other system does not pass the door.</source>
        <translation>Kein Code der Karte: Papier des anderen Systems kommt nicht durch den Einlass.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::InAndOutPage</name>
    <message>
        <source>Import and export</source>
        <translation>Import und Export</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>Bestellungen importieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Ctrl+O	Choose files to import
Esc	Leave everything as it is</source>
        <translation>Strg+O	Dateien zum Importieren wählen
Esc	Alles lassen, wie es ist</translation>
    </message>
</context>
<context>
    <name>foyer::ui::IncidentAsk</name>
    <message>
        <source>Free seats of the same category</source>
        <translation>Freie Plätze derselben Kategorie</translation>
    </message>
    <message>
        <source>What to write</source>
        <translation>Was zu schreiben ist</translation>
    </message>
    <message>
        <source>Why; it is kept</source>
        <translation>Warum; wird aufbewahrt</translation>
    </message>
    <message>
        <source>Number on the card terminal&apos;s receipt</source>
        <translation>Nummer auf dem Beleg des Kartenterminals</translation>
    </message>
    <message>
        <source>%1 · the same row</source>
        <translation>%1 · gleiche Reihe</translation>
    </message>
    <message>
        <source>%1 · the best that is free</source>
        <translation>%1 · der beste freie</translation>
    </message>
    <message>
        <source>Say why; the reason is kept.</source>
        <translation>Sagen Sie, warum; der Grund wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Give the money back at the terminal first, then type the number that it printed.</source>
        <translation>Erstatten Sie zuerst am Terminal, dann geben Sie die gedruckte Nummer ein.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::IncidentPanel</name>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>Accept it as it is…</source>
        <translation>So hinnehmen…</translation>
    </message>
    <message>
        <source>The sides</source>
        <translation>Die Seiten</translation>
    </message>
    <message>
        <source>%1 (side %2)</source>
        <translation>%1 (Seite %2)</translation>
    </message>
    <message>
        <source>Keep this…</source>
        <translation>Dies behalten…</translation>
    </message>
    <message>
        <source>Take this instead…</source>
        <translation>Stattdessen dies…</translation>
    </message>
    <message>
        <source>Another seat…</source>
        <translation>Anderer Platz…</translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation>Erstatten…</translation>
    </message>
    <message>
        <source>Write to the customer…</source>
        <translation>An den Kunden schreiben…</translation>
    </message>
    <message>
        <source>The counter that sold it is written off. Connect to the server to change its money and its seat here.</source>
        <translation>Die Kasse, die es verkauft hat, ist abgeschrieben. Verbinden Sie sich mit dem Server, um Geld und Platz hier zu ändern.</translation>
    </message>
    <message>
        <source>Connect to the server to change its money and its seat here, or change them at the counter that sold it.</source>
        <translation>Verbinden Sie sich mit dem Server, um Geld und Platz hier zu ändern, oder ändern Sie beides an der Kasse, die verkauft hat.</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>Bestellung öffnen</translation>
    </message>
</context>
<context>
    <name>foyer::ui::IncidentsPage</name>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Geklärt</translation>
    </message>
    <message>
        <source>Every counter agrees</source>
        <translation>Alle Kassen sind sich einig</translation>
    </message>
    <message>
        <source>When counters that could not hear each other sold the same seat, let in the same ticket or changed the same thing, it stands here with both sides, until somebody decides.</source>
        <translation>Wenn Kassen ohne Verbindung denselben Platz verkauft, dasselbe Ticket eingelassen oder dasselbe geändert haben, steht es hier mit beiden Seiten, bis jemand entscheidet.</translation>
    </message>
    <message>
        <source>Nothing was decided yet</source>
        <translation>Noch wurde nichts entschieden</translation>
    </message>
    <message>
        <source>What was decided about an incident stays here: who, when and why.</source>
        <translation>Was zu einem Vorfall entschieden wurde, bleibt hier stehen: wer, wann und warum.</translation>
    </message>
    <message>
        <source>The incidents could not be read</source>
        <translation>Die Vorfälle ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>Everything is kept as it was: nothing was changed.</source>
        <translation>Alles ist, wie es war: Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>F2	What is open
F3	What was dealt with
F8	Accept it as it is
Enter	Do what is asked
Esc	Back</source>
        <translation>F2	Was offen ist
F3	Was geklärt ist
F8	So hinnehmen
Eingabe	Tun, was gefragt wird
Esc	Zurück</translation>
    </message>
    <message>
        <source>Nothing is changed, and it is not open any more at any counter. What comes on top of it later opens it again.</source>
        <translation>Nichts wird geändert, und an keiner Kasse ist es mehr offen. Kommt später etwas hinzu, ist es wieder offen.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Hinnehmen</translation>
    </message>
    <message>
        <source>“%1” will stand at every counter; the other value stays in the history.</source>
        <translation>„%1“ gilt dann an jeder Kasse; der andere Wert bleibt in der Geschichte.</translation>
    </message>
    <message>
        <source>Keep this value</source>
        <translation>Diesen Wert behalten</translation>
    </message>
    <message>
        <source>There is no free seat of the same category here. Refund the ticket, or exchange it in Orders for another category.</source>
        <translation>Hier ist kein Platz derselben Kategorie frei. Erstatten Sie das Ticket, oder tauschen Sie es unter „Bestellungen“ in eine andere Kategorie um.</translation>
    </message>
    <message>
        <source>The ticket for %1 gets another seat at the price that was paid. The old ticket is void; print the new one in Orders.</source>
        <translation>Das Ticket für %1 bekommt einen anderen Platz zum bezahlten Preis. Das alte Ticket ist ungültig; drucken Sie das neue unter „Bestellungen“.</translation>
    </message>
    <message>
        <source>Give it this seat</source>
        <translation>Diesen Platz geben</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>payment method and amount</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) will be void.</source>
        <translation>
            <numerusform>%n Ticket wird ungültig.</numerusform>
            <numerusform>%n Tickets werden ungültig.</numerusform>
        </translation>
    </message>
    <message>
        <source>Refund %1</source>
        <translation>%1 erstatten</translation>
    </message>
    <message>
        <source>Foyer sends nothing by itself. To: %1</source>
        <translation>Foyer verschickt selbst nichts. An: %1</translation>
    </message>
    <message>
        <source>Copy the text, and note that it was written</source>
        <translation>Text kopieren und das Schreiben vermerken</translation>
    </message>
    <message>
        <source>Open in the mail program</source>
        <translation>Im Mailprogramm öffnen</translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>Offene Vorfälle</translation>
    </message>
    <message>
        <source>Incidents dealt with</source>
        <translation>Geklärte Vorfälle</translation>
    </message>
</context>
<context>
    <name>foyer::ui::IncidentsPresenter</name>
    <message>
        <source>Accepted. It is kept under Dealt with.</source>
        <translation>Hingenommen. Es steht jetzt unter „Geklärt“.</translation>
    </message>
    <message>
        <source>This value stands now, at every counter.</source>
        <translation>Dieser Wert gilt jetzt an jeder Kasse.</translation>
    </message>
    <message>
        <source>The ticket has another seat. Print it again in Orders, and tell the customer.</source>
        <translation>Das Ticket hat einen anderen Platz. Drucken Sie es unter „Bestellungen“ neu, und sagen Sie es dem Kunden.</translation>
    </message>
    <message>
        <source>The tickets are void and the money is given back.</source>
        <translation>Die Tickets sind ungültig, das Geld ist erstattet.</translation>
    </message>
    <message>
        <source>It is noted that the customer was written to.</source>
        <translation>Vermerkt: Dem Kunden wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::IntakeTelling</name>
    <message>
        <source>A picture is being prepared</source>
        <translation>Ein Bild wird vorbereitet</translation>
    </message>
    <message numerus="yes">
        <source>%1 is being prepared, %n wait(s).</source>
        <translation>
            <numerusform>%1 wird vorbereitet, eines wartet.</numerusform>
            <numerusform>%1 wird vorbereitet, %n warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is being prepared.</source>
        <translation>%1 wird vorbereitet.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::InvoiceDialog</name>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>Whom the invoice goes to</source>
        <translation>An wen die Rechnung geht</translation>
    </message>
    <message>
        <source>Name or company</source>
        <translation>Name oder Firma</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>Steuernummer</translation>
    </message>
    <message>
        <source>Their reference</source>
        <translation>Deren Zeichen</translation>
    </message>
    <message>
        <source>Due in days</source>
        <translation>Fällig in Tagen</translation>
    </message>
    <message>
        <source>Not on invoice</source>
        <translation>Nicht auf Rechnung</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Type the name that the invoice goes to.</source>
        <translation>Tippen Sie den Namen, an den die Rechnung geht.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::InvoicesDialog</name>
    <message>
        <source>Open: %1</source>
        <translation>Offen: %1</translation>
    </message>
    <message>
        <source>To be given back: %1</source>
        <translation>Zurückzugeben: %1</translation>
    </message>
    <message>
        <source>Taken back by a credit note</source>
        <translation>Durch eine Gutschrift zurückgenommen</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Those that are settled, too</source>
        <translation>Auch die erledigten</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Invoices, the longest due first</source>
        <translation>Rechnungen, die am längsten fälligen zuerst</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Bezahlt mit</translation>
    </message>
    <message>
        <source>Transfer text or receipt number</source>
        <translation>Überweisungstext oder Belegnummer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Record the money</source>
        <translation>Geld verbuchen</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>No invoice waits for its money</source>
        <translation>Keine Rechnung wartet auf ihr Geld</translation>
    </message>
    <message>
        <source>A sale on invoice stands here until it is paid.</source>
        <translation>Ein Verkauf auf Rechnung steht hier, bis er bezahlt ist.</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>vom %1</translation>
    </message>
    <message>
        <source>%1: %2 by %3</source>
        <translation>%1: %2 mit %3</translation>
    </message>
    <message>
        <source>Give the money back</source>
        <translation>Geld zurückgeben</translation>
    </message>
    <message>
        <source>Recorded. %1: %2</source>
        <translation>Verbucht. %1: %2</translation>
    </message>
</context>
<context>
    <name>foyer::ui::KitPage</name>
    <message>
        <source>Keep the papers fresh while Foyer runs</source>
        <translation>Papiere aktuell halten, solange Foyer läuft</translation>
    </message>
    <message>
        <source>If this computer fails tonight</source>
        <translation>Falls dieser Rechner heute Abend ausfällt</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Write now</source>
        <translation>Jetzt schreiben</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Say where the papers are to be written.</source>
        <translation>Sagen Sie, wohin die Papiere sollen.</translation>
    </message>
    <message>
        <source>Door list, will-call list, seat map and blank tickets of today&apos;s and tomorrow&apos;s performances, as PDF in a folder of your choice. A shared folder or a stick can be read anywhere. Kept fresh, they are a minute old at most.</source>
        <translation>Einlassliste, Abholliste, Saalplan und Blankotickets der Vorstellungen von heute und morgen, als PDF in einem Ordner Ihrer Wahl. Ein Netzordner oder ein Stick ist überall lesbar. Aktuell gehalten sind sie höchstens eine Minute alt.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
</context>
<context>
    <name>foyer::ui::LimitChart</name>
    <message>
        <source>A picture of what limits what</source>
        <translation>Ein Bild davon, was was begrenzt</translation>
    </message>
    <message>
        <source>lifted</source>
        <translation>aufgehoben</translation>
    </message>
    <message>
        <source>%L1 sold · %L2 left of %L3</source>
        <translation>%L1 verkauft · noch %L2 von %L3</translation>
    </message>
    <message>
        <source>%L1 places</source>
        <translation>%L1 Plätze</translation>
    </message>
</context>
<context>
    <name>foyer::ui::LimitDelegate</name>
    <message>
        <source>%L1 places</source>
        <translation>%L1 Plätze</translation>
    </message>
    <message>
        <source>%L1 sold or held · %L2 left of %L3</source>
        <translation>%L1 verkauft oder zurückgelegt · noch %L2 von %L3</translation>
    </message>
</context>
<context>
    <name>foyer::ui::LimitPicture</name>
    <message>
        <source>What limits what</source>
        <translation>Was begrenzt was</translation>
    </message>
    <message>
        <source>%L1 left · %2</source>
        <translation>%L1 übrig · %2</translation>
    </message>
    <message>
        <source>its places</source>
        <translation>ihre Plätze</translation>
    </message>
</context>
<context>
    <name>foyer::ui::MailsPage</name>
    <message>
        <source>Mails to customers</source>
        <translation>Mails an Kunden</translation>
    </message>
    <message>
        <source>Send it by itself</source>
        <translation>Von selbst senden</translation>
    </message>
    <message>
        <source>Sender&apos;s name</source>
        <translation>Name des Absenders</translation>
    </message>
    <message>
        <source>Answers go to</source>
        <translation>Antworten gehen an</translation>
    </message>
    <message>
        <source>the organizer&apos;s name</source>
        <translation>der Name des Veranstalters</translation>
    </message>
    <message>
        <source>Language of the mail</source>
        <translation>Sprache der Mail</translation>
    </message>
    <message>
        <source>How the mail looks</source>
        <translation>Wie die Mail aussieht</translation>
    </message>
    <message>
        <source>The mail as plain text</source>
        <translation>Die Mail als reiner Text</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>As Foyer writes it</source>
        <translation>Wie Foyer sie schreibt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>The mail is Foyer&apos;s own again.</source>
        <translation>Die Mail ist wieder die von Foyer.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Empty: the page is made of the plain text</source>
        <translation>Leer: Die Seite wird aus dem reinen Text gemacht</translation>
    </message>
    <message>
        <source>Page, in HTML</source>
        <translation>Seite, in HTML</translation>
    </message>
</context>
<context>
    <name>foyer::ui::MainWindow</name>
    <message>
        <source>Foyer</source>
        <translation>Foyer</translation>
    </message>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n wartet</numerusform>
            <numerusform>%1, %n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Sign out, or let somebody else sign in</source>
        <translation>Abmelden oder jemand anderen anmelden</translation>
    </message>
    <message>
        <source>Change my PIN or password…</source>
        <translation>Meine PIN oder mein Passwort ändern …</translation>
    </message>
    <message>
        <source>Signed in: %1, %2</source>
        <translation>Angemeldet: %1, %2</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldungen</translation>
    </message>
    <message numerus="yes">
        <source>Notifications, %n new</source>
        <translation>
            <numerusform>Meldungen, %n neue</numerusform>
            <numerusform>Meldungen, %n neue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::MoneyBackPanel</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Goes back by itself</source>
        <translation>Wird von selbst erstattet</translation>
    </message>
    <message>
        <source>Waits for the customer at the counter</source>
        <translation>Wartet an der Kasse auf den Kunden</translation>
    </message>
    <message>
        <source>Waits for a payment that is still open</source>
        <translation>Wartet auf eine Zahlung, die noch offen ist</translation>
    </message>
    <message>
        <source>Fees go back, too</source>
        <translation>Auch die Gebühren erstatten</translation>
    </message>
    <message>
        <source>Why; kept with each order</source>
        <translation>Warum; steht bei jeder Bestellung</translation>
    </message>
    <message>
        <source>Orders done so far</source>
        <translation>Bestellungen bisher</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>Erstatten</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Do not go on with it</source>
        <translation>Nicht weitermachen</translation>
    </message>
    <message>
        <source>Who waits, and what to do</source>
        <translation>Wer wartet, und was zu tun ist</translation>
    </message>
    <message>
        <source>Open the order</source>
        <translation>Bestellung öffnen</translation>
    </message>
    <message>
        <source>Looking whom it concerns: %L1 of %L2 orders</source>
        <translation>Es wird nachgesehen, wen es betrifft: %L1 von %L2 Bestellungen</translation>
    </message>
    <message>
        <source>Looking whom it concerns…</source>
        <translation>Es wird nachgesehen, wen es betrifft …</translation>
    </message>
    <message>
        <source>This was begun %1 and has not ended. Go on with it?</source>
        <translation>Damit wurde begonnen: %1. Es ist nicht zu Ende. Weitermachen?</translation>
    </message>
    <message>
        <source>Paused: %1. What was given back stays so; go on at any time.</source>
        <translation>Angehalten: %1. Was erstattet ist, bleibt es; machen Sie jederzeit weiter.</translation>
    </message>
    <message>
        <source>It could not be read whom it concerns. Nothing was changed.</source>
        <translation>Wen es betrifft, ließ sich nicht lesen. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Money back: %1</source>
        <translation>Geld zurück: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) were used at the doors; they stay as they are.</source>
        <translation>
            <numerusform>%n Karte wurde am Einlass benutzt; sie bleibt, wie sie ist.</numerusform>
            <numerusform>%n Karten wurden am Einlass benutzt; sie bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) name a customer.</source>
        <translation>
            <numerusform>%n Bestellung nennt einen Kunden.</numerusform>
            <numerusform>%n Bestellungen nennen einen Kunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say why: it is kept with each order, and customers will ask.</source>
        <translation>Sagen Sie, warum: Es steht bei jeder Bestellung, und Kunden werden fragen.</translation>
    </message>
    <message>
        <source>Providers are told by the server; where one cannot, the bell says so. Gift cards and invoices follow at once.</source>
        <translation>Den Anbietern sagt es der Server; kann einer nicht, meldet es die Glocke. Gutscheine und Rechnungen folgen sofort.</translation>
    </message>
    <message>
        <source>Cash, and cards at a terminal of the house. Their tickets stay as they are until they come.</source>
        <translation>Bar bezahlt, oder mit Karte an einem Terminal des Hauses. Die Eintrittskarten bleiben, wie sie sind, bis die Kunden kommen.</translation>
    </message>
    <message>
        <source>Go on once the money has come, or the payment has ended.</source>
        <translation>Machen Sie weiter, sobald das Geld da oder die Zahlung beendet ist.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::MoneyBackPresenter</name>
    <message>
        <source>This one goes on first. Give the other money back from its date, once this is done.</source>
        <translation>Zuerst geht es hiermit weiter. Erstatten Sie das andere Geld vom Termin aus, sobald dies fertig ist.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::MoneyBackStrip</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>%1: giving the money back was begun %2 and has not ended.</source>
        <translation>%1: Mit der Erstattung wurde begonnen, %2. Sie ist nicht zu Ende.</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Weiter …</translation>
    </message>
    <message>
        <source>%1: the money goes back. %2</source>
        <translation>%1: Das Geld wird erstattet. %2</translation>
    </message>
</context>
<context>
    <name>foyer::ui::MoneyCard</name>
    <message>
        <source>The books say</source>
        <translation>Die Bücher sagen</translation>
    </message>
    <message>
        <source>End the case</source>
        <translation>Fall beenden</translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation>Bestellung zeigen</translation>
    </message>
    <message>
        <source>%1 says</source>
        <translation>%1 sagt</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Somebody who may deal with incidents does this.</source>
        <translation>Das tut jemand, der Vorfälle bearbeiten darf.</translation>
    </message>
    <message>
        <source>Show order %1</source>
        <translation>Bestellung %1 zeigen</translation>
    </message>
</context>
<context>
    <name>foyer::ui::MoneyPage</name>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>Kontenabgleich</translation>
    </message>
    <message>
        <source>Payouts</source>
        <translation>Auszahlungen</translation>
    </message>
    <message>
        <source>F5	Compare the accounts now
F6	Save the statement as PDF
F7	Save the statement as CSV
F8	End the case, let the payment go on
Enter	Do what is asked
Esc	Back</source>
        <translation>F5	Konten jetzt vergleichen
F6	Abrechnung als PDF speichern
F7	Abrechnung als CSV speichern
F8	Fall beenden, Zahlung fortsetzen
Enter	Tun, was gefragt ist
Esc	Zurück</translation>
    </message>
    <message>
        <source>Money that the books do not know</source>
        <translation>Geld, das die Bücher nicht kennen</translation>
    </message>
    <message>
        <source>Money that the account does not have</source>
        <translation>Geld, das auf dem Konto fehlt</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>Ein anderer Betrag</translation>
    </message>
    <message>
        <source>Another currency</source>
        <translation>Eine andere Währung</translation>
    </message>
    <message>
        <source>Refunds do not add up</source>
        <translation>Erstattungen gehen nicht auf</translation>
    </message>
    <message>
        <source>An unusual fee</source>
        <translation>Eine ungewöhnliche Gebühr</translation>
    </message>
    <message>
        <source>A transfer does not add up</source>
        <translation>Eine Überweisung geht nicht auf</translation>
    </message>
    <message>
        <source>%1 has taken or given back money for which there is no entry here. Look for it in its dashboard.</source>
        <translation>%1 hat Geld eingenommen oder zurückgezahlt, zu dem es hier keinen Eintrag gibt. Suchen Sie es im Dashboard des Anbieters.</translation>
    </message>
    <message>
        <source>The order counts as paid, and %1 shows no such payment after more than a day. Ask %1 before you give anything back.</source>
        <translation>Die Bestellung gilt als bezahlt, und %1 zeigt nach mehr als einem Tag keine solche Zahlung. Fragen Sie bei %1 nach, bevor Sie etwas zurückgeben.</translation>
    </message>
    <message>
        <source>%1 has taken another amount than the order has.</source>
        <translation>%1 hat einen anderen Betrag eingenommen, als die Bestellung hat.</translation>
    </message>
    <message>
        <source>%1 has taken another currency than the order has.</source>
        <translation>%1 hat eine andere Währung eingenommen, als die Bestellung hat.</translation>
    </message>
    <message>
        <source>What %1 gave back is not what was to be given back.</source>
        <translation>Was %1 zurückgezahlt hat, ist nicht, was zurückzuzahlen war.</translation>
    </message>
    <message>
        <source>%1 kept more than a tenth of the payment.</source>
        <translation>%1 hat mehr als ein Zehntel der Zahlung einbehalten.</translation>
    </message>
    <message>
        <source>What %1 sent to the bank is not the sum of its lines.</source>
        <translation>Was %1 an die Bank überwiesen hat, ist nicht die Summe der Zeilen.</translation>
    </message>
    <message>
        <source>A payment is held</source>
        <translation>Eine Zahlung wird angehalten</translation>
    </message>
    <message>
        <source>A refund failed</source>
        <translation>Eine Erstattung ist gescheitert</translation>
    </message>
    <message>
        <source>A dispute was lost</source>
        <translation>Ein Streitfall ging verloren</translation>
    </message>
    <message>
        <source>A customer disputes a payment</source>
        <translation>Ein Kunde bestreitet eine Zahlung</translation>
    </message>
    <message>
        <source>What %1 says does not fit what was asked for, so nothing goes on until somebody has looked.</source>
        <translation>Was %1 sagt, passt nicht zu dem, was verlangt wurde; darum geht nichts weiter, bis jemand nachgesehen hat.</translation>
    </message>
    <message>
        <source>%1 could not give the money back. Try again, or give it back another way.</source>
        <translation>%1 konnte das Geld nicht zurückzahlen. Versuchen Sie es noch einmal, oder geben Sie es auf anderem Weg zurück.</translation>
    </message>
    <message>
        <source>Answer it in the dashboard of %1; until it is decided the money may go.</source>
        <translation>Antworten Sie darauf im Dashboard von %1; bis es entschieden ist, kann das Geld weg sein.</translation>
    </message>
    <message>
        <source>not compared yet; that begins with the first payment</source>
        <translation>noch nicht verglichen; das beginnt mit der ersten Zahlung</translation>
    </message>
    <message>
        <source>could not be read yet (%1)</source>
        <translation>konnte noch nicht gelesen werden (%1)</translation>
    </message>
    <message>
        <source>compared %1</source>
        <translation>verglichen %1</translation>
    </message>
    <message>
        <source>compared %1; it cannot be read since (%2)</source>
        <translation>verglichen %1; seither nicht lesbar (%2)</translation>
    </message>
    <message>
        <source>Carried over from the payout before</source>
        <translation>Übertrag aus der Auszahlung davor</translation>
    </message>
    <message>
        <source>Taken by payment providers</source>
        <translation>Von Zahlungsanbietern eingenommen</translation>
    </message>
    <message>
        <source>Given back by them</source>
        <translation>Von ihnen zurückgezahlt</translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Streitfälle</translation>
    </message>
    <message>
        <source>Fees of the providers</source>
        <translation>Gebühren der Anbieter</translation>
    </message>
    <message>
        <source>Commission of the platform</source>
        <translation>Provision der Plattform</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Ausgezahlt</translation>
    </message>
    <message>
        <source>Carried over to the next payout</source>
        <translation>Übertrag in die nächste Auszahlung</translation>
    </message>
</context>
<context>
    <name>foyer::ui::NewEventPanel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Choose a venue, or type a new one&apos;s name</source>
        <translation>Spielort wählen oder neuen eingeben</translation>
    </message>
    <message>
        <source>Takes place at</source>
        <translation>Findet statt in</translation>
    </message>
    <message>
        <source>With its dates</source>
        <translation>Mit den Terminen</translation>
    </message>
    <message>
        <source>All of them later by so many days</source>
        <translation>Alle um so viele Tage später</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Anfangen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>A new event</source>
        <translation>Eine neue Veranstaltung</translation>
    </message>
    <message>
        <source>Two things to begin with. Everything else follows step by step, and nobody sees it before it is published.</source>
        <translation>Zwei Angaben zum Anfang. Alles andere folgt Schritt für Schritt, und niemand sieht es, bevor es veröffentlicht ist.</translation>
    </message>
    <message>
        <source>One like %1</source>
        <translation>Eine wie %1</translation>
    </message>
    <message>
        <source>Texts, categories, ticket types, prices and fees are taken over. It begins as a draft.</source>
        <translation>Texte, Kategorien, Kartenarten, Preise und Gebühren werden übernommen. Sie beginnt als Entwurf.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::NoteAsk</name>
    <message>
        <source>Why this is all right</source>
        <translation>Warum das in Ordnung ist</translation>
    </message>
    <message>
        <source>Why this is all right; it is kept with the case</source>
        <translation>Warum das in Ordnung ist; es bleibt bei dem Fall</translation>
    </message>
    <message>
        <source>Say why this is all right: whoever reads the books later has nothing else.</source>
        <translation>Sagen Sie, warum das in Ordnung ist: Wer die Bücher später liest, hat sonst nichts.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::NoticeSettingsPage</name>
    <message>
        <source>What you are told of</source>
        <translation>Was Ihnen gemeldet wird</translation>
    </message>
    <message>
        <source>In the window</source>
        <translation>Im Fenster</translation>
    </message>
    <message>
        <source>By mail</source>
        <translation>Per Mail</translation>
    </message>
    <message>
        <source>Mails go to</source>
        <translation>Mails gehen an</translation>
    </message>
    <message>
        <source>Language of the mails</source>
        <translation>Sprache der Mails</translation>
    </message>
    <message>
        <source>The house&apos;s server sends the mails: one for all that happened since the last look, which is each minute. Your address is known to every counter of the house.</source>
        <translation>Die Mails verschickt der Server des Hauses: eine für alles, was seit dem letzten Nachsehen geschah, und er sieht jede Minute nach. Ihre Adresse kennt jede Kasse des Hauses.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>%1, in the window</source>
        <translation>%1, im Fenster</translation>
    </message>
    <message>
        <source>%1, by mail</source>
        <translation>%1, per Mail</translation>
    </message>
    <message>
        <source>For the whole house</source>
        <translation>Für das ganze Haus</translation>
    </message>
    <message>
        <source> %</source>
        <comment>per cent</comment>
        <translation> %</translation>
    </message>
    <message>
        <source> min</source>
        <comment>minutes</comment>
        <translation> min</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Nearly sold out at so many places</source>
        <translation>Fast ausverkauft ab so vielen Plätzen</translation>
    </message>
    <message>
        <source>… or at such a part of all</source>
        <translation>… oder ab so einem Teil von allen</translation>
    </message>
    <message>
        <source>A counter is silent after</source>
        <translation>Eine Kasse gilt als verstummt nach</translation>
    </message>
    <message>
        <source>Few places count once half of them are gone. A counter counts while a shift is open there, or while people come and it lets them in: one that is shut for the night tells nobody anything.</source>
        <translation>Wenige Plätze zählen erst, wenn die Hälfte weg ist. Eine Kasse zählt, solange dort eine Schicht offen ist oder sie Gäste einlässt: Von einer, die über Nacht aus ist, wird niemandem etwas gemeldet.</translation>
    </message>
    <message>
        <source>Save for the house</source>
        <translation>Für das Haus speichern</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Saved for the whole house.</source>
        <translation>Für das ganze Haus gespeichert.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::Notices</name>
    <message>
        <source>A payment waits for somebody</source>
        <translation>Eine Zahlung wartet auf jemanden</translation>
    </message>
    <message>
        <source>Money could not be given back</source>
        <translation>Geld ließ sich nicht erstatten</translation>
    </message>
    <message>
        <source>A payment failed</source>
        <translation>Eine Zahlung ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>event, day and time</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Ausverkauft</translation>
    </message>
    <message>
        <source>Nearly sold out</source>
        <translation>Fast ausverkauft</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>Zahlung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>Counter is silent</source>
        <translation>Kasse meldet sich nicht</translation>
    </message>
    <message>
        <source>Nothing is left of a performance that is on sale.</source>
        <translation>Von einer Vorstellung im Verkauf ist nichts mehr übrig.</translation>
    </message>
    <message>
        <source>Few places are left of one.</source>
        <translation>Von einer sind nur noch wenige Plätze übrig.</translation>
    </message>
    <message>
        <source>A provider took no money, or could not give it back.</source>
        <translation>Ein Zahlungsdienst nahm kein Geld an oder konnte es nicht erstatten.</translation>
    </message>
    <message>
        <source>Counters that could not hear each other disagree.</source>
        <translation>Kassen, die einander nicht hören konnten, sind sich uneins.</translation>
    </message>
    <message>
        <source>A counter at work has not reached the server.</source>
        <translation>Eine Kasse in Betrieb hat den Server nicht erreicht.</translation>
    </message>
    <message>
        <source>%L1 of %L2 places left</source>
        <translation>Noch %L1 von %L2 Plätzen</translation>
    </message>
    <message>
        <source>%1 is silent</source>
        <translation>%1 meldet sich nicht</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was heard of it for %n minute(s)</source>
        <translation>
            <numerusform>Seit %n Minute war nichts zu hören</numerusform>
            <numerusform>Seit %n Minuten war nichts zu hören</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day and time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>a day of this year</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>over since %1</source>
        <translation>vorbei seit %1</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message numerus="yes">
        <source>This counter has not reached the server for %n minute(s). It goes on selling what it has here; look at the network.</source>
        <translation>
            <numerusform>Diese Kasse erreicht den Server seit %n Minute nicht. Sie verkauft weiter, was sie hier hat; sehen Sie nach dem Netz.</numerusform>
            <numerusform>Diese Kasse erreicht den Server seit %n Minuten nicht. Sie verkauft weiter, was sie hier hat; sehen Sie nach dem Netz.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::NoticesPopup</name>
    <message>
        <source>Mark all as read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Choose what you are told of</source>
        <translation>Wählen, was Ihnen gemeldet wird</translation>
    </message>
    <message>
        <source>Notifications, the latest first</source>
        <translation>Meldungen, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Nothing that you have to know</source>
        <translation>Nichts, was Sie wissen müssten</translation>
    </message>
    <message>
        <source>When a performance is sold out or nearly, a payment fails, counters disagree or one of them falls silent, it stands here. In Settings you choose what of it, and what comes by mail.</source>
        <translation>Ist eine Vorstellung ausverkauft oder fast, schlägt eine Zahlung fehl, sind sich Kassen uneins oder meldet sich eine nicht mehr, steht es hier. In den Einstellungen wählen Sie, was davon und was per Mail kommt.</translation>
    </message>
    <message>
        <source>The notifications could not be read</source>
        <translation>Die Meldungen ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Vorbei</translation>
    </message>
</context>
<context>
    <name>foyer::ui::OfferPanel</name>
    <message>
        <source>Seat plan</source>
        <translation>Saalplan</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Whole plan</source>
        <translation>Ganzer Plan</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%L1 left</source>
        <translation>noch %L1</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>verkauft</translation>
    </message>
    <message>
        <source>Add %1 · %2 · %3 · %L4 left</source>
        <translation>%1 · %2 · %3 hinzufügen · noch %L4</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Ausverkauft</translation>
    </message>
    <message>
        <source>held</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>kind of hold, for whom</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Keep longer or let go…</source>
        <translation>Länger behalten oder freigeben …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 is held: %2, %3.</source>
        <translation>%1 wird zurückgehalten: %2, %3.</translation>
    </message>
    <message>
        <source>Another counter holds it and lets it go.</source>
        <translation>Eine andere Kasse hält ihn zurück und gibt ihn frei.</translation>
    </message>
    <message numerus="yes">
        <source>Bring back all %n places</source>
        <translation>
            <numerusform>Den Platz zurückholen</numerusform>
            <numerusform>Alle %n Plätze zurückholen</numerusform>
        </translation>
    </message>
    <message>
        <source>Sell this seat</source>
        <translation>Diesen Platz verkaufen</translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n zurückgelegt</numerusform>
            <numerusform>%n zurückgelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places are held; shows what they are for</source>
        <translation>
            <numerusform>Ein Platz ist zurückgelegt; zeigt, wofür</numerusform>
            <numerusform>%n Plätze sind zurückgelegt; zeigt, wofür</numerusform>
        </translation>
    </message>
    <message>
        <source>not for sale here now</source>
        <translation>hier jetzt nicht zu verkaufen</translation>
    </message>
    <message>
        <source>%1 is not for sale here now: another counter keeps it, or the server cannot be asked. Choose another seat.</source>
        <translation>%1 ist hier jetzt nicht zu verkaufen: Eine andere Kasse hat den Platz, oder der Server ist nicht zu erreichen. Wählen Sie einen anderen Platz.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::OrderImportPanel</name>
    <message>
        <source>Orders and attendees from pretix (JSON or CSV), Eventbrite, alf.io or any other table saved as CSV. They are looked at first; what is imported can be taken back. Old tickets pass the door, and no place is sold twice.</source>
        <translation>Bestellungen und Besucher aus pretix (JSON oder CSV), Eventbrite, alf.io oder jeder anderen Tabelle, die als CSV gespeichert ist. Sie werden erst angesehen; was importiert ist, lässt sich zurücknehmen. Alte Karten kommen durch den Einlass, und kein Platz wird zweimal verkauft.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen …</translation>
    </message>
    <message>
        <source>or drop them here</source>
        <translation>oder hierher ziehen</translation>
    </message>
    <message>
        <source>The first orders, as they would be read</source>
        <translation>Die ersten Bestellungen, wie sie gelesen würden</translation>
    </message>
    <message>
        <source>Orders that cannot be taken, and why</source>
        <translation>Bestellungen, die nicht übernommen werden können, und warum</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>What the columns say</source>
        <translation>Was die Spalten bedeuten</translation>
    </message>
    <message>
        <source>Tickets that name no event are for</source>
        <translation>Karten ohne Veranstaltung sind für</translation>
    </message>
    <message>
        <source>Make events that are not here, with their dates and types</source>
        <translation>Veranstaltungen anlegen, die fehlen, mit Terminen und Kartenarten</translation>
    </message>
    <message>
        <source>New events are at</source>
        <translation>Neue Veranstaltungen sind in</translation>
    </message>
    <message>
        <source>Try without changing anything</source>
        <translation>Probieren, ohne etwas zu ändern</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>How much of the files is read</source>
        <translation>Wie viel der Dateien gelesen ist</translation>
    </message>
    <message>
        <source>Choose files with orders</source>
        <translation>Dateien mit Bestellungen wählen</translation>
    </message>
    <message>
        <source>Orders (*.json *.csv *.txt *.tsv)</source>
        <translation>Bestellungen (*.json *.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>files, what they are, how large</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>Tabulatoren</translation>
    </message>
    <message>
        <source>%1, columns separated by %2</source>
        <translation>%1, Spalten getrennt durch %2</translation>
    </message>
    <message>
        <source>refused, and listed</source>
        <translation>werden abgewiesen und aufgelistet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an event and when it begins</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>There are no orders in these files. Choose others, or read them as something else.</source>
        <translation>In diesen Dateien sind keine Bestellungen. Wählen Sie andere oder lesen Sie sie als etwas anderes.</translation>
    </message>
    <message>
        <source>%L1 orders so far</source>
        <translation>bisher %L1 Bestellungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a place in a file, and what is wrong</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>and %L1 more</source>
        <translation>und %L1 weitere</translation>
    </message>
    <message>
        <source>This goes on with the import of “%1”. Orders that are here are known and not brought twice.</source>
        <translation>Das setzt den Import von „%1“ fort. Bestellungen, die hier sind, werden erkannt und nicht zweimal gebracht.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::OrderPanel</name>
    <message>
        <source>Tickets of the order; tick those that are meant</source>
        <translation>Tickets der Bestellung; haken Sie die gemeinten an</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Vorstellung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Worth</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstatten</translation>
    </message>
    <message>
        <source>Exchange or move</source>
        <translation>Tauschen, umsetzen</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Neu drucken</translation>
    </message>
    <message>
        <source>Lost ticket</source>
        <translation>Verlorenes Ticket</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Stornieren</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Pick-up</source>
        <translation>Abholung</translation>
    </message>
    <message>
        <source>What was done to the order</source>
        <translation>Was mit der Bestellung geschah</translation>
    </message>
    <message>
        <source>Nobody is named</source>
        <translation>Niemand genannt</translation>
    </message>
    <message>
        <source>(%1 given back)</source>
        <translation>(%1 erstattet)</translation>
    </message>
    <message>
        <source>Nothing was paid.</source>
        <translation>Nichts bezahlt.</translation>
    </message>
    <message>
        <source>Paid: %1</source>
        <translation>Bezahlt: %1</translation>
    </message>
    <message>
        <source>Nothing was changed since it was sold.</source>
        <translation>Seit dem Verkauf wurde nichts geändert.</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message>
        <source>Take up the payment</source>
        <translation>Zahlung aufnehmen</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2: %3</translation>
    </message>
</context>
<context>
    <name>foyer::ui::OrdersPage</name>
    <message>
        <source>Void or returned</source>
        <translation>Storniert oder zurückgenommen</translation>
    </message>
    <message>
        <source>Choose an order</source>
        <translation>Bestellung wählen</translation>
    </message>
    <message>
        <source>Scan a ticket, or type what the customer has: a code, a name, an email, a phone number, a seat or the amount.</source>
        <translation>Scannen Sie ein Ticket oder tippen Sie, was der Kunde hat: Code, Name, E-Mail, Telefonnummer, Platz oder Betrag.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Code, name, email, phone, seat or amount</source>
        <translation>Code, Name, E-Mail, Telefon, Platz oder Betrag</translation>
    </message>
    <message>
        <source>Orders found</source>
        <translation>Gefundene Bestellungen</translation>
    </message>
    <message>
        <source>Enter	Open the first order found
F4	Refund the tickets that are ticked, or all
F5	Exchange or move
F6	Print again
F7	New codes for lost tickets
F8	Void the whole order
F9	Another name
F10	Who picks up
Esc	Back</source>
        <translation>Enter	Erste gefundene Bestellung öffnen
F4	Angehakte Tickets erstatten, oder alle
F5	Tauschen oder umsetzen
F6	Neu drucken
F7	Neue Codes für verlorene Tickets
F8	Ganze Bestellung stornieren
F9	Anderer Name
F10	Wer abholt
Esc	Zurück</translation>
    </message>
    <message>
        <source>Nothing was sold yet.</source>
        <translation>Noch nichts verkauft.</translation>
    </message>
    <message>
        <source>No order was found. Check what was typed, or try a part of the name.</source>
        <translation>Keine Bestellung gefunden. Prüfen Sie die Eingabe oder versuchen Sie einen Teil des Namens.</translation>
    </message>
    <message>
        <source>The latest orders</source>
        <translation>Die neuesten Bestellungen</translation>
    </message>
    <message>
        <source>Print all valid tickets of this order again? Enter prints, Esc does not. The codes stay the same.</source>
        <translation>Alle gültigen Tickets dieser Bestellung neu drucken? Enter druckt, Esc nicht. Die Codes bleiben gleich.</translation>
    </message>
    <message>
        <source>Printing on %1</source>
        <translation>Druckt auf %1</translation>
    </message>
    <message>
        <source>No printer is set up for tickets. They were written to %1</source>
        <translation>Kein Drucker ist für Tickets eingerichtet. Sie stehen in %1</translation>
    </message>
    <message>
        <source>One order was found</source>
        <translation>Eine Bestellung gefunden</translation>
    </message>
    <message>
        <source>%1 orders were found</source>
        <translation>%1 Bestellungen gefunden</translation>
    </message>
    <message>
        <source>Print what is ticked again? Enter prints, Esc does not. The codes stay the same.</source>
        <translation>Das Angehakte neu drucken? Enter druckt, Esc nicht. Die Codes bleiben gleich.</translation>
    </message>
    <message>
        <source>Not paid yet</source>
        <translation>Noch nicht bezahlt</translation>
    </message>
</context>
<context>
    <name>foyer::ui::OwnSecretDialog</name>
    <message>
        <source>Change my PIN or password</source>
        <translation>Meine PIN oder mein Passwort ändern</translation>
    </message>
    <message>
        <source>The one you have</source>
        <translation>Bisherige PIN oder bisheriges Passwort</translation>
    </message>
    <message>
        <source>New: a PIN of six digits, or a password</source>
        <translation>Neu: eine PIN aus sechs Ziffern oder ein Passwort</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>This field is empty: %1.</source>
        <translation>Dieses Feld ist leer: %1.</translation>
    </message>
    <message>
        <source>The two new ones are not the same. Type the second one again.</source>
        <translation>Die beiden neuen stimmen nicht überein. Geben Sie die Wiederholung neu ein.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ParkedDialog</name>
    <message>
        <source>parked %1</source>
        <translation>geparkt %1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Parked carts</source>
        <translation>Geparkte Warenkörbe</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Enter brings the chosen one back into the cart. Its places are kept until then.</source>
        <translation>Enter holt den gewählten zurück. Seine Plätze bleiben bis dahin behalten.</translation>
    </message>
    <message>
        <source>No cart is parked. When a customer needs a moment, F7 puts the cart aside and keeps its places.</source>
        <translation>Kein Warenkorb ist geparkt. Braucht jemand einen Moment, legt F7 den Warenkorb beiseite und behält seine Plätze.</translation>
    </message>
    <message numerus="yes">
        <source>Free its %n places</source>
        <translation>
            <numerusform>Seinen Platz freigeben</numerusform>
            <numerusform>Seine %n Plätze freigeben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ui::PastImports</name>
    <message>
        <source>%L1 orders taken back, %L2 kept because they were used since.</source>
        <translation>%L1 Bestellungen zurückgenommen, %L2 behalten, weil sie seither benutzt wurden.</translation>
    </message>
    <message>
        <source>Kept: %1.</source>
        <translation>Behalten: %1.</translation>
    </message>
    <message>
        <source>It was stopped. Take the import back again to go on.</source>
        <translation>Es wurde angehalten. Nehmen Sie den Import noch einmal zurück, um fortzufahren.</translation>
    </message>
    <message>
        <source>Go on…</source>
        <translation>Fortsetzen …</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>Zurücknehmen …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Imported before</source>
        <translation>Früher importiert</translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation>Noch wurde nichts importiert.</translation>
    </message>
    <message>
        <source>Imported before, the latest first</source>
        <translation>Früher importiert, das Neueste zuerst</translation>
    </message>
    <message>
        <source>How much is taken back</source>
        <translation>Wie viel zurückgenommen ist</translation>
    </message>
    <message>
        <source>%L1 orders with %L2 tickets of “%3” become void and their places free. What was used since (let in, refunded, exchanged) stays, and so do customers and events.</source>
        <translation>%L1 Bestellungen mit %L2 Karten aus „%3“ werden ungültig und ihre Plätze frei. Was seither benutzt wurde (eingelassen, erstattet, umgetauscht), bleibt, ebenso Kunden und Veranstaltungen.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>%L1 orders so far</source>
        <translation>bisher %L1 Bestellungen</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PaymentPanel</name>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Cash given</source>
        <translation>Bar gegeben</translation>
    </message>
    <message>
        <source>On the card terminal</source>
        <translation>Am Kartenterminal</translation>
    </message>
    <message>
        <source>Terminal&apos;s receipt number</source>
        <translation>Belegnummer des Terminals</translation>
    </message>
    <message>
        <source>Back to the cart</source>
        <translation>Zurück zum Warenkorb</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkaufen</translation>
    </message>
    <message>
        <source>Writing the sale to disk. Nothing is sold yet.</source>
        <translation>Der Verkauf wird auf die Platte geschrieben. Noch ist nichts verkauft.</translation>
    </message>
    <message>
        <source>Cash %1</source>
        <translation>Bar %1</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>Noch zu zahlen</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>On invoice…</source>
        <translation>Auf Rechnung…</translation>
    </message>
    <message>
        <source>Pays later</source>
        <translation>Zahlt später</translation>
    </message>
    <message>
        <source>%1 to %2 · days to pay: %3</source>
        <translation>%1 an %2 · Zahlungsziel in Tagen: %3</translation>
    </message>
    <message>
        <source>Phone or reader</source>
        <translation>Handy oder Leser</translation>
    </message>
    <message>
        <source>Ask for %1</source>
        <translation>%1 anfordern</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PayoutsPanel</name>
    <message>
        <source>Payouts, the latest first</source>
        <translation>Auszahlungen, die neueste zuerst</translation>
    </message>
    <message>
        <source>Nothing was paid out yet</source>
        <translation>Noch nichts ausgezahlt</translation>
    </message>
    <message>
        <source>What payment providers take for the house is paid out by the platform, less their fees and its commission. Each payout stands here with its statement, without a network, too.</source>
        <translation>Was Zahlungsanbieter für das Haus einnehmen, zahlt die Plattform aus, abzüglich der Gebühren und ihrer Provision. Jede Auszahlung steht hier mit ihrer Abrechnung, auch ohne Netz.</translation>
    </message>
    <message>
        <source>The payouts could not be read</source>
        <translation>Die Auszahlungen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>What the payout is made of</source>
        <translation>Woraus die Auszahlung besteht</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Performances</source>
        <translation>Vorstellungen</translation>
    </message>
    <message>
        <source>What was sold of each performance</source>
        <translation>Was von jeder Vorstellung verkauft wurde</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Vorstellung</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>Provision</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>%1 · %2 paid out</source>
        <comment>number and amount of a payout</comment>
        <translation>%1 · %2 ausgezahlt</translation>
    </message>
    <message>
        <source>From %1 to %2</source>
        <translation>Von %1 bis %2</translation>
    </message>
    <message>
        <source>From the beginning to %1</source>
        <translation>Von Anfang an bis %1</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) of the reconciliation were open when it was made: %1</source>
        <translation>
            <numerusform>%n Fall des Kontenabgleichs war offen, als sie erstellt wurde: %1</numerusform>
            <numerusform>%n Fälle des Kontenabgleichs waren offen, als sie erstellt wurde: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known here</source>
        <translation>Hier nicht bekannt</translation>
    </message>
    <message>
        <source>Save the statement</source>
        <translation>Abrechnung speichern</translation>
    </message>
    <message>
        <source>The statement is saved.</source>
        <translation>Die Abrechnung ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PeoplePage</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Nobody has to sign in here yet</source>
        <translation>Noch muss sich hier niemand anmelden</translation>
    </message>
    <message>
        <source>Everybody at this computer may do everything, under no name. Add an administrator first; then give the others a role and a PIN, and every sale, refund and count says whose it is.</source>
        <translation>An diesem Computer dürfen alle alles, ohne Namen. Fügen Sie zuerst einen Administrator hinzu; geben Sie dann den anderen eine Rolle und eine PIN, und jeder Verkauf, jede Erstattung und jeder Kassensturz sagt, von wem er ist.</translation>
    </message>
    <message>
        <source>Add the administrator</source>
        <translation>Administrator hinzufügen</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Wer hier arbeitet</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>What the roles may do</source>
        <translation>Was die Rollen dürfen</translation>
    </message>
    <message>
        <source>may not sign in</source>
        <translation>darf sich nicht anmelden</translation>
    </message>
    <message>
        <source>Invite…</source>
        <translation>Einladen …</translation>
    </message>
    <message>
        <source>Writes a letter to them in your mail program; the PIN is not in it</source>
        <translation>Schreibt einen Brief in Ihrem Mailprogramm; die PIN steht nicht darin</translation>
    </message>
    <message>
        <source>Insert	Add somebody
F2	Change whom is chosen
F7	Invite whom is chosen
Ctrl+L	Lock the counter</source>
        <translation>Einfg	Person hinzufügen
F2	Ausgewählte Person ändern
F7	Ausgewählte Person einladen
Strg+L	Kasse sperren</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PerformanceListModel</name>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Not on sale</source>
        <translation>Nicht im Verkauf</translation>
    </message>
    <message>
        <source>%L1 left</source>
        <translation>noch %L1</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Ausverkauft</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>Verschoben</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PersonDialog</name>
    <message>
        <source>Somebody new</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>The first one is an administrator. From then on everybody signs in, and what they do carries their name.</source>
        <translation>Die erste Person ist Administrator. Von da an melden sich alle an, und was sie tun, trägt ihren Namen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Neue PIN</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation>Bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Six digits</source>
        <translation>Sechs Ziffern</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>12 characters or more</source>
        <translation>Mindestens 12 Zeichen</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Darf sich anmelden</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>In single events</source>
        <translation>Bei einzelnen Veranstaltungen</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PictureIntake</name>
    <message>
        <source>An event has one poster. Choose one file, or add them to the gallery.</source>
        <translation>Eine Veranstaltung hat ein Plakat. Wählen Sie eine Datei, oder fügen Sie sie der Galerie hinzu.</translation>
    </message>
    <message>
        <source>This is on the web. Save it on this computer first, then choose the file.</source>
        <translation>Das liegt im Web. Speichern Sie es zuerst auf diesem Computer und wählen Sie dann die Datei.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PictureWell</name>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PicturesStep</name>
    <message>
        <source>What does it look like?</source>
        <translation>Wie sieht es aus?</translation>
    </message>
    <message>
        <source>JPEG, PNG or WebP, up to 10 MB: drop files here, or choose them. It works without a network; the other counters get them when there is one.</source>
        <translation>JPEG, PNG oder WebP bis 10 MB: Lassen Sie Dateien hier fallen, oder wählen Sie sie. Das geht ohne Netz; die anderen Kassen bekommen die Bilder, sobald es eines gibt.</translation>
    </message>
    <message>
        <source>Described in</source>
        <translation>Beschrieben auf</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Plakat</translation>
    </message>
    <message>
        <source>Stands for the event wherever it is shown, and on tickets that are wide enough.</source>
        <translation>Steht für die Veranstaltung, wo immer sie gezeigt wird, und auf Karten, die breit genug sind.</translation>
    </message>
    <message>
        <source>Choose a poster…</source>
        <translation>Plakat wählen …</translation>
    </message>
    <message>
        <source>Take it down</source>
        <translation>Abnehmen</translation>
    </message>
    <message>
        <source>For those who do not see it</source>
        <translation>Für alle, die es nicht sehen</translation>
    </message>
    <message>
        <source>What the poster shows</source>
        <translation>Was das Plakat zeigt</translation>
    </message>
    <message>
        <source>Choose a poster</source>
        <translation>Plakat wählen</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp)</source>
        <translation>Bilder (*.jpg *.jpeg *.png *.webp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose another poster…</source>
        <translation>Anderes Plakat wählen …</translation>
    </message>
    <message>
        <source>The poster, not described</source>
        <translation>Das Plakat, nicht beschrieben</translation>
    </message>
    <message>
        <source>No poster yet. Drop one here.</source>
        <translation>Noch kein Plakat. Lassen Sie hier eines fallen.</translation>
    </message>
    <message>
        <source>It has not arrived here yet.</source>
        <translation>Es ist hier noch nicht angekommen.</translation>
    </message>
    <message>
        <source>It is being read.</source>
        <translation>Es wird gelesen.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PinPad</name>
    <message>
        <source>Delete the last digit</source>
        <translation>Letzte Ziffer löschen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingeben</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PlaceCounters</name>
    <message>
        <source>A digit adds that many tickets of the chosen type at once.</source>
        <translation>Eine Ziffer fügt so viele Karten der gewählten Art auf einmal hinzu.</translation>
    </message>
    <message>
        <source>One %1 less, %2</source>
        <translation>Eine Karte %1 weniger, %2</translation>
    </message>
    <message>
        <source>One %1 more, %2</source>
        <translation>Eine Karte %1 mehr, %2</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PlanCanvas</name>
    <message>
        <source>Drawing of the room</source>
        <translation>Zeichnung des Raums</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Bühne</translation>
    </message>
    <message>
        <source>Scaled the picture</source>
        <translation>Bild vergrößert oder verkleinert</translation>
    </message>
    <message>
        <source>Moved the picture</source>
        <translation>Bild verschoben</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PlanCategoryColours</name>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Light blue</source>
        <translation>Hellblau</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Colour of the category</source>
        <translation>Farbe der Kategorie</translation>
    </message>
    <message>
        <source>Another colour</source>
        <translation>Andere Farbe</translation>
    </message>
    <message>
        <source>Type red, green and blue as six digits, such as #0072B2.</source>
        <translation>Geben Sie Rot, Grün und Blau als sechs Ziffern ein, etwa #0072B2.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PlanDesk</name>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Row %1, seat %2</source>
        <translation>Reihe %1, Platz %2</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) of row %1</source>
        <translation>
            <numerusform>%n Platz der Reihe %1</numerusform>
            <numerusform>%n Plätze der Reihe %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Standing area %1</source>
        <translation>Stehbereich %1</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>Nichts ist ausgewählt</translation>
    </message>
    <message>
        <source>Moved %1</source>
        <translation>Verschoben: %1</translation>
    </message>
    <message numerus="yes">
        <source>Added a row of %n seat(s)</source>
        <translation>
            <numerusform>Reihe mit %n Platz hinzugefügt</numerusform>
            <numerusform>Reihe mit %n Plätzen hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>Added a table</source>
        <translation>Tisch hinzugefügt</translation>
    </message>
    <message>
        <source>Standing %1</source>
        <translation>Stehplatz %1</translation>
    </message>
    <message>
        <source>Added a standing area</source>
        <translation>Stehbereich hinzugefügt</translation>
    </message>
    <message>
        <source>Added a shape</source>
        <translation>Form hinzugefügt</translation>
    </message>
    <message>
        <source>Added a text</source>
        <translation>Text hinzugefügt</translation>
    </message>
    <message>
        <source>Added the section %1</source>
        <translation>Bereich %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Added a seat</source>
        <translation>Platz hinzugefügt</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>Gelöscht: %1</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Pasted</source>
        <translation>Eingefügt</translation>
    </message>
    <message>
        <source>Duplicated</source>
        <translation>Verdoppelt</translation>
    </message>
    <message>
        <source>Mirrored %1</source>
        <translation>Gespiegelt: %1</translation>
    </message>
    <message>
        <source>Turned %1</source>
        <translation>Gedreht: %1</translation>
    </message>
    <message>
        <source>Aligned %1</source>
        <translation>Ausgerichtet: %1</translation>
    </message>
    <message>
        <source>Distributed %1</source>
        <translation>Verteilt: %1</translation>
    </message>
    <message>
        <source>Bent %1</source>
        <translation>Gebogen: %1</translation>
    </message>
    <message>
        <source>Spaced %1</source>
        <translation>Abstände gesetzt: %1</translation>
    </message>
    <message>
        <source>Opened an aisle</source>
        <translation>Gang geöffnet</translation>
    </message>
    <message>
        <source>There can be no aisle here: choose the seat before it, in a row of four seats or more.</source>
        <translation>Hier kann kein Gang sein: Wählen Sie den Platz davor, in einer Reihe mit mindestens vier Plätzen.</translation>
    </message>
    <message>
        <source>Numbered %1</source>
        <translation>Nummeriert: %1</translation>
    </message>
    <message>
        <source>Named the rows</source>
        <translation>Reihen benannt</translation>
    </message>
    <message>
        <source>Named %1</source>
        <translation>Benannt: %1</translation>
    </message>
    <message>
        <source>Changed the capacity</source>
        <translation>Fassungsvermögen geändert</translation>
    </message>
    <message>
        <source>Changed the category</source>
        <translation>Kategorie geändert</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>Changed the section</source>
        <translation>Bereich geändert</translation>
    </message>
    <message>
        <source>Changed the category %1</source>
        <translation>Kategorie %1 geändert</translation>
    </message>
    <message>
        <source>Named the plan %1</source>
        <translation>Plan %1 benannt</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
    <message>
        <source>the section without a name</source>
        <translation>dem Bereich ohne Namen</translation>
    </message>
    <message>
        <source>Outline of %1</source>
        <translation>Umriss von %1</translation>
    </message>
    <message>
        <source>Took a corner away</source>
        <translation>Ecke entfernt</translation>
    </message>
    <message>
        <source>Corner %1 of %2: %3</source>
        <translation>Ecke %1 von %2: %3</translation>
    </message>
    <message>
        <source>Moved a corner</source>
        <translation>Ecke verschoben</translation>
    </message>
    <message>
        <source>An outline has at most 200 corners.</source>
        <translation>Ein Umriss hat höchstens 200 Ecken.</translation>
    </message>
    <message>
        <source>Added a corner</source>
        <translation>Ecke hinzugefügt</translation>
    </message>
    <message>
        <source>An outline needs three corners or more that enclose something.</source>
        <translation>Ein Umriss braucht drei oder mehr Ecken, die etwas umschließen.</translation>
    </message>
    <message>
        <source>Took the outline of %1 away</source>
        <translation>Umriss von %1 entfernt</translation>
    </message>
    <message>
        <source>Drew the outline of %1</source>
        <translation>Umriss von %1 gezeichnet</translation>
    </message>
    <message>
        <source>This section has no seats yet. Draw its outline corner by corner: press O, then click.</source>
        <translation>Dieser Bereich hat noch keine Plätze. Zeichnen Sie seinen Umriss Ecke für Ecke: Drücken Sie O, dann klicken Sie.</translation>
    </message>
    <message>
        <source>Took the picture away</source>
        <translation>Bild entfernt</translation>
    </message>
    <message>
        <source>Coloured the category %1</source>
        <translation>Kategorie %1 gefärbt</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PlanEditor</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>Name of the plan</source>
        <translation>Name des Plans</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Select  V</source>
        <translation>Auswählen  V</translation>
    </message>
    <message>
        <source>Row  R</source>
        <translation>Reihe  R</translation>
    </message>
    <message>
        <source>Table  T</source>
        <translation>Tisch  T</translation>
    </message>
    <message>
        <source>Standing area  A</source>
        <translation>Stehbereich  A</translation>
    </message>
    <message>
        <source>Shape  S</source>
        <translation>Form  S</translation>
    </message>
    <message>
        <source>Stage  G</source>
        <translation>Bühne  G</translation>
    </message>
    <message>
        <source>Text  X</source>
        <translation>Text  X</translation>
    </message>
    <message>
        <source>This drawing is not saved.</source>
        <translation>Diese Zeichnung ist nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save and go back</source>
        <translation>Speichern und zurück</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Go on drawing</source>
        <translation>Weiter zeichnen</translation>
    </message>
    <message>
        <source>What to look at again</source>
        <translation>Was noch zu prüfen ist</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 standing</source>
        <translation>%L1 Stehplätze</translation>
    </message>
    <message>
        <source>Nothing to look at again.</source>
        <translation>Nichts mehr zu prüfen.</translation>
    </message>
    <message>
        <source>Draw a row: press R, then drag, or press Enter to draw one in the middle.</source>
        <translation>Eine Reihe zeichnen: R drücken und ziehen, oder mit der Eingabetaste eine in der Mitte zeichnen.</translation>
    </message>
    <message>
        <source>Read from the file. Look it over, then save it.</source>
        <translation>Aus der Datei gelesen. Prüfen Sie den Plan und speichern Sie ihn dann.</translation>
    </message>
    <message>
        <source>Nobody has a ticket for a seat of this plan in a performance to come.</source>
        <translation>Für kommende Vorstellungen hat niemand eine Karte für einen Platz dieses Plans.</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) have a ticket or are held: these keep their names and stay.</source>
        <translation>
            <numerusform>%n Platz ist verkauft oder zurückgelegt: Er behält seinen Namen und bleibt.</numerusform>
            <numerusform>%n Plätze sind verkauft oder zurückgelegt: Sie behalten ihre Namen und bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Give the plan a name.</source>
        <translation>Geben Sie dem Plan einen Namen.</translation>
    </message>
    <message numerus="yes">
        <source>Saved. %n performance(s) to come show it.</source>
        <translation>
            <numerusform>Gespeichert. %n kommende Vorstellung zeigt den Plan.</numerusform>
            <numerusform>Gespeichert. %n kommende Vorstellungen zeigen den Plan.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is how far the drawing had come. It is not saved yet.</source>
        <translation>So weit war die Zeichnung. Sie ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Outline  O</source>
        <translation>Umriss  O</translation>
    </message>
    <message>
        <source>Picture  B</source>
        <translation>Bild  B</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PlanPictureFields</name>
    <message>
        <source>Picture to draw over</source>
        <translation>Bild zum Nachzeichnen</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Bild wählen</translation>
    </message>
    <message>
        <source>Take the picture away</source>
        <translation>Bild entfernen</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>How strong</source>
        <translation>Wie kräftig</translation>
    </message>
    <message>
        <source>From the left</source>
        <translation>Von links</translation>
    </message>
    <message>
        <source>From the top</source>
        <translation>Von oben</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Showed the picture</source>
        <translation>Bild gezeigt</translation>
    </message>
    <message>
        <source>Hid the picture</source>
        <translation>Bild verborgen</translation>
    </message>
    <message>
        <source>Dimmed the picture</source>
        <translation>Bild abgeschwächt</translation>
    </message>
    <message>
        <source>Placed the picture</source>
        <translation>Bild platziert</translation>
    </message>
    <message>
        <source>Choose a picture to draw over</source>
        <translation>Ein Bild zum Nachzeichnen wählen</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp)</source>
        <translation>Bilder (*.jpg *.jpeg *.png *.webp)</translation>
    </message>
    <message>
        <source>The picture is being read …</source>
        <translation>Das Bild wird gelesen …</translation>
    </message>
    <message>
        <source>A scan or a photograph of the room: choose one, or drop it on the drawing. Customers never see it.</source>
        <translation>Ein Scan oder ein Foto des Raumes: Wählen Sie eines oder ziehen Sie es auf die Zeichnung. Kunden sehen es nie.</translation>
    </message>
    <message>
        <source>Press B, then drag it, or its right lower corner. The arrow keys move it, too.</source>
        <translation>Drücken Sie B, dann ziehen Sie es oder seine rechte untere Ecke. Auch die Pfeiltasten verschieben es.</translation>
    </message>
    <message>
        <source>Choose another picture</source>
        <translation>Anderes Bild wählen</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PlanProperties</name>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Name or row</source>
        <translation>Name oder Reihe</translation>
    </message>
    <message>
        <source>Seat number</source>
        <translation>Platznummer</translation>
    </message>
    <message>
        <source>People standing</source>
        <translation>Stehende Personen</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Neue Kategorie</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>New section</source>
        <translation>Neuer Bereich</translation>
    </message>
    <message>
        <source>Wheelchair place</source>
        <translation>Rollstuhlplatz</translation>
    </message>
    <message>
        <source>Companion&apos;s seat</source>
        <translation>Begleitplatz</translation>
    </message>
    <message>
        <source>Restricted view</source>
        <translation>Eingeschränkte Sicht</translation>
    </message>
    <message>
        <source>Number the seats</source>
        <translation>Plätze nummerieren</translation>
    </message>
    <message>
        <source>1 2 3 4</source>
        <translation>1 2 3 4</translation>
    </message>
    <message>
        <source>Odd or even: 1 3 5</source>
        <translation>Ungerade oder gerade: 1 3 5</translation>
    </message>
    <message>
        <source>From the middle: 3 1 2 4</source>
        <translation>Von der Mitte: 3 1 2 4</translation>
    </message>
    <message>
        <source>A B C D</source>
        <translation>A B C D</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>13, 113</source>
        <translation>13, 113</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>The last seat is the first</source>
        <translation>Der letzte Platz ist der erste</translation>
    </message>
    <message>
        <source>Number them</source>
        <translation>Nummerieren</translation>
    </message>
    <message>
        <source>Name the rows</source>
        <translation>Reihen benennen</translation>
    </message>
    <message>
        <source>A B C</source>
        <translation>A B C</translation>
    </message>
    <message>
        <source>A B C without I and O</source>
        <translation>A B C ohne I und O</translation>
    </message>
    <message>
        <source>1 2 3</source>
        <translation>1 2 3</translation>
    </message>
    <message>
        <source>I II III</source>
        <translation>I II III</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Reihen</translation>
    </message>
    <message>
        <source>Begin with place</source>
        <translation>Anfangen bei Stelle</translation>
    </message>
    <message>
        <source>The last row is the first</source>
        <translation>Die letzte Reihe ist die erste</translation>
    </message>
    <message>
        <source>Name them</source>
        <translation>Benennen</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>Bend the row by</source>
        <translation>Reihe biegen um</translation>
    </message>
    <message>
        <source>Distance of seats</source>
        <translation>Abstand der Plätze</translation>
    </message>
    <message>
        <source>Bend</source>
        <translation>Biegen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Abstand setzen</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Zentriert</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Mittig</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>Unten</translation>
    </message>
    <message>
        <source>Spread across</source>
        <translation>Waagerecht verteilen</translation>
    </message>
    <message>
        <source>Spread down</source>
        <translation>Senkrecht verteilen</translation>
    </message>
    <message>
        <source>Mirror across</source>
        <translation>Waagerecht spiegeln</translation>
    </message>
    <message>
        <source>Mirror down</source>
        <translation>Senkrecht spiegeln</translation>
    </message>
    <message>
        <source>Turn 15°</source>
        <translation>15° drehen</translation>
    </message>
    <message>
        <source>Turn back 15°</source>
        <translation>15° zurückdrehen</translation>
    </message>
    <message>
        <source>Aisle behind</source>
        <translation>Gang dahinter</translation>
    </message>
    <message>
        <source>Seat behind</source>
        <translation>Platz dahinter</translation>
    </message>
    <message>
        <source>Whole rows</source>
        <translation>Ganze Reihen</translation>
    </message>
    <message>
        <source>Whole sections</source>
        <translation>Ganze Bereiche</translation>
    </message>
    <message>
        <source>Same category</source>
        <translation>Gleiche Kategorie</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Chairs at a new table</source>
        <translation>Stühle an einem neuen Tisch</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keins</translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>New tables are round</source>
        <translation>Neue Tische sind rund</translation>
    </message>
    <message>
        <source>Outline of the section</source>
        <translation>Umriss des Bereichs</translation>
    </message>
    <message>
        <source>Around its seats</source>
        <translation>Um seine Plätze</translation>
    </message>
    <message>
        <source>No outline</source>
        <translation>Kein Umriss</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PlanScan</name>
    <message>
        <source>Laid a picture under the plan</source>
        <translation>Bild unter den Plan gelegt</translation>
    </message>
    <message>
        <source>The file of the picture is damaged, so it is not drawn.</source>
        <translation>Die Datei des Bildes ist beschädigt, darum wird es nicht gezeichnet.</translation>
    </message>
    <message>
        <source>The picture is not drawn: its file is not at this counter. It comes by itself where a server has it; otherwise choose it again.</source>
        <translation>Das Bild wird nicht gezeichnet: Seine Datei ist nicht an dieser Kasse. Sie kommt von selbst, wenn ein Server sie hat; sonst wählen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PlansPage</name>
    <message>
        <source>Seating plans</source>
        <translation>Saalpläne</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Datei einlesen</translation>
    </message>
    <message>
        <source>Draw a plan</source>
        <translation>Plan zeichnen</translation>
    </message>
    <message>
        <source>Go on drawing</source>
        <translation>Weiter zeichnen</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>No seating plan yet</source>
        <translation>Noch kein Saalplan</translation>
    </message>
    <message>
        <source>A seating plan says where every seat of a room is. Draw one, or drop a pretix or seats.io file here.</source>
        <translation>Ein Saalplan sagt, wo jeder Platz eines Raums ist. Zeichnen Sie einen, oder lassen Sie eine Datei von pretix oder seats.io hier fallen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Verdoppeln</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Take this name</source>
        <translation>Diesen Namen nehmen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s)</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 standing</source>
        <translation>%L1 Stehplätze</translation>
    </message>
    <message>
        <source>which seats are for wheelchairs and companions or see badly</source>
        <translation>welche Plätze für Rollstühle und Begleitung sind oder eingeschränkte Sicht haben</translation>
    </message>
    <message>
        <source>how many people may stand in an area</source>
        <translation>wie viele Personen in einem Bereich stehen dürfen</translation>
    </message>
    <message>
        <source>that round tables have no ends</source>
        <translation>dass runde Tische keine Enden haben</translation>
    </message>
    <message>
        <source>the picture behind the plan</source>
        <translation>das Bild hinter dem Plan</translation>
    </message>
    <message>
        <source>Copy of %1</source>
        <translation>Kopie von %1</translation>
    </message>
    <message>
        <source>%1 is archived: performances keep it, this list leaves it out.</source>
        <translation>%1 ist archiviert: Vorstellungen behalten den Plan, diese Liste lässt ihn aus.</translation>
    </message>
    <message>
        <source>Import a seating plan</source>
        <translation>Saalplan einlesen</translation>
    </message>
    <message>
        <source>Seating plans (*.json)</source>
        <translation>Saalpläne (*.json)</translation>
    </message>
    <message>
        <source>Export the seating plan</source>
        <translation>Saalplan exportieren</translation>
    </message>
    <message>
        <source>pretix (*.json)</source>
        <translation>pretix (*.json)</translation>
    </message>
    <message>
        <source>seats.io (*.json)</source>
        <translation>seats.io (*.json)</translation>
    </message>
    <message>
        <source>Written: %1.</source>
        <translation>Geschrieben: %1.</translation>
    </message>
    <message>
        <source>%1 This format has no place for: %2.</source>
        <translation>%1 Dieses Format hat keinen Platz für: %2.</translation>
    </message>
    <message>
        <source>A plan was being drawn and is not saved.</source>
        <translation>Ein Plan wurde gezeichnet und ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>%1 was being drawn and is not saved.</source>
        <translation>%1 wurde gezeichnet und ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Insert	Draw a new plan
Enter	Open the chosen plan
F2	Rename the chosen plan
V R T A S G X O B	Tools: select, row, table, standing area, shape, stage, text, outline, picture
Enter	Draw with the tool in the middle
Tab	To the next row or object
Ctrl+← Ctrl+→	To the next seat, or corner of an outline
← → ↑ ↓	Move by the grid, with Shift by one
N	A seat or a corner more behind the chosen one
I	An aisle behind the chosen seat
W	Select whole rows
Ctrl+A	Select everything
Ctrl+C Ctrl+X Ctrl+V	Copy, cut, paste
Ctrl+D	Duplicate
Ctrl+M	Mirror
Delete	Delete
Ctrl+Z	Undo
Ctrl+Shift+Z	Redo
+ − 0	Zoom in, out, to all
Ctrl+S	Save
Esc	Step back</source>
        <translation>Einfg	Neuen Plan zeichnen
Eingabe	Gewählten Plan öffnen
F2	Gewählten Plan umbenennen
V R T A S G X O B	Werkzeuge: Auswahl, Reihe, Tisch, Stehbereich, Form, Bühne, Text, Umriss, Bild
Eingabe	Mit dem Werkzeug in der Mitte zeichnen
Tab	Zur nächsten Reihe oder zum nächsten Objekt
Strg+← Strg+→	Zum nächsten Platz oder zur nächsten Ecke eines Umrisses
← → ↑ ↓	Um das Raster verschieben, mit Umschalt um eins
N	Ein Platz oder eine Ecke mehr hinter der gewählten Stelle
I	Ein Gang hinter dem gewählten Platz
W	Ganze Reihen auswählen
Strg+A	Alles auswählen
Strg+C Strg+X Strg+V	Kopieren, ausschneiden, einfügen
Strg+D	Verdoppeln
Strg+M	Spiegeln
Entf	Löschen
Strg+Z	Rückgängig
Strg+Umschalt+Z	Wiederholen
+ − 0	Größer, kleiner, alles
Strg+S	Speichern
Esc	Einen Schritt zurück</translation>
    </message>
    <message>
        <source>entrances and zones of sections</source>
        <translation>Eingänge und Zonen der Bereiche</translation>
    </message>
    <message>
        <source>outlines of sections that have no name</source>
        <translation>Umrisse von Bereichen ohne Namen</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PriceGrid</name>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>%1 (off)</source>
        <translation>%1 (aus)</translation>
    </message>
    <message>
        <source>%1 (withdrawn)</source>
        <translation>%1 (zurückgezogen)</translation>
    </message>
    <message>
        <source>Not sold here. Type a price.</source>
        <translation>Wird hier nicht verkauft. Geben Sie einen Preis ein.</translation>
    </message>
    <message>
        <source>%1, %2: not sold</source>
        <translation>%1, %2: nicht verkauft</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PricesDialog</name>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Prices of this sale</source>
        <translation>Preise dieses Verkaufs</translation>
    </message>
    <message>
        <source>Promo code</source>
        <translation>Aktionscode</translation>
    </message>
    <message>
        <source>Price by hand</source>
        <translation>Preis von Hand</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Taken off</source>
        <translation>Nachlass</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Donation</source>
        <translation>Spende</translation>
    </message>
    <message>
        <source>As listed</source>
        <translation>Wie gelistet</translation>
    </message>
    <message>
        <source>Percent off</source>
        <translation>Prozent weniger</translation>
    </message>
    <message>
        <source>Amount off</source>
        <translation>Betrag weniger</translation>
    </message>
    <message>
        <source>Complimentary</source>
        <translation>Freikarte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Alle Tickets</translation>
    </message>
    <message>
        <source>Percent, such as 10</source>
        <translation>Prozent, etwa 10</translation>
    </message>
    <message>
        <source>An amount for each ticket, such as 5.00</source>
        <translation>Betrag je Ticket, etwa 5.00</translation>
    </message>
    <message>
        <source>Type how many percent are taken off, such as 10.</source>
        <translation>Tippen Sie, wie viel Prozent abgehen, etwa 10.</translation>
    </message>
    <message>
        <source>Type how much is taken off each ticket, such as 5.00.</source>
        <translation>Tippen Sie, wie viel je Ticket abgeht, etwa 5.00.</translation>
    </message>
    <message>
        <source>Say why this costs less; the reason is kept.</source>
        <translation>Sagen Sie, warum das weniger kostet; der Grund bleibt.</translation>
    </message>
    <message>
        <source>Type how much is given, such as 5.00.</source>
        <translation>Tippen Sie, wie viel gegeben wird, etwa 5.00.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PricesPage</name>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Insert	Add a promo code
F2	Change the chosen code
F6	Add a bundle or a group rate
F7	Change the chosen bundle</source>
        <translation>Einfg	Aktionscode anlegen
F2	Gewählten Code ändern
F6	Paket oder Gruppenpreis anlegen
F7	Gewähltes Paket ändern</translation>
    </message>
    <message>
        <source>Promo codes</source>
        <translation>Aktionscodes</translation>
    </message>
    <message>
        <source>Customers who know a code pay less. There is none yet.</source>
        <translation>Wer einen Code kennt, zahlt weniger. Es gibt noch keinen.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Add a code</source>
        <translation>Code anlegen</translation>
    </message>
    <message>
        <source>Bundles and group rates</source>
        <translation>Pakete und Gruppenpreise</translation>
    </message>
    <message>
        <source>A family ticket or a group rate is found by itself, where it costs less. There is none yet.</source>
        <translation>Ein Familienticket oder ein Gruppenpreis gilt von selbst, wo er günstiger ist. Es gibt noch keinen.</translation>
    </message>
    <message>
        <source>Add a bundle</source>
        <translation>Paket anlegen</translation>
    </message>
    <message>
        <source>not valid any more</source>
        <translation>nicht mehr gültig</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Veranstaltungen</translation>
    </message>
    <message>
        <source>%1 of %2 tickets</source>
        <translation>%1 von %2 Tickets</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket</numerusform>
            <numerusform>%n Tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>from %1 × %2</source>
        <translation>ab %1 × %2</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>not offered any more</source>
        <translation>nicht mehr angeboten</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PricesStep</name>
    <message>
        <source>What does it cost?</source>
        <translation>Was kostet es?</translation>
    </message>
    <message>
        <source>Type a price into each cell that is sold; an empty cell is not sold.</source>
        <translation>Geben Sie in jede Zelle, die verkauft wird, einen Preis ein; eine leere Zelle wird nicht verkauft.</translation>
    </message>
    <message>
        <source>Prices of which dates</source>
        <translation>Preise welcher Termine</translation>
    </message>
    <message>
        <source>Regular or early prices</source>
        <translation>Reguläre Preise oder Frühpreise</translation>
    </message>
    <message>
        <source>Early prices until</source>
        <translation>Frühpreise bis</translation>
    </message>
    <message>
        <source>A new ticket type</source>
        <translation>Eine neue Kartenart</translation>
    </message>
    <message>
        <source>Adult, Student …</source>
        <translation>Erwachsene, Studierende …</translation>
    </message>
    <message>
        <source>Add type</source>
        <translation>Kartenart dazu</translation>
    </message>
    <message>
        <source>A new category of places</source>
        <translation>Eine neue Platzkategorie</translation>
    </message>
    <message>
        <source>Stalls, Standing …</source>
        <translation>Parkett, Stehplatz …</translation>
    </message>
    <message>
        <source>Add category</source>
        <translation>Kategorie dazu</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>Alle Termine</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>Regular prices</source>
        <translation>Reguläre Preise</translation>
    </message>
    <message>
        <source>Early, until %1</source>
        <translation>Früh, bis %1</translation>
    </message>
    <message>
        <source>New early prices…</source>
        <translation>Neue Frühpreise …</translation>
    </message>
    <message>
        <source>Who comes? Name the first ticket type, such as Adult.</source>
        <translation>Wer kommt? Nennen Sie die erste Kartenart, etwa Erwachsene.</translation>
    </message>
    <message>
        <source>Where do they sit or stand? Categories come with a date that has a seating plan, or are added here.</source>
        <translation>Wo sitzen oder stehen sie? Kategorien kommen mit einem Termin, der einen Saalplan hat, oder werden hier hinzugefügt.</translation>
    </message>
    <message>
        <source>Change this price? Tickets that are sold keep what they cost.</source>
        <translation>Diesen Preis ändern? Verkaufte Karten behalten ihren Preis.</translation>
    </message>
    <message>
        <source>Change the price</source>
        <translation>Den Preis ändern</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PrinterDialog</name>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Bons</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Change a printer</source>
        <translation>Drucker ändern</translation>
    </message>
    <message>
        <source>Add a printer</source>
        <translation>Drucker hinzufügen</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>USB or serial device</source>
        <translation>USB- oder serielles Gerät</translation>
    </message>
    <message>
        <source>Print queue of the system</source>
        <translation>Druckwarteschlange des Systems</translation>
    </message>
    <message>
        <source>Folder of PDF files</source>
        <translation>Ordner für PDF-Dateien</translation>
    </message>
    <message>
        <source>ESC/POS (receipt printers)</source>
        <translation>ESC/POS (Bondrucker)</translation>
    </message>
    <message>
        <source>ZPL (Zebra)</source>
        <translation>ZPL (Zebra)</translation>
    </message>
    <message>
        <source>FGL (Boca)</source>
        <translation>FGL (Boca)</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Roll, 80 mm</source>
        <translation>Rolle, 80 mm</translation>
    </message>
    <message>
        <source>Roll, 58 mm</source>
        <translation>Rolle, 58 mm</translation>
    </message>
    <message>
        <source>Tickets, 80 × 150 mm</source>
        <translation>Tickets, 80 × 150 mm</translation>
    </message>
    <message>
        <source>Tickets, 5.5 × 2 inches</source>
        <translation>Tickets, 5,5 × 2 Zoll</translation>
    </message>
    <message>
        <source>A6</source>
        <translation>A6</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Connected by</source>
        <translation>Angeschlossen über</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name of the queue</source>
        <translation>Name der Warteschlange</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Print by itself after every sale</source>
        <translation>Nach jedem Verkauf von selbst drucken</translation>
    </message>
    <message>
        <source>A cash drawer is connected to it</source>
        <translation>Eine Kassenlade ist daran angeschlossen</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PrintersPage</name>
    <message>
        <source>Customer display</source>
        <translation>Kundenanzeige</translation>
    </message>
    <message>
        <source>No printer is set up on this computer</source>
        <translation>An diesem Rechner ist kein Drucker eingerichtet</translation>
    </message>
    <message>
        <source>Add the receipt printer and the ticket printer of this counter. What a printer cannot take at once waits for it here.</source>
        <translation>Fügen Sie den Bon- und den Ticketdrucker dieser Kasse hinzu. Was ein Drucker nicht sofort annimmt, wartet hier auf ihn.</translation>
    </message>
    <message>
        <source>Add a printer</source>
        <translation>Drucker hinzufügen</translation>
    </message>
    <message>
        <source>Printers of this computer</source>
        <translation>Drucker dieses Rechners</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Testseite</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>What waits and what was printed</source>
        <translation>Was wartet und was gedruckt wurde</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>It did not come out</source>
        <translation>Kam nicht heraus</translation>
    </message>
    <message>
        <source>It came out</source>
        <translation>Kam heraus</translation>
    </message>
    <message>
        <source>Print what is missing</source>
        <translation>Fehlendes drucken</translation>
    </message>
    <message>
        <source>What cannot be printed at once waits here, and no ticket is lost.</source>
        <translation>Was nicht sofort gedruckt werden kann, wartet hier, und kein Ticket geht verloren.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ProviderButtons</name>
    <message>
        <source>On the customer&apos;s phone (Shift+F9)</source>
        <translation>Auf dem Handy des Kunden (Umschalt+F9)</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Kartenleser</translation>
    </message>
    <message>
        <source>At a card reader (Shift+F10)</source>
        <translation>An einem Kartenleser (Umschalt+F10)</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ProviderField</name>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>Kartenleser</translation>
    </message>
    <message>
        <source>On the customer&apos;s phone (Shift+F9)</source>
        <translation>Auf dem Handy des Kunden (Umschalt+F9)</translation>
    </message>
    <message>
        <source>At a card reader (Shift+F10)</source>
        <translation>An einem Kartenleser (Umschalt+F10)</translation>
    </message>
</context>
<context>
    <name>foyer::ui::PublishStep</name>
    <message>
        <source>Ready?</source>
        <translation>Fertig?</translation>
    </message>
    <message>
        <source>Nobody sees a draft. Once published, it is sold at every counter.</source>
        <translation>Einen Entwurf sieht niemand. Was veröffentlicht ist, wird an jeder Kasse verkauft.</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>Im Verkauf</translation>
    </message>
    <message>
        <source>For all dates that are to come. Without these times it is on sale at once, and until the end.</source>
        <translation>Für alle Termine, die bevorstehen. Ohne diese Zeiten beginnt der Verkauf sofort und dauert bis zum Ende.</translation>
    </message>
    <message>
        <source>Begins later, at</source>
        <translation>Beginnt später, um</translation>
    </message>
    <message>
        <source>Ends at</source>
        <translation>Endet um</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Postpone the event…</source>
        <translation>Die Veranstaltung verschieben …</translation>
    </message>
    <message>
        <source>Cancel the event…</source>
        <translation>Die Veranstaltung absagen …</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are missing</source>
        <translation>
            <numerusform>%n Sache fehlt</numerusform>
            <numerusform>%n Sachen fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>It is on sale</source>
        <translation>Sie ist im Verkauf</translation>
    </message>
    <message>
        <source>Everything is there: it can be published</source>
        <translation>Alles ist da: Sie kann veröffentlicht werden</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu: %1</translation>
    </message>
    <message>
        <source>Cancel %1 and every date that is to come?</source>
        <translation>%1 und jeden Termin, der bevorsteht, absagen?</translation>
    </message>
    <message>
        <source>Postpone %1 and every date that is to come? Tickets stay valid.</source>
        <translation>%1 und jeden Termin, der bevorsteht, verschieben? Karten bleiben gültig.</translation>
    </message>
    <message>
        <source>Cancel the event</source>
        <translation>Die Veranstaltung absagen</translation>
    </message>
    <message>
        <source>Postpone the event</source>
        <translation>Die Veranstaltung verschieben</translation>
    </message>
    <message>
        <source>Give money back…</source>
        <translation>Geld erstatten …</translation>
    </message>
    <message>
        <source>Then whom the money goes back to is shown. None goes back before you say so.</source>
        <translation>Danach sehen Sie, wer Geld zurückbekommt. Erstattet wird nichts, bevor Sie es sagen.</translation>
    </message>
    <message>
        <source>Who does not want to wait gets their money back singly, in Orders.</source>
        <translation>Wer nicht warten möchte, bekommt sein Geld einzeln zurück, unter Bestellungen.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::QrView</name>
    <message>
        <source>QR code of the payment page</source>
        <translation>QR-Code der Zahlungsseite</translation>
    </message>
</context>
<context>
    <name>foyer::ui::QuotasStep</name>
    <message>
        <source>How many tickets are there?</source>
        <translation>Wie viele Karten gibt es?</translation>
    </message>
    <message>
        <source>Seats limit themselves. A limit is needed where fewer may be sold: so many of a type, or in a category.</source>
        <translation>Sitzplätze begrenzen sich selbst. Eine Grenze braucht es, wo weniger verkauft werden darf: so viele einer Kartenart oder in einer Kategorie.</translation>
    </message>
    <message>
        <source>Limits of which date</source>
        <translation>Grenzen welches Termins</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Places of the chosen limit</source>
        <translation>Plätze der gewählten Grenze</translation>
    </message>
    <message>
        <source>Lift the limit</source>
        <translation>Die Grenze aufheben</translation>
    </message>
    <message>
        <source>What limits what</source>
        <translation>Was begrenzt was</translation>
    </message>
    <message>
        <source>A new limit</source>
        <translation>Eine neue Grenze</translation>
    </message>
    <message>
        <source>Name of the limit</source>
        <translation>Name der Grenze</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Add limit</source>
        <translation>Grenze hinzufügen</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Set the limit again</source>
        <translation>Die Grenze wieder setzen</translation>
    </message>
    <message>
        <source>Of each type in each category, how many are left, and the limit that binds.</source>
        <translation>Wie viele jeder Kartenart in jeder Kategorie übrig sind, und welche Grenze bindet.</translation>
    </message>
    <message>
        <source>Dates and prices come first: then this shows what is left of each.</source>
        <translation>Zuerst kommen Termine und Preise: Dann steht hier, was übrig ist.</translation>
    </message>
    <message>
        <source>Cut %1 to %L2 places?</source>
        <translation>%1 auf %L2 Plätze kürzen?</translation>
    </message>
    <message>
        <source>Cut it</source>
        <translation>Kürzen</translation>
    </message>
    <message>
        <source>A dot: this limit counts for the type or category. A bar is filled as far as sold.</source>
        <translation>Ein Punkt: Diese Grenze zählt für die Kartenart oder Kategorie. Ein Balken ist so weit gefüllt, wie verkauft ist.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ReconciliationPanel</name>
    <message>
        <source>Compare now</source>
        <translation>Jetzt vergleichen</translation>
    </message>
    <message>
        <source>What somebody has to look at</source>
        <translation>Was jemand ansehen muss</translation>
    </message>
    <message>
        <source>The books and the accounts fit</source>
        <translation>Bücher und Konten passen zusammen</translation>
    </message>
    <message>
        <source>Each day the server compares what the books say with what the payment providers have. Whatever differs stands here, until it fits or somebody says why it is all right.</source>
        <translation>Jeden Tag vergleicht der Server, was in den Büchern steht, mit dem, was die Zahlungsanbieter haben. Was sich unterscheidet, steht hier, bis es passt oder jemand sagt, warum es in Ordnung ist.</translation>
    </message>
    <message>
        <source>What the server knows cannot be shown now</source>
        <translation>Was der Server weiß, lässt sich jetzt nicht zeigen</translation>
    </message>
    <message>
        <source>Payouts that are known here can be looked at all the same.</source>
        <translation>Auszahlungen, die hier bekannt sind, lassen sich trotzdem ansehen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The server cannot be reached. The counter sells on; accounts are looked at when the network is back.</source>
        <translation>Der Server ist nicht erreichbar. Die Kasse verkauft weiter; die Konten werden angesehen, wenn das Netz wieder da ist.</translation>
    </message>
    <message>
        <source>This counter has no server. Payments by providers, and what is compared with their accounts, need one: Settings, Server.</source>
        <translation>Diese Kasse hat keinen Server. Zahlungen über Anbieter und der Vergleich mit deren Konten brauchen einen: Einstellungen, Server.</translation>
    </message>
    <message>
        <source>The server does not know who is at this counter. Sign out and in again with your password while the network is there.</source>
        <translation>Der Server weiß nicht, wer an dieser Kasse ist. Melden Sie sich ab und mit Ihrem Passwort wieder an, während das Netz da ist.</translation>
    </message>
    <message>
        <source>The accounts are being compared …</source>
        <translation>Die Konten werden verglichen …</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>provider and how its account stands</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The server reads no provider&apos;s account yet.</source>
        <translation>Der Server liest noch kein Konto eines Anbieters.</translation>
    </message>
    <message>
        <source>Nothing is changed in the books. The case ends, with your name and what you say; should something else not fit, it opens again.</source>
        <translation>In den Büchern ändert sich nichts. Der Fall endet, mit Ihrem Namen und dem, was Sie sagen; sollte etwas anderes nicht passen, öffnet er sich wieder.</translation>
    </message>
    <message>
        <source>End the case</source>
        <translation>Fall beenden</translation>
    </message>
    <message>
        <source>The case has ended.</source>
        <translation>Der Fall ist beendet.</translation>
    </message>
    <message>
        <source>The server looks at this payment once more and goes on with it; a refund that failed is tried again. Look at the provider&apos;s dashboard first.</source>
        <translation>Der Server sieht diese Zahlung noch einmal an und setzt sie fort; eine gescheiterte Erstattung wird noch einmal versucht. Sehen Sie zuerst ins Dashboard des Anbieters.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>The payment goes on.</source>
        <translation>Die Zahlung geht weiter.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ReleaseField</name>
    <message>
        <source>Kept until</source>
        <translation>Bis wann</translation>
    </message>
    <message>
        <source>Kept until this time</source>
        <translation>Zurückgelegt bis zu dieser Zeit</translation>
    </message>
    <message>
        <source>Half an hour before the start: %1</source>
        <translation>Eine halbe Stunde vor Beginn: %1</translation>
    </message>
    <message>
        <source>Two hours before the start: %1</source>
        <translation>Zwei Stunden vor Beginn: %1</translation>
    </message>
    <message>
        <source>A day before the start: %1</source>
        <translation>Einen Tag vor Beginn: %1</translation>
    </message>
    <message>
        <source>For half an hour</source>
        <translation>Für eine halbe Stunde</translation>
    </message>
    <message>
        <source>For two hours</source>
        <translation>Für zwei Stunden</translation>
    </message>
    <message>
        <source>For a day</source>
        <translation>Für einen Tag</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>Für eine Woche</translation>
    </message>
    <message>
        <source>Until somebody lets go</source>
        <translation>Bis jemand freigibt</translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation>Eine andere Zeit …</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ReportChartView</name>
    <message>
        <source>Chart: %1</source>
        <translation>Diagramm: %1</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ReportMapView</name>
    <message>
        <source>The map shows</source>
        <translation>Der Plan zeigt</translation>
    </message>
    <message>
        <source>Each seat</source>
        <translation>Jeden Platz</translation>
    </message>
    <message>
        <source>How full each section is</source>
        <translation>Wie voll jeder Bereich ist</translation>
    </message>
    <message>
        <source>How full each price category is</source>
        <translation>Wie voll jede Preiskategorie ist</translation>
    </message>
    <message>
        <source>Arrow keys walk from seat to seat; + and − zoom, 0 shows the whole room.</source>
        <translation>Die Pfeiltasten führen von Platz zu Platz; + und − vergrößern und verkleinern, 0 zeigt den ganzen Raum.</translation>
    </message>
    <message>
        <source>Map: %1</source>
        <translation>Plan: %1</translation>
    </message>
    <message>
        <source>%L1 % of the section are sold</source>
        <translation>%L1 % des Bereichs sind verkauft</translation>
    </message>
    <message>
        <source>%L1 % of the price category are sold</source>
        <translation>%L1 % der Preiskategorie sind verkauft</translation>
    </message>
    <message>
        <source>%L1 %</source>
        <translation>%L1 %</translation>
    </message>
    <message>
        <source>nothing is sold</source>
        <translation>nichts verkauft</translation>
    </message>
    <message>
        <source>half</source>
        <translation>die Hälfte</translation>
    </message>
    <message>
        <source>all is sold</source>
        <translation>alles verkauft</translation>
    </message>
    <message>
        <source>%1: %L2</source>
        <comment>what a mark means, and how many</comment>
        <translation>%1: %L2</translation>
    </message>
    <message>
        <source>%1: %2 % sold</source>
        <comment>price category and share</comment>
        <translation>%1: %2 % verkauft</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ReportScopeBar</name>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Vorstellung</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>The figures as they were known here at that moment</source>
        <translation>Die Zahlen, wie sie hier zu diesem Zeitpunkt bekannt waren</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>Die ganze Zeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>The last seven days</source>
        <translation>Die letzten sieben Tage</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>The month before</source>
        <translation>Der Monat davor</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Veranstaltungen</translation>
    </message>
    <message>
        <source>All performances</source>
        <translation>Alle Vorstellungen</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Earlier performances</source>
        <translation>Früheren Vorstellungen</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ReportsPage</name>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>How is it selling?</source>
        <translation>Wie verkauft es sich?</translation>
    </message>
    <message>
        <source>What do I settle?</source>
        <translation>Was rechne ich ab?</translation>
    </message>
    <message>
        <source>Who came?</source>
        <translation>Wer ist gekommen?</translation>
    </message>
    <message>
        <source>What tax do I owe?</source>
        <translation>Welche Steuer schulde ich?</translation>
    </message>
    <message>
        <source>There is nothing to report yet</source>
        <translation>Noch gibt es nichts zu berichten</translation>
    </message>
    <message>
        <source>Reports are made of what is sold and scanned. Import a season and sell a ticket; its figures stand here at once.</source>
        <translation>Berichte entstehen aus dem, was verkauft und am Einlass gelesen wird. Importieren Sie eine Spielzeit und verkaufen Sie eine Karte; ihre Zahlen stehen sofort hier.</translation>
    </message>
    <message>
        <source>The figures are not added up yet</source>
        <translation>Die Zahlen sind noch nicht zusammengezählt</translation>
    </message>
    <message>
        <source>What was added up is kept. Go on whenever you like.</source>
        <translation>Was schon gezählt ist, bleibt erhalten. Sie können jederzeit weitermachen.</translation>
    </message>
    <message>
        <source>The report could not be made</source>
        <translation>Der Bericht konnte nicht erstellt werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Adding up what was sold …</source>
        <translation>Das Verkaufte wird zusammengezählt …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Pages (*.pdf);;Workbook (*.xlsx);;Table (*.csv)</source>
        <translation>Seiten (*.pdf);;Arbeitsmappe (*.xlsx);;Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>The report is saved.</source>
        <translation>Der Bericht ist gespeichert.</translation>
    </message>
    <message>
        <source>Ctrl+PgUp Ctrl+PgDn	Ask another question
F5	Add up again
F6	Export as PDF, CSV or workbook
Esc	Stop adding up</source>
        <translation>Strg+Bild↑ Strg+Bild↓	Eine andere Frage stellen
F5	Neu zusammenzählen
F6	Als PDF, CSV oder Arbeitsmappe exportieren
Esc	Zusammenzählen anhalten</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ReserveDialog</name>
    <message>
        <source>Reserve</source>
        <translation>Reservieren</translation>
    </message>
    <message numerus="yes">
        <source>Reserve %n places</source>
        <translation>
            <numerusform>Einen Platz reservieren</numerusform>
            <numerusform>%n Plätze reservieren</numerusform>
        </translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Bis wann</translation>
    </message>
    <message>
        <source>Nobody pays now. What is not picked up by then becomes free by itself.</source>
        <translation>Jetzt zahlt niemand. Was bis dahin nicht abgeholt ist, wird von selbst frei.</translation>
    </message>
    <message>
        <source>Back to the cart</source>
        <translation>Zurück zum Warenkorb</translation>
    </message>
    <message>
        <source>Say for whom the places are reserved: at least a name.</source>
        <translation>Sagen Sie, für wen die Plätze reserviert werden: mindestens einen Namen.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::RolePanel</name>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Refunds up to</source>
        <translation>Erstattungen bis</translation>
    </message>
    <message>
        <source>Discounts up to</source>
        <translation>Rabatte bis</translation>
    </message>
    <message>
        <source>Save the role</source>
        <translation>Rolle speichern</translation>
    </message>
    <message>
        <source>The administrator may do everything.</source>
        <translation>Der Administrator darf alles.</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::SeatMapView</name>
    <message>
        <source>Seat map</source>
        <translation>Saalplan</translation>
    </message>
</context>
<context>
    <name>foyer::ui::SellPage</name>
    <message>
        <source>Removed from the cart</source>
        <translation>Aus dem Warenkorb entfernt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Event or venue</source>
        <translation>Veranstaltung oder Ort</translation>
    </message>
    <message>
        <source>Search performances</source>
        <translation>Vorstellungen suchen</translation>
    </message>
    <message>
        <source>Performances</source>
        <translation>Vorstellungen</translation>
    </message>
    <message>
        <source>Nothing to sell yet</source>
        <translation>Noch nichts zu verkaufen</translation>
    </message>
    <message>
        <source>Bring in a seating plan and a season, or look around with one that is made up.</source>
        <translation>Laden Sie einen Saalplan und eine Spielzeit, oder sehen Sie sich mit einer erfundenen um.</translation>
    </message>
    <message>
        <source>Load the demonstration season</source>
        <translation>Die Beispiel-Spielzeit laden</translation>
    </message>
    <message>
        <source>foyer-cli plan import FILE and foyer-cli season import FILE bring in your own.</source>
        <translation>foyer-cli plan import DATEI und foyer-cli season import DATEI laden Ihre eigenen.</translation>
    </message>
    <message>
        <source>No performance of that name is to come.</source>
        <translation>Keine kommende Vorstellung heißt so.</translation>
    </message>
    <message>
        <source>The performances could not be read</source>
        <translation>Die Vorstellungen ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>What was sold is safe: nothing was changed.</source>
        <translation>Was verkauft ist, ist sicher: Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Sell a gift card</source>
        <translation>Gutschein verkaufen</translation>
    </message>
    <message>
        <source>Out of the cart. It stays held as it was.</source>
        <translation>Aus dem Warenkorb genommen. Es bleibt zurückgelegt wie zuvor.</translation>
    </message>
    <message>
        <source>1–9	so many of the best seats together
A letter	the ticket type that begins with it
Arrows, Space	go over the seats and choose
Enter, F9	pay in cash
F10	pay by card
Shift+F9	pay on the customer&apos;s phone
Shift+F10	pay at a card reader
F5	promo code, discount, complimentary tickets, donation
F6	pay on invoice
F7	park the cart; without one, bring a parked cart back; in the payment, a gift card
F3	reserve the cart for somebody who pays later
F4	hold the places for the house, the press or a sponsor
F2	put somebody on the waiting list
Shift+F7	sell a gift card
F8	the tickets of the last sale
Ctrl+Z	put back what was removed from the cart
Esc	one step back; the cart stays
Ctrl+K	find a performance, an order or a customer
F1	these keys</source>
        <translation>1–9	so viele der besten Plätze nebeneinander
Buchstabe	die Ticketart, die damit beginnt
Pfeile, Leertaste	über die Plätze gehen und wählen
Enter, F9	bar zahlen
F10	mit Karte zahlen
Umschalt+F9	auf dem Handy des Kunden zahlen
Umschalt+F10	an einem Kartenleser zahlen
F5	Aktionscode, Ermäßigung, Freikarten, Spende
F6	auf Rechnung zahlen
F7	Warenkorb parken; ohne einen: einen geparkten zurückholen; beim Zahlen: Gutschein
F3	Warenkorb für jemanden reservieren, der später zahlt
F4	Plätze für Haus, Presse oder Sponsor zurückhalten
F2	jemanden auf die Warteliste setzen
Umschalt+F7	Gutschein verkaufen
F8	Tickets des letzten Verkaufs
Strg+Z	Entferntes in den Warenkorb zurück
Esc	einen Schritt zurück; der Warenkorb bleibt
Strg+K	Vorstellung, Bestellung oder Kunden finden
F1	diese Tasten</translation>
    </message>
</context>
<context>
    <name>foyer::ui::SellPresenter</name>
    <message>
        <source>Nothing is left for %1. Choose another type or date.</source>
        <translation>Für %1 ist nichts mehr frei. Wählen Sie eine andere Kartenart oder einen anderen Tag.</translation>
    </message>
    <message>
        <source>Parked as %1. F7 brings it back.</source>
        <translation>Geparkt als %1. F7 holt ihn zurück.</translation>
    </message>
    <message>
        <source>Reserved as %1. It is paid when it is picked up.</source>
        <translation>Reserviert als %1. Bezahlt wird bei Abholung.</translation>
    </message>
    <message>
        <source>Places are held for one performance at a time. Take the others out of the cart first.</source>
        <translation>Plätze werden für eine Vorstellung auf einmal zurückgehalten. Nehmen Sie die anderen zuerst aus dem Warenkorb.</translation>
    </message>
    <message numerus="yes">
        <source>%n places are held: %1</source>
        <translation>
            <numerusform>Ein Platz wird zurückgehalten: %1</numerusform>
            <numerusform>%n Plätze werden zurückgehalten: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a cart already. Park it with F7 or sell it first.</source>
        <translation>Es ist schon etwas im Warenkorb. Parken Sie ihn mit F7 oder verkaufen Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>On the waiting list. Held says who is next when places come free.</source>
        <translation>Auf der Warteliste. „Zurückgelegt“ sagt, wer an der Reihe ist, wenn etwas frei wird.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ServerPage</name>
    <message>
        <source>This counter stands alone</source>
        <translation>Diese Kasse steht für sich</translation>
    </message>
    <message>
        <source>With a server, several counters sell the same events and never the same seat. This one goes on selling while it joins, keeps all that it has sold, and sells without the network, too. Whoever runs the server makes an invitation for it.</source>
        <translation>Mit einem Server verkaufen mehrere Kassen dieselben Veranstaltungen und nie denselben Platz. Diese verkauft beim Beitreten weiter, behält alles, was sie verkauft hat, und verkauft auch ohne Netz. Die Einladung macht, wer den Server betreibt.</translation>
    </message>
    <message>
        <source>Invitation: scan its QR code, or paste its text</source>
        <translation>Einladung: QR-Code einlesen oder Text einfügen</translation>
    </message>
    <message>
        <source>Join the server</source>
        <translation>Dem Server beitreten</translation>
    </message>
    <message>
        <source>The server of this counter</source>
        <translation>Der Server dieser Kasse</translation>
    </message>
    <message>
        <source>Send and hear now</source>
        <translation>Jetzt senden und abholen</translation>
    </message>
    <message>
        <source>Scan the QR code of the invitation, or paste its text here.</source>
        <translation>Lesen Sie den QR-Code der Einladung ein, oder fügen Sie ihren Text hier ein.</translation>
    </message>
    <message>
        <source>It has not answered yet.</source>
        <translation>Er hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>It answered last at %1.</source>
        <translation>Zuletzt geantwortet hat er am %1.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::SettingsPage</name>
    <message>
        <source>Insert	Add a printer or a gate
F2	Change the chosen one
Del	Remove the chosen gate
F6	Print a test page</source>
        <translation>Einfg	Drucker oder Eingang hinzufügen
F2	Den gewählten ändern
Entf	Gewählten Eingang entfernen
F6	Testseite drucken</translation>
    </message>
</context>
<context>
    <name>foyer::ui::ShiftsDialog</name>
    <message>
        <source>Sale</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Tausch</translation>
    </message>
    <message>
        <source>Cash in or out</source>
        <translation>Ein- oder Auszahlung</translation>
    </message>
    <message>
        <source>Figures of the shift</source>
        <translation>Zahlen der Schicht</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Receipts behind the figure</source>
        <translation>Belege hinter der Zahl</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Print the report</source>
        <translation>Bericht drucken</translation>
    </message>
    <message>
        <source>Shifts and receipts</source>
        <translation>Schichten und Belege</translation>
    </message>
    <message>
        <source>Shifts, the latest first</source>
        <translation>Schichten, die neueste zuerst</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>No shift was opened yet.</source>
        <translation>Noch keine Schicht geöffnet.</translation>
    </message>
    <message>
        <source>%1: counted %2, difference %3</source>
        <translation>%1: gezählt %2, Differenz %3</translation>
    </message>
    <message>
        <source>Shift %1 is open</source>
        <translation>Schicht %1 ist offen</translation>
    </message>
    <message>
        <source>Choose a figure to see the receipts behind it.</source>
        <translation>Wählen Sie eine Zahl, um ihre Belege zu sehen.</translation>
    </message>
    <message>
        <source>%1 receipts come to this figure.</source>
        <translation>%1 Belege ergeben diese Zahl.</translation>
    </message>
    <message>
        <source>Printing on %1</source>
        <translation>Druckt auf %1</translation>
    </message>
    <message>
        <source>No printer is set up for reports. It was written to %1</source>
        <translation>Kein Drucker ist für Berichte eingerichtet. Er steht in %1</translation>
    </message>
    <message>
        <source>Count and close it</source>
        <translation>Zählen und schließen</translation>
    </message>
</context>
<context>
    <name>foyer::ui::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Wer sind Sie?</translation>
    </message>
    <message>
        <source>PIN or password</source>
        <translation>PIN oder Passwort</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Jemand anders</translation>
    </message>
    <message>
        <source>Locked by %1</source>
        <translation>Gesperrt von %1</translation>
    </message>
    <message>
        <source>Who is at the counter?</source>
        <translation>Wer ist an der Kasse?</translation>
    </message>
    <message>
        <source>Everything is as you left it. Enter your PIN or password to go on.</source>
        <translation>Alles ist, wie Sie es verlassen haben. Geben Sie Ihre PIN oder Ihr Passwort ein.</translation>
    </message>
    <message>
        <source>Choose your name, then enter your PIN or password.</source>
        <translation>Wählen Sie Ihren Namen und geben Sie Ihre PIN oder Ihr Passwort ein.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>House</source>
        <translation>Haus</translation>
    </message>
    <message>
        <source>Another house…</source>
        <translation>Weiteres Haus …</translation>
    </message>
</context>
<context>
    <name>foyer::ui::Skeleton</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
</context>
<context>
    <name>foyer::ui::StatusPopup</name>
    <message>
        <source>Entries not sent: %L1</source>
        <translation>Nicht gesendete Einträge: %L1</translation>
    </message>
    <message>
        <source>Last contact: %1</source>
        <translation>Letzter Kontakt: %1</translation>
    </message>
    <message>
        <source>Of the performance that is shown: %1</source>
        <translation>Von der gezeigten Vorstellung: %1</translation>
    </message>
    <message>
        <source>Diagnostics…</source>
        <translation>Diagnose…</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>foyer::ui::StockDialog</name>
    <message>
        <source>Kept for times without a network</source>
        <translation>Vorrat für Zeiten ohne Netz</translation>
    </message>
    <message>
        <source>Each counter fetches so much while the server can be reached, and sells from it when it cannot. What one counter keeps, the others cannot sell: keep little of what is nearly sold out.</source>
        <translation>So viel holt sich jede Kasse, solange der Server zu erreichen ist, und verkauft davon, wenn er es nicht ist. Was eine Kasse vorhält, können die anderen nicht verkaufen: Halten Sie von fast Ausverkauftem wenig vor.</translation>
    </message>
    <message>
        <source>Tickets of each quota</source>
        <translation>Karten aus jedem Kontingent</translation>
    </message>
    <message>
        <source>Numbered seats of each performance</source>
        <translation>Nummerierte Plätze jeder Vorstellung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Write a whole number, from 0 to %L1.</source>
        <translation>Schreiben Sie eine ganze Zahl, von 0 bis %L1.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::StockPanel</name>
    <message numerus="yes">
        <source>%n tickets of each quota</source>
        <translation>
            <numerusform>%n Karte aus jedem Kontingent</numerusform>
            <numerusform>%n Karten aus jedem Kontingent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seats of each performance</source>
        <translation>
            <numerusform>%n Platz jeder Vorstellung</numerusform>
            <numerusform>%n Plätze jeder Vorstellung</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is kept</source>
        <translation>Kein Vorrat</translation>
    </message>
    <message>
        <source>no performance is coming</source>
        <translation>keine Vorstellung mehr</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>date of the next performance: what is here of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Kept for times without a network</source>
        <translation>Vorrat für Zeiten ohne Netz</translation>
    </message>
    <message>
        <source>While the server can be reached, this counter fetches by itself what it has sold of this. When the last shift is closed, what is left goes back.</source>
        <translation>Solange der Server zu erreichen ist, füllt diese Kasse ihren Vorrat selbst wieder auf. Wird die letzte Schicht geschlossen, geht der Rest zurück.</translation>
    </message>
    <message>
        <source>Events, and what is kept of them</source>
        <translation>Veranstaltungen und ihr Vorrat</translation>
    </message>
    <message>
        <source>Give back what is not sold</source>
        <translation>Unverkauftes zurückgeben</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Given back: %L1 tickets and %L2 seats. This counter fetches no stock before its next shift begins.</source>
        <translation>Zurückgegeben: %L1 Karten und %L2 Plätze. Bis ihre nächste Schicht beginnt, holt diese Kasse keinen Vorrat.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::TextsStep</name>
    <message>
        <source>What does it say of itself?</source>
        <translation>Was sagt sie über sich?</translation>
    </message>
    <message>
        <source>What is not said in a language is shown in the event&apos;s own.</source>
        <translation>Was in einer Sprache fehlt, wird in der eigenen der Veranstaltung gezeigt.</translation>
    </message>
    <message>
        <source>In this language</source>
        <translation>In dieser Sprache</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>On each ticket</source>
        <translation>Auf jeder Karte</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What is it about? Who plays? How long does it last?</source>
        <translation>Worum geht es? Wer spielt? Wie lange dauert es?</translation>
    </message>
    <message>
        <source>How customers read it</source>
        <translation>Wie Kunden es lesen</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Emphasis</source>
        <translation>Betont</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Nummerierte Liste</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verweis</translation>
    </message>
    <message>
        <source>Printed on each ticket: house rules, the way to the hall, whom to thank</source>
        <translation>Auf jede Karte gedruckt: Hausregeln, der Weg zum Saal, wem zu danken ist</translation>
    </message>
</context>
<context>
    <name>foyer::ui::TicketPreview</name>
    <message>
        <source>The ticket</source>
        <translation>Die Karte</translation>
    </message>
    <message>
        <source>A sample, as it would be printed now. It follows what you type.</source>
        <translation>Ein Muster, wie es jetzt gedruckt würde. Es folgt dem, was Sie schreiben.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::TicketsDialog</name>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Preview of the tickets</source>
        <translation>Vorschau der Karten</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>Making the tickets…</source>
        <translation>Die Karten werden erstellt …</translation>
    </message>
    <message>
        <source>The order is sold and safe, but its tickets could not be made: %1</source>
        <translation>Die Bestellung ist verkauft und sicher, aber ihre Karten ließen sich nicht erstellen: %1</translation>
    </message>
    <message>
        <source>A ticket</source>
        <translation>Eine Karte</translation>
    </message>
    <message>
        <source>Sending to the printer…</source>
        <translation>Wird zum Drucker gesendet …</translation>
    </message>
    <message>
        <source>The printer has taken the tickets.</source>
        <translation>Der Drucker hat die Karten angenommen.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::TillPage</name>
    <message>
        <source>Till</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Open your shift</source>
        <translation>Öffnen Sie Ihre Schicht</translation>
    </message>
    <message>
        <source>Cash belongs to a drawer from here on. Say how much is in it now.</source>
        <translation>Bargeld gehört ab jetzt zu einer Lade. Geben Sie an, wie viel darin ist.</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>Open the shift</source>
        <translation>Schicht öffnen</translation>
    </message>
    <message>
        <source>Cash in and out</source>
        <translation>Ein- und Auszahlungen</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Pay in</source>
        <translation>Einzahlen</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>Auszahlen</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Lade öffnen</translation>
    </message>
    <message>
        <source>Count and close</source>
        <translation>Zählen und abschließen</translation>
    </message>
    <message>
        <source>What is in the drawer is shown when it has been counted.</source>
        <translation>Was in der Lade sein soll, steht erst nach dem Zählen da.</translation>
    </message>
    <message>
        <source>Figures of the shift</source>
        <translation>Zahlen der Schicht</translation>
    </message>
    <message>
        <source>Count the drawer</source>
        <translation>Lade zählen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Schicht abschließen</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Shift %1 · %2</source>
        <translation>Schicht %1 · %2</translation>
    </message>
    <message>
        <source>Closed: %1</source>
        <translation>Abgeschlossen: %1</translation>
    </message>
    <message>
        <source>Shifts and receipts</source>
        <translation>Schichten und Belege</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Rechnungen</translation>
    </message>
    <message>
        <source>Enter	Open the shift with the float
F3	Invoices and their money
F4	Shifts, reports and receipts
F6	Pay in
F7	Pay out
F8	Open the drawer
F9	Count and close</source>
        <translation>Enter	Schicht mit dem Wechselgeld öffnen
F3	Rechnungen und ihr Geld
F4	Schichten, Berichte und Belege
F6	Einzahlen
F7	Auszahlen
F8	Lade öffnen
F9	Zählen und schließen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Count the drawer: %1</source>
        <translation>Lade zählen: %1</translation>
    </message>
    <message>
        <source>Counted were %1, and %2 should be there. Count again, or close with the difference by pressing once more.</source>
        <translation>Gezählt wurden %1, und %2 sollten da sein. Zählen Sie noch einmal, oder schließen Sie mit der Differenz, indem Sie noch einmal drücken.</translation>
    </message>
    <message>
        <source>What you counted is not what should be there. Count again, or close with the difference by pressing once more.</source>
        <translation>Was Sie gezählt haben, ist nicht, was da sein sollte. Zählen Sie noch einmal, oder schließen Sie mit der Differenz, indem Sie noch einmal drücken.</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>Lade</translation>
    </message>
    <message>
        <source>Name of another drawer</source>
        <translation>Name einer weiteren Lade</translation>
    </message>
    <message>
        <source>Add a drawer</source>
        <translation>Lade hinzufügen</translation>
    </message>
</context>
<context>
    <name>foyer::ui::TimeRing</name>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
</context>
<context>
    <name>foyer::ui::Toast</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>foyer::ui::TrainingPage</name>
    <message>
        <source>Practise where nothing is real</source>
        <translation>Üben, wo nichts echt ist</translation>
    </message>
    <message>
        <source>The training is a house of its own with the same events, in a window of its own. Everybody may do everything there. Its sales are in no report, all its paper says specimen, its tickets open no door, and no drawer springs open.</source>
        <translation>Die Übung ist ein eigenes Haus mit denselben Veranstaltungen, in einem eigenen Fenster. Dort darf jeder alles. Ihre Verkäufe stehen in keinem Bericht, auf allem Papier steht „Muster“, ihre Tickets öffnen keine Tür, und keine Schublade springt auf.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Open the training</source>
        <translation>Übung öffnen</translation>
    </message>
    <message>
        <source>With today&apos;s events, and without what was practised before</source>
        <translation>Mit den heutigen Veranstaltungen und ohne das bisher Geübte</translation>
    </message>
</context>
<context>
    <name>foyer::ui::TypePanel</name>
    <message>
        <source>Of the chosen cell</source>
        <translation>Zur gewählten Zelle</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Kartenart</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Name of the tax</source>
        <translation>Name der Steuer</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Add tax</source>
        <translation>Steuer hinzufügen</translation>
    </message>
    <message>
        <source>At most in one order</source>
        <translation>Höchstens je Bestellung</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Withdraw the type…</source>
        <translation>Die Kartenart zurückziehen …</translation>
    </message>
    <message>
        <source>Take the category off sale…</source>
        <translation>Die Kategorie aus dem Verkauf nehmen …</translation>
    </message>
    <message>
        <source>No tax</source>
        <translation>Keine Steuer</translation>
    </message>
    <message>
        <source>Another tax…</source>
        <translation>Eine andere Steuer …</translation>
    </message>
    <message>
        <source>Sell the type again</source>
        <translation>Die Kartenart wieder verkaufen</translation>
    </message>
    <message>
        <source>Sell the category again</source>
        <translation>Die Kategorie wieder verkaufen</translation>
    </message>
    <message>
        <source>Withdraw %1? Tickets that are sold stay valid.</source>
        <translation>%1 zurückziehen? Verkaufte Karten bleiben gültig.</translation>
    </message>
    <message>
        <source>Withdraw it</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Take %1 off sale? Tickets that are sold stay valid.</source>
        <translation>%1 aus dem Verkauf nehmen? Verkaufte Karten bleiben gültig.</translation>
    </message>
    <message>
        <source>Take it off sale</source>
        <translation>Aus dem Verkauf nehmen</translation>
    </message>
</context>
<context>
    <name>foyer::ui::VenueStep</name>
    <message>
        <source>Where is it?</source>
        <translation>Wo ist es?</translation>
    </message>
    <message>
        <source>What you change of a venue is so for all its events.</source>
        <translation>Was Sie an einem Spielort ändern, gilt für alle seine Veranstaltungen.</translation>
    </message>
    <message>
        <source>Takes place at</source>
        <translation>Findet statt in</translation>
    </message>
    <message>
        <source>Its name, then Enter</source>
        <translation>Sein Name, dann Eingabe</translation>
    </message>
    <message>
        <source>Another venue</source>
        <translation>Ein anderer Spielort</translation>
    </message>
    <message>
        <source>Name of the venue</source>
        <translation>Name des Spielorts</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Seating plan</source>
        <translation>Saalplan</translation>
    </message>
    <message>
        <source>Use it on all dates</source>
        <translation>Für alle Termine nehmen</translation>
    </message>
    <message>
        <source>No plan: places are counted</source>
        <translation>Kein Plan: Plätze werden gezählt</translation>
    </message>
    <message>
        <source>%1 · %L2 seats, %L3 standing</source>
        <translation>%1 · %L2 Sitzplätze, %L3 Stehplätze</translation>
    </message>
    <message>
        <source>places are counted</source>
        <translation>Plätze werden gezählt</translation>
    </message>
    <message>
        <source>There is no seating plan yet. Import one, or sell places by their number.</source>
        <translation>Es gibt noch keinen Saalplan. Importieren Sie einen, oder verkaufen Sie Plätze nach ihrer Zahl.</translation>
    </message>
    <message>
        <source>The plan is chosen with each date.</source>
        <translation>Der Plan wird mit jedem Termin gewählt.</translation>
    </message>
    <message>
        <source>Its dates have: %1</source>
        <translation>Die Termine haben: %1</translation>
    </message>
    <message>
        <source>Change the seating plan? A date keeps its plan where seats of it are sold.</source>
        <translation>Den Saalplan ändern? Ein Termin behält seinen Plan, wo Plätze davon verkauft sind.</translation>
    </message>
    <message>
        <source>Change the plan</source>
        <translation>Den Plan ändern</translation>
    </message>
    <message>
        <source>Whoever runs the house changes this.</source>
        <translation>Das ändert, wer das Haus leitet.</translation>
    </message>
</context>
<context>
    <name>foyer::ui::WaitingDialog</name>
    <message>
        <source>Put on the list</source>
        <translation>Auf die Liste setzen</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>Warteliste</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>First come, first served. When places come free, Held says who is next and reserves for them with one press.</source>
        <translation>Wer zuerst kommt, ist zuerst an der Reihe. Wird etwas frei, sagt „Zurückgelegt“, wer dran ist, und reserviert mit einem Druck.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Say who waits.</source>
        <translation>Sagen Sie, wer wartet.</translation>
    </message>
    <message>
        <source>Say how to reach them: a telephone number or an email address.</source>
        <translation>Sagen Sie, wie die Person zu erreichen ist: Telefonnummer oder E-Mail-Adresse.</translation>
    </message>
</context>
</TS>
