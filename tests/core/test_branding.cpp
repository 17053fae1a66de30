// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The colours of a house: what can be read in them, and how they are chosen.

#include "core/services/branding.h"

#include "core/services/access_control.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/house_mail.h"
#include "core/services/integrity.h"
#include "core/services/offer_cache.h"
#include "core/services/picture_use.h"
#include "core/services/pictures.h"
#include "core/services/users.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/text_pictures.h"

#include <QTest>

#include <cmath>
#include <rapidcheck.h>

using namespace foyer;
using namespace foyer::test;

class BrandingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfTheGuidelines()
    {
        // The examples that everybody knows: grey #777777 just fails on white, #767676 just passes.
        QCOMPARE(contrastOf({0, 0, 0}, kPaperColour), 21.0);
        QCOMPARE(contrastOf({9, 200, 3}, {9, 200, 3}), 1.0);
        QVERIFY(std::abs(contrastOf(*colourFrom("#777777"), kPaperColour) - 4.478) < 0.001);
        QVERIFY(std::abs(contrastOf(*colourFrom("#767676"), kPaperColour) - 4.542) < 0.001);
        QVERIFY(std::abs(contrastOf(*colourFrom("#ff0000"), kPaperColour) - 3.998) < 0.001);
    }

    void aColourIsWrittenInManyWaysAndKeptInOne()
    {
        for (const char* text : {"#1F5FBF", "1f5fbf", "#1f5fbf"}) {
            QCOMPARE(colourText(colourFrom(text).value()), std::string{"#1f5fbf"});
        }
        QCOMPARE(colourText(colourFrom("#1Fb").value()), std::string{"#11ffbb"});
        for (const char* none :
             {"", "#", "blue", "#12", "#1234", "#12345g", "##12345", "#1234567"}) {
            QVERIFY2(!colourFrom(none), none);
        }
    }

    void whateverAHouseChoosesTextCanBeReadOnIt()
    {
        QVERIFY(rc::check("readable", [] {
            const auto colour = [] {
                return HouseColour{*rc::gen::arbitrary<std::uint8_t>(),
                                   *rc::gen::arbitrary<std::uint8_t>(),
                                   *rc::gen::arbitrary<std::uint8_t>()};
            };
            // As two counters may have chosen them, each without knowing of the other.
            const HouseColours any{colour(), colour()};
            RC_ASSERT(contrastOf(textOnMain(any), mainColour(any)) >= kReadableContrast);
            const bool isReadable = contrastOf(*any.text, *any.main) >= kReadableContrast;
            RC_ASSERT(checkHouseColours(any).has_value() == isReadable);
            RC_ASSERT(!isReadable || textOnMain(any) == *any.text);
            RC_ASSERT(checkHouseColours({any.main, {}}).has_value());
        }));
    }

    void whatCannotBeReadIsRefusedWithBothFigures()
    {
        CounterFixture house;
        const auto refused =
            setHouseColours(house.counter(), {colourFrom("#ffdd00"), colourFrom("#ffffff")});
        QCOMPARE(codeOf(refused), std::string{"unreadable_colours"});
        QCOMPARE(refused.error().facts, (std::vector<std::string>{"1.3", "4.5"}));
        QCOMPARE(houseColours(house.counter()), HouseColours{});
    }

    void oneYesOfAColleagueIsEnoughForTheColoursThePicturesAndTheMails()
    {
        CounterFixture house;
        Counter& c = house.counter();
        const auto added = addPicture(c, TextPictures{}, TextPictures::picture(400, 100));
        QVERIFY(added.has_value());
        const PictureReference shown{added->hash, {{"en", "A tower"}}};
        AccessControl& access = c.access();
        access.setPasswordCost({1, 8});
        QCOMPARE(codeOf(addUser(c, {"Ada", "administrator", "a long way to tipperary", "271828"})),
                 std::string{"done"});
        QVERIFY(access.signIn("Ada", "a long way to tipperary").has_value());
        QCOMPARE(codeOf(addUser(c, {"Kim", "clerk", {}, "482915"})), std::string{"done"});
        QVERIFY(access.signIn("Kim", "482915").has_value());
        const HouseColours red{colourFrom("#800020"), {}};
        const MailTemplate mail{MailKind::Refund, "en", "Money back", {}, {}};
        QCOMPARE(codeOf(setHouseColours(c, red)), std::string{"not_permitted"});
        QVERIFY(access.approve("Ada", "271828").has_value());
        QCOMPARE(codeOf(setHouseColours(c, red)), std::string{"done"});
        QVERIFY(access.approve("Ada", "271828").has_value());
        QCOMPARE(codeOf(setMailTemplate(c, mail)), std::string{"done"});
        QVERIFY(access.approve("Ada", "271828").has_value());
        QCOMPARE(codeOf(setMailSettings(c, {})), std::string{"done"});
        QCOMPARE(codeOf(setMailSettings(c, {})), std::string{"not_permitted"});
        QVERIFY(access.approve("Ada", "271828").has_value());
        QCOMPARE(codeOf(setLogo(c, shown)), std::string{"done"});
        QVERIFY(access.approve("Ada", "271828").has_value());
        QCOMPARE(codeOf(setEventPoster(c, house.offer()->event.id, shown)), std::string{"done"});
        QVERIFY(access.approve("Ada", "271828").has_value());
        QCOMPARE(codeOf(addToGallery(c, house.offer()->event.id, shown)), std::string{"done"});
        QVERIFY(access.approve("Ada", "271828").has_value());
        QCOMPARE(codeOf(askForBulletin(c, house.performance(), "Rain", "Bring a coat.")),
                 std::string{"done"});
        QCOMPARE(codeOf(setLogo(c, shown)), std::string{"not_permitted"});
    }

    void coloursAndLogoStayAndEachIsAFieldOfItsOwn()
    {
        CounterFixture house;
        const HouseColours both{colourFrom("#800020"), colourFrom("#ffffff")};
        QVERIFY(setHouseColours(house.counter(), both).has_value());
        const auto before = house.counter().journal().head().sequence;
        QVERIFY(setHouseColours(house.counter(), both).has_value());
        QCOMPARE(house.counter().journal().head().sequence, before); // nothing was changed
        QVERIFY(setHouseColours(house.counter(), {both.main, {}}).has_value());
        const auto added =
            addPicture(house.counter(), TextPictures{}, TextPictures::picture(2'000, 500));
        QVERIFY(setLogo(house.counter(), PictureReference{added->hash, {{"de", "Turm"}}}));
        QVERIFY(house.reopen().has_value());
        const HouseStyle style = houseStyle(house.counter());
        QCOMPARE(style.colours, (HouseColours{both.main, {}}));
        QVERIFY(style.logo != nullptr);
        QCOMPARE(style.logo->size.width, std::int64_t{640}); // not the largest there is
        QCOMPARE(style.logo->alt.at("de"), std::string{"Turm"});
        // What sells has it at hand.
        QCOMPARE(house.offer()->organizer.colours, style.colours);
        QVERIFY(verifyJournal(house.counter()).has_value());
        QVERIFY(setLogo(house.counter(), std::nullopt).has_value());
        QVERIFY(houseStyle(house.counter()).logo == nullptr);
    }
};

QTEST_GUILESS_MAIN(BrandingTest)
#include "test_branding.moc"
