/** The files that a design gives, with the names that they are downloaded under. */

import type { Path } from '../core.ts'
import type { Rendered } from '../render/index.ts'
import { t } from '../words/index.ts'

export type Language = 'xml' | 'yaml' | 'shell' | 'hcl' | 'ini'
/** Whose command line it is. */
export type Style = 'by-hand' | 'libvirt'
export type TabId = 'xml' | 'qemu' | 'yaml' | 'cloud-init' | 'files' | 'picture' | 'elsewhere'

export interface OutputFile {
  /** Stays the same for every design: 'xml', 'argv', 'user-data'. */
  readonly id: string
  readonly tab: Exclude<TabId, 'files' | 'picture'>
  /** The name of its file: 'my-vm.xml'. */
  readonly name: string
  /** On the switch between the styles of one tab. */
  readonly style?: Style
  /** On the switch between the files of one tab. */
  readonly label: string
  /** What it is, in words. */
  readonly about: string
  readonly language: Language
  readonly mime: string
  readonly text: string
  /** The Domain path of each line, where a line has one. */
  readonly lines: readonly Path[] | undefined
  /** True when the text is of an earlier design, until the one of now is there. */
  readonly isOld?: boolean
}

/** All files, in the order of the tabs. Reads only what is rendered. */
export function outputFiles(rendered: Rendered): readonly OutputFile[] {
  const { name } = rendered.design
  const { xml, byHand, argv, shell, explained, yaml, cloudInit, answers } = rendered
  return [
    {
      id: 'xml',
      tab: 'xml',
      name: `${name}.xml`,
      label: t`XML`,
      about: t`Domain XML for virsh define`,
      language: 'xml',
      mime: 'application/xml',
      text: xml.text,
      lines: xml.lines,
    },
    {
      id: 'by-hand',
      tab: 'qemu',
      style: 'by-hand',
      name: `${name}.qemu.sh`,
      label: t`Command`,
      about: t`QEMU command line as a person writes it, for a terminal`,
      language: 'shell',
      mime: 'application/x-sh',
      text: byHand?.text ?? '',
      lines: byHand?.lines,
      isOld: byHand === undefined || byHand.isOld === true,
    },
    {
      id: 'shell',
      tab: 'qemu',
      style: 'libvirt',
      name: `${name}.sh`,
      label: t`Shell script`,
      about: t`QEMU command line as a shell script`,
      language: 'shell',
      mime: 'application/x-sh',
      text: shell.text,
      lines: shell.lines,
    },
    {
      id: 'argv',
      tab: 'qemu',
      style: 'libvirt',
      name: `${name}.argv.json`,
      label: t`Argument list`,
      about: t`QEMU arguments as a JSON array`,
      language: 'yaml',
      mime: 'application/json',
      text: argv.text,
      lines: argv.lines,
    },
    {
      id: 'explained',
      tab: 'qemu',
      style: 'libvirt',
      name: `${name}.explain.txt`,
      label: t`Explained`,
      about: t`Each QEMU option with the part of the design that it is from`,
      language: 'shell',
      mime: 'text/plain',
      text: explained.text,
      lines: explained.lines,
    },
    {
      id: 'yaml',
      tab: 'yaml',
      name: `${name}.yml`,
      label: t`YAML`,
      about: t`The design itself: open it here again`,
      language: 'yaml',
      mime: 'application/yaml',
      text: yaml.text,
      lines: undefined,
    },
    ...cloudInit.map(
      (file): OutputFile => ({
        id: file.name,
        tab: 'cloud-init',
        name: file.name,
        label: file.name,
        about: t`cloud-init ${file.name} of the seed`,
        language: 'yaml',
        // With a type that the browser knows an ending for, it would save `user-data.txt`.
        mime: 'application/octet-stream',
        text: file.text,
        lines: undefined,
      }),
    ),
    ...answers.map(
      (file): OutputFile => ({
        id: `answers/${file.name}`,
        tab: 'cloud-init',
        name: file.name,
        label: file.name,
        about: t`What the installer is told instead of asking`,
        language: file.name.endsWith('.xml') ? 'xml' : file.name.endsWith('-data') ? 'yaml' : 'shell',
        mime: 'application/octet-stream',
        text: file.text,
        lines: undefined,
      }),
    ),
  ]
}

/** Gives a text to the browser as a file. */
export function downloadFile({ name, mime, text }: Pick<OutputFile, 'name' | 'mime' | 'text'>): void {
  download(name, new Blob([text], { type: `${mime};charset=utf-8` }))
}

/** Gives bytes to the browser as a file. */
export function downloadBytes(file: {
  readonly name: string
  readonly mime: string
  readonly bytes: Uint8Array<ArrayBuffer>
}): void {
  download(file.name, new Blob([file.bytes], { type: file.mime }))
}

function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Firefox may read it after the next task, and Safari after a question to the person.
  setTimeout(() => URL.revokeObjectURL(address), downloadMs)
}

const downloadMs = 40_000
