namespace Saas.Modules.Site.Model;

/// <summary>How long things last.</summary>
internal static class ContentTimes
{
    public const int DaysInBin = 30;

    public const int DaysOfPreview = 7;
}
