/** One option while it is read: whatever is taken from it is understood, whatever is left has to be passed on. */
import { appendAll } from '../../text/index.ts'
import { number, onOff } from '../properties/codec.ts'
import type { CommandOption, Pair } from '../words/command-options.ts'

export class OptionInHand {
  readonly written: CommandOption
  /** True once a family has made something of it. */
  isRead = false
  private readonly left: Pair[]

  constructor(written: CommandOption) {
    this.written = written
    this.left = [...written.pairs]
  }

  /** Without its dashes: `device`. */
  get name(): string {
    return this.written.name
  }

  /** What nobody has taken. */
  get rest(): readonly Pair[] {
    return this.left
  }

  /** The value of a key, which stays: for looking around. */
  peek(key: string): string | undefined {
    return this.left.findLast(([name]) => name === key)?.[1]
  }

  /** The value of a key, the last one when it is there twice, as QEMU reads it; undefined when it is not there. */
  take(...keys: readonly string[]): string | undefined {
    const value = this.left.findLast(([name]) => keys.includes(name))?.[1]
    if (value !== undefined) this.leave(([name]) => !keys.includes(name))
    return value
  }

  /** All values of a key, in order: of `hostfwd=a,hostfwd=b`, and of JSON's `hostfwd.0.str`. */
  takeAll(key: string): string[] {
    const isOne = ([name]: Pair) =>
      name === key || (name.startsWith(`${key}.`) && /^\.\d+(?:\.str)?$/.test(name.slice(key.length)))
    const values = this.left.filter(isOne).map(([, value]) => value)
    this.leave((pair) => !isOne(pair))
    return values
  }

  /** What the value of a key stands for; one that stands for nothing stays. */
  takeAs<V>(parse: (text: string) => V | undefined, ...keys: readonly string[]): V | undefined {
    const text = keys.map((key) => this.peek(key)).find((one) => one !== undefined)
    const value = text === undefined ? undefined : parse(text)
    if (value !== undefined) this.take(...keys)
    return value
  }

  /** `on` and `off`, and what QEMU takes for them; any other word stays. */
  takeBoolean(...keys: readonly string[]): boolean | undefined {
    return this.takeAs(onOff.parse, ...keys)
  }

  /** A whole number, decimal or hexadecimal; anything else stays, as does one that a number can't hold. */
  takeNumber(...keys: readonly string[]): number | undefined {
    return this.takeAs(number.parse, ...keys)
  }

  /** Takes a key whose value says what would be so anyway. */
  drop(key: string, ...values: readonly string[]): void {
    const value = this.peek(key)
    if (value !== undefined && (values.length === 0 || values.includes(value))) this.take(key)
  }

  /** Everything is understood. */
  finish(): void {
    this.isRead = true
    this.leave(() => false)
  }

  private leave(stays: (pair: Pair) => boolean): void {
    const kept = this.left.filter(stays)
    this.left.length = 0
    appendAll(this.left, kept)
  }
}
