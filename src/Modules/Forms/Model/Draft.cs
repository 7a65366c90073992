using Saas.Shell.Tenancy;

namespace Saas.Modules.Forms.Model;

/// <summary>What a resident has typed and sent so far. It belongs to the browser that holds the key, and keeps the edition it was begun with.</summary>
internal sealed class Draft : ITenantOwned
{
    /// <summary>Longest answer stored: what every kind accepts is far less, and says so. A longer one is shown again to its author, not stored.</summary>
    public const int LongestAnswer = 200_000;

    private const int MostLinks = 5;

    public Draft(Guid id, Edition edition, byte[] ownerKeyHash, DateTimeOffset now)
    {
        Id = id;
        FormId = edition.FormId;
        EditionId = edition.Id;
        OwnerKeyHash = ownerKeyHash;
        StartedAt = UpdatedAt = now;
    }

    private Draft()
    {
    }

    /// <summary>Made on the page, and the source of the request to come: one draft is filed once, however often it is sent.</summary>
    public Guid Id { get; private set; }

    public Guid TenantId { get; private set; }

    public Guid FormId { get; private set; }

    public Form Form { get; private set; } = null!;

    public Guid EditionId { get; private set; }

    public Edition Edition { get; private set; } = null!;

    /// <summary>SHA-256 of the key in the browser's cookie.</summary>
    public byte[] OwnerKeyHash { get; private set; } = [];

    /// <summary>The same of the other device on which it was taken up last; null when there is none.</summary>
    public byte[]? GuestKeyHash { get; private set; }

    /// <summary>SHA-256 of the key in the last link that was mailed.</summary>
    public byte[]? ResumeTokenHash { get; private set; }

    /// <summary>Nobody can be mailed without end by typing their address here.</summary>
    public int LinksSent { get; private set; }

    public bool MayBeMailed => LinksSent < MostLinks;

    /// <summary>What it completes; null for a request of its own.</summary>
    public Completes? Completes { get; init; }

    /// <summary>By question id, as typed.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<DraftFile> Files { get; private set; } = [];

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Concurrency: two tabs and the autosave never lose each other's answers or files.</summary>
    public int Version { get; private set; }

    /// <summary>Answers that are not sent this time stay.</summary>
    public void Write(IReadOnlyDictionary<string, string> answers, DateTimeOffset now)
    {
        var all = new Dictionary<string, string>(Answers);
        foreach (var (question, answer) in answers)
        {
            if (answer.Length <= LongestAnswer)
            {
                all[question] = answer;
            }
        }

        Answers = all;
        Touch(now);
    }

    /// <summary>False when the same content is already there: a second click sends the file twice.</summary>
    public bool Receive(DraftFile file, DateTimeOffset now)
    {
        if (Files.Any(known => known.QuestionId == file.QuestionId && known.Checksum == file.Checksum))
        {
            return false;
        }

        Files = [.. Files, file];
        Touch(now);
        return true;
    }

    public void Discard(Guid fileId, DateTimeOffset now)
    {
        Files = [.. Files.Where(file => file.Id != fileId)];
        Touch(now);
    }

    /// <summary>The link sent before no longer opens it.</summary>
    public void Mail(byte[] tokenHash, DateTimeOffset now)
    {
        ResumeTokenHash = tokenHash;
        LinksSent++;
        Touch(now);
    }

    /// <summary>Goes on with on this other device, and still on the first.</summary>
    public void OpenTo(byte[] keyHash, DateTimeOffset now)
    {
        if (!OwnerKeyHash.AsSpan().SequenceEqual(keyHash))
        {
            GuestKeyHash = keyHash;
            Touch(now);
        }
    }

    private void Touch(DateTimeOffset now)
    {
        UpdatedAt = now;
        Version++;
    }
}

/// <summary>The request whose answers are given again.</summary>
/// <param name="Questions">Those that the town hall asked about.</param>
/// <param name="Words">What it wrote about them.</param>
/// <param name="Until">Last day to send them.</param>
/// <param name="Answered">Those the request has an answer to, or an empty one: what is met besides is new.</param>
internal sealed record Completes(Guid RequestId, string Reference, IReadOnlyList<string> Questions, string Words, DateOnly Until, IReadOnlyList<string> Answered);

/// <summary>A file received for a question. The checksum is SHA-256, hexadecimal.</summary>
internal sealed record DraftFile(string QuestionId, Guid Id, string Name, long Size, string Checksum);
