using System.Globalization;
using System.Runtime.InteropServices;

/// <summary>
/// Runs in the measured process, by the runtime's own way of adding to a program that is not changed (DOTNET_STARTUP_HOOKS):
/// writes how many bytes were allocated when the signal CONT comes. It must have no namespace and this name.
/// </summary>
internal static class StartupHook
{
    private static PosixSignalRegistration? _registration;

    public static void Initialize()
    {
        // The variable is inherited by whatever this process starts.
        if (Environment.GetEnvironmentVariable("SAAS_BENCH_ALLOCATED") is { Length: > 0 } file && _registration is null && !OperatingSystem.IsWindows())
        {
            _registration = PosixSignalRegistration.Create(PosixSignal.SIGCONT, _ =>
            {
                File.WriteAllText(file + ".new", GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture));
                File.Move(file + ".new", file, overwrite: true);
            });
        }
    }
}
