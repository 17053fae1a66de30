// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/branding_port.h"

#include "app/desktop/store_thread.h"
#include "app/picture/picture_child.h"
#include "core/documents/mail/mail_writing.h"
#include "core/documents/tickets/local_text.h"
#include "core/documents/tickets/ticket_document.h"
#include "core/services/branding.h"
#include "core/services/counter.h"
#include "core/services/offer_cache.h"
#include "core/services/picture_use.h"
#include "core/services/pictures.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace foyer::desktop {
namespace {

constexpr int kSampleTicketDpi = 110;

/// Holds the words of the invented ticket for translators.
struct BrandingWords {
    Q_DECLARE_TR_FUNCTIONS(BrandingSample)
};

Result<bool> whetherDone(const Result<void>& done)
{
    return done ? Result<bool>{true} : done.error();
}

std::string words(const QString& text)
{
    return text.toStdString();
}

/// The language that the logo's text is written in here: that of the program.
std::string textLanguage()
{
    return QLocale{}.bcp47Name().section(QLatin1Char{'-'}, 0, 0).toStdString();
}

std::string textOf(const PictureReference& logo)
{
    const auto found = logo.alt.find(textLanguage());
    return found != logo.alt.end() ? found->second
        : logo.alt.empty()         ? std::string{}
                                   : logo.alt.begin()->second;
}

/// The logo with another text in this language; those in others stay.
PictureReference withText(PictureReference logo, const std::string& text)
{
    logo.alt.erase(textLanguage());
    if (!text.empty()) {
        logo.alt[textLanguage()] = text;
    }
    return logo;
}

Result<Bytes> fileAt(const std::string& path)
{
    QFile file{QString::fromStdString(path)};
    if (!file.open(QIODevice::ReadOnly)) {
        return badInput("no_such_file", "This file cannot be read. Choose another one.");
    }
    const QByteArray bytes = file.read(static_cast<qint64>(kPictureBytesMax) + 1);
    return Bytes{bytes.begin(), bytes.end()};
}

TicketPage sampleTicket(Counter& counter, const std::string& organizer)
{
    const LocalText local{QLocale{}.bcp47Name().toStdString()};
    const auto& house = counter.offers().organizer();
    const std::string zone = house ? house->timeZone : "UTC";
    const Instant start{counter.clock().now().ms + 7 * 86'400'000LL};
    const Currency currency = house ? house->currency : *Currency::fromCode("EUR");
    TicketPage page;
    page.organizer = organizer;
    page.event = words(BrandingWords::tr("The Cherry Orchard"));
    page.subtitle = words(BrandingWords::tr("Comedy in four acts"));
    page.venue = words(BrandingWords::tr("Main stage"));
    page.dateLine = local.date(start, zone);
    page.timeLine = local.time(start, zone);
    page.section = words(BrandingWords::tr("Stalls"));
    page.row = "4";
    page.seat = "11";
    page.typeName = words(BrandingWords::tr("Adult"));
    page.priceLine = local.money(Money{2'400, currency});
    page.orderCode = "ABCD-EFGH";
    page.codeText = kSpecimenCode;
    page.rightToLeft = local.isRightToLeft();
    page.specimen = true;
    return page;
}

Result<ui::BrandingLook> lookOf(Counter& counter, const HouseColours& colours)
{
    HouseStyle style = houseStyle(counter);
    style.colours = colours;
    const auto& house = counter.offers().organizer();
    MailHead head{house ? house->name : "", style, style.logo ? logoInPage(*style.logo) : ""};
    TicketPage page = sampleTicket(counter, head.organizer);
    page.style = style;
    auto ticket = renderTickets({page}, PaperFormat::A6, kSampleTicketDpi);
    if (!ticket) {
        return std::move(ticket).error();
    }
    const std::string language = mailLanguageFor(QLocale{}.bcp47Name().toStdString());
    const MailTexts mail = writtenMail(builtInMail(MailKind::Confirmation, language),
                                       sampleMailWords(head.organizer, language), language, head);
    return ui::BrandingLook{std::move(ticket->front()), mail.html};
}

Result<bool> changeLogo(Counter& counter, const PictureHash& hash, const std::string& text)
{
    const auto before = logo(counter);
    if (!before) {
        return before.error();
    }
    PictureReference reference = *before ? **before : PictureReference{};
    reference.hash = hash;
    return whetherDone(setLogo(counter, withText(std::move(reference), text)));
}

} // namespace

void CounterBrandingPort::branding(Then<ui::BrandingShown> then)
{
    m_store.ask<ui::BrandingShown>(
        [](Counter& counter) -> Result<ui::BrandingShown> {
            const auto reference = logo(counter);
            if (!reference) {
                return reference.error();
            }
            const HouseStyle style = houseStyle(counter);
            return ui::BrandingShown{style.colours, reference->has_value(),
                                     style.logo ? style.logo->file : Bytes{},
                                     *reference ? textOf(**reference) : std::string{}};
        },
        std::move(then));
}

void CounterBrandingPort::look(const HouseColours& colours, Then<ui::BrandingLook> then)
{
    m_store.ask<ui::BrandingLook>([colours](Counter& counter) { return lookOf(counter, colours); },
                                  std::move(then));
}

void CounterBrandingPort::saveColours(const HouseColours& colours, Then<bool> then)
{
    m_store.ask<bool>(
        [colours](Counter& counter) { return whetherDone(setHouseColours(counter, colours)); },
        std::move(then));
}

void CounterBrandingPort::saveLogo(const std::string& path, const std::string& text,
                                   Then<bool> then)
{
    QThreadPool::globalInstance()->start([store = QPointer{&m_store}, path, text,
                                          then = std::move(then)] {
        auto file = fileAt(path);
        auto prepared = std::make_shared<Result<PreparedPicture>>(
            file ? preparePicture(PictureChild{}, *std::move(file))
                 : Result<PreparedPicture>{file.error()});
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [store, prepared, text, then] {
                if (!*prepared) {
                    then(prepared->error());
                } else if (store) {
                    store->ask<bool>(
                        [prepared, text](Counter& counter) -> Result<bool> {
                            const auto added = addPicture(counter, **prepared);
                            return added ? changeLogo(counter, added->hash, text) : added.error();
                        },
                        then);
                }
            },
            Qt::QueuedConnection);
    });
}

void CounterBrandingPort::saveLogoText(const std::string& text, Then<bool> then)
{
    m_store.ask<bool>(
        [text](Counter& counter) -> Result<bool> {
            const auto before = logo(counter);
            if (!before || !*before) {
                return before ? Result<bool>{true} : before.error();
            }
            return changeLogo(counter, (*before)->hash, text);
        },
        std::move(then));
}

void CounterBrandingPort::removeLogo(Then<bool> then)
{
    m_store.ask<bool>([](Counter& counter) { return whetherDone(setLogo(counter, {})); },
                      std::move(then));
}

} // namespace foyer::desktop
