import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { demoCategories, demoProducts } from '../../src/seeds/catalogue';
import { demoCampaigns, demoCoupons } from '../../src/seeds/offers';
import { otherCategories, otherProducts, otherPromoters } from '../../src/seeds/other';
import { demoApplicants, demoGroups, demoPromoters, drawCustomers } from '../../src/seeds/people';
import { seededRandom } from '../../src/seeds/random';
import { shareWords } from '../../src/seeds/words';

const artFolder = resolve(import.meta.dirname, '../../src/seeds/art');
const amount = /^\d+\.\d{2}$/;

test('the shop has forty products in six categories, each with its own picture', () => {
  expect(demoProducts).toHaveLength(40);
  expect(demoCategories).toHaveLength(6);
  expect(new Set(demoProducts.map((product) => product.sku)).size).toBe(40);
  expect(new Set(demoProducts.map((product) => product.picture)).size).toBe(40);
  expect(new Set(demoProducts.map((product) => product.category))).toEqual(
    new Set(demoCategories.map((one) => one.code)),
  );
  for (const product of demoProducts) expect(existsSync(resolve(artFolder, product.picture!)), product.sku).toBe(true);
});

test('every product is complete in both languages and has a valid price', () => {
  for (const product of [...demoProducts, ...otherProducts]) {
    expect(product.price).toMatch(amount);
    expect(product.stock).toBeGreaterThan(0);
    expect(product.sku.length).toBeLessThanOrEqual(64);
    for (const text of [product.name, product.sellingPoint, product.specification]) {
      expect(text.zh.trim(), product.sku).not.toBe('');
      expect(text.en, product.sku).toMatch(/^[^\p{Script=Han}]+$/u);
    }
    expect(product.details.zh.length).toBe(product.details.en.length);
    expect(product.details.zh.length).toBeGreaterThan(0);
  }
});

test('coupons and campaigns name promoters, categories and pictures that exist', () => {
  const codes = new Set(demoPromoters.map((promoter) => promoter.code));
  for (const coupon of demoCoupons) {
    expect(coupon.discount).toMatch(amount);
    expect(Number(coupon.minimum)).toBeGreaterThan(Number(coupon.discount));
    if (coupon.owner) expect(codes).toContain(coupon.owner);
  }
  const categories = demoCategories.map((category) => category.code);
  for (const campaign of demoCampaigns) {
    expect(categories).toEqual(expect.arrayContaining([...campaign.categories]));
    expect(campaign.toDay).toBeGreaterThan(campaign.fromDay);
    expect(existsSync(resolve(artFolder, campaign.picture))).toBe(true);
  }
  expect(demoCampaigns).toHaveLength(3);
});

test('sixty promoters stand in a tree of ten roots, at most five deep, inviters first', () => {
  const depths = new Map<string, number>();
  const joined = new Map<string, number>();
  for (const promoter of demoPromoters) {
    if (promoter.inviter) {
      expect(depths.has(promoter.inviter), promoter.name).toBe(true);
      expect(joined.get(promoter.inviter)! - promoter.joinedDaysAgo, promoter.name).toBeGreaterThanOrEqual(3);
    }
    depths.set(promoter.code, promoter.inviter ? depths.get(promoter.inviter)! + 1 : 1);
    joined.set(promoter.code, promoter.joinedDaysAgo);
  }
  expect(depths.size).toBe(60);
  expect([...depths.values()].filter((depth) => depth === 1)).toHaveLength(10);
  expect(Math.max(...depths.values())).toBe(5);
});

test('promoters have names, phones, groups and faces of their own', () => {
  const groups = demoGroups.map((group) => group.code);
  expect(new Set(demoPromoters.map((promoter) => promoter.name)).size).toBe(60);
  for (const promoter of demoPromoters) {
    expect(groups).toContain(promoter.group);
    if (promoter.face) expect(existsSync(resolve(artFolder, promoter.face)), promoter.name).toBe(true);
  }
  expect(demoPromoters.filter((promoter) => promoter.name.length > 4).length).toBeGreaterThanOrEqual(3);
  expect(otherCategories.map((category) => category.code)).toEqual(
    expect.arrayContaining(otherProducts.map((product) => product.category)),
  );
});

test('no two people of the demo share a phone, and all phones are of the kept range', () => {
  const random = seededRandom(7);
  const people = [
    ...demoPromoters,
    ...demoApplicants,
    ...otherPromoters,
    ...drawCustomers(random, 400),
    ...drawCustomers(random, 25, 3001, 'D'),
  ];
  expect(new Set(people.map((person) => person.phone)).size).toBe(people.length);
  for (const person of people) expect(person.phone).toMatch(/^1990000\d{4}$/);
});

test('there are twenty own words for shares, and some for every category', () => {
  expect(shareWords).toHaveLength(20);
  for (const { code } of demoCategories)
    expect(
      shareWords.some((one) => one.category === code),
      code,
    ).toBe(true);
});
