// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/mail/mail_body.h"

#include "core/domain/journal/cbor.h"

namespace foyer::server {
namespace {

constexpr std::size_t kFields = 11;
constexpr std::size_t kFieldsBefore = 10; ///< of mails that waited when pictures came to be

void write(CborWriter& writer, const MailAddress& person)
{
    writer.array(2).text(person.name).text(person.address);
}

MailAddress personIn(const CborValue& value)
{
    const auto& items = value.asArray();
    return items.size() == 2 ? MailAddress{items[0].asText(), items[1].asText()} : MailAddress{};
}

} // namespace

Bytes encode(const MailMessage& message)
{
    CborWriter writer;
    writer.array(kFields).text(message.id).integer(message.at.ms);
    write(writer, message.from);
    message.replyTo ? write(writer, *message.replyTo) : void(writer.null());
    write(writer, message.to);
    writer.text(message.subject).text(message.text).text(message.html);
    writer.array(message.attachments.size());
    for (const MailAttachment& attachment : message.attachments) {
        writer.array(3)
            .text(attachment.fileName)
            .text(attachment.mediaType)
            .bytes(attachment.content);
    }
    message.unsubscribeUrl ? writer.text(*message.unsubscribeUrl) : writer.null();
    writer.array(message.pictures.size());
    for (const MailPicture& picture : message.pictures) {
        writer.array(3).text(picture.id).text(picture.mediaType).bytes(picture.content);
    }
    return writer.take();
}

Result<MailMessage> decodeMail(ByteView bytes)
{
    const auto value = decodeCbor(bytes);
    const std::size_t fields = value ? value->asArray().size() : 0;
    if (fields != kFields && fields != kFieldsBefore) {
        return storageError("database_damaged", "A mail that waits cannot be read.");
    }
    const auto& items = value->asArray();
    MailMessage message;
    message.id = items[0].asText();
    message.at = Instant{items[1].asInteger()};
    message.from = personIn(items[2]);
    if (!items[3].isNull()) {
        message.replyTo = personIn(items[3]);
    }
    message.to = personIn(items[4]);
    message.subject = items[5].asText();
    message.text = items[6].asText();
    message.html = items[7].asText();
    for (const CborValue& part : items[8].asArray()) {
        const auto& pieces = part.asArray();
        if (pieces.size() == 3) {
            const ByteView content = pieces[2].asBytes();
            message.attachments.push_back(
                {pieces[0].asText(), pieces[1].asText(), {content.begin(), content.end()}});
        }
    }
    if (!items[9].isNull()) {
        message.unsubscribeUrl = items[9].asText();
    }
    for (std::size_t i = 0; fields == kFields && i < items[10].asArray().size(); ++i) {
        const auto& pieces = items[10].asArray()[i].asArray();
        if (pieces.size() == 3) {
            const ByteView content = pieces[2].asBytes();
            message.pictures.push_back(
                {pieces[0].asText(), pieces[1].asText(), {content.begin(), content.end()}});
        }
    }
    return message;
}

} // namespace foyer::server
