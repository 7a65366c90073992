namespace Saas.Shell.Settings;

/// <summary>One JSON row per commune and module. What was never saved has its default values.</summary>
public interface ITenantSettings
{
    Task<TSettings> GetAsync<TSettings>(CancellationToken cancel)
        where TSettings : class, new();

    /// <summary>
    /// Changes what is stored at this very moment, and saves it: what a colleague saved on another page of the same settings stays. The
    /// change may be asked for several times, and returns its argument to change nothing.
    /// </summary>
    Task ChangeAsync<TSettings>(Func<TSettings, TSettings> change, CancellationToken cancel)
        where TSettings : class, new();

    /// <summary>Put in the caller's transaction: nothing is kept before the caller saves.</summary>
    Task SetAsync<TSettings>(TSettings settings, CancellationToken cancel)
        where TSettings : class, new();
}
