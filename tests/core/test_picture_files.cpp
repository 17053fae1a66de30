// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The files of pictures: whole or not there, whatever happens to the disk and to who writes.

#include "core/base/clock.h"
#include "core/crypto/sha256.h"
#include "core/services/picture_files.h"
#include "tests/support/counter_fixture.h"
#include "tests/support/files_below.h"
#include "tests/support/text_pictures.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace foyer;
using namespace foyer::test;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;

} // namespace

class PictureFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatDoesNotFitOnTheDiskIsSaidAndLeavesNoHalfFile()
    {
        QTemporaryDir place;
        const std::string folder = place.path().toStdString() + "/pictures";
        const pid_t child = ::fork();
        if (child == 0) {
            // Stands in for a full disk: no file may grow beyond this.
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit small{64'000, 64'000};
            ::setrlimit(RLIMIT_FSIZE, &small);
            const Bytes large = TextPictures::picture(10, 10, "", 200'000);
            const auto kept = PictureFiles{folder}.keepOriginal(sha256(large), large);
            ::_exit(codeOf(kept) == "picture_not_kept" ? 0 : 1);
        }
        int status = -1;
        ::waitpid(child, &status, 0);
        QCOMPARE(status, 0);
        QVERIFY(filesBelow(folder).empty());
    }

    void whoeverIsKilledLeavesWholeFilesOnly()
    {
        QTemporaryDir place;
        const std::string folder = place.path().toStdString() + "/pictures";
        constexpr int kKills = 20;
        for (int kill = 0; kill < kKills; ++kill) {
            std::array<int, 2> ends{};
            QCOMPARE(::pipe(ends.data()), 0);
            const pid_t child = ::fork();
            if (child == 0) {
                const PictureFiles files{folder};
                for (int i = 0;; ++i) {
                    const Bytes bytes =
                        TextPictures::picture(9, 9, std::to_string(kill * 1000 + i), 100'000);
                    (void)files.keepOriginal(sha256(bytes), bytes);
                    if (i == 0 && ::write(ends[1], "1", 1) != 1) {
                        ::_exit(1);
                    }
                }
            }
            // Killed at work, however long it takes to begin on a busy machine.
            char begun = 0;
            QCOMPARE(::read(ends[0], &begun, 1), ssize_t{1});
            ::usleep(static_cast<useconds_t>(1'300 * kill));
            ::kill(child, SIGKILL);
            ::waitpid(child, nullptr, 0);
            ::close(ends[0]);
            ::close(ends[1]);
        }
        int whole = 0;
        for (const std::string& name : filesBelow(folder)) {
            const QString base = QString::fromStdString(name).section('/', -1);
            if (base.startsWith('.')) {
                continue;
            }
            QFile file{QString::fromStdString(folder + name)};
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const auto hash = sha256({reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                                      static_cast<std::size_t>(bytes.size())});
            QCOMPARE(base.toStdString(), pictureHashText(hash) + ".orig");
            ++whole;
        }
        QVERIFY(whole >= kKills);
        const std::size_t before = filesBelow(folder).size();
        const PictureFiles files{folder};
        files.sweep(Instant{0}); // what is young may be another's work
        QCOMPARE(filesBelow(folder).size(), before);
        files.sweep(Instant{SystemClock{}.now().ms + kDayMs});
        QCOMPARE(filesBelow(folder).size(), static_cast<std::size_t>(whole));
    }

    void piecesComeInTheirOrderOnly()
    {
        QTemporaryDir place;
        const PictureFiles files{place.path().toStdString() + "/pictures"};
        const Bytes whole = TextPictures::picture(9, 9, "", 1'000);
        const PictureHash hash = sha256(whole);
        const OrganizerId house{Uuid::v7(Instant{1}, *std::make_unique<SeededRandom>(1))};
        const auto total = static_cast<std::int64_t>(whole.size());
        const ByteView view{whole};
        QCOMPARE(files.arrived(house, hash), 0);
        QCOMPARE(*files.addPiece(house, hash, 5, view.first(10), total), 0);
        QCOMPARE(*files.addPiece(house, hash, 0, view.first(400), total), 400);
        QCOMPARE(*files.addPiece(house, hash, 0, view.first(400), total), 400);
        QCOMPARE(*files.addPiece(house, hash, 400, view, total), 400); // more than there may be
        QCOMPARE(*files.addPiece(house, hash, 400, view.subspan(400), total), total);
        QCOMPARE(**files.takeArrived(house, hash), whole);
        QCOMPARE(files.arrived(house, hash), 0);
    }
};

QTEST_GUILESS_MAIN(PictureFilesTest)
#include "test_picture_files.moc"
