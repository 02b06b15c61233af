import type { AddedDevice, Design, Finding, Fix, HostFacts, Kept, Path, Resolved } from '../core.ts'

/** One text with the Domain path of each of its lines, where it has them. */
export interface OutputText {
  readonly text: string
  readonly lines?: readonly Path[] | undefined
  /** True when a change could not be brought into the person's own text, so that it is written anew. */
  readonly isRewritten?: boolean | undefined
  /** True when nobody asked for it since the design was another. */
  readonly isOld?: boolean | undefined
}

export interface Rendered {
  readonly design: Design
  readonly host: HostFacts | undefined
  /** As libvirt will run it; its domain, notes and origins explain the XML. */
  readonly resolved: Resolved
  /** As QEMU alone will run it; explains the command line. */
  readonly resolvedForQemu: Resolved
  readonly xml: OutputText
  /** The command that a person would write, one option a line; undefined when nobody asked for it. */
  readonly byHand: OutputText | undefined
  /** The arguments as a JSON array, one a line. */
  readonly argv: OutputText
  readonly shell: OutputText
  /** One option a line, with the part of the design that it is from. */
  readonly explained: OutputText
  readonly yaml: OutputText
  readonly cloudInit: readonly { readonly name: string; readonly text: string }[]
  /** What an installer is told in its place. */
  readonly answers: readonly { readonly name: string; readonly text: string }[]
  /** What the domain holds that no field shows. */
  readonly kept: readonly Kept[]
  /** What libvirt adds before it starts the VM. */
  readonly added: readonly AddedDevice[]
  /** What every stage found for every target, each thing once, the worst first. */
  readonly everyFinding: readonly Finding[]
  /** Those of them that who runs the design has to know: its backend is their target. */
  readonly findings: readonly Finding[]
  /** All fixes that need no decision, as one; undefined when there are fewer than two. */
  readonly safeFix?: Fix | undefined
}
