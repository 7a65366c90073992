using Microsoft.Extensions.Logging;

namespace Saas.Testing;

/// <summary>
/// What the application under test logged as an error, in a file beside the results (artifacts/tests/NAME.errors.log): when a test
/// meets a page that broke, the reason is there. Some tests break pages on purpose.
/// </summary>
internal sealed class ErrorLog : ILoggerProvider
{
    private static readonly string File = Repository.PathOf("artifacts", "tests", $"{new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name}.errors.log");

    private static readonly Lock Writing = new();

    public ILogger CreateLogger(string categoryName) => new Category(categoryName);

    public void Dispose()
    {
    }

    private sealed class Category(string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel level) => level >= LogLevel.Error;

        public void Log<TState>(LogLevel level, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(level))
            {
                return;
            }

            lock (Writing)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(File)!);
                System.IO.File.AppendAllText(File, $"{DateTime.UtcNow:HH:mm:ss.fff} {name}: {formatter(state, exception)}\n{exception}\n");
            }
        }
    }
}
