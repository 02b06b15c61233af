import { utf8Encode } from '../../text/index.ts'
import { chardevs } from '../support/chardevs.ts'
import type { Rule } from '../support/rule.ts'

export const rule: Rule = {
  id: 'chardev.socket',
  title: 'A socket at a path that is too long, or a port that is no number',
  source:
    'libvirt 11.3 at the start: "UNIX socket path \'…\' too long"; QEMU 10.0: "address resolution failed for 127.0.0.1:abc: Servname not supported for ai_socktype"',
  *check(context) {
    for (const { path, type, source } of chardevs(context)) {
      const { path: file = '', service } = source
      if (type === 'unix' && utf8Encode(file).length > mostBytes)
        yield {
          at: [...path, 'source', 'path'],
          message: `The path of a socket has ${mostBytes} bytes at most, this one has ${utf8Encode(file).length}. Put it into a folder nearer to the root.`,
        }
      if (
        type === 'tcp' &&
        service !== undefined &&
        !/^\d+$/.test(service) &&
        !/^[a-z][0-9-]*[a-z][a-z0-9-]*$/.test(service)
      )
        yield { at: [...path, 'source', 'service'], message: `${service} is no port: write its number.` }
    }
  },
}

/** sun_path of Linux, without its end. */
const mostBytes = 107
