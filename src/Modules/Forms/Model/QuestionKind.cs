namespace Saas.Modules.Forms.Model;

/// <summary>How a question is answered. Stored by name; each has its folder in Answering/Fields.</summary>
internal enum QuestionKind
{
    ShortText,
    LongText,
    Email,
    Telephone,
    Choice,
    Date,
    File,
}

/// <summary>What an answer is used for, beyond being read.</summary>
internal enum QuestionRole
{
    None,

    /// <summary>Whom the town hall answers.</summary>
    SenderName,

    /// <summary>Where the receipt and the answers are sent.</summary>
    SenderEmail,
}

/// <summary>Kinds of files in the words of the screen.</summary>
internal enum FileFamily
{
    Pdf,
    Picture,
    Text,
}
