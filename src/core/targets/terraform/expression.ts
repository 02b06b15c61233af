/** Expressions of HCL that are more than a text. */
import type { Path } from '../../finding.ts'
import { hclText } from '../../text/index.ts'
import type { HclBlock, HclField, HclValue } from './hcl.ts'

/** A path of the host: `~/` is the home of whoever runs Terraform. Undefined when it can't be said. */
export function hclHostPath(path: string): string | undefined {
  const text = hclText(path)
  return text !== undefined && path.startsWith('~/') ? `pathexpand(${text})` : text
}

export function literal(text: string, path: Path): HclValue {
  return { kind: 'literal', text, path }
}

export function object(path: Path, fields: readonly (HclField | undefined)[]): HclValue {
  return { kind: 'object', path, fields: fields.filter((one) => one !== undefined) }
}

/** `name = value`. */
export function field(name: string, value: HclValue): HclField {
  return { name, value }
}

/** A text that can't be said is none; what uses it says so. */
export function textField(name: string, text: string, path: Path): HclField {
  return field(name, literal(hclText(text) ?? '""', path))
}

/** An expression inside of a text. */
export function interpolation(expression: string): string {
  return `$\{${expression}}`
}

/** `{ type = "qcow2" }`, as the provider says formats. */
export function format(type: string, path: Path): HclValue {
  return object(path, [textField('type', type, path)])
}

export function block(head: string, path: Path, body: HclBlock['body']): HclBlock {
  return { head, path, body }
}
