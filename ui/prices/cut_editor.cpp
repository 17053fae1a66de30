// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/prices/cut_editor.h"

#include "ui/common/error_text.h"
#include "ui/common/formatting.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>

namespace foyer::ui {
namespace {

constexpr double kMilliPercent = 1'000;
constexpr double kHundredPercent = 100;

QString say(const char* words)
{
    return QCoreApplication::translate("Prices", words);
}

} // namespace

CutEditor::CutEditor(QFormLayout& form, QWidget* parent)
    : m_kind{new QComboBox{parent}}, m_value{new QLineEdit{parent}}
{
    m_kind->addItem(say(QT_TRANSLATE_NOOP("Prices", "Percent off")),
                    static_cast<int>(PriceCut::Kind::Percent));
    m_kind->addItem(say(QT_TRANSLATE_NOOP("Prices", "An amount off each ticket")),
                    static_cast<int>(PriceCut::Kind::Amount));
    m_kind->addItem(say(QT_TRANSLATE_NOOP("Prices", "A price for each ticket")),
                    static_cast<int>(PriceCut::Kind::FixedPrice));
    addField(form, say(QT_TRANSLATE_NOOP("Prices", "Gives")), m_kind, parent);
    m_fault = addField(form, say(QT_TRANSLATE_NOOP("Prices", "How much")), m_value, parent);
    QObject::connect(m_kind, &QComboBox::currentIndexChanged, m_value, [this] { showKind(); });
    showKind();
}

void CutEditor::showKind() const
{
    const bool isShare = m_kind->currentIndex() == 0;
    const QString share = say(QT_TRANSLATE_NOOP("Prices", "Percent, such as 10 or 12.5"));
    const QString amount = say(QT_TRANSLATE_NOOP("Prices", "An amount, such as 5.00"));
    m_value->setPlaceholderText(isShare ? share : amount);
    m_fault.clear();
}

void CutEditor::fill(const PriceCut& cut, Currency currency)
{
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(cut.kind)));
    m_value->setText(cut.kind == PriceCut::Kind::Percent
                         ? QString::number(static_cast<double>(cut.value) / kMilliPercent)
                         : text(toPlainText(Money{cut.value, currency})));
}

std::optional<PriceCut> CutEditor::read(Currency currency) const
{
    m_fault.clear();
    const auto kind = static_cast<PriceCut::Kind>(m_kind->currentData().toInt());
    QString typed = m_value->text().trimmed();
    if (kind == PriceCut::Kind::Percent) {
        bool isNumber = false;
        const double share = typed.replace(QLatin1Char{','}, QLatin1Char{'.'}).toDouble(&isNumber);
        if (!isNumber || share <= 0 || share > kHundredPercent) {
            m_fault.say(say(QT_TRANSLATE_NOOP(
                "Prices", "Type how many percent are taken off, such as 10; 100 at most.")));
            return std::nullopt;
        }
        return PriceCut{kind, qRound64(share * kMilliPercent)};
    }
    const auto amount = parseMoney(typed.toStdString(), currency);
    if (!amount || amount->isNegative()) {
        m_fault.say(amount ? say(QT_TRANSLATE_NOOP("Prices", "Type an amount, such as 5.00."))
                           : errorText(amount.error()));
        return std::nullopt;
    }
    return PriceCut{kind, amount->minor()};
}

void CutEditor::setEnabled(bool enabled)
{
    m_kind->setEnabled(enabled);
    m_value->setEnabled(enabled);
}

QWidget* CutEditor::tabAfter(QWidget* before) const
{
    QWidget::setTabOrder(before, m_kind);
    QWidget::setTabOrder(m_kind, m_value);
    return m_value;
}

QString cutText(const PriceCut& cut, Currency currency)
{
    const QString amount = moneyText(Money{cut.value, currency});
    switch (cut.kind) {
    case PriceCut::Kind::Percent:
        return say(QT_TRANSLATE_NOOP("Prices", "%1 % off"))
            .arg(QLocale{}.toString(static_cast<double>(cut.value) / kMilliPercent));
    case PriceCut::Kind::Amount:
        return say(QT_TRANSLATE_NOOP("Prices", "%1 off")).arg(amount);
    case PriceCut::Kind::FixedPrice:
        break;
    }
    return say(QT_TRANSLATE_NOOP("Prices", "for %1")).arg(amount);
}

} // namespace foyer::ui
