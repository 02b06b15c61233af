import { describe, expect, it } from 'vitest'
import type { Domain } from '../../../domain/index.ts'
import { renderArgv } from '../../index.ts'
import { resolvedOf, written } from '../../written-lines.test-helper.ts'
import { again, complaints, devicesRead, kept } from '../read-lines.test-helper.ts'

const ofSound = /^-(?:audiodev|machine|device (?:ich9-|intel-|virtio-sound|usb-audio|hda|AC97|ES1370|sb16))/

/** Sound alone, without its places. */
function sounding(devices: NonNullable<Domain['devices']>): string[] {
  return written({ devices })
    .filter((one) => ofSound.test(one))
    .map((one) => one.replace(/,(?:bus=(?!sound)|addr=|port=)[^,]*/g, ''))
    .filter((one) => !one.startsWith('-machine') || one.includes('pcspk'))
}

describe('sound', () => {
  it('is a card and a backend', () => {
    const devices = {
      sound: [{ model: 'ich9', audio: 2 }],
      audio: [{ id: 2, type: 'pulseaudio', server_name: '/run/pulse' }],
    } as const
    expect(sounding(devices)).toEqual([
      '-audiodev pa,id=audio2,server=/run/pulse',
      '-device ich9-intel-hda,id=sound0',
      '-device hda-duplex,id=sound0-codec0,bus=sound0.0,cad=0,audiodev=audio2',
    ])
  })

  it('goes with SPICE when nobody says where, and nowhere without', () => {
    const spice = [{ type: 'spice', listen: [{ type: 'socket' }] }] as const
    const lines = sounding({ sound: [{ model: 'ac97' }], graphics: spice })
    expect(lines).toEqual(['-audiodev spice,id=audio1', '-device AC97,id=sound0,audiodev=audio1'])
    expect(sounding({ sound: [{ model: 'es1370' }] })[0]).toBe('-audiodev none,id=audio1')
    expect(complaints({ sound: [{ model: 'es1370' }] })).toEqual(['qemu.differs devices.sound.0'])
  })

  it('of a virtio card takes QEMU 8.2', () => {
    const sound = [{ model: 'virtio' }] as const
    expect(sounding({ sound })).toContain('-device virtio-sound-pci,id=sound0,audiodev=audio1,streams=2')
    expect(complaints({ sound }, '8.1')).toContain('qemu.unsupported devices.sound.0')
  })

  it('is formatted as the backend is told', () => {
    const settings = { frequency: 44100, channels: 2, format: 's16' } as const
    const audio = [
      {
        id: 1,
        type: 'oss',
        exclusive: true,
        dsp_policy: 3,
        timer_period: 50,
        output: { mixing_engine: true, fixed_settings: true, dev: '/dev/dsp', try_poll: false, settings },
      },
    ] as const
    expect(sounding({ audio })).toEqual([
      '-audiodev oss,id=audio1,timer-period=50,exclusive=on,dsp-policy=3,out.mixing-engine=on,out.fixed-settings=on,out.try-poll=off,out.dev=/dev/dsp,out.frequency=44100,out.channels=2,out.format=s16',
    ])
  })

  it('tells SDL and PipeWire by their environment', () => {
    const audio = [{ id: 1, type: 'sdl', driver: 'alsa' }] as const
    expect(renderArgv(resolvedOf({ devices: { audio } })).environment).toMatchObject([
      { name: 'SDL_AUDIODRIVER', value: 'alsa' },
    ])
  })

  it('says which knobs a card does not have', () => {
    const sound = [{ model: 'ac97', streams: 3, codecs: [{ type: 'duplex' }] }] as const
    expect(complaints({ sound, audio: [{ id: 1, type: 'none' }] })).toEqual([
      'qemu.differs devices.sound.0.streams',
      'qemu.differs devices.sound.0.codecs',
    ])
  })
})

describe('sound of a command line', () => {
  it.each([
    '-audiodev alsa,id=audio1,in.dev=/dev/a,in.frequency=44100,in.channels=2,in.format=s16',
    '-audiodev jack,id=audio1,out.server-name=fish,out.client-name=food,out.connect-ports=yum',
    '-audiodev wav,id=audio1,path=audio.wav',
    '-audiodev pipewire,id=audio1,out.latency=100,out.name=fish,out.stream-name=food',
    '-audiodev oss,id=audio1,try-mmap=on,dsp-policy=3,in.try-poll=on,in.buffer-count=50',
  ])('%s is written as it was', (line) => {
    const sorted = (text: string | undefined) => text?.split(',').toSorted()
    expect(sorted(again(line, 'audiodev')[0])).toEqual(sorted(line))
  })

  it('is a card with its codecs and its backend, whatever they are called', () => {
    const line =
      '-audiodev pa,id=snd -audiodev none,id=audio1 -device ich9-intel-hda,id=hda -device hda-micro,bus=hda.0,audiodev=snd'
    expect(devicesRead(line)).toMatchObject({
      audio: [
        { id: 2, type: 'pulseaudio' },
        { id: 1, type: 'none' },
      ],
      sound: [{ model: 'ich9', audio: 2, codecs: [{ type: 'micro' }] }],
    })
    expect(devicesRead('-device intel-hda -device hda-duplex').sound).toEqual([{ model: 'ich6' }])
  })

  it('is the speaker of the machine', () => {
    const line = '-machine q35,pcspk-audiodev=audio1 -audiodev none,id=audio1'
    expect(devicesRead(line).sound).toEqual([{ model: 'pcspk', audio: 1 }])
    expect(kept(line)).toEqual([])
    expect(again(line, 'machine')[0]).toContain('pcspk-audiodev=audio1')
  })

  it('was said shorter once, and is again', () => {
    expect(devicesRead('-soundhw ac97,hda').sound).toEqual([{ model: 'ac97' }, { model: 'ich6' }])
    expect(devicesRead('-audio pa,model=hda')).toMatchObject({
      audio: [{ id: 1, type: 'pulseaudio' }],
      sound: [{ model: 'ich6', audio: 1 }],
    })
    expect(kept('-soundhw gus')).toEqual(['-soundhw', 'gus'])
  })
})
