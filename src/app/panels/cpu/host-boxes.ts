/** The boxes of the picture: a level of the host has a title where there is more than one of it. */

import { formatCpuList, type HostCore, type HostTopology } from '../../core.ts'
import { t } from '../../words/index.ts'

export interface CacheBox {
  readonly key: string
  readonly title: string | undefined
  /** All levels, for one who does not see the boxes around it. */
  readonly label: string
  readonly cores: readonly HostCore[]
}

export interface DieBox {
  readonly key: string
  readonly title: string | undefined
  readonly caches: readonly CacheBox[]
}

export interface SocketBox {
  readonly key: string
  readonly title: string | undefined
  readonly dies: readonly DieBox[]
}

export function hostBoxes(host: HostTopology): readonly SocketBox[] {
  const hasSockets = host.sockets.length > 1
  const caches = host.sockets.flatMap(({ dies }) => dies).flatMap((die) => die.caches)
  const hasNodes = host.nodes.length > 1
  return host.sockets.map((socket) => {
    const hasDies = socket.dies.length > 1
    const ofSocket = nodesOf(socket.dies.flatMap((die) => die.caches).flatMap(({ cores }) => cores))
    // A node is said once: at the box that it fills.
    const isOneNode = hasNodes && hasSockets && ofSocket.length === 1
    return {
      key: socket.key,
      title: hasSockets
        ? sentence(t`Socket ${socket.socket}`, isOneNode ? nodeWords(ofSocket) : undefined)
        : undefined,
      dies: socket.dies.map((die) => ({
        key: die.key,
        title: hasDies ? t`Die ${die.die}` : undefined,
        caches: die.caches.map((cache) => {
          const nodes = hasNodes ? nodeWords(nodesOf(cache.cores)) : undefined
          const l3 = cache.l3 === undefined ? undefined : t`L3 cache ${cache.l3}`
          return {
            key: cache.key,
            title:
              caches.length > 1 || (l3 !== undefined && !hasSockets)
                ? sentence(l3, isOneNode ? undefined : nodes)
                : undefined,
            label:
              sentence(
                hasSockets ? t`Socket ${socket.socket}` : undefined,
                hasDies ? t`die ${die.die}` : undefined,
                l3,
                nodes,
              ) ?? t`Cores`,
            cores: cache.cores,
          }
        }),
      })),
    }
  })
}

function nodesOf(cores: readonly HostCore[]): readonly number[] {
  return [...new Set(cores.flatMap(({ node }) => (node === undefined ? [] : [node])))]
}

function nodeWords(nodes: readonly number[]): string | undefined {
  if (nodes.length === 0) return undefined
  const list = formatCpuList(nodes)
  return nodes.length === 1 ? t`node ${list}` : t`nodes ${list}`
}

/** What there is, with commas and a capital. */
function sentence(...parts: readonly (string | undefined)[]): string | undefined {
  const text = parts.filter((part) => part !== undefined).join(', ')
  return text === '' ? undefined : text.charAt(0).toUpperCase() + text.slice(1)
}
