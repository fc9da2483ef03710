import { expect, it } from 'vitest';
import { hasGraphicsCard, isSoftware } from '../../../workers/map/graphics-card.ts';

it.each([
  [
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    true,
  ],
  ['llvmpipe (LLVM 15.0.7, 256 bits)', true],
  ['ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0)', true],
  ['Apple Software Renderer', true],
  ['ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)', false],
  ['Mali-G78', false],
])('%s draws by the processor: %s', (name, wanted) => {
  expect(isSoftware(name)).toBe(wanted);
});

it('is taken for granted where nothing can be asked', () => {
  expect(typeof OffscreenCanvas).toBe('undefined');
  expect(hasGraphicsCard()).toBe(true);
});
