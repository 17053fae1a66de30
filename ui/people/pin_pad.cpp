// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/people/pin_pad.h"

#include "core/domain/access/user.h"
#include "ui/common/parts.h"
#include "ui/common/theme.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace foyer::ui {
namespace {

constexpr int kColumns = 3;
constexpr int kKeyWidth = 88;

} // namespace

PinPad::PinPad(QWidget* parent) : QWidget{parent}, m_field{new QLineEdit{this}}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kInside);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setMinimumHeight(kTarget);
    m_field->setMaxLength(static_cast<int>(kPasswordMax));
    column->addWidget(m_field);
    auto* grid = new QGridLayout;
    grid->setSpacing(kInside);
    const QStringList keys{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"),
                           QStringLiteral("4"), QStringLiteral("5"), QStringLiteral("6"),
                           QStringLiteral("7"), QStringLiteral("8"), QStringLiteral("9"),
                           QStringLiteral("⌫"), QStringLiteral("0"), QStringLiteral("↵")};
    for (int i = 0; i < keys.size(); ++i) {
        const QString& key = keys[i];
        auto* button = makeButton(key, key == QStringLiteral("↵") ? "primary" : "", this);
        button->setMinimumWidth(kKeyWidth);
        button->setFocusPolicy(Qt::NoFocus); // keys to touch: a keyboard has its own
        button->setAccessibleName(key == QStringLiteral("⌫")       ? tr("Delete the last digit")
                                      : key == QStringLiteral("↵") ? tr("Enter")
                                                                   : key);
        connect(button, &QPushButton::clicked, this, [this, key] { press(key); });
        grid->addWidget(button, i / kColumns, i % kColumns);
    }
    column->addLayout(grid);
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_touchedOnly = text.isEmpty() || (m_touchedOnly && m_touching);
    });
    connect(m_field, &QLineEdit::returnPressed, this, &PinPad::entered);
}

QString PinPad::secret() const
{
    return m_field->text();
}

void PinPad::clear()
{
    m_field->clear();
    m_touchedOnly = true;
}

void PinPad::setFieldName(const QString& name)
{
    m_field->setAccessibleName(name);
    m_field->setPlaceholderText(name);
}

void PinPad::press(const QString& key)
{
    if (key == QStringLiteral("↵")) {
        Q_EMIT entered();
    } else if (key == QStringLiteral("⌫")) {
        m_field->backspace();
    } else {
        m_touching = true;
        m_field->insert(key);
        m_touching = false;
        if (m_touchedOnly && m_field->text().size() == static_cast<int>(kPinSize)) {
            Q_EMIT entered();
        }
    }
}

} // namespace foyer::ui
