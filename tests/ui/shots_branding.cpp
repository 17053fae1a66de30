// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Draws the branding page, and the papers of a house that has a logo and a colour, into a folder:
// shots_branding DIR [LANGUAGE].

#include "core/documents/drawing/drawing_output.h"
#include "core/documents/mail/mail_writing.h"
#include "core/documents/tickets/gift_card_document.h"
#include "core/documents/tickets/promoter_words.h"
#include "core/documents/tickets/receipt_document.h"
#include "core/documents/tickets/ticket_document.h"
#include "core/domain/sales/gift_card.h"
#include "tests/support/sample_pages.h"
#include "tests/ui/fake_branding_port.h"
#include "tests/ui/shots_start.h"
#include "ui/settings/branding_page.h"
#include "ui/settings/settings_page.h"

#include <QBuffer>
#include <QFile>
#include <QLineEdit>
#include <QPainter>
#include <QTabWidget>
#include <QTest>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr int kDpi = 110;

/// A tower beside two words, on nothing.
std::shared_ptr<const HouseLogo> towerLogo()
{
    QImage image{640, 200, QImage::Format_ARGB32_Premultiplied};
    image.fill(Qt::transparent);
    QPainter painter{&image};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(QColor{0x80, 0x00, 0x20});
    painter.setPen(Qt::NoPen);
    painter.drawRect(30, 60, 60, 140);
    painter.drawPolygon(QPolygon{{20, 60}, {60, 0}, {100, 60}});
    QFont font = painter.font();
    font.setPixelSize(80);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(QColor{0x20, 0x20, 0x20});
    painter.drawText(QRect{130, 0, 510, 200}, Qt::AlignVCenter | Qt::AlignLeft,
                     QStringLiteral("Tower Hall"));
    painter.end();
    QByteArray png;
    QBuffer buffer{&png};
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return std::make_shared<const HouseLogo>(HouseLogo{
        {640, 200}, PictureFormat::Png, Bytes{png.begin(), png.end()}, {{"en", "A tower"}}});
}

void keep(const QString& folder, const char* name, const Result<std::vector<std::string>>& pages)
{
    QFile file{folder + QLatin1Char{'/'} + QLatin1String{name} + QStringLiteral(".png")};
    file.open(QIODevice::WriteOnly);
    file.write(QByteArray::fromStdString(pages->front()));
}

ReceiptPage receiptOf(const HouseStyle& style, const std::string& promoter)
{
    ReceiptPage page;
    page.organizer = "Tower Hall Trust";
    page.organizerAddress = "1 Theatre Street\nLeeds LS1 3AA";
    page.taxNumber = "GB 1";
    page.orderCode = "AB-CDEFG-H";
    page.dateLine = "Monday, 23 November 2026, 12:00";
    page.groups = {{"Hamlet",
                    "Saturday, 28 November 2026, 19:30",
                    {{"2 ×", "Adult · Premium", "€42.00", "€84.00"}},
                    promoter}};
    page.taxes = {{"VAT 19%", "€70.59", "€13.41", "€84.00"}};
    page.total = "€84.00";
    page.payments = {{"Cash", "€84.00"}};
    page.style = style;
    return page;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QTranslator translator;
    const QString folder = startShots(application, translator);
    const HouseStyle style{{HouseColour{0x80, 0x00, 0x20}, {}}, towerLogo()};
    TicketPage ticket = sampleTicket(kSpecimenCode);
    ticket.organizer = "Tower Hall Trust";
    ticket.style = style;
    FakeBrandingPort port;
    port.ticket = renderTickets({ticket}, PaperFormat::A6, kDpi)->front();
    port.shown = {style.colours, true, style.logo->file, "A tower"};
    const std::string language = mailLanguageFor(QLocale{}.name().toStdString());
    port.mail = writtenMail(builtInMail(MailKind::Confirmation, language),
                            sampleMailWords(ticket.organizer, language), language,
                            {ticket.organizer, style, logoInPage(*style.logo)})
                    .html;
    const bool isDense = qEnvironmentVariable("QT_SCALE_FACTOR") == QStringLiteral("2");
    ui::MainWindow window;
    window.resize(isDense ? QSize{960, 600} : QSize{1280, 800});
    auto* settings = new ui::SettingsPage;
    auto* page = new ui::BrandingPage{port};
    settings->addSection(QCoreApplication::translate("foyer::desktop::Desktop", "Branding"), page);
    window.addWorkspace(QCoreApplication::translate("foyer::desktop::Desktop", "Settings"),
                        QStringLiteral("settings"), settings);
    window.show();
    QTest::qWait(500);
    shoot(window, folder, QStringLiteral("branding"));
    page->findChild<QTabWidget*>()->setCurrentIndex(1);
    shoot(window, folder, QStringLiteral("branding-mail"));
    page->findChild<QTabWidget*>()->setCurrentIndex(0);
    for (auto* field : page->findChildren<QLineEdit*>()) {
        if (field->accessibleName() == ui::BrandingPage::tr("Text on it")) {
            field->setText(QStringLiteral("#a04050"));
        }
    }
    shoot(window, folder, QStringLiteral("branding-unreadable"));
    port.shown = {};
    auto* empty = new ui::BrandingPage{port};
    settings->addSection(QStringLiteral("Empty"), empty);
    settle(); // its tab is there from now on
    settings->showSection(empty);
    shoot(window, folder, QStringLiteral("branding-empty"));

    ticket.promoter = promoterLine({"Rockhaus Ltd", "1 Mill Lane\nLeeds", "GB 77"});
    keep(folder, "paper-ticket", renderTickets({ticket, ticket}, PaperFormat::A4, kDpi));
    keep(folder, "paper-roll", renderTickets({ticket}, PaperFormat::Roll80, kDpi));
    const ReceiptPage receipt = receiptOf(style, ticket.promoter);
    keep(folder, "paper-receipt", renderPng(receiptSheets(receipt, ReceiptPaper::A5), kDpi));
    keep(folder, "paper-receipt-roll",
         renderPng(receiptSheets(receipt, ReceiptPaper::Roll80), kDpi));
    GiftCardPage card{.organizer = ticket.organizer,
                      .organizerAddress = "1 Theatre Street\nLeeds",
                      .worth = "€50.00",
                      .code = displayGiftCode(giftCode({1, 2, 3})),
                      .issued = "Monday, 23 November 2026"};
    card.style = style;
    keep(folder, "paper-gift-card", renderPng(*giftCardSheets({card}), kDpi));
    return 0;
}
