/** SHA-256 (FIPS 180-4), since core runs where no library for it is the same everywhere. */

/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const rounds = fractions(64, 1 / 3)
/** The same of the square roots of the first 8. */
const start = fractions(8, 1 / 2)

/** @returns the digest in lower-case hexadecimal digits, as sha256sum prints it */
export function sha256(bytes: Uint8Array): string {
  const state = Int32Array.from(start)
  const words = new Int32Array(64)
  const message = padded(bytes)
  const view = new DataView(message.buffer)
  for (let block = 0; block < message.length; block += 64) {
    for (let index = 0; index < 16; index++) words[index] = view.getInt32(block + 4 * index)
    compress(state, words)
  }
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** A one bit, zeros, and the length in bits: whole blocks of 64 bytes. */
function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  message.set(bytes)
  message[bytes.length] = 0x80
  const view = new DataView(message.buffer)
  view.setUint32(message.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(message.length - 4, (bytes.length * 8) >>> 0)
  return message
}

/** The names a to h are those of FIPS 180-4, 6.2.2. */
function compress(state: Int32Array, words: Int32Array): void {
  for (let index = 16; index < 64; index++) {
    const [w2, w15] = [at(words, index - 2), at(words, index - 15)]
    const low = turn(w15, 7) ^ turn(w15, 18) ^ (w15 >>> 3)
    const high = turn(w2, 17) ^ turn(w2, 19) ^ (w2 >>> 10)
    words[index] = (at(words, index - 16) + low + at(words, index - 7) + high) | 0
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let index = 0; index < 64; index++) {
    const high = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const first = (h + high + ((e & f) ^ (~e & g)) + at(rounds, index) + at(words, index)) | 0
    const low = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const second = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (at(state, index) + word) | 0
}

function at(words: Int32Array, index: number): number {
  return words[index] ?? 0
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits))
}

/** A double holds the 32 bits of such a root exactly, behind at most 5 bits before the point. */
function fractions(count: number, power: number): Int32Array {
  const words: number[] = []
  for (let number = 2; words.length < count; number++)
    if (isPrime(number)) words.push(((number ** power % 1) * 2 ** 32) | 0)
  return Int32Array.from(words)
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false
  return true
}
