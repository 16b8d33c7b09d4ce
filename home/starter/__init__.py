"""The pages of text that a new site has from its first start: method, about, legal notice, accessibility…"""
