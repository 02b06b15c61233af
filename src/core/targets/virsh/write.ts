/** From a design to one paste. */
import { homeForSed, homeToken, pathWord } from '../../bundle/index.ts'
import type { Path } from '../../finding.ts'
import { formatShellCommand, hereDocument, shellWord } from '../../text/index.ts'
import type { TargetJob, Written } from '../target.ts'
import { type WrappedDomain, wrappedDomain } from '../wrapped/wrapped-domain.ts'

export function writeVirsh({ design, host }: TargetJob): Written {
  const wrapped = wrappedDomain(design, host)
  const { files, lacks, findings } = wrapped
  const all = lines(wrapped)
  return {
    files: [
      {
        name: 'define.sh',
        about: 'what is pasted',
        language: 'shell',
        text: all.map(({ text }) => `${text}\n`).join(''),
        lines: all.map(({ path }) => path),
      },
      ...files.map(({ file }) => file),
    ],
    lacks,
    findings,
  }
}

interface Line {
  readonly text: string
  readonly path: Path
}

function lines({ resolved, uri, xml, hasHome, files }: WrappedDomain): Line[] {
  const { name, spec } = resolved.design
  // Half a surrogate pair is in no file; XML has no NUL.
  const xmlText = xml.text.toWellFormed().slice(0, -1)
  const { begin, end } = hereDocument(xmlText)
  const virsh = ['virsh', '-c', uri]
  const define = formatShellCommand([...virsh, 'define', '/dev/stdin'])
  const command = hasHome ? `sed "s|${homeToken}/|$home/|g" ${begin} | ${define}` : `${define} ${begin}`
  return [
    ...files.map(({ file, place, path }) => ({
      text: `install -D -m 600 ${file.name} ${pathWord(place)}`,
      path,
    })),
    ...(hasHome ? [{ text: homeForSed, path: [] }] : []),
    { text: command, path: [] },
    ...xmlText.split('\n').map((text, index) => ({ text, path: xml.lines[index] ?? [] })),
    { text: end, path: [] },
    ...(spec.autostart === true
      ? [
          {
            text: `${formatShellCommand([...virsh, 'autostart', '--'])} ${shellWord(name)}`,
            path: ['autostart'],
          },
        ]
      : []),
  ]
}
