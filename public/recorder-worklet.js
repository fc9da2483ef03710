// Hands what the microphone hears to the page: mono, in blocks of some 20 ms. Served as a file of
// its own, because the content security policy allows no scripts made on the fly.
const BLOCKS = 8;

class Recorder extends AudioWorkletProcessor {
  constructor() {
    super();
    this.waiting = new Float32Array(128 * BLOCKS);
    this.filled = 0;
  }

  process([input]) {
    const channels = input ?? [];
    const size = channels[0]?.length ?? 0;
    for (let i = 0; i < size; i++) {
      let sum = 0;
      for (const channel of channels) sum += channel[i];
      this.waiting[this.filled++] = sum / channels.length;
      if (this.filled === this.waiting.length) {
        const block = this.waiting;
        this.waiting = new Float32Array(128 * BLOCKS);
        this.filled = 0;
        this.port.postMessage(block, [block.buffer]);
      }
    }
    return true;
  }
}

registerProcessor('hone-recorder', Recorder);
