import type { Finding } from '../finding.ts'
import { base64urlDecode, utf8Decode } from '../text/index.ts'
import { checksum } from './checksum.ts'
import { inflateCounted } from './inflate.ts'
import { linkLimits } from './limits.ts'
import { readJson } from './read-json.ts'

/** What a link holds. `value` is there exactly when there is no finding; it is plain and not yet checked. */
export interface DecodedLink {
  readonly value?: unknown
  readonly findings: readonly Finding[]
}

const again = 'Copy the whole link again, or ask for it again.'

/**
 * Reads the fragment of a link, with or without `#`, or a whole address with such a fragment; white space around it
 * is ignored. Never throws. What is refused: `link.too-long`, `link.shape`, `link.version`, `link.check`,
 * `link.inflate`, `link.too-large`, `link.text`, `link.depth`, `link.json`. The value is any JSON: check it with the
 * schema before use.
 */
export function decodeLink(fragment: string): DecodedLink {
  const text = fragment.slice(fragment.indexOf('#') + 1).trim()
  if (text.length > linkLimits.characters) {
    const limit = linkLimits.characters
    return refuse('link.too-long', `The link has ${text.length} characters; at most ${limit} are read.`)
  }
  const version = /^v(\d+)\./.exec(text)?.[1]
  if (version !== undefined && version !== '1') {
    const advice = 'Reload the page to get the newest vmwright, or ask for the design as vm.yml.'
    return refuse(
      'link.version',
      `The link is of version ${version}; this vmwright reads version 1. ${advice}`,
    )
  }
  const parts = /^v1\.([0-9a-f]{8})\.([\w-]+)$/.exec(text)
  const check = parts?.[1]
  const data = parts?.[2]
  if (check === undefined || data === undefined) {
    return refuse('link.shape', `This is not a whole vmwright link (#v1.CHECK.DATA). ${again}`)
  }
  const deflated = base64urlDecode(data)
  if (deflated === undefined || checksum(deflated) !== check) {
    return refuse('link.check', `The link was cut off or changed on its way. ${again}`)
  }
  return readDeflated(deflated)
}

function readDeflated(deflated: Uint8Array): DecodedLink {
  const inflated = inflateCounted(deflated)
  if ('refused' in inflated) {
    if (inflated.refused === 'too-large') {
      const limit = linkLimits.bytes / 1024
      return refuse('link.too-large', `The link unpacks to more than ${limit} KiB, which no design needs.`)
    }
    return refuse('link.inflate', `The link can't be unpacked: no vmwright made it. ${again}`)
  }
  const json = utf8Decode(inflated.bytes)
  if (json === undefined) return refuse('link.text', 'The link holds no UTF-8 text: no vmwright made it.')
  const read = readJson(json)
  if ('value' in read) return { value: read.value, findings: [] }
  switch (read.refused) {
    case 'depth':
      return refuse('link.depth', `The link nests maps and lists deeper than ${linkLimits.depth} levels.`)
    case 'prototype':
      return refuse('link.json', 'The link has the key __proto__, which no design has.')
    case 'json':
      return refuse('link.json', 'The link holds no JSON: no vmwright made it.')
  }
}

function refuse(code: Finding['code'], message: string): DecodedLink {
  return { findings: [{ code, severity: 'error', path: [], message }] }
}
