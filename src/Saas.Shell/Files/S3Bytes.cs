using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace Saas.Shell.Files;

/// <summary>Files as objects of a bucket that the application alone reads: nothing is ever served from there.</summary>
internal sealed class S3Bytes : IFileBytes, IDisposable
{
    private readonly AmazonS3Client _client;
    private readonly string _bucket;

    public S3Bytes(IOptions<FilesOptions> options)
    {
        var store = options.Value;
        _bucket = store.Bucket;
        _client = new AmazonS3Client(new BasicAWSCredentials(store.AccessKey, store.SecretKey), new AmazonS3Config
        {
            ServiceURL = store.S3,
            AuthenticationRegion = store.Region.Length == 0 ? "us-east-1" : store.Region,
            ForcePathStyle = true,
            Timeout = TimeSpan.FromMinutes(5),

            // Stores other than Amazon's own do not all know its newer checksums; ours is in the row.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    public async Task KeepAsync(string key, string path, CancellationToken cancel) =>
        await _client.PutObjectAsync(new PutObjectRequest { BucketName = _bucket, Key = key, FilePath = path, ContentType = "application/octet-stream", UseChunkEncoding = false }, cancel);

    public async Task<Stream?> OpenAsync(string key, CancellationToken cancel)
    {
        try
        {
            return (await _client.GetObjectAsync(_bucket, key, cancel)).ResponseStream;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public async Task DeleteAsync(string key, CancellationToken cancel) => await _client.DeleteObjectAsync(_bucket, key, cancel);

    public async IAsyncEnumerable<KeptBytes> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancel)
    {
        var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = folder };
        ListObjectsV2Response page;
        do
        {
            page = await _client.ListObjectsV2Async(request, cancel);
            foreach (var found in page.S3Objects ?? [])
            {
                yield return new KeptBytes(found.Key, found.LastModified is { } at ? new DateTimeOffset(at.ToUniversalTime()) : DateTimeOffset.MaxValue);
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    public void Dispose() => _client.Dispose();
}
