// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The reader of pictures as a child process: the real one, and ones that a hostile picture has
// taken over.

#include "app/picture/picture_child.h"

#include <QByteArray>
#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <string>
#include <sys/wait.h>

using namespace foyer;

namespace {

template <typename T>
QString codeOf(const Result<T>& result)
{
    return result ? QStringLiteral("done") : QString::fromStdString(result.error().code);
}

Bytes drawing(int width, int height)
{
    QImage image{width, height, QImage::Format_RGB32};
    image.fill(Qt::darkCyan);
    QByteArray bytes;
    QBuffer buffer{&bytes};
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return {bytes.begin(), bytes.end()};
}

} // namespace

class PictureChildTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string program(const QString& script)
    {
        const QString path = m_folder.filePath(QStringLiteral("program"));
        QFile file{path};
        file.open(QIODevice::WriteOnly | QIODevice::Truncate);
        file.write("#!/bin/sh\n" + script.toUtf8() + "\n");
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
        return path.toStdString();
    }
    QByteArray said(const QString& name)
    {
        QFile file{m_folder.filePath(name)};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    }

private Q_SLOTS:
    void theRealOneMakesRenditionsThatQtReads()
    {
        const PictureChild child{FOYER_PICTURE};
        const auto made = child.make(drawing(1000, 600));
        QCOMPARE(codeOf(made), QStringLiteral("done"));
        QVERIFY(made->size == (PictureSize{1000, 600}));
        QCOMPARE(made->renditions.size(), std::size_t{3});
        for (const auto& each : made->renditions) {
            QImage image;
            QVERIFY(image.loadFromData(each.bytes.data(), static_cast<int>(each.bytes.size())));
            QCOMPARE(image.size(), QSize(int(each.size.width), int(each.size.height)));
            QVERIFY(qAbs(image.pixelColor(10, 10).green() - QColor{Qt::darkCyan}.green()) < 4);
        }
        QVERIFY(child.look(drawing(50, 60))->renditions.empty());
        QCOMPARE(codeOf(child.make(Bytes{'x'})), QStringLiteral("picture_format"));
        QCOMPARE(codeOf(child.make(Bytes(kPictureBytesMax + 1))),
                 QStringLiteral("picture_too_large"));
    }

    void theRealOnePaintsAPictureSmallerAndNeverLarger()
    {
        const PictureChild child{FOYER_PICTURE};
        const auto small = child.paint(drawing(1000, 600), 320);
        QCOMPARE(codeOf(small), QStringLiteral("done"));
        QVERIFY(small->size == (PictureSize{320, 192}));
        QCOMPARE(small->rgba.size(), std::size_t{320 * 192 * 4});
        const QColor colour{small->rgba[400], small->rgba[401], small->rgba[402]};
        QVERIFY(qAbs(colour.green() - QColor{Qt::darkCyan}.green()) < 4);
        QCOMPARE(int{small->rgba[403]}, 255);
        QVERIFY(child.paint(drawing(50, 60), 320)->size == (PictureSize{50, 60}));
        QCOMPARE(codeOf(child.paint(Bytes{'x'}, 320)), QStringLiteral("picture_format"));
        // What it made of one picture is a picture to it as any other.
        const auto made = child.make(drawing(1000, 600));
        QVERIFY(child.paint(made->renditions.front().bytes, 320)->size == (PictureSize{320, 192}));
    }

    void pixelsAreOnlyTakenInTheNumberThatTheirSizeHas()
    {
        const Bytes file = drawing(10, 10);
        const auto answered = [&](const char* script) {
            return codeOf(PictureChild{program(QString::fromUtf8(script))}.paint(file, 10));
        };
        QCOMPARE(answered("printf 'foyer-picture 1\\npixels 1 1\\nabcdend\\n'"),
                 QStringLiteral("done"));
        for (const char* script : {"printf 'foyer-picture 1\\npixels 1 1\\nabcend\\n'",
                                   "printf 'foyer-picture 1\\npixels 2 1\\nabcdend\\n'",
                                   "printf 'foyer-picture 1\\npixels 11 1\\nabcdend\\n'",
                                   "printf 'foyer-picture 1\\npixels 1 1000000000000\\nabcdend\\n'",
                                   "printf 'foyer-picture 1\\npixels 0 1\\nend\\n'",
                                   "printf 'foyer-picture 1\\npixels 1 1\\nabcdend\\nmore'",
                                   "printf 'foyer-picture 1\\npicture jpeg 10 10\\nend\\n'"}) {
            QVERIFY2(answered(script) == QStringLiteral("picture_worker_failed"), script);
        }
    }

    void whatItSaysIsNotBelieved()
    {
        const Bytes file = drawing(10, 10);
        for (const char* script :
             {"exit 0", "exit 1", "kill -9 $$", "echo hello", "printf 'foyer-picture 1\\nend\\n'",
              "printf 'foyer-picture 1\\npicture jpeg 10 10\\nrendition jpeg 10 10 5\\nabcde'",
              "printf 'foyer-picture 1\\npicture jpeg 10 10\\nrendition jpeg 10 10 0\\nend\\n'",
              "printf 'foyer-picture 1\\npicture jpeg 10 10\\nrendition jpeg 11 10 1\\nxend\\n'",
              "printf 'foyer-picture 1\\npicture svg 10 10\\nend\\n'",
              "printf 'foyer-picture 1\\nrefused whatever\\nend\\n'",
              "printf 'foyer-picture 1\\npicture jpeg 10 10\\nend\\nmore'"}) {
            const PictureChild child{program(QString::fromUtf8(script))};
            QVERIFY2(codeOf(child.make(file)) == QStringLiteral("picture_worker_failed"), script);
        }
        QCOMPARE(codeOf(PictureChild{"/nowhere/foyer-picture"}.make(file)),
                 QStringLiteral("picture_worker_failed"));
    }

    void oneThatDoesNotEndIsEndedAndOneThatTalksForEverIsNotHeard()
    {
        const Bytes file = drawing(10, 10);
        QElapsedTimer timer;
        timer.start();
        const PictureChild sleeping{program(QStringLiteral("exec sleep 600")),
                                    std::chrono::milliseconds{300}};
        QCOMPARE(codeOf(sleeping.make(file)), QStringLiteral("picture_too_hard"));
        const PictureChild talking{program(QStringLiteral("exec cat /dev/zero"))};
        QCOMPARE(codeOf(talking.make(file)), QStringLiteral("picture_too_hard"));
        QVERIFY(timer.elapsed() < 500'000);            // neither was waited for
        QCOMPARE(::waitpid(-1, nullptr, WNOHANG), -1); // and no child is left
    }

    void itGetsNoEnvironmentAndNoDescriptors()
    {
        qputenv("FOYER_PASSPHRASE", "secret");
        const int open = ::open("/etc/hostname", O_RDONLY); // somebody forgot to close this on exec
        const QString folder = m_folder.path();
        const PictureChild child{program(
            QStringLiteral("/usr/bin/env > %1/env; /bin/ls /proc/self/fd > %1/fd").arg(folder))};
        (void)child.make(drawing(10, 10));
        ::close(open);
        QVERIFY(!said(QStringLiteral("env")).contains("secret"));
        QVERIFY(!said(QStringLiteral("env")).contains("HOME"));
        QVERIFY(!said(QStringLiteral("fd")).isEmpty());
        // The three, and that of ls on the folder.
        QCOMPARE(said(QStringLiteral("fd")).simplified(), QByteArray{"0 1 2 3"});
    }
};

QTEST_GUILESS_MAIN(PictureChildTest)
#include "picture_child.moc"
