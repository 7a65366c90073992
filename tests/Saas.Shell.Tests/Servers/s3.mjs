// An S3 store in a folder of its own, with one bucket.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'

const directory = mkdtempSync(join(tmpdir(), 'parvis-s3-'))
process.on('exit', () => rmSync(directory, { recursive: true, force: true }))
const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: 'parvis' }] })
const { port } = await server.run()
console.log(port)

// The tests' process is gone, however it went.
process.stdin.on('end', () => process.exit()).resume()
