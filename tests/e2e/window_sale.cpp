// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/pdf_pages.h"

#include <QElapsedTimer>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

namespace {

constexpr int kStartMs = 60'000;
constexpr int kAnswerMs = 20'000;

/// Drives the program that users start from outside, under an X server of its own, with keys only.
class TestWindowSale : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void twoAdultsInCashTakeThreeKeys();
    void theTicketsVerifyWithoutTheirCounter();
    void theSameTicketIsRefusedTheSecondTime();
    void theJournalIsWhole();
    void cleanupTestCase();

private:
    void key(const QString& name) const;
    QStringList documents() const;
    QJsonObject cli(const QStringList& arguments, int* status = nullptr) const;
    double hoursToFirst() const;
    void stop(QProcess& program);

    QTemporaryDir m_folder;
    QProcess m_display;
    QProcess m_manager;
    QProcess m_foyer;
    QProcessEnvironment m_environment;
    QString m_window;
    std::vector<std::string> m_codes;
};

void TestWindowSale::initTestCase()
{
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(QStringLiteral("FOYER_PASSPHRASE"), QStringLiteral("correct horse"));
    m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    // No keychain here: with a display, D-Bus would start one by itself, and it would ask nobody
    // for a password.
    m_environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("disabled:"));
    m_display.start(QStringLiteral("Xvfb"),
                    {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                     QStringLiteral("0"), QStringLiteral("1280x800x24"),
                     QStringLiteral("-nolisten"), QStringLiteral("tcp")});
    QVERIFY2(m_display.waitForReadyRead(kStartMs), "Xvfb did not start");
    const QByteArray number = m_display.readAllStandardOutput().trimmed();
    m_environment.insert(QStringLiteral("DISPLAY"),
                         QStringLiteral(":") + QString::fromLatin1(number));
    m_manager.setProcessEnvironment(m_environment);
    // The window manager loses a window that asks to be shown while it starts itself: nothing
    // starts before its start-up command ran.
    const QString managed = m_folder.filePath(QStringLiteral("managed"));
    m_manager.start(QStringLiteral("openbox"),
                    {QStringLiteral("--startup"), QStringLiteral("touch '%1'").arg(managed)});
    QTRY_VERIFY2_WITH_TIMEOUT(QFile::exists(managed), "openbox did not start", kStartMs);
    m_foyer.setProcessEnvironment(m_environment);
    m_foyer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_foyer.start(QStringLiteral(FOYER_BIN_DIR "/foyer"),
                  {QStringLiteral("--demo"), QStringLiteral("--data"), m_folder.filePath("data")});
    QVERIFY(m_foyer.waitForStarted());
    QProcess search;
    search.setProcessEnvironment(m_environment);
    search.start(QStringLiteral("xdotool"),
                 {QStringLiteral("search"), QStringLiteral("--sync"),
                  QStringLiteral("--onlyvisible"), QStringLiteral("--name"),
                  QStringLiteral("^Foyer$")});
    QVERIFY2(search.waitForFinished(kStartMs), "the window did not appear");
    m_window = QString::fromLatin1(search.readAllStandardOutput()).split(u'\n').first();
    // No page of it may want more than the screen has.
    QProcess geometry;
    geometry.setProcessEnvironment(m_environment);
    geometry.start(QStringLiteral("xdotool"),
                   {QStringLiteral("getwindowgeometry"), QStringLiteral("--shell"), m_window});
    QVERIFY(geometry.waitForFinished());
    const QRegularExpressionMatch height =
        QRegularExpression{QStringLiteral("HEIGHT=(\\d+)")}.match(
            QString::fromLatin1(geometry.readAllStandardOutput()));
    QVERIFY(height.hasMatch());
    QVERIFY2(height.captured(1).toInt() <= 800, qPrintable(height.captured(0)));
    // The season is loaded when the demonstration's first performance can be sold: ask by keys
    // until a sale shows, rather than wait for a time that no machine keeps.
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_folder.filePath("data/foyer.head")), kStartMs);
}

