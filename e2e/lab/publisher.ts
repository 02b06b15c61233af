/** The publisher of an image, in the lab: its address leads here, and what curl fetches of it is what a test gives. */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import path from 'node:path'

export interface Publisher {
  /** The paths that were asked for. */
  readonly asked: readonly string[]
  close(): void
}

/**
 * Answers at the name of a publisher on this machine's loopback. The person's own .curlrc leads curl here, as it would to
 * a proxy of theirs, and has it trust the certificate.
 *
 * @param home of the person, seen as /home/dev in the lab
 * @param answer the text, or the file, at a path
 */
export async function publisherAt(
  name: string,
  home: string,
  answer: (path: string) => { readonly text: string } | { readonly file: string } | undefined,
): Promise<Publisher> {
  const key = path.join(home, 'key.pem')
  const certificate = path.join(home, 'certificate.pem')
  const words = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`]
  execFileSync('openssl', ['req', ...words, ...subject, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  })
  const asked: string[] = []
  const server = createServer(
    { key: readFileSync(key), cert: readFileSync(certificate) },
    ({ url = '' }, response) => {
      asked.push(url)
      const found = answer(url)
      if (found === undefined) response.writeHead(404).end()
      else if ('text' in found) response.end(found.text)
      else {
        response.setHeader('content-length', statSync(found.file).size)
        createReadStream(found.file).pipe(response)
      }
    },
  ).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  writeFileSync(
    path.join(home, '.curlrc'),
    `connect-to = "${name}:443:127.0.0.1:${port}"\ncacert = "/home/dev/certificate.pem"\n`,
  )
  return { asked, close: () => server.close() }
}