void TestWindowSale::key(const QString& name) const
{
    QProcess press;
    press.setProcessEnvironment(m_environment);
    press.start(QStringLiteral("xdotool"),
                {QStringLiteral("key"), QStringLiteral("--window"), QStringLiteral("0"), name});
    press.waitForFinished();
}

QStringList TestWindowSale::documents() const
{
    return QDir{m_folder.filePath("data/documents")}.entryList({QStringLiteral("*-tickets.pdf")},
                                                               QDir::Files);
}

void TestWindowSale::twoAdultsInCashTakeThreeKeys()
{
    QElapsedTimer patience;
    patience.start();
    while (documents().isEmpty() && patience.elapsed() < kStartMs) {
        key(QStringLiteral("2"));
        QTest::qWait(1'500);
        key(QStringLiteral("F9"));
        QTest::qWait(500);
        key(QStringLiteral("Return"));
        QTest::qWait(3'000);
    }
    QTRY_COMPARE_WITH_TIMEOUT(documents().size(), 1, kAnswerMs);
    const QString pdf = m_folder.filePath("data/documents/") + documents().first();
    for (const QImage& page : foyer::test::rasterized(pdf, 150)) {
        const auto codes = foyer::test::codesIn(page);
        m_codes.insert(m_codes.end(), codes.begin(), codes.end());
    }
    QCOMPARE(m_codes.size(), std::size_t{2});
    stop(m_foyer); // the folder is held by one program at a time
}

QJsonObject TestWindowSale::cli(const QStringList& arguments, int* status) const
{
    QProcess program;
    program.setProcessEnvironment(m_environment);
    program.start(QStringLiteral(FOYER_BIN_DIR "/foyer-cli"),
                  QStringList{QStringLiteral("--data"), m_folder.filePath("data"),
                              QStringLiteral("--json")} +
                      arguments);
    program.waitForFinished(kStartMs);
    if (status != nullptr) {
        *status = program.exitCode();
    }
    return QJsonDocument::fromJson(program.readAllStandardOutput()).object();
}

double TestWindowSale::hoursToFirst() const
{
    const QJsonArray all =
        cli({QStringLiteral("performances")}).value(QStringLiteral("performances")).toArray();
    const QString start = all.isEmpty()
        ? QString{}
        : all.first().toObject().value(QStringLiteral("starts_at")).toString();
    const auto left =
        QDateTime::currentDateTimeUtc().secsTo(QDateTime::fromString(start, Qt::ISODate));
    return static_cast<double>(left) / 3600;
}

void TestWindowSale::theTicketsVerifyWithoutTheirCounter()
{
    for (const std::string& code : m_codes) {
        int status = -1;
        const QJsonObject answer =
            cli({QStringLiteral("scan"), QString::fromStdString(code)}, &status);
        // The demonstration's first evening is today; before half past seven in the morning it is
        // more than the twelve hours away from which on a ticket admits, and the gate says so.
        const QString outcome = answer.value(QStringLiteral("scan"))
                                    .toObject()
                                    .value(QStringLiteral("outcome"))
                                    .toString();
        const bool isVerified =
            status == 0 || (outcome == QStringLiteral("too_early") && hoursToFirst() > 12);
        QVERIFY2(isVerified, QJsonDocument{answer}.toJson().constData());
    }
}

void TestWindowSale::theSameTicketIsRefusedTheSecondTime()
{
    int status = -1;
    QVERIFY(!m_codes.empty());
    cli({QStringLiteral("scan"), QString::fromStdString(m_codes.front())}, &status);
    QCOMPARE(status, 1);
}

void TestWindowSale::theJournalIsWhole()
{
    int status = -1;
    cli({QStringLiteral("verify")}, &status);
    QCOMPARE(status, 0);
}

void TestWindowSale::stop(QProcess& program)
{
    program.terminate();
    if (!program.waitForFinished(kAnswerMs)) {
        program.kill();
        program.waitForFinished();
    }
}

void TestWindowSale::cleanupTestCase()
{
    for (QProcess* program : {&m_foyer, &m_manager, &m_display}) {
        if (program->state() != QProcess::NotRunning) {
            stop(*program);
        }
    }
}

} // namespace

QTEST_GUILESS_MAIN(TestWindowSale)
#include "window_sale.moc"
